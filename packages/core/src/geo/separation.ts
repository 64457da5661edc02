import { chained } from './chain.ts'
import { apart, densified, lengthOf } from './geodesic.ts'
import type { LonLat, Trace } from './ground.ts'
import { walked } from './ground.ts'
import { nearestOn } from './nearest.ts'

/** How far a line is from another, measured at even steps along it, in km. */
export interface Separation {
  readonly least: Gap
  readonly median: number
  readonly most: Gap
  /** The length of a step. */
  readonly stepKm: number
}

/** A distance, and the place on the first line where it was measured. */
export interface Gap {
  readonly km: number
  readonly place: LonLat
}

/** About how many places are measured. */
const PLACES = 600

/** The distance from the one line to the nearest place of the other. */
export function separation(one: readonly Trace[], other: readonly Trace[]): Separation {
  const length = one.reduce((sum, course) => sum + lengthOf(course), 0)
  const stepKm = Math.max(1, length / PLACES)
  const nearest = nearestOn(other)
  const gaps = one
    .flatMap((course) => densified(walked(course), stepKm))
    .map((place): Gap => ({ km: nearest(place).km, place }))
    .toSorted((a, b) => a.km - b.km)
  const none: Gap = { km: 0, place: [0, 0] }
  return {
    least: gaps[0] ?? none,
    median: gaps[Math.floor(gaps.length / 2)]?.km ?? 0,
    most: gaps.at(-1) ?? none,
    stepKm
  }
}

/**
 * Whether two lines, walked with one party to the left of the first and another to the right of the
 * second, run alike, so that the parties face each other. Of areas: whether both run the same way
 * round.
 */
export function opposed(one: readonly Trace[], other: readonly Trace[]): boolean {
  const [a, b] = [one.find(isOpen), other.find(isOpen)]
  if ((a === undefined) !== (b === undefined)) return true
  if (!a) return windingOf(one) > 0 === windingOf(other) > 0
  const [mine, theirs] = [chained(one.filter(isOpen)), chained(other.filter(isOpen))]
  if (!mine || !theirs) return true
  const alike = apart(mine.start, theirs.start).km + apart(mine.end, theirs.end).km
  return alike <= apart(mine.start, theirs.end).km + apart(mine.end, theirs.start).km
}

const isOpen = ({ closed }: Trace): boolean => !closed

const windingOf = (courses: readonly Trace[]): number =>
  courses.reduce((sum, course) => sum + turnOf(course), 0)

const turnOf = (course: Trace): number =>
  walked(course).reduce((sum, [x, y], at, points) => {
    const before = points[at - 1]
    return before ? sum + before[0] * y - x * before[1] : sum
  }, 0)
