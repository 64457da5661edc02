import { quantile } from '../draws/quantile.ts'
import type { Range } from '../model/judgement.ts'

/** A range read with a factor. */
export interface Part {
  readonly range: Range
  readonly coefficient: number
}

/** The least sum is found to within this much. */
export const TOLERANCE = 1e-9

/** The least of coefficient x value, the value anywhere in its range. */
export function leastApart({ range, coefficient }: Part): number {
  return Math.min(coefficient * range.low, coefficient * range.high)
}

/**
 * The least sum of coefficient x value where all values stand at one and the same quantile of their
 * ranges. With plain ranges the sum is a straight line; with peaked ones its bend is bounded once
 * the quantile is written as sin^2, so that halving stops where no lower value can hide. Within
 * `TOLERANCE`.
 */
export function leastTogether(parts: readonly Part[]): number {
  const moving = parts.filter(
    ({ range, coefficient }) => coefficient !== 0 && range.high > range.low
  )
  const at = (angle: number): number =>
    parts.reduce(
      (sum, { range, coefficient }) => sum + coefficient * quantile(range, Math.sin(angle) ** 2),
      0
    )
  const peaks = moving.flatMap(({ range: { low, mode, high } }) =>
    mode === undefined ? [] : [Math.asin(Math.sqrt((mode - low) / (high - low)))]
  )
  const knots = [...new Set([0, ...peaks, Math.PI / 2])].sort((a, b) => a - b)
  let least = Math.min(...knots.map(at))
  if (peaks.length === 0 || moving.length < 2) return least
  knots.slice(1).forEach((end, i) => {
    const start = knots[i] as number
    least = leastBetween([start, end], { at, bend: bendBetween(start, end, moving), least })
  })
  return least
}

/** A function, a bound on its second derivative, and the least value known. */
interface Curve {
  readonly at: (angle: number) => number
  readonly bend: number
  readonly least: number
}

function leastBetween([from, to]: readonly [number, number], { at, bend, least }: Curve): number {
  const lowest = Math.min(at(from), at(to)) - (bend * (to - from) ** 2) / 8
  if (lowest >= least - TOLERANCE) return least
  const middle = (from + to) / 2
  const found = Math.min(least, at(middle))
  const left = leastBetween([from, middle], { at, bend, least: found })
  return leastBetween([middle, to], { at, bend, least: left })
}

/**
 * Between peaks the sum is a constant + a sin + b cos + c sin^2 of the angle: a value goes with sin
 * below its peak, with cos above it, and with sin^2 where it has none. What cancels between the
 * parts does not bend the sum.
 */
function bendBetween(start: number, end: number, parts: readonly Part[]): number {
  const q = Math.sin((start + end) / 2) ** 2
  let [a, b, c] = [0, 0, 0]
  for (const { range, coefficient } of parts) {
    const { low, mode, high } = range
    const width = high - low
    if (mode === undefined) c += coefficient * width
    else if (q * width < mode - low) a += coefficient * Math.sqrt(width * (mode - low))
    else b -= coefficient * Math.sqrt(width * (high - mode))
  }
  return Math.abs(a) + Math.abs(b) + 2 * Math.abs(c)
}

/**
 * Least weighted mean, weights anywhere in their ranges: the smallest values take their greatest
 * weight, up to a threshold; every threshold is tried.
 */
export function leastMean(
  terms: readonly { readonly value: number; readonly low: number; readonly high: number }[]
): number {
  const sorted = [...terms].sort((a, b) => a.value - b.value)
  let weighted = sorted.reduce((sum, { value, low }) => sum + value * low, 0)
  let total = sorted.reduce((sum, { low }) => sum + low, 0)
  let least = weighted / total
  for (const { value, low, high } of sorted) {
    weighted += value * (high - low)
    total += high - low
    least = Math.min(least, weighted / total)
  }
  return least
}
