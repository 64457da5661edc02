import type { Cadence } from '../model/closed-lists.ts'
import type { Channel, Meeting } from '../model/meetings.ts'
import type { Process } from '../model/process.ts'
import type { TimePoint } from '../time/counted.ts'
import { localAt } from '../time/counted.ts'
import { changesBetween } from '../time/offsets.ts'
import { firstOf } from '../time/recurrence.ts'
import type { Obligation } from './obligation.ts'

/** The clocks that a party goes by. */
export interface PartyClock {
  readonly party: string
  readonly zone: string
}

/** Something held again and again: a meeting, or a check of a line. */
export interface StandingDate {
  /** Such as `meeting.flag`, `line-check.theatre.0930` or `inspections.storage.heavy`. */
  readonly id: string
  readonly kind: 'meeting' | 'line-check' | 'inspections'
  readonly of: string
  readonly parties: readonly string[]
  readonly cadence: Cadence
  /** None of inspections: they have days and no hour. */
  readonly time?: string
  readonly zone: string
  /** Where the case names no zone: the one of the ceasefire was taken. */
  readonly zoneTaken: boolean
  /** From the ceasefire on, of a store from the start of its withdrawal; none without an instant. */
  readonly first?: TimePoint
  readonly recess?: Meeting['recess']
  readonly at: string
}

/** Meetings, line checks and inspections, in the order of their ids. */
export function standingOf(
  process: Process,
  clocks: readonly PartyClock[],
  moments: ReadonlyMap<string, Obligation>
): readonly StandingDate[] {
  const { meetings, channels } = process
  const from = instantIn(moments, 'ceasefire')
  const all = [
    ...inspections(process, moments),
    ...[...meetings.values()].map((one) => meetingOf(one, from)),
    ...[...channels.values()].flatMap((one) => checksOf(one, clocks, from))
  ]
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const instantIn = (moments: ReadonlyMap<string, Obligation>, id: string): TimePoint | undefined => {
  const when = moments.get(id)?.when
  return when && 'at' in when ? when.at : undefined
}

/** Inspections by who watches, and of what stands in store. */
function inspections(
  { ceasefire, withdrawals }: Process,
  moments: ReadonlyMap<string, Obligation>
): readonly StandingDate[] {
  const { inspections: cadence, by = [] } = ceasefire?.monitoring ?? {}
  const one = (
    found: Pick<StandingDate, 'id' | 'of' | 'parties' | 'cadence' | 'at'>,
    from: string
  ) => {
    const first = instantIn(moments, from)
    const zone = first?.zone ?? 'UTC'
    return {
      ...found,
      kind: 'inspections' as const,
      zone,
      zoneTaken: false,
      ...(first ? { first } : {})
    }
  }
  return [
    ...(cadence
      ? [
          one(
            {
              id: 'inspections',
              of: 'monitoring',
              parties: by,
              cadence,
              at: 'ceasefire/monitoring/inspections'
            },
            'ceasefire'
          )
        ]
      : []),
    ...[...withdrawals.values()].flatMap(({ id, storage, verifiedBy, at }) =>
      storage?.inspections
        ? [
            one(
              {
                id: `inspections.storage.${id}`,
                of: id,
                parties: verifiedBy,
                cadence: storage.inspections,
                at: `${at}/storage/inspections`
              },
              `withdrawal.${id}`
            )
          ]
        : []
    )
  ]
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
  if (!first || time === undefined) return []
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
