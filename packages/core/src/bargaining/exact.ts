/**
 * Doubles decide where they differ by more than this share of their size; whole numbers without
 * limit decide the rest. A product of two whole numbers, or a sum of logarithms, is off by a few
 * times 1e-16 of its size, so ten thousand times as much is safe. Nothing depends on the value but
 * speed: a larger one asks whole numbers more often, one near 1e-16 would let rounding decide.
 */
const NOISE = 1e-12

/** A whole number over another, the second above zero. */
export type Ratio = readonly [number, number]

/** Sign of a / b - c / d. Exact. */
export function compareRatios(a: Ratio, c: Ratio): number {
  const [left, right] = [a[0] * c[1], c[0] * a[1]]
  if (Math.abs(left - right) > NOISE * Math.max(Math.abs(left), Math.abs(right)))
    return left - right
  return signOf(BigInt(a[0]) * BigInt(c[1]) - BigInt(c[0]) * BigInt(a[1]))
}

/**
 * Compares ratios that ascend: the least first, then the second least, as far as `right` goes
 * (leximax). Exact.
 */
export function compareAscending(left: readonly Ratio[], right: readonly Ratio[]): number {
  for (const [k, ratio] of right.entries()) {
    const order = compareRatios(left[k] as Ratio, ratio)
    if (order !== 0) return order
  }
  return 0
}

/**
 * Sign of the product of some positive whole numbers minus the product of as many others. Exact.
 */
export function compareProducts(left: Float64Array, right: Float64Array): number {
  let difference = 0
  for (let k = 0; k < left.length; k++)
    difference += Math.log(left[k] as number) - Math.log(right[k] as number)
  // the logarithm of a whole number below 2^53 is at most 37: a hundred times covers both sides
  if (Math.abs(difference) > NOISE * 100 * left.length) return difference
  return signOf(product(left) - product(right))
}

/** The product of whole numbers. Exact. */
export const product = (factors: Float64Array): bigint =>
  factors.reduce((all, factor) => all * BigInt(factor), 1n)

/**
 * The sum of gains in points of some parties (units whole): its exact order, and its value rounded
 * once.
 */
export function sumInPoints(
  parties: readonly number[],
  unit: Float64Array
): {
  readonly order: (a: Float64Array, b: Float64Array) => number
  readonly value: (gains: Float64Array) => number
} {
  const common = parties.map((p) => BigInt(unit[p] as number)).reduce(leastMultiple, 1n)
  const factors = parties.map((p) => common / BigInt(unit[p] as number))
  const exact = (gains: Float64Array): bigint =>
    parties.reduce((sum, p, k) => sum + BigInt(gains[p] as number) * (factors[k] as bigint), 0n)
  return {
    order: (a, b) => signOf(exact(a) - exact(b)),
    value: (gains) => Number(exact(gains)) / Number(common)
  }
}

const signOf = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)

/** The least common multiple. */
export const leastMultiple = (a: bigint, b: bigint): bigint => (a / greatestDivisor(a, b)) * b

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b)
}
