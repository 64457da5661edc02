import { textIn } from '../../model/package.ts'
import { groundFigure, groundTable, withdrawalName } from '../pictures/ground-picture.ts'
import type { DraftTable, Made } from './draft-annex.ts'
import { tableOr } from './draft-annex.ts'
import type { Drafting } from './draft-words.ts'
import { caseQuoted, linesSpoken, mark, who } from './draft-words.ts'

/** The annex of lines: a table of them, the map where they are drawn, and what it shows. */
export function lineAnnex(drafting: Drafting): { readonly annex: Made; readonly maps: number } {
  const { told, source } = drafting
  const all = linesSpoken(drafting).flatMap((id) => source.process.lines.get(id) ?? [])
  const map = mapOf(drafting)
  const whole = caseQuoted(
    drafting,
    source.process.ceasefire?.geography?.map,
    source.process.ceasefire ?? {}
  )
  const attached = (what: string): string => told.say('draft.attached', { what })
  const made = tableOr(told.say('draft.annex.A.none'), {
    head: [
      told.say('draft.head.line'),
      told.say('draft.head.kind'),
      told.say('draft.head.as-of'),
      told.say('draft.head.claim'),
      told.say('draft.head.map')
    ],
    rows: all.map((line) => [
      `${line.title === undefined ? line.id : textIn(line.title)}${mark(line)}`,
      told.say(`draft.line.${line.kind}`),
      line.asOf,
      who(drafting, line.claimedBy) ?? '',
      map?.places.get(line.id) ??
        line.geometry ??
        attached(told.say('draft.annex.A.line-map', { line: line.id }))
    ])
  })
  const wanting = whole === undefined && map === undefined
  return {
    annex: {
      ...(map ? { map: map.figure } : {}),
      lines: [
        told.say('draft.annex.A.lead'),
        ...made.lines,
        ...(whole === undefined ? [] : [whole]),
        ...(wanting ? [attached(told.say('draft.annex.A.map'))] : []),
        ...(map?.lines ?? [])
      ],
      tables: [...made.tables, ...(map?.tables ?? [])]
    },
    maps: all.filter(({ geometry }) => geometry === undefined).length + (wanting ? 1 : 0)
  }
}

/** The map that a draft carries, and where each of its lines is found on it. */
interface DraftMap extends Made {
  readonly figure: NonNullable<Made['map']>
  readonly places: ReadonlyMap<string, string>
}

/** The map of the lines that the draft speaks of and of the zones; nothing where none is drawn. */
function mapOf(drafting: Drafting): DraftMap | undefined {
  const { told, source, ground } = drafting
  if (!ground) return undefined
  const spoken = linesSpoken(drafting)
  const numbered = spoken.filter((id) => (ground.lines.get(id)?.courses.length ?? 0) > 0)
  if (numbered.length === 0) return undefined
  const { zones, lines } = ground
  const drawn = { source, zones, lines, numbered }
  const shown = { lines: numbered.length, zones: zones.length }
  const zoned: readonly DraftTable[] =
    zones.length === 0 ? [] : [{ lead: told.say('draft.map.zones'), ...groundTable(told, drawn) }]
  const missing = [
    ...spoken.filter((id) => !numbered.includes(id)).map((id) => lineTitle(drafting, id)),
    ...[...source.process.withdrawals.values()]
      .filter((one) => !zones.some(({ withdrawal }) => withdrawal.id === one.id))
      .map((one) => withdrawalName(told, one))
  ]
  return {
    figure: groundFigure(told, drawn, {
      title: told.say('draft.map.title'),
      text: told.say('draft.map.words', shown)
    }),
    places: new Map(numbered.map((id, at) => [id, told.say('draft.map.line', { n: at + 1 })])),
    lines: [
      told.say('draft.map.about'),
      ...(missing.length > 0 ? [told.say('draft.map.missing', { names: told.list(missing) })] : [])
    ],
    tables: zoned
  }
}

function lineTitle({ source }: Drafting, id: string): string {
  const title = source.process.lines.get(id)?.title
  return title === undefined ? id : textIn(title)
}
