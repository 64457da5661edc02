/** A rational number in lowest terms; `bottom` is positive. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** `top / bottom` in lowest terms. Throws a RangeError when `bottom` is zero. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('a fraction over zero')
  const common = divisor(top, bottom) * (bottom < 0n ? -1n : 1n)
  return { top: top / common, bottom: bottom / common }
}

/** 0. */
export const ZERO: Fraction = { top: 0n, bottom: 1n }
/** 1. */
export const ONE: Fraction = { top: 1n, bottom: 1n }

/**
 * Exactly what the number's shortest decimal text says, so that 0.1 is 1/10. Throws a RangeError
 * when it is not finite.
 */
export function fractionOf(value: number): Fraction {
  const parts = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!parts) throw new RangeError(`no finite number: ${value}`)
  const [, whole = '0', decimals = '', exponent = '0'] = parts
  const power = Number(exponent) - decimals.length
  const digits = BigInt(whole + decimals)
  return power < 0
    ? fraction(digits, 10n ** BigInt(-power))
    : fraction(digits * 10n ** BigInt(power))
}

/** The nearest number: the quotient to 25 digits, then rounded. */
export function quotientOf({ top, bottom }: Fraction): number {
  const digits = Math.max(0, 25 + String(bottom).length - String(top).length)
  return Number(`${(top * 10n ** BigInt(digits)) / bottom}e-${digits}`)
}

/** As text: `2/15`, or `66` when it is whole. */
export function fractionText({ top, bottom }: Fraction): string {
  return bottom === 1n ? `${top}` : `${top}/${bottom}`
}

/** a + b. */
export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
/** a - b. */
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
/** a b. */
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.top, a.bottom * b.bottom)
/** a / b. Throws a RangeError when `b` is zero. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom, a.bottom * b.top)
/** The sum; 0 of an empty list. */
export const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, ZERO)

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The least of a list that is not empty. */
export const least = (list: readonly Fraction[]): Fraction =>
  list.reduce((low, one) => (compare(one, low) < 0 ? one : low))
/** The greatest of a list that is not empty. */
export const greatest = (list: readonly Fraction[]): Fraction =>
  list.reduce((high, one) => (compare(one, high) > 0 ? one : high))

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
