import type { Layer } from '../deal-space.ts'

/** What a party gets from its best (`Math.max`) or worst (`Math.min`) point of each part. */
export function reach(
  parts: readonly Layer[],
  party: number,
  choose: (a: number, b: number) => number
): number {
  return sum(
    parts.map(({ width, count, values }) => {
      let chosen = values[party] as number
      for (let j = 1; j < count; j++) chosen = choose(chosen, values[j * width + party] as number)
      return chosen
    })
  )
}

/** The number at an index that exists. */
export const at = (numbers: Float64Array, index: number): number => numbers[index] as number

/** The sum of numbers. */
export const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** The inner product. */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let p = 0; p < a.length; p++) total += (a[p] as number) * (b[p] as number)
  return total
}
