import type { Layer } from './deal-space.ts'
import { pointOf } from './layer.ts'

/**
 * Roundings by which an efficient package may be missed: one for having compared rounded numbers, one
 * for having been left out, one for having been taken as 0.
 */
export const ROUNDINGS = 3

/** Points without those that rounding alone tells from another, and where each came from. */
export interface Distinct {
  readonly gains: Layer
  /** By point kept: its place among the points given. */
  readonly places: readonly number[]
}

/**
 * Points compared with each other at most, pair by pair: some tenths of a second. Of more, those
 * that only rounding tells apart stay side by side, each as near to the truth as it was.
 */
const COMPARED = 3_000

/**
 * Gains as they count where numbers were rounded: one within the rounding of 0 is 0, and a point
 * that another reaches everywhere but for the rounding is left out. So every efficient package
 * is matched by one kept that gives no party more than `ROUNDINGS` times the rounding less.
 */
export function distinct(gains: Layer, rounding: Float64Array): Distinct {
  const { width, count } = gains
  const values = gains.values.map((gain, at) =>
    Math.abs(gain) <= (rounding[at % width] as number) ? 0 : gain
  )
  const even = { width, count, values }
  const all = Array.from({ length: count }, (_, point) => point)
  const places = (count > COMPARED ? all : unmatched(even, rounding)).toSorted(byGains(even))
  const kept = new Float64Array(places.length * width)
  for (const [at, place] of places.entries()) kept.set(pointOf(even, place), at * width)
  return { gains: { width, count: places.length, values: kept }, places }
}

/**
 * Greatest sum first, in units of the rounding, so that what is left out is never better by much
 * than what stays.
 */
function unmatched(gains: Layer, rounding: Float64Array): readonly number[] {
  const sums = Array.from({ length: gains.count }, (_, point) =>
    pointOf(gains, point).reduce(
      (sum, gain, k) => sum + gain / Math.max(rounding[k] as number, 1),
      0
    )
  )
  const kept: number[] = []
  for (const point of [...sums.keys()].sort((a, b) => (sums[b] as number) - (sums[a] as number))) {
    const own = pointOf(gains, point)
    const isMatched = kept.some((other) =>
      pointOf(gains, other).every((gain, k) => gain >= (own[k] as number) - (rounding[k] as number))
    )
    if (!isMatched) kept.push(point)
  }
  return kept
}

const byGains =
  ({ values, width }: Layer) =>
  (a: number, b: number): number => {
    for (let k = 0; k < width; k++) {
      const order = (values[b * width + k] as number) - (values[a * width + k] as number)
      if (order !== 0) return order
    }
    return a - b
  }
