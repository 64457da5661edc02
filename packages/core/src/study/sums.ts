import type { Column } from '../draws/column.ts'
import type { Estimate } from '../worth/estimate.ts'

/** A column's sum and sum of squares. */
export function momentsOf(column: Column): Float64Array {
  const moments = new Float64Array(2)
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number
    moments[0] = (moments[0] as number) + value
    moments[1] = (moments[1] as number) + value * value
  }
  return moments
}

/** Mean and standard error, sd / sqrt(count), from a sum and a sum of squares. */
export function meanOfSums(moments: Float64Array, count: number): Estimate {
  const [sum = 0, squares = 0] = moments
  const p = sum / count
  const spread = Math.max(0, squares - sum * p)
  return { p, standardError: count > 1 ? Math.sqrt(spread / (count - 1) / count) : 0 }
}

/** Arrays of one length added up, number by number, in their order. */
export function summed(arrays: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(arrays[0]?.length ?? 0)
  for (const array of arrays) addAll(sum, array)
  return sum
}

/** Arrays one after the other. */
export function joinedSums(arrays: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(arrays.reduce((length, array) => length + array.length, 0))
  let at = 0
  for (const array of arrays) {
    whole.set(array, at)
    at += array.length
  }
  return whole
}

/** Adds numbers to others one by one, in place. */
export function addAll(into: Float64Array, more: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (more[i] as number)
}
