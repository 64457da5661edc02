import type { OutputFunction } from '../../src/study/sobol.ts'

/** A function whose shares of variance follow by integration, input by input. */
export interface KnownIndices {
  readonly of: OutputFunction
  readonly truth: readonly { readonly first: number; readonly total: number }[]
}

const rowwise =
  (value: (row: readonly number[]) => number): OutputFunction =>
  (inputs) =>
    Float64Array.from(inputs[0] as Float64Array, (_, i) =>
      value(inputs.map((column) => column[i] as number))
    )

const sum = (parts: readonly number[]): number => parts.reduce((all, one) => all + one, 0)

/** Ishigami and Homma 1990, with a = 7 and b = 0.1. */
export const ISHIGAMI: KnownIndices & { readonly variance: number } = (() => {
  const main = [(1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2, 49 / 8, 0]
  const together = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50)
  const variance = sum(main) + together
  return {
    variance,
    of: rowwise((row) => {
      const [a, b, c] = row.map((u) => Math.PI * (2 * u - 1)) as [number, number, number]
      return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
    }),
    truth: main.map((part, i) => ({
      first: part / variance,
      total: (part + (i === 1 ? 0 : together)) / variance
    }))
  }
})()

/**
 * A product of independent factors, each with its mean and variance: the variance of the product is
 * the product of the mean squares less the square of the product of the means.
 */
function productOf(
  factors: readonly {
    readonly at: (u: number) => number
    readonly mean: number
    readonly variance: number
  }[]
): KnownIndices {
  const square = factors.reduce((all, one) => all * (one.mean ** 2 + one.variance), 1)
  const means = factors.reduce((all, { mean }) => all * mean ** 2, 1)
  return {
    of: rowwise((row) => factors.reduce((all, { at }, k) => all * at(row[k] as number), 1)),
    truth: factors.map(({ mean, variance }) => ({
      first: ((means / mean ** 2) * variance) / (square - means),
      total: ((square / (mean ** 2 + variance)) * variance) / (square - means)
    }))
  }
}

/** Sobol's g-function, prod (|4 u - 2| + a) / (1 + a): two great effects, one small, two tiny. */
export const G_FUNCTION = productOf(
  [0, 1, 9, 99, 99].map((a) => ({
    at: (u) => (Math.abs(4 * u - 2) + a) / (1 + a),
    mean: 1,
    variance: 1 / (3 * (1 + a) ** 2)
  }))
)

const yes = (p: number): Parameters<typeof productOf>[0][number] => ({
  at: (u) => (u < p ? 1 : 0),
  mean: p,
  variance: p * (1 - p)
})

/** The chance of a deal: two who accept or do not, and what a redline leaves, 0.7 to 0.9. */
export const ACCEPTED = productOf([
  yes(2 / 3),
  yes(0.757),
  { at: (u) => 0.7 + 0.2 * u, mean: 0.8, variance: 0.04 / 12 }
])

/** Somebody accepts half the time, and one thing spoils it in one draw of a hundred. */
export const SELDOM = productOf([yes(0.5), yes(0.99)])

/** A sum of uniform inputs with these weights. */
export function weighedSum(weights: readonly number[]): KnownIndices {
  const squares = weights.map((weight) => weight ** 2)
  const truth = squares.map((square) => square / sum(squares))
  return {
    of: rowwise((row) => 50 + sum(row.map((u, i) => u * (weights[i] as number)))),
    truth: truth.map((share) => ({ first: share, total: share }))
  }
}
