import type { Due, Judged, Observed, Placed, SeenStanding, Tally } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { localAt } from '../../time/counted.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { count, nameOf } from '../words/index.ts'
import { inKm, latLonWords } from './km-words.ts'

/** What was seen, by withdrawal and piece by piece, as far as it lies where it may not. */
export const positionBlocks = (own: Words, source: Case, judged: Judged): readonly Block[] =>
  sectionOf({ own, source, judged }, isTouched)

/** The same with every piece of which something in force speaks, also where it lies outside. */
export const everyPosition = (own: Words, source: Case, judged: Judged): readonly Block[] =>
  sectionOf({ own, source, judged }, () => true)

function sectionOf(told: Telling, isShown: (one: SeenStanding) => boolean): readonly Block[] {
  const {
    own: { say },
    judged
  } = told
  const placed = placedTable(told, isShown)
  const unbound = judged.found.filter(({ standings }) => standings.length === 0)
  return [
    heading(2, say('positions.title', { at: momentOf(judged, judged.at) })),
    list(judged.dues.map((due) => dueLine(told, due))),
    ...(judged.tallies.length === 0
      ? [paragraph(say('positions.none-in-force'))]
      : [
          table(
            (
              ['withdrawal', 'party', 'within', 'perhaps', 'ceiling', 'verdict', 'across'] as const
            ).map((column) => say(`positions.${column}`)),
            judged.tallies.map((tally) => tallyRow(told, tally))
          )
        ]),
    ...(placed.length === 0
      ? judged.tallies.map(() => paragraph(say('positions.nothing-within'))).slice(0, 1)
      : placed),
    ...rowsLine(
      told,
      'positions.unbound',
      unbound.map(({ seen }) => seen)
    ),
    ...rowsLine(told, 'positions.later', judged.later)
  ]
}

const PLACED = ['seen', 'withdrawal', 'lies', 'out', 'due'] as const

function placedTable(told: Telling, isShown: (one: SeenStanding) => boolean): readonly Block[] {
  const rows = told.judged.found.flatMap((one) => placedRows(told, one, isShown))
  if (rows.length === 0) return []
  return [
    table(
      PLACED.map((column) => told.own.say(`positions.${column}`)),
      rows
    )
  ]
}

interface Telling {
  readonly own: Words
  readonly source: Case
  readonly judged: Judged
}

const isTouched = ({ stand: { where } }: SeenStanding): boolean =>
  where === 'within' || where === 'across'

const momentOf = ({ zone }: Judged, seconds: number): string => `${localAt(seconds, zone)}[${zone}]`

function titleOf({ process: { withdrawals } }: Case, id: string): string {
  const found = withdrawals.get(id)
  return found?.title ? textIn(found.title) : (found?.weapon.class ?? id)
}

function dueLine(
  { own: { say }, source, judged }: Telling,
  { withdrawal, state, from, until }: Due
): string {
  const moment = (seconds: number | undefined): string =>
    seconds === undefined ? '' : momentOf(judged, seconds)
  return say(`positions.state.${state}`, {
    what: titleOf(source, withdrawal),
    from: moment(from),
    until: moment(until)
  })
}

function tallyRow({ own: { say }, source }: Telling, tally: Tally): readonly string[] {
  const { withdrawal, party, state, within, perhaps, across, ceiling, verdict } = tally
  return [
    titleOf(source, withdrawal),
    nameOf(source, party),
    count(within),
    count(perhaps),
    ceiling === undefined ? say('zones.ceiling.none') : count(ceiling),
    say(`positions.verdict.${verdict === 'over' && state === 'under-way' ? 'still' : verdict}`),
    count(across)
  ]
}

function placedRows(
  told: Telling,
  { seen, standings }: Placed,
  isShown: (one: SeenStanding) => boolean
): readonly (readonly string[])[] {
  const {
    own: { say },
    source
  } = told
  return standings.filter(isShown).map(({ withdrawal, sure, stand }) => [
    seenWords(say, source, seen),
    sure ? titleOf(source, withdrawal) : say('positions.if', { what: titleOf(source, withdrawal) }),
    say(stand.where === 'across' ? 'positions.lies.across' : 'positions.lies.behind', {
      km: inKm(stand.lineKm)
    }),
    wayOut(say, stand),
    stand.where === 'behind' ? '' : outBy(told, [withdrawal, seen.party])
  ])
}

function wayOut(say: Words['say'], { where, edge }: SeenStanding['stand']): string {
  if (where === 'nearer') return say('positions.nearer')
  if (where === 'behind')
    return edge ? say('positions.spare', { km: inKm(edge.km) }) : say('positions.outside')
  if (!edge) return say('positions.no-way')
  const course = `${Math.round(edge.azimuth) % 360}`
  return say('positions.way', { km: inKm(edge.km), course, at: latLonWords(edge) })
}

/** Since when, or until when, it has to be out; or how many may be there. */
function outBy(
  { own: { say }, judged }: Telling,
  [id, party]: readonly [withdrawal: string, party: string]
): string {
  const tally = judged.tallies.find((one) => one.withdrawal === id && one.party === party)
  const due = judged.dues.find(({ withdrawal }) => withdrawal === id)
  if (tally?.ceiling === undefined || due?.until === undefined) return ''
  if (tally.ceiling > 0) return say('positions.due.most', { n: count(tally.ceiling) })
  const at = momentOf(judged, due.until)
  return say(due.state === 'due' ? 'positions.due.since' : 'positions.due.by', { at })
}

/** What stands in a row; when and by whom, where that is said. */
function seenWords(
  say: Words['say'],
  source: Case,
  { row, party, weapon, count: many, when = '', source: from = '' }: Observed
): string {
  const told = { row, what: `${count(many)} ${weapon}`, party: nameOf(source, party) }
  const by = [when, from].filter((part) => part !== '').join(', ')
  return by === '' ? say('positions.seen.bare', told) : say('positions.seen.row', { ...told, by })
}

function rowsLine(
  { own: { say, list: listed } }: Telling,
  key: 'positions.unbound' | 'positions.later',
  rows: readonly Observed[]
): readonly Block[] {
  if (rows.length === 0) return []
  return [paragraph(say(key, { n: rows.length, rows: listed(rows.map(({ row }) => count(row))) }))]
}
