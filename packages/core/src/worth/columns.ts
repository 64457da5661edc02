import type { Column } from '../draws/column.ts'

/** Adds `factor` times a column to another, in place. */
export function addTo(sum: Float64Array, column: Column, factor = 1): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + factor * (column[i] as number)
}

/** Acceptance in each draw: the rest of the party's consent where it gains, else nothing. */
export function accepting(gain: Column, consent: Column): Float64Array {
  const accepts = new Float64Array(gain.length)
  for (let i = 0; i < accepts.length; i++)
    accepts[i] = (gain[i] as number) >= 0 ? (consent[i] as number) : 0
  return accepts
}

/** Multiplies a column by another, in place. */
export function multiply(product: Float64Array, column: Column): void {
  for (let i = 0; i < product.length; i++)
    product[i] = (product[i] as number) * (column[i] as number)
}
