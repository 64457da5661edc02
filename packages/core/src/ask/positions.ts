import type { Due, Judged, Observed, Placed, SeenStanding, SidedLine, Tally } from '../geo/index.ts'
import { standing } from '../geo/index.ts'
import type { Case } from '../model/case.ts'
import type { Moment } from '../model/moment.ts'
import type { Withdrawal } from '../model/withdrawals.ts'
import type { DrawnZone } from '../report/geo/zones-report.ts'
import { dayAt, timePointOf } from '../time/counted.ts'
import { parseInstant } from '../time/instant.ts'
import type { TimetableEntry } from '../timetable/index.ts'
import { timetable } from '../timetable/index.ts'

/** What was seen where, and the moment at which it is judged. */
export interface PositionsAsked {
  readonly at: Moment
  readonly seen: readonly Observed[]
  /** Supposed moments, where the case counts from them. */
  readonly signature?: Moment
  readonly eif?: Moment
}

/** What is drawn: the zones, and the lines that their bands count from. */
export interface Drawn {
  readonly zones: readonly DrawnZone[]
  readonly lines: ReadonlyMap<string, SidedLine>
}

/** How what was seen lies to the zones of withdrawals that are under way or due at a moment. */
export function judgePositions(
  source: Case,
  { zones, lines }: Drawn,
  { at, seen, ...supposed }: PositionsAsked
): Judged {
  const moment = timePointOf(at)
  const { entries } = timetable(source, supposed)
  const dues = zones.map(({ withdrawal: { id } }) => dueOf(id, entries, moment.seconds))
  const bound = zones.flatMap(({ withdrawal, zone }) => {
    const due = dues.find((one) => one.withdrawal === withdrawal.id)
    if (due?.state !== 'due' && due?.state !== 'under-way') return []
    return zone.bands.map((band) => ({
      due,
      withdrawal,
      party: band.party,
      tell: standing(lines.get(band.line)?.courses ?? [], band, zone)
    }))
  })
  const isLater = ({ when }: Observed): boolean => isAfter(when, moment)
  const found = seen
    .filter((one) => !isLater(one))
    .map(
      (one): Placed => ({
        seen: one,
        standings: bound
          .filter(({ party, withdrawal }) => party === one.party && mayBe(one, withdrawal))
          .map(
            ({ withdrawal, tell }): SeenStanding => ({
              withdrawal: withdrawal.id,
              stand: tell(one.place),
              sure: surelyIs(one, withdrawal, source)
            })
          )
      })
    )
  return {
    at: moment.seconds,
    zone: moment.zone,
    dues,
    found,
    tallies: bound.map(({ due, withdrawal, party }) => tallyOf([withdrawal, party], due, found)),
    later: seen.filter(isLater)
  }
}

/** A day is later if it is so on the clock of the moment. */
function isAfter(
  when: string | undefined,
  { seconds, zone }: { readonly seconds: number; readonly zone: string }
): boolean {
  if (when === undefined) return false
  const parsed = parseInstant(when)
  return parsed.ok ? timePointOf(parsed.instant).seconds > seconds : when > dayAt(seconds, zone)
}

function dueOf(id: string, entries: readonly TimetableEntry[], at: number): Due {
  const secondsOf = (of: string): number | 'none' | undefined => {
    const entry = entries.find((one) => one.id === of)
    if (!entry) return 'none'
    return 'at' in entry.when ? entry.when.at.seconds : undefined
  }
  const from = secondsOf(`withdrawal.${id}`)
  const ends = secondsOf(`withdrawal.${id}.ends`)
  // without an end it is to be done at once
  const until = ends === 'none' ? from : ends
  const state = stateAt(at, numberOf(from), numberOf(until))
  return {
    withdrawal: id,
    state,
    ...(typeof from === 'number' ? { from } : {}),
    ...(typeof until === 'number' ? { until } : {})
  }
}

const numberOf = (found: number | 'none' | undefined): number | undefined =>
  found === 'none' ? undefined : found

function stateAt(at: number, from: number | undefined, until: number | undefined): Due['state'] {
  if (until !== undefined && until <= at) return 'due'
  if (from !== undefined && from > at) return 'not-begun'
  return from === undefined || until === undefined ? 'undated' : 'under-way'
}

/** Whether it can be of what goes back: its class, its calibre if that is given, or as the list says. */
function mayBe(
  { weapon, calibreMm, withdrawal }: Observed,
  { id, weapon: meant }: Withdrawal
): boolean {
  if (withdrawal !== undefined) return withdrawal === id
  if (weapon !== meant.class) return false
  if (calibreMm === undefined) return true
  const { atLeastMm = 0, belowMm = Number.POSITIVE_INFINITY } = meant
  return calibreMm >= atLeastMm && calibreMm < belowMm
}

function surelyIs(
  { calibreMm, withdrawal }: Observed,
  { id, weapon }: Withdrawal,
  { process }: Case
): boolean {
  if (withdrawal !== undefined) return true
  const sized = weapon.atLeastMm !== undefined || weapon.belowMm !== undefined
  if (sized && calibreMm === undefined) return false
  // of two withdrawals of one class their definitions say which is meant
  const isOther = (one: Withdrawal): boolean => one.id !== id && one.weapon.class === weapon.class
  return weapon.definition === undefined || ![...process.withdrawals.values()].some(isOther)
}

function tallyOf(
  [{ id, ceiling }, party]: readonly [Withdrawal, string],
  { state }: Due,
  found: readonly Placed[]
): Tally {
  const counted = found
    .filter(({ seen }) => seen.party === party)
    .flatMap(({ seen, standings }) =>
      standings
        .filter(({ withdrawal }) => withdrawal === id)
        .map(({ stand, sure }) => ({ where: stand.where, sure, count: seen.count }))
    )
  const sum = (isMeant: (one: (typeof counted)[number]) => boolean): number =>
    counted.filter(isMeant).reduce((whole, { count }) => whole + count, 0)
  const within = sum(({ where, sure }) => where === 'within' && sure)
  const perhaps = sum(({ where, sure }) => where === 'within' && !sure)
  const most = ceiling.size === 0 ? 0 : ceiling.get(party)
  return {
    withdrawal: id,
    party,
    state,
    within,
    perhaps,
    across: sum(({ where }) => where === 'across'),
    ...(most === undefined ? {} : { ceiling: most }),
    verdict: verdictOn([within, perhaps], most)
  }
}

function verdictOn(
  [within, perhaps]: readonly [number, number],
  most: number | undefined
): Tally['verdict'] {
  if (most === undefined) return 'not-said'
  if (within > most) return 'over'
  return within + perhaps > most ? 'perhaps-over' : 'under'
}
