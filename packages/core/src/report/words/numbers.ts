/** A chance in two decimals; what rounds to 0 or 1 without being it is said to be less or more. */
export function chance(p: number): string {
  if (p > 0 && p < 0.005) return '<0.01'
  if (p < 1 && p > 0.995) return '>0.99'
  return p.toFixed(2)
}

/** A chance in whole percent, as the page has it: never rounded to a certainty that it is not. */
export function inPercent(p: number): string {
  if (p > 0 && p < 0.005) return '<1%'
  if (p < 1 && p >= 0.995) return '>99%'
  return `${Math.round(100 * p)}%`
}

/** Points on the 0..100 scale, with a sign. */
export function points(value: number): string {
  const rounded = Math.round(value)
  return rounded > 0 ? `+${rounded}` : String(rounded === 0 ? 0 : rounded)
}

/** Points with one decimal and a sign. */
export function signed(value: number): string {
  const rounded = value.toFixed(1)
  return Number(rounded) > 0 ? `+${rounded}` : Number(rounded) === 0 ? '0.0' : rounded
}

/** A whole number with thousands separated, exactly. */
export const count = (value: bigint | number): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, ',')
