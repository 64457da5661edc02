import type { Layer } from '../deal-space.ts'

/**
 * An additive game: one point is chosen in each part; gain[p] = base[p] + the chosen points'
 * coordinates p. Whole units.
 */
export interface AdditiveGame {
  /** Each an issue, or a group of linked issues made one: its worth vectors. */
  readonly parts: readonly Layer[]
  /** By party: minus its no-deal. */
  readonly base: Float64Array
  readonly unitsPerPoint: Float64Array
}

/**
 * What to maximise over packages.
 * - `nash`: the product of gains, all of them above zero.
 * - `maxMin`: the least (gain - baseline) / scale, ties by the next least and so on (leximax).
 * Whole units. A party of
 *   scale 0 does not count but must reach its baseline.
 * - `ideal`: one party's gain, where no party loses.
 * - `welfare`: summed gain in points; with `floor`, only where no party loses.
 */
export type Goal =
  | { readonly kind: 'nash' }
  | { readonly kind: 'maxMin'; readonly baseline: Float64Array; readonly scale: Float64Array }
  | { readonly kind: 'ideal'; readonly party: number }
  | { readonly kind: 'welfare'; readonly floor: boolean }

/**
 * A goal made ready for the search, which sees gains as values (gain - origin) / unit. Worth is
 * what is maximised, level after level: the logarithm of the product, the sum, or for the max-min
 * the sum of the 1, 2, ... least values, whose order is that of leximax.
 */
export interface Aim {
  readonly origin: Float64Array
  readonly unit: Float64Array
  /** By party: the least gain, in units, of an admissible package. */
  readonly least: Float64Array
  readonly levels: readonly Level[]
  /**
   * Worth that every admissible package reaches on the first level: a bound below it proves that
   * there is none.
   */
  readonly floor: number
  /** By level. */
  readonly worth: (gains: Float64Array) => Float64Array
  /** Value to show, from gains in units. */
  readonly value: (gains: Float64Array) => number
  /** Value of a first-level worth. */
  readonly valueOf: (worth: number) => number
  /** The value a distance in worth above another. */
  readonly above: (value: number, distance: number) => number
  /** A distance in worth, relative to the product, or to the value where that is above one. */
  readonly gap: (worth: number, distance: number) => number
  /** The distance in worth that makes such a gap. */
  readonly slack: (worth: number, gap: number) => number
  /** Weights that the goal itself gives, beside those of a certificate. */
  readonly given: Float64Array
  /** Exact; above zero when the first is better. */
  readonly order: (a: Float64Array, b: Float64Array) => number
  /** A rough worth of any package, admissible or not, for local search: higher is better. */
  readonly score: (values: Float64Array) => number
}

/**
 * The dual of one level. Weights on the parties are `fixed`, plus free ones above zero for the
 * parties in `free`.
 */
export interface Level {
  readonly fixed: Float64Array
  /** Free weights to begin with; zero for other parties. */
  readonly start: Float64Array
  readonly free: readonly number[]
  /** The first so many free weights stay below one and sum to `total`. */
  readonly shared: number
  readonly total: number
  /**
   * Whether minus the sum of the weights' logarithms belongs to the dual (the product), rather than
   * being a vanishing barrier.
   */
  readonly logarithmic: boolean
  /** Upper bound on worth, given the greatest weighted sum of values. */
  readonly bound: (support: number, weights: Float64Array) => number
  /** The weighted sum from which `bound` can reach this worth. */
  readonly support: (worth: number, weights: Float64Array) => number
  /** Worth of a lottery with these mean values: a lower bound on what `bound` can come down to. */
  readonly lottery: (values: Float64Array) => number
}

/** What is alike in all aims whose worth adds up. */
export const SUM = {
  above: (value: number, distance: number): number => value + distance,
  valueOf: (worth: number): number => worth,
  gap: (worth: number, distance: number): number => distance / Math.max(1, Math.abs(worth)),
  slack: (worth: number, gap: number): number => gap * Math.max(1, Math.abs(worth))
}

/** The duals of these: the greatest weighted sum is the bound. */
export const LINEAR = {
  shared: 0,
  total: 0,
  logarithmic: false,
  bound: (support: number): number => support,
  support: (worth: number): number => worth
}
