import type { Column } from '../draws/column.ts'
import { fillQuantiles } from '../draws/quantile.ts'
import { uniforms } from '../draws/stream.ts'
import type { Range } from '../model/judgement.ts'
import type { Estimate } from '../worth/estimate.ts'
import type { Acceptability } from './rank-acceptability.ts'
import { acceptability, addRanks, noRanks, shareEstimate } from './rank-acceptability.ts'

/**
 * Acceptability with the chance to stand first where the weights are the alternative's central
 * ones; null without any.
 */
export interface Ranked extends Acceptability {
  readonly confidence: Estimate | null
}

/** How many draws, from which seed. */
export interface Draws {
  readonly draws: number
  readonly seed: number
}

/**
 * Stochastic multicriteria acceptability analysis (SMAA-2: Lahdelma and Salminen 2001).
 * `measurements[alternative] [criterion]`, more is better, all on one scale; weights unknown:
 * uniform over all that are not negative and add up to 1.
 */
export function smaa(
  measurements: readonly (readonly Range[])[],
  { draws, seed }: Draws
): readonly Ranked[] {
  const criteria = measurements[0]?.length ?? 0
  const columns = measurements.map((row, one) =>
    row.map((range, criterion) =>
      filled(range, uniforms(seed, `smaa.measurements.${one}.${criterion}`, draws))
    )
  )
  const weights = anyWeights(criteria, { draws, seed })
  const sums = noRanks(measurements.length, criteria)
  addRanks(sums, worths(columns, weights), weights)
  return acceptability(sums, draws).map((one, index) => {
    if (!one.centralWeights) return { ...one, confidence: null }
    const fixed = one.centralWeights.map(({ mean }) => new Float64Array(draws).fill(mean))
    return { ...one, confidence: shareEstimate(firstsOf(worths(columns, fixed), index), draws) }
  })
}

/** In how many draws an alternative is worth most; a tie counts in equal parts. */
export function firstsOf(worth: readonly Column[], index: number): number {
  const sums = noRanks(worth.length, 0)
  addRanks(sums, worth, [])
  return sums.ranks[index * worth.length] as number
}

/** Exponential numbers made to add up to 1 are uniform on the simplex. */
function anyWeights(criteria: number, { draws, seed }: Draws): readonly Float64Array[] {
  const weights = Array.from({ length: criteria }, (_, criterion) =>
    uniforms(seed, `smaa.weights.${criterion}`, draws).map((q) => -Math.log(1 - q))
  )
  for (let draw = 0; draw < draws; draw++) {
    const total = weights.reduce((sum, column) => sum + (column[draw] as number), 0)
    for (const column of weights) column[draw] = (column[draw] as number) / total
  }
  return weights
}

function worths(
  columns: readonly (readonly Float64Array[])[],
  weights: readonly Float64Array[]
): readonly Float64Array[] {
  return columns.map((row) => {
    const worth = new Float64Array(row[0]?.length ?? 0)
    row.forEach((column, criterion) => {
      const weight = weights[criterion] as Float64Array
      for (let draw = 0; draw < worth.length; draw++)
        worth[draw] = (worth[draw] as number) + (weight[draw] as number) * (column[draw] as number)
    })
    return worth
  })
}

function filled(range: Range, q: Float64Array): Float64Array {
  const values = new Float64Array(q.length)
  fillQuantiles(range, q, values)
  return values
}
