import type { Range } from '../model/judgement.ts'

/**
 * The value below which a share `q` of the range's distribution lies (uniform, or triangular when
 * it has a mode).
 */
export function quantile({ low, mode, high }: Range, q: number): number {
  const width = high - low
  if (mode === undefined || width === 0) return low + q * width
  const left = mode - low
  return q * width < left
    ? low + Math.sqrt(q * width * left)
    : high - Math.sqrt((1 - q) * width * (high - mode))
}

/**
 * Turns uniform numbers into a range's values, in place of calling `quantile` for each: the inner
 * loop of all sampling.
 */
export function fillQuantiles(
  { low, mode, high }: Range,
  uniforms: Float64Array,
  into: Float64Array
): void {
  const width = high - low
  if (mode === undefined || width === 0) {
    for (let i = 0; i < into.length; i++) into[i] = low + (uniforms[i] as number) * width
    return
  }
  const cut = (mode - low) / width
  const rising = width * (mode - low)
  const falling = width * (high - mode)
  for (let i = 0; i < into.length; i++) {
    const q = uniforms[i] as number
    into[i] = q < cut ? low + Math.sqrt(q * rising) : high - Math.sqrt((1 - q) * falling)
  }
}

/**
 * A standard normal number for each uniform one (Box and Muller's transform on pairs drawn from two
 * streams).
 */
export function normals(first: Float64Array, second: Float64Array): Float64Array {
  const numbers = new Float64Array(first.length)
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] =
      Math.sqrt(-2 * Math.log(1 - (first[i] as number))) *
      Math.cos(2 * Math.PI * (second[i] as number))
  }
  return numbers
}

/**
 * The standard normal distribution function; absolute error below 1.5e-7 (Abramowitz and Stegun,
 * 7.1.26).
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
    t *
    Math.exp(-x * x)
  return z >= 0 ? 1 - tail / 2 : tail / 2
}

/**
 * The number below which a share `p` of the standard normal distribution lies, 0 < p < 1: bisection
 * on `normalCdf`, so that the two are each other's inverse.
 */
export function normalQuantile(p: number): number {
  let [low, high] = [-9, 9]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
