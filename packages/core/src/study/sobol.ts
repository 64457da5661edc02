import type { Column } from '../draws/column.ts'
import { uniforms } from '../draws/stream.ts'

/**
 * An index with its 95 per cent interval, from the spread over groups of samples (jackknife), and
 * never narrower than the estimator's own noise.
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
}

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

/** Samples in one group of the jackknife. */
const GROUP = 50

/**
 * Numbers held for a group of samples: its size, and sums of the output and its square in both base
 * samples.
 */
const BASE = 5
/**
 * Sums of the other base's output times the change, of the change, and of its square, when one
 * input is exchanged.
 */
const SWAP = 3

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

/** The sums over the two base samples, group by group; those of further samples are appended. */
export function baseSums(atA: Column, atB: Column): Float64Array {
  return byGroup(atA.length, BASE, (row, i) => {
    const [a, b] = [atA[i] as number, atB[i] as number]
    row[0] = (row[0] as number) + 1
    row[1] = (row[1] as number) + a
    row[2] = (row[2] as number) + a * a
    row[3] = (row[3] as number) + b
    row[4] = (row[4] as number) + b * b
  })
}

/** The output at both base samples, and at A with one input taken from B. */
export interface Swap {
  readonly atA: Column
  readonly atB: Column
  readonly swapped: Column
}

/** The sums over samples with one input exchanged, in the same groups. */
export function swapSums({ atA, atB, swapped }: Swap): Float64Array {
  return byGroup(atA.length, SWAP, (row, i) => {
    const change = (swapped[i] as number) - (atA[i] as number)
    row[0] = (row[0] as number) + (atB[i] as number) * change
    row[1] = (row[1] as number) + change
    row[2] = (row[2] as number) + change * change
  })
}

function byGroup(
  count: number,
  width: number,
  add: (row: Float64Array, sample: number) => void
): Float64Array {
  const size = Math.max(1, Math.min(GROUP, Math.ceil(count / 2)))
  const sums = new Float64Array(Math.ceil(count / size) * width)
  for (let i = 0; i < count; i++) {
    const group = Math.floor(i / size)
    add(sums.subarray(group * width, (group + 1) * width), i)
  }
  return sums
}

/**
 * Both indices from the sums; null where the output does not vary or there are fewer than two
 * groups.
 */
export function indexOf(base: Float64Array, swap: Float64Array): Index | null {
  const groups = base.length / BASE
  const [allBase, allSwap] = [totals(base, BASE), totals(swap, SWAP)]
  const whole = estimate(allBase, allSwap)
  if (!whole || groups < 2) return null
  const left = Array.from(
    { length: groups },
    (_, group) => estimate(without(allBase, base, group), without(allSwap, swap, group)) ?? whole
  )
  const total = interval(
    whole.total,
    left.map((one) => one.total)
  )
  const first = interval(
    whole.first,
    left.map((one) => one.first),
    noiseOfFirst(whole.total, allBase[0] as number)
  )
  // No first-order index exceeds the total one, so where the other reaches the truth this one must.
  return { first: { ...first, low: Math.min(first.low, total.high) }, total }
}

/**
 * The standard error of a first-order estimate whose input hardly matters by itself. Each sample adds
 * (b - mean) times the change, over the variance V; the two are then nearly independent, with mean
 * squares V and 2 V T, so it is sqrt(2 T / n). Groups see none of it where few samples change.
 */
const noiseOfFirst = (total: number, samples: number): number =>
  Math.sqrt((2 * Math.max(0, total)) / samples)

function estimate(
  base: Float64Array,
  swap: Float64Array
): { readonly first: number; readonly total: number } | undefined {
  const [n, a, aa, b, bb] = base as unknown as [number, number, number, number, number]
  const [product, change, square] = swap as unknown as [number, number, number]
  const mean = (a + b) / (2 * n)
  const variance = (aa + bb) / (2 * n) - mean * mean
  if (!(variance > (CONSTANT * (aa + bb)) / (2 * n))) return undefined
  // The mean is taken off the factor, which changes no expectation and much of the noise.
  return { first: (product - mean * change) / n / variance, total: square / (2 * n) / variance }
}

function totals(sums: Float64Array, width: number): Float64Array {
  const total = new Float64Array(width)
  for (let i = 0; i < sums.length; i++)
    total[i % width] = (total[i % width] as number) + (sums[i] as number)
  return total
}

function without(total: Float64Array, sums: Float64Array, group: number): Float64Array {
  return total.map((sum, i) => sum - (sums[group * total.length + i] as number))
}

/**
 * The spread of the estimates that each leave one group out, blown up to that of the whole
 * (Quenouille and Tukey's jackknife).
 */
function interval(value: number, left: readonly number[], least = 0): Interval {
  const mean = left.reduce((sum, one) => sum + one, 0) / left.length
  const squares = left.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const error = Math.max(least, Math.sqrt((squares * (left.length - 1)) / left.length))
  const reach = student95(left.length - 1) * error
  return { value, low: value - reach, high: value + reach }
}

/**
 * The quantile of Student's distribution that leaves 2.5 per cent above, by Hill's expansion around
 * the normal one (Cornish and Fisher), exact for one and two degrees of freedom.
 */
function student95(freedom: number): number {
  if (freedom <= 1) return 12.706
  if (freedom === 2) return 4.303
  const [z, v] = [1.959964, freedom]
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  )
}
