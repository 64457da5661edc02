import { atLocal, dayAt, wallOf } from '../../time/counted.ts'
import { asKnown } from '../as-known.ts'
import { msOf } from '../entry.ts'
import { zoneOfRecord } from '../known-events.ts'
import { RecordState } from '../state/record-state.ts'
import { dutiesOf } from './duties.ts'
import type { Duty } from './duty.ts'

/**
 * How far a stipulation is carried out, as the Peace Accords Matrix of the Kroc Institute counts
 * it: 0 nothing begun, 1 minimum, 2 intermediate, 3 full. Each number with the rule it came by.
 */
export const RATING_RULES = [
  'nothing-begun',
  'begun',
  'not-confirmed',
  'declared-by-some',
  'contradicted',
  'declared-by-all',
  'confirmed-for-some',
  'confirmed-for-all'
] as const
/** One of `RATING_RULES`. */
export type RatingRule = (typeof RATING_RULES)[number]

const RATES: Readonly<Record<RatingRule, 0 | 1 | 2 | 3>> = {
  'nothing-begun': 0,
  begun: 1,
  'not-confirmed': 1,
  'declared-by-some': 1,
  contradicted: 2,
  'declared-by-all': 2,
  'confirmed-for-some': 2,
  'confirmed-for-all': 3
}

/** One stipulation: a withdrawal, a deliverable, the inventories or an undertaking. */
export interface MatrixRow {
  readonly of: string
  readonly parties: readonly string[]
  readonly rating: 0 | 1 | 2 | 3
  readonly rule: RatingRule
  /** The last of its dates (ms since 1970), and how many of its duties are late now. */
  readonly due?: number
  readonly late: number
  readonly entries: readonly string[]
  readonly against: readonly string[]
}

/** The matrix as it stood at an instant (ms since 1970). */
export interface RatingMatrix {
  readonly at: number
  readonly rows: readonly MatrixRow[]
  /** The mean of the ratings; undefined where there are no rows. */
  readonly mean?: number
}

/** The implementation matrix of a record as it was known at an instant, by the names of its rows. */
export function matrixAt(record: RecordState, now: number): RatingMatrix {
  const duties = dutiesOf(record, now).filter(({ kind }) => RATED.has(kind))
  const rows = [...Map.groupBy(duties, ({ of }) => of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([of, own]) => rowOf(of, own))
  const sum = rows.reduce((whole, { rating }) => whole + rating, 0)
  return { at: now, rows, ...(rows.length > 0 ? { mean: sum / rows.length } : {}) }
}

/** Clocks of messages and inspections are not stipulations: they are counted elsewhere. */
const RATED: ReadonlySet<Duty['kind']> = new Set([
  'inventory',
  'withdrawal',
  'tranche',
  'completion',
  'deliverable',
  'undertaking'
])

/** What the end of a stipulation is: a withdrawal is carried out when it is completed. */
const ENDS: ReadonlySet<Duty['kind']> = new Set([
  'inventory',
  'completion',
  'deliverable',
  'undertaking'
])

function rowOf(of: string, duties: readonly Duty[]): MatrixRow {
  const ends = duties.filter(({ kind }) => ENDS.has(kind))
  const rule = ruleOf(ends, duties)
  const dates = duties.flatMap(({ due }) => due ?? [])
  const idsIn = (key: 'entries' | 'against'): readonly string[] =>
    [...new Set(duties.flatMap((one) => one[key]))].sort()
  return {
    of,
    parties: [...new Set(ends.map(({ party }) => party))].sort(),
    rating: RATES[rule],
    rule,
    ...(dates.length > 0 ? { due: Math.max(...dates) } : {}),
    late: duties.filter(({ state }) => state === 'late').length,
    entries: idsIn('entries'),
    against: idsIn('against')
  }
}

function ruleOf(ends: readonly Duty[], all: readonly Duty[]): RatingRule {
  const isIn = (...states: readonly Duty['state'][]): readonly Duty[] =>
    ends.filter(({ state }) => states.includes(state))
  const contradicted = isIn('disputed')
  if (isIn('verified').length === ends.length) return 'confirmed-for-all'
  if (contradicted.some(({ done }) => done === undefined)) return 'not-confirmed'
  if (isIn('verified', 'declared', 'disputed').length === ends.length)
    return contradicted.length > 0
      ? 'contradicted'
      : isIn('verified').length > 0
        ? 'confirmed-for-some'
        : 'declared-by-all'
  if (isIn('verified', 'declared', 'disputed').length > 0) return 'declared-by-some'
  const began = all.some(({ state }) => state === 'verified' || state === 'declared')
  return began ? 'begun' : 'nothing-begun'
}

/**
 * The matrix at the end of each month of the calendar in the zone of the ceasefire, from the
 * record's first month on, and as it is now. The record is read through once.
 */
export function monthlyMatrices(record: RecordState, now: number): readonly RatingMatrix[] {
  const state = asKnown(record, now)
  const zone = zoneOfRecord(state)
  const growing = new RecordState(state.source)
  const found: RatingMatrix[] = []
  let end = Number.POSITIVE_INFINITY
  for (const entry of state.entries()) {
    const at = msOf(entry.received)
    if (end === Number.POSITIVE_INFINITY) end = endOfMonth(at, zone)
    for (; end <= at; end = endOfMonth(end, zone)) found.push(matrixAt(growing, end - 1))
    growing.apply(entry)
  }
  for (; end <= now; end = endOfMonth(end, zone)) found.push(matrixAt(growing, end - 1))
  return [...found, matrixAt(state, now)]
}

/** The first instant after the month in which an instant falls. */
function endOfMonth(ms: number, zone: string): number {
  const [year = 0, month = 1] = dayAt(ms / 1000, zone)
    .split('-')
    .map(Number)
  const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return atLocal(wallOf(`${next}T00:00`), zone).seconds * 1000
}
