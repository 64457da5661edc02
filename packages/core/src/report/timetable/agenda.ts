import { dayAt, localAt } from '../../time/counted.ts'
import type { Timetable, TimetableEntry } from '../../timetable/index.ts'
import { isShown } from '../../timetable/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import type { InWords, Words } from '../words/index.ts'
import {
  clockName,
  entryTime,
  lagWords,
  localWords,
  obligationWords,
  slackWords,
  withBound,
  zonesOf
} from './timetable-words.ts'

const DAY = 86_400

/** What is told, moment by moment: a row for what is of one kind, binds the same and has one slack. */
export function agendaBlocks(about: InWords, made: Timetable): readonly Block[] {
  const { say } = about.words
  const shown = made.entries.filter((one) => isShown(made, one))
  const dated = shown.filter(({ when }) => 'at' in when)
  if (shown.length === 0) return [paragraph(say('timetable.none-shown'))]
  return [
    ...(dated.length > 0
      ? [paragraph(leadWords(about, made)), datedTable(about, made, dated)]
      : []),
    ...relativeBlocks(
      about,
      shown.filter(({ when }) => !('at' in when))
    )
  ]
}

/** What the columns mean: whose clocks, and what slack is. */
export function leadWords(about: InWords, made: Timetable): string {
  const { say, list } = about.words
  const clocks = zonesOf(made).map((zone) => {
    const name = clockName(about, made, zone)
    return name === zone ? zone : say('timetable.standing.time', { time: name, where: zone })
  })
  return [
    ...(made.ceasefire ? [say('timetable.days', { zone: made.zone, clocks: list(clocks) })] : []),
    ...(made.clocks.length === 0 ? [say('timetable.no-clocks')] : []),
    say('timetable.table')
  ].join(' ')
}

function datedTable(about: InWords, made: Timetable, dated: readonly TimetableEntry[]): Block {
  const { say } = about.words
  const zones = zonesOf(made)
  const supposed = made.settings.eif !== undefined
  const rows = grouped(dated).map((group) => {
    const [first] = group
    const seconds = placeIn(first)
    return [
      first?.eif === undefined
        ? ''
        : say('timetable.eif.at', { n: first.eif < 0 ? String(first.eif) : `+${first.eif}` }),
      dayAt(seconds, made.zone),
      ...zones.map((zone) => timeIn(about.words, seconds, [zone, made.zone])),
      withBound(about, group),
      first ? slackWords(about.words, first.slack) : '',
      ...(supposed ? [movedWords(about.words, first)] : [])
    ]
  })
  return table(
    [
      say('timetable.column.eif'),
      say('timetable.column.day'),
      ...zones.map((zone) => clockName(about, made, zone)),
      say('timetable.column.what'),
      say('timetable.column.slack'),
      ...(supposed ? [say('timetable.column.moved')] : [])
    ],
    rows
  )
}

/** The instant of an entry; 0 where it has none. */
export const placeIn = (one: TimetableEntry | undefined): number =>
  one && 'at' in one.when ? one.when.at.seconds : 0

/** Entries that one row tells. */
export function grouped(
  entries: readonly TimetableEntry[]
): readonly (readonly TimetableEntry[])[] {
  const groups = Map.groupBy(entries, ({ kind, when, parties, slack, moved }) =>
    JSON.stringify([kind, when, [...parties].sort(), slack.seconds, moved])
  )
  return [...groups.values()]
}

/** The time there, and how many days off where it is another day than in the first column. */
export function timeIn(
  { say }: Words,
  seconds: number,
  [zone, own]: readonly [string, string]
): string {
  const time = localAt(seconds, zone).slice(11)
  const days = (Date.parse(dayAt(seconds, zone)) - Date.parse(dayAt(seconds, own))) / 1000 / DAY
  return days === 0
    ? time
    : say('timetable.other-day', { time, days: days > 0 ? `+${days}` : String(days) })
}

/** With another moment supposed, by how much it moves, or that it stays. */
export function movedWords(own: Words, one: TimetableEntry | undefined): string {
  if (one?.moved === undefined) return ''
  if (one.moved === 0) return own.say('timetable.stays')
  return `${one.moved < 0 ? '-' : '+'}${lagWords(own, one.moved)}`
}

function relativeBlocks(about: InWords, entries: readonly TimetableEntry[]): readonly Block[] {
  const { say } = about.words
  if (entries.length === 0) return []
  return [
    heading(2, say('timetable.relative')),
    paragraph(say('timetable.relative.lead')),
    table(
      [say('timetable.column.after'), say('timetable.column.what'), say('timetable.column.slack')],
      grouped(entries).map((group) => {
        const [first] = group
        return [
          first ? entryTime(about, first) : '',
          withBound(about, group),
          first ? slackWords(about.words, first.slack) : ''
        ]
      })
    )
  ]
}

/** The chain that decides when the last obligation is. */
export function chainBlocks(about: InWords, made: Timetable): readonly Block[] {
  const { say } = about.words
  if (made.chain.length < 2) return []
  const byId = new Map(made.entries.map((one) => [one.id, one]))
  const items = made.chain.flatMap((ids) => {
    const entries = ids.flatMap((id) => byId.get(id) ?? [])
    const kinds = [...Map.groupBy(entries, ({ kind }) => kind).values()]
    const what = kinds.map((group) => obligationWords(about, group)).join('; ')
    return [say('timetable.chain.step', { time: localWords(placeIn(entries[0]), made.zone), what })]
  })
  return [
    heading(2, say('timetable.chain')),
    paragraph(say('timetable.chain.lead')),
    { kind: 'list', items }
  ]
}

/** What each slack ends at, where that is not just the last obligation of all. */
export function slackBlocks(about: InWords, made: Timetable): readonly Block[] {
  const { say, list } = about.words
  const held = made.entries.filter((one) => isShown(made, one) && !one.slack.toEnd)
  if (held.length === 0) return []
  const groups = Map.groupBy(held, ({ slack }) => JSON.stringify([slack.seconds, slack.limit]))
  const items = [...groups.values()].map((group) => {
    const [first] = group
    return say('timetable.slack.item', {
      what: list(group.map(({ id }) => id)),
      slack: first ? slackWords(about.words, first.slack) : '',
      limit: list(first?.slack.limit ?? [])
    })
  })
  return [
    heading(2, say('timetable.slack')),
    paragraph(say('timetable.slack.lead')),
    { kind: 'list', items }
  ]
}
