import type { Column } from '../draws/column.ts'
import { uniforms } from '../draws/stream.ts'
import type { BaseSums, SwapMoments } from './sobol-sums.ts'
import { BASE, baseAround, SWAP, swapAround } from './sobol-sums.ts'
import { student95 } from './student.ts'

/**
 * An index with its 95 per cent interval: from the spread over the samples, with Student's quantile
 * for as many of them as it rests on.
 */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * How much of an output's variance one input accounts for: by itself, and with all it takes part
 * in.
 */
export interface Index {
  readonly first: Interval
  readonly total: Interval
  /**
   * How many samples it rests on: as many changes of one size as would weigh like the changes of the
   * output when the input was exchanged. Few where the input seldom matters.
   */
  readonly rests: number
}

/** With fewer samples to rest on an index is too uncertain to say anything by it. */
export const FEW = 10

/**
 * How many base samples, from which seed. The model is worked out `dimensions + 2` times on each.
 */
export interface Sampling {
  readonly samples: number
  readonly seed: number
}

/**
 * A model over columns of uniform numbers in [0, 1), one for each input: its output for each row.
 */
export type OutputFunction = (inputs: readonly Float64Array[]) => Float64Array

/** Variance below this share of the mean square is the noise of rounding. */
const CONSTANT = 1e-12

/**
 * First-order and total indices (Sobol 1993) of every input of a model with independent inputs:
 * base samples A and B, and A with one column of B at a time. First order as in Saltelli et al.
 * 2010, total as in Jansen 1999. Null for a constant output.
 */
export function sobol(
  model: OutputFunction,
  dimensions: number,
  { samples, seed }: Sampling
): readonly (Index | null)[] {
  const inputs = Array.from({ length: dimensions }, (_, input) => input)
  const [a, b] = ['a', 'b'].map((base) =>
    inputs.map((input) => uniforms(seed, `sobol.${base}.${input}`, samples))
  ) as [Float64Array[], Float64Array[]]
  const [atA, atB] = [model(a), model(b)]
  const base = baseSums(atA, atB)
  return inputs.map((input) => {
    const swapped = model(
      a.map((column, other) => (other === input ? (b[input] as Float64Array) : column))
    )
    return indexOf(base, swapSums({ atA, atB, swapped }))
  })
}

/** The sums over a stretch of the two base samples; those of further stretches are appended. */
export function baseSums(atA: Column, atB: Column): Float64Array {
  const pivot = pivotOf(atA, atB)
  const sums = new Float64Array(BASE)
  const add = (at: number, more: number): void => {
    sums[at] = (sums[at] as number) + more
  }
  for (let i = 0; i < atA.length; i++) {
    const [a, b] = [(atA[i] as number) - pivot, (atB[i] as number) - pivot]
    const [sum, square] = [a + b, (a * a + b * b) / 2]
    add(2, sum)
    add(3, square)
    add(4, sum * sum)
    add(5, sum * square)
    add(6, square * square)
  }
  sums[0] = atA.length
  sums[1] = pivot
  return sums
}

/** The output at both base samples, and at A with one input taken from B. */
export interface Swap {
  readonly atA: Column
  readonly atB: Column
  readonly swapped: Column
}

/** The sums over a stretch of samples with one input exchanged. */
export function swapSums({ atA, atB, swapped }: Swap): Float64Array {
  const pivot = pivotOf(atA, atB)
  const sums = new Float64Array(SWAP)
  const add = (at: number, more: number): void => {
    sums[at] = (sums[at] as number) + more
  }
  for (let i = 0; i < atA.length; i++) {
    const change = (swapped[i] as number) - (atA[i] as number)
    if (change === 0) continue
    const [a, b] = [(atA[i] as number) - pivot, (atB[i] as number) - pivot]
    const [sum, square, moved] = [a + b, (a * a + b * b) / 2, change * change]
    add(0, change)
    add(1, change * sum)
    add(2, change * square)
    add(3, change * b)
    add(4, change * b * sum)
    add(5, change * b * square)
    add(6, moved)
    add(7, moved * b)
    add(8, moved * b * b)
    add(9, moved * sum)
    add(10, moved * square)
    add(11, moved * moved)
  }
  return sums
}

/** Near the mean of a stretch, so that its sums of powers lose no digits. */
function pivotOf(atA: Column, atB: Column): number {
  let sum = 0
  for (let i = 0; i < atA.length; i++) sum += (atA[i] as number) + (atB[i] as number)
  return atA.length === 0 ? 0 : sum / (2 * atA.length)
}

/**
 * Both indices from the sums; null where the output does not vary. Each is a ratio of means over the
 * samples; to first order its error is the mean of what each sample pulls it by, numerator and
 * variance together (the delta method, which is the bootstrap over samples worked out).
 */
export function indexOf(base: Float64Array, swap: Float64Array): Index | null {
  const mean = meanOf(base)
  const all = baseAround(base, mean)
  const { count, square, scale } = all
  if (count < 2 || !(square > CONSTANT * scale)) return null
  const moments = swapAround(base, swap, mean)
  const first = moments.product / square
  const total = moments.half / square
  const rests = moments.halfSquare > 0 ? moments.half ** 2 / moments.halfSquare : 0
  const reach = student95(rests - 1) * Math.sqrt(count / (count - 1))
  const around = (value: number, pulls: number): Interval => {
    const error = Math.sqrt(Math.max(0, pulls)) / square
    return { value, low: value - reach * error, high: value + reach * error }
  }
  const ofTotal = around(total, pullsOfTotal(all, moments, total))
  const ofFirst = around(first, pullsOfFirst(all, moments, first))
  // No first-order index exceeds the total one, so where the other reaches the truth this one must.
  return {
    first: { ...ofFirst, low: Math.min(ofFirst.low, ofTotal.high) },
    total: ofTotal,
    rests
  }
}

const pullsOfFirst = (base: BaseSums, swap: SwapMoments, value: number): number =>
  swap.productSquare - 2 * value * swap.productBase + value ** 2 * base.squareSquare

const pullsOfTotal = (base: BaseSums, swap: SwapMoments, value: number): number =>
  swap.halfSquare - 2 * value * swap.halfBase + value ** 2 * base.squareSquare

/** The mean of the output over both base samples. */
function meanOf(base: Float64Array): number {
  let [count, sum] = [0, 0]
  for (let at = 0; at < base.length; at += BASE) {
    const n = base[at] as number
    count += n
    sum += 2 * n * (base[at + 1] as number) + (base[at + 2] as number)
  }
  return sum / (2 * count)
}
