import type { Ratio } from './exact.ts'

/** One party's numbers in whole units. */
export interface Units {
  /** Units to one of what the numbers are written in. */
  readonly units: number
  /** The number in units; minus zero is zero, for it would make equal points look different. */
  readonly whole: (value: number) => number
  /** Whether every number is exactly so many units; else each was rounded to the next unit. */
  readonly exact: boolean
}

/**
 * Digits kept after the point where numbers fit no grid: far below what anybody judges, and coarse
 * enough that 4,000 issues of 100 points each stay below `LARGEST_SUM`.
 */
const FINEST = 10
/**
 * Largest whole number a sum may reach: half of 2^53, so that differences are exact in doubles too.
 */
export const LARGEST_SUM = 2 ** 52
/**
 * What a number may be off as a share of the largest sum: one read from decimal text is off by
 * 1.1e-16 of its size, a product of some and a sum of hundreds by a little more. Two numbers nearer
 * than this are one number.
 */
const NOISE = 1e-14

/**
 * A grid for all numbers of a party, whose sums reach `largest`: the coarsest power of ten that
 * makes them whole; else a power of ten times the least common denominator of the fractions they
 * are (thirds of a point, say); else, rounding, the finest power of ten that fits.
 */
export function unitsFor(numbers: readonly number[], largest: number): Units {
  const finest = Math.min(FINEST, Math.floor(Math.log10(LARGEST_SUM / Math.max(largest, 1))))
  for (let digits = 0; digits <= finest; digits++) {
    const units = 10 ** digits
    const noise = noiseAt(largest, units)
    // where the noise could reach a hundredth of a unit, whole numbers can no longer be told
    if (
      noise < 0.01 &&
      numbers.every((value) => Math.abs(value * units - Math.round(value * units)) <= noise)
    )
      return { units, whole: roundedTo(units), exact: true }
  }
  for (let digits = 0; digits <= finest; digits++) {
    const grid = commonGrid(numbers, largest, 10 ** digits)
    if (grid) return grid
  }
  return { units: 10 ** finest, whole: roundedTo(10 ** finest), exact: false }
}

const noiseAt = (largest: number, units: number): number => Math.max(largest, 1) * units * NOISE

const roundedTo =
  (units: number) =>
  (value: number): number =>
    Math.round(value * units) + 0

/**
 * The grid of a power of ten times the least common denominator; undefined where a number is no
 * fraction with a small denominator, or the grid would be too fine.
 */
function commonGrid(numbers: readonly number[], largest: number, power: number): Units | undefined {
  const noise = noiseAt(largest, power)
  const ratios = new Map<number, Ratio>()
  let common = 1
  for (const value of numbers) {
    const ratio = fractionNear(value * power, noise)
    if (!ratio) return undefined
    common = (common / greatestCommon(common, ratio[1])) * ratio[1]
    if (common * power * Math.max(largest, 1) > LARGEST_SUM) return undefined
    ratios.set(value, ratio)
  }
  const whole = (value: number): number => {
    const [top, bottom] = ratios.get(value) ?? [Math.round(value * power * common), common]
    return top * (common / bottom) + 0
  }
  return { units: power * common, whole, exact: true }
}

/**
 * How likely a number that is no such fraction may be to pass for one. It decides how large a
 * denominator may be: 1,000 where sums reach 10,000. One that passes is the fraction to 14 digits.
 */
const BY_CHANCE = 1e-4

/**
 * The only fraction within the noise whose denominator is small enough. Two fractions with
 * denominators up to q differ by 1/q^2 or more, so there is no second; and one nearer than 1/(2
 * q^2) is a convergent of the continued fraction (Legendre), so that no other need be tried.
 */
function fractionNear(value: number, noise: number): Ratio | undefined {
  const most = Math.sqrt(BY_CHANCE / noise)
  let [before, top] = [0, 1]
  let [under, bottom] = [1, 0]
  let rest = value
  for (;;) {
    const part = Math.floor(rest)
    ;[before, top] = [top, part * top + before]
    ;[under, bottom] = [bottom, part * bottom + under]
    if (!(bottom <= most)) return undefined
    if (Math.abs(value - top / bottom) <= noise) return [top, bottom]
    rest = 1 / (rest - part)
  }
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))
