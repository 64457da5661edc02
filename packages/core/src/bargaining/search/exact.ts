/** Relative difference below which two doubles are told apart in whole numbers. */
const CLOSE = 1e-12

/** Which product of whole numbers (all above zero) is greater: above zero for the first. Exact. */
export function productOrder(a: Float64Array, b: Float64Array): number {
  const [first, second] = [logs(a), logs(b)]
  if (Math.abs(first - second) > CLOSE * Math.max(1, first)) return first - second
  return sign(product(a) - product(b))
}

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
    order: (a, b) => sign(exact(a) - exact(b)),
    value: (gains) => Number(exact(gains)) / Number(common)
  }
}

/**
 * Orders gains by their least (gain - baseline) / scale, then the next least and so on, exactly.
 */
export function leximaxOrder(
  parties: readonly number[],
  baseline: Float64Array,
  scale: Float64Array
): (a: Float64Array, b: Float64Array) => number {
  const ascending = (gains: Float64Array): readonly Fraction[] =>
    parties
      .map((p) => ({
        above: (gains[p] as number) - (baseline[p] as number),
        below: scale[p] as number
      }))
      .sort(fractionOrder)
  return (a, b) => {
    const [first, second] = [ascending(a), ascending(b)]
    for (const [k, fraction] of first.entries()) {
      const order = fractionOrder(fraction, second[k] as Fraction)
      if (order !== 0) return order
    }
    return 0
  }
}

interface Fraction {
  readonly above: number
  readonly below: number
}

function fractionOrder(a: Fraction, b: Fraction): number {
  const [first, second] = [a.above / a.below, b.above / b.below]
  if (Math.abs(first - second) > CLOSE * (Math.abs(first) + Math.abs(second))) return first - second
  return sign(BigInt(a.above) * BigInt(b.below) - BigInt(b.above) * BigInt(a.below))
}

function logs(numbers: Float64Array): number {
  let sum = 0
  for (const number of numbers) sum += Math.log(number)
  return sum
}

/** The product of whole numbers. Exact. */
export function product(numbers: Float64Array): bigint {
  return Array.from(numbers, BigInt).reduce((result, number) => result * number, 1n)
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)

const leastMultiple = (a: bigint, b: bigint): bigint => (a / greatestDivisor(a, b)) * b

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b)
}
