import type { Cadence } from '../model/closed-lists.ts'
import type { Channel, Meeting } from '../model/meetings.ts'
import type { Process } from '../model/process.ts'
import type { TimePoint } from '../time/counted.ts'
import { localAt } from '../time/counted.ts'
import { changesBetween } from '../time/offsets.ts'
import { firstOf } from './recurrence.ts'

/** The clocks that a party goes by. */
export interface PartyClock {
  readonly party: string
  readonly zone: string
}

/** Something held again and again: a meeting, or a check of a line. */
export interface StandingDate {
  /** Such as `meeting.flag` or `line-check.theatre.0930`. */
  readonly id: string
  readonly kind: 'meeting' | 'line-check'
  readonly of: string
  readonly parties: readonly string[]
  readonly cadence: Cadence
  readonly time: string
  readonly zone: string
  /** Where the case names no zone: the one of the ceasefire was taken. */
  readonly zoneTaken: boolean
  /** From the ceasefire on; none where that has no instant. */
  readonly first?: TimePoint
  readonly recess?: Meeting['recess']
  readonly at: string
}

/** Meetings and line checks, from the ceasefire on, in the order of their ids. */
export function standingOf(
  { meetings, channels }: Process,
  clocks: readonly PartyClock[],
  from: TimePoint | undefined
): readonly StandingDate[] {
  const all = [
    ...[...meetings.values()].map((one) => meetingOf(one, from)),
    ...[...channels.values()].flatMap((one) => checksOf(one, clocks, from))
  ]
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function meetingOf(
  { id, cadence, hour, quorum, attend, recess, at }: Meeting,
  from: TimePoint | undefined
): StandingDate {
  const { time, zone = from?.zone ?? 'UTC' } = hour
  return {
    id: `meeting.${id}`,
    kind: 'meeting',
    of: id,
    parties: [...new Set([...quorum.keys(), ...attend.keys()])],
    cadence,
    time,
    zone,
    zoneTaken: false,
    at: `${at}/at`,
    ...(recess ? { recess } : {}),
    ...(from ? { first: firstOf(from.seconds, { time, zone }) } : {})
  }
}

/** A line is checked at the hour of its zone; without one, of the zone that all its ends go by, if so. */
function checksOf(
  { id, lineCheck, ends, zone: said, at }: Channel,
  clocks: readonly PartyClock[],
  from: TimePoint | undefined
): readonly StandingDate[] {
  const zones = new Set(ends.map((end) => clocks.find(({ party }) => party === end)?.zone))
  const shared = said ?? (zones.size === 1 ? [...zones][0] : undefined)
  const zone = shared ?? from?.zone ?? 'UTC'
  return lineCheck.map(({ time }, place) => ({
    id: `line-check.${id}.${time.replace(':', '')}`,
    kind: 'line-check' as const,
    of: id,
    parties: ends,
    cadence: 'daily' as const,
    time,
    zone,
    zoneTaken: shared === undefined,
    at: `${at}/line-check/${place}`,
    ...(from ? { first: firstOf(from.seconds, { time, zone }) } : {})
  }))
}

/** The same hour on the clocks of others, as long as it is that. */
export interface HourFrom {
  /** The day, where it is held, from which on it is so. */
  readonly from: string
  /** By zone, the time there then: `2025-02-01T11:00`. */
  readonly times: readonly string[]
}

/**
 * What the clocks of other zones show at the hour of something standing, and from which day on, up
 * to an instant: clocks that are changed on other days than its own move it.
 */
export function hoursElsewhere(
  { time, zone, first }: StandingDate,
  zones: readonly string[],
  until: number
): readonly HourFrom[] {
  if (!first) return []
  const changes = [zone, ...zones].flatMap((one) => changesBetween(one, [first.seconds, until]))
  const starts = [...new Set(changes.map(({ seconds }) => seconds))].sort((a, b) => a - b)
  const found: HourFrom[] = []
  for (const { seconds } of [first, ...starts.map((at) => firstOf(at, { time, zone }))]) {
    const from = localAt(seconds, zone).slice(0, 10)
    const times = zones.map((one) => localAt(seconds, one))
    const last = found.at(-1)
    if (!last || last.times.some((known, at) => known.slice(11) !== times[at]?.slice(11)))
      found.push({ from, times })
  }
  return found
}
