import type { RecordedEvent, RecordedKind } from './events.ts'
import type { CutOff, ReportDays } from './periods.ts'
import { dayLater, daysBefore, fallsIn, periodOf } from './periods.ts'
import type { CountRange } from './ranges.ts'
import type { EventStanding } from './standings.ts'
import { COUNTING, EVENT_STANDINGS } from './standings.ts'

/** Some events together, and the entries that make their number. */
export interface EventTally extends CountRange {
  readonly events: number
  /** How many of them have a time known no closer than to some days. */
  readonly loose: number
  readonly entries: readonly string[]
}

/** How many there are of each standing; these add up to all. */
export type ByStanding = Readonly<Record<EventStanding, EventTally>>

/** Events of one area over a stretch of days, with as many days before. */
export interface AreaRow {
  /** Names of areas: one, several where accounts differ, or none. */
  readonly areas: readonly string[]
  /** Those that count. */
  readonly counted: EventTally
  readonly previous: EventTally
  readonly byStanding: ByStanding
  /** Of those that count: a party dissents or disputes. */
  readonly contested: EventTally
}

/** Events of one kind over a stretch of days. */
export interface Violations {
  readonly days: ReportDays
  readonly total: AreaRow
  readonly rows: readonly AreaRow[]
  /** Those that count, day by day. */
  readonly byDay: readonly { readonly day: string; readonly counted: EventTally }[]
}

/** What is asked about events: of which kind, over which days, and when a day ends. */
export interface ViolationsAsked {
  readonly days: ReportDays
  readonly cutOff: CutOff
  /** Violations unless given. */
  readonly kind?: RecordedKind
}

/** Counts events of a stretch of days by area and standing, each where it began. */
export function violationsIn(
  events: readonly RecordedEvent[],
  { days, cutOff, kind = 'violation' }: ViolationsAsked
): Violations {
  const all = events.filter((one) => one.kind === kind)
  const within = (stretch: ReportDays): readonly RecordedEvent[] => {
    const period = periodOf(stretch, cutOff)
    return all.filter(({ from }) => fallsIn(period, from))
  }
  const [now, before] = [within(days), within(daysBefore(days))]
  const names = [...new Set([...now, ...before].map(({ areas }) => areaKey(areas)))]
  const rows = names.sort(byArea).map((key) => {
    const own = (all: readonly RecordedEvent[]) => all.filter((one) => areaKey(one.areas) === key)
    return rowOf(own(now), own(before), key === '' ? [] : key.split(BETWEEN))
  })
  return {
    days,
    total: rowOf(now, before, []),
    rows,
    byDay: Array.from({ length: days.days }, (_, at) => {
      const day = dayLater(days.day, at + 1 - days.days)
      const period = periodOf({ day, days: 1 }, cutOff)
      const own = now.filter(({ from }) => fallsIn(period, from))
      return { day, counted: tallyOf(own.filter(counts)) }
    })
  }
}

/** Those that count from one instant (seconds since 1970) up to another. */
export function cumulativeBetween(
  events: readonly RecordedEvent[],
  period: { readonly from: number; readonly to: number }
): EventTally {
  return tallyOf(
    events.filter((one) => one.kind === 'violation' && fallsIn(period, one.from) && counts(one))
  )
}

/** Whether an event counts. */
export const counts = ({ standing }: RecordedEvent): boolean => COUNTING.has(standing)

/** Events put together. */
export function tallyOf(events: readonly RecordedEvent[]): EventTally {
  return {
    events: events.length,
    low: events.reduce((sum, { violations }) => sum + violations.low, 0),
    high: events.reduce((sum, { violations }) => sum + violations.high, 0),
    loose: events.filter(({ loose }) => loose).length,
    entries: events.flatMap(({ entries }) => entries)
  }
}

function rowOf(
  now: readonly RecordedEvent[],
  before: readonly RecordedEvent[],
  areas: readonly string[]
): AreaRow {
  const of = Map.groupBy(now, ({ standing }) => standing)
  const byStanding = Object.fromEntries(
    EVENT_STANDINGS.map((standing) => [standing, tallyOf(of.get(standing) ?? [])])
  ) as Record<EventStanding, EventTally>
  return {
    areas,
    counted: tallyOf(now.filter(counts)),
    previous: tallyOf(before.filter(counts)),
    byStanding,
    contested: tallyOf(now.filter((one) => counts(one) && one.contested))
  }
}

const BETWEEN = '\n'

const areaKey = (areas: readonly string[]): string => areas.join(BETWEEN)

/** By name; what has no area comes last. */
const byArea = (one: string, other: string): number => {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1
  return one < other ? -1 : one > other ? 1 : 0
}
