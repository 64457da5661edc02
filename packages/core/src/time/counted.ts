import { Temporal } from 'temporal-polyfill'
import type { Anchor, Lapse, Moment } from '../model/moment.ts'
import { offsetAt } from './offsets.ts'

/** An instant in seconds since 1970 (UTC), and the zone in which days are counted from it. */
export interface TimePoint {
  readonly seconds: number
  readonly zone: string
}

/** What the clocks of a zone do with a local time: skip it, or show it twice. */
export type Slip = 'skipped' | 'twice'

const DAY = 86_400

/** A moment in seconds since 1970 (UTC). */
export const secondsOf = ({ utc }: Pick<Moment, 'utc'>): number =>
  Temporal.Instant.from(utc).epochMilliseconds / 1000

/** A moment as agreed, in the zone that it was agreed in. */
export const timePointOf = (moment: Moment): TimePoint => ({
  seconds: secondsOf(moment),
  zone: moment.zone
})

/** What the clocks there show then: `2025-02-15T08:00`, with seconds where there are any. */
export function localAt(seconds: number, zone: string): string {
  const whole = Math.round(seconds)
  const text = new Date((whole + offsetAt(whole, zone)) * 1000).toISOString().slice(0, 19)
  return text.endsWith(':00') ? text.slice(0, -3) : text
}

/** The day that it is there then: `2025-02-14`. */
export const dayAt = (seconds: number, zone: string): string => localAt(seconds, zone).slice(0, 10)

/** So much later: whole days by the calendar of the point's zone, the rest by exact time. */
export function laterBy(
  { seconds, zone }: TimePoint,
  lag: Pick<Anchor, 'seconds' | 'days'>
): TimePoint {
  const { days = 0 } = lag
  const wall = seconds + offsetAt(seconds, zone) + days * DAY
  const landed = days === 0 ? seconds : atLocal(wall, zone).seconds
  return { seconds: landed + lag.seconds - days * DAY, zone }
}

/** A stretch of time as it is counted: one said in days alone is days of the calendar. */
export const lagOf = ({
  text,
  seconds
}: Lapse): { readonly seconds: number; readonly days: number } => ({
  seconds,
  days: text.includes('T') ? 0 : seconds / DAY
})

/** What the clocks do with the local time on which so many whole days later fall. */
export function slipOf({ seconds, zone }: TimePoint, days: number): Slip | undefined {
  if (days === 0) return undefined
  return atLocal(seconds + offsetAt(seconds, zone) + days * DAY, zone).slip
}

/**
 * The instant of a local time, given as if it were UTC. Of two the earlier; one that is skipped is
 * read with the offset before the change, as much later as the clocks are put forward.
 */
export function atLocal(
  wall: number,
  zone: string
): { readonly seconds: number; readonly slip?: Slip } {
  // Offsets change by less than a day, and not twice within two.
  const [before, after] = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)]
  const [early, late] = [wall - before, wall - after]
  if (before === after) return { seconds: early }
  const fits = [
    ...(offsetAt(early, zone) === before ? [early] : []),
    ...(offsetAt(late, zone) === after ? [late] : [])
  ]
  if (fits.length === 2) return { seconds: Math.min(early, late), slip: 'twice' }
  return fits[0] === undefined ? { seconds: early, slip: 'skipped' } : { seconds: fits[0] }
}

/** A local time such as `2025-02-15T08:00` as a number of seconds, as if it were UTC. */
export const wallOf = (local: string): number => Date.parse(`${local}Z`) / 1000

/** Days of the calendar from one point to another, in the zone of the first. */
export const daysBetween = (from: TimePoint, seconds: number): number =>
  (wallOf(`${dayAt(seconds, from.zone)}T00:00`) -
    wallOf(`${dayAt(from.seconds, from.zone)}T00:00`)) /
  DAY

/** Whole days on the clocks there up to an instant, a part of one counted as one. */
export const daysUpTo = ({ seconds: from, zone }: TimePoint, seconds: number): number =>
  Math.ceil((wallOf(localAt(seconds, zone)) - wallOf(localAt(from, zone))) / DAY)
