import type { Column } from '../draws/column.ts'
import { TIE } from './conventions.ts'

/** Whether a gain is no loss: a party accepts what is exactly as good as no deal. */
export const isNoLoss = (gain: number): boolean => gain >= -TIE

/** A number of points, 0 where it is within a tie of 0. */
export const tiedToZero = (points: number): number => (Math.abs(points) <= TIE ? 0 : points)

/** Adds `factor` times a column to another, in place. */
export function addTo(sum: Float64Array, column: Column, factor = 1): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + factor * (column[i] as number)
}

/** Acceptance in each draw: the rest of the party's consent where it gains, else nothing. */
export function accepting(gain: Column, consent: Column): Float64Array {
  const accepts = new Float64Array(gain.length)
  for (let i = 0; i < accepts.length; i++)
    accepts[i] = isNoLoss(gain[i] as number) ? (consent[i] as number) : 0
  return accepts
}

/** Multiplies a column by another, in place. */
export function multiply(product: Float64Array, column: Column): void {
  for (let i = 0; i < product.length; i++)
    product[i] = (product[i] as number) * (column[i] as number)
}
