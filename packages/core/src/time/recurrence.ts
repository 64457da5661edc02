import type { Cadence } from '../model/closed-lists.ts'
import type { Slip, TimePoint } from './counted.ts'
import { atLocal, dayAt, wallOf } from './counted.ts'

const DAY = 86_400

/** A time of day with its zone. */
export interface ZonedClock {
  readonly time: string
  readonly zone: string
}

/** The first time that a clock shows an hour, from an instant on. */
export function firstOf(seconds: number, { time, zone }: ZonedClock): TimePoint {
  const wall = wallOf(`${dayAt(seconds, zone)}T${time}`)
  const today = atLocal(wall, zone).seconds
  return { seconds: today >= seconds ? today : atLocal(wall + DAY, zone).seconds, zone }
}

/** One time that something standing is held. */
export interface Occurrence {
  readonly seconds: number
  readonly slip?: Slip
}

const DAYS: Readonly<Partial<Record<Cadence, number>>> = { daily: 1, weekly: 7, fortnightly: 14 }

/**
 * The times that something is held, from the first on and up to an instant. Monthly and yearly are
 * on the same day of the month, and left out where the month has none, as calendars do.
 */
export function occurrences(
  {
    first,
    cadence,
    time
  }: { readonly first: TimePoint; readonly cadence: Cadence; readonly time: string },
  until: number
): readonly Occurrence[] {
  const start = wallOf(`${dayAt(first.seconds, first.zone)}T${time}`)
  const found: Occurrence[] = []
  for (let n = 0; ; n++) {
    const wall = nth(start, cadence, n)
    if (wall === undefined) continue
    const one = atLocal(wall, first.zone)
    if (one.seconds > until) return found
    found.push(one)
  }
}

function nth(start: number, cadence: Cadence, n: number): number | undefined {
  const days = DAYS[cadence]
  if (days !== undefined) return start + n * days * DAY
  const date = new Date(start * 1000)
  const day = date.getUTCDate()
  if (cadence === 'monthly') date.setUTCMonth(date.getUTCMonth() + n)
  else date.setUTCFullYear(date.getUTCFullYear() + n)
  return date.getUTCDate() === day ? date.getTime() / 1000 : undefined
}
