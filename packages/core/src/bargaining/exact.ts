/**
 * Doubles decide where they differ by more than their noise; whole numbers without limit decide the
 * rest.
 */
const NOISE = 1e-12

/** Sign of a / b - c / d for whole numbers, b and d positive. Exact. */
export function compareRatios(a: readonly [number, number], c: readonly [number, number]): number {
  const [left, right] = [a[0] * c[1], c[0] * a[1]]
  if (Math.abs(left - right) > NOISE * Math.max(Math.abs(left), Math.abs(right)))
    return left - right
  return signOf(BigInt(a[0]) * BigInt(c[1]) - BigInt(c[0]) * BigInt(a[1]))
}

/**
 * Sign of the product of some positive whole numbers minus the product of as many others. Exact.
 */
export function compareProducts(left: Float64Array, right: Float64Array): number {
  let difference = 0
  for (let k = 0; k < left.length; k++)
    difference += Math.log(left[k] as number) - Math.log(right[k] as number)
  if (Math.abs(difference) > NOISE * 100 * left.length) return difference
  return signOf(product(left) - product(right))
}

const product = (factors: Float64Array): bigint =>
  factors.reduce((all, factor) => all * BigInt(factor), 1n)

const signOf = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)
