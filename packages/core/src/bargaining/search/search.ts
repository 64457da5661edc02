import { aimOf } from './aim.ts'
import { fieldOf, regionOf } from './field.ts'
import type { AdditiveGame, Goal, Level } from './goal.ts'
import type { Limits } from './search-tree.ts'
import { Tree } from './search-tree.ts'
import { SoftMaximum } from './soft-maximum.ts'

export type { AdditiveGame, Goal } from './goal.ts'

/**
 * What the search found, and the proof of how good it is. Values: product of gains in points, least
 * share, or points.
 */
export interface Found {
  /**
   * Best package found: a point of each part. Absent when there is no admissible one, or none was
   * found.
   */
  readonly choice?: readonly number[]
  /** Its gains by party, in units. */
  readonly gains?: Float64Array
  readonly value?: number
  /**
   * Upper bound on the value of every admissible package after the search; minus infinity (a
   * product: 0) when there is none.
   */
  readonly bound: number
  /**
   * (bound - value) relative to the product, or to the value where that is above one; infinite
   * without a package.
   */
  readonly gap: number
  /** By party: the weights that prove `rootBound` (see `boundAt`). */
  readonly lambda: Float64Array
  /** Upper bound before branching. */
  readonly rootBound: number
  readonly nodes: number
  /** False when the limit on nodes stopped the search. */
  readonly complete: boolean
}

/**
 * Some seconds at the worst. The tolerance is far below any judgement and far above rounding: with a
 * smaller one, regions would be divided whose packages differ by nothing that matters.
 */
const LIMITS: Limits = { maxNodes: 20_000, tolerance: 1e-9 }

/** Regions bounded in any case: the first, and enough to find a package near its lottery. */
const FEWEST_NODES = 8

/**
 * How many regions may be bounded for some work, at most `most`. A region takes about as many steps,
 * the same on every computer, as its points have pairs of parties: the curvature of the bound is
 * summed over them some ten times.
 */
export function nodesFor(
  { parts, base }: AdditiveGame,
  { work, most }: { readonly work: number; readonly most: number }
): number {
  const points = parts.reduce((sum, { count }) => sum + count, 0)
  const region = Math.max(1, points * base.length ** 2)
  return Math.min(most, Math.max(FEWEST_NODES, Math.floor(work / region)))
}

/** Solves an additive game of any size by branch and bound, without its frontier. */
export function search(game: AdditiveGame, goal: Goal, limits: Partial<Limits> = {}): Found {
  const aim = aimOf(game, goal)
  const tree = new Tree(game, aim, { ...LIMITS, ...limits })
  tree.search()
  const { best, root, nodes, complete } = tree
  const worth = best?.worth[0] ?? Number.NEGATIVE_INFINITY
  const ahead = Math.max(0, tree.openBound - worth)
  const value = best && aim.value(best.gains)
  return {
    ...(best ? { choice: Array.from(best.choice), gains: best.gains } : {}),
    ...(value === undefined ? {} : { value }),
    bound: value === undefined ? aim.valueOf(tree.openBound) : aim.above(value, ahead),
    gap: best ? aim.gap(worth, ahead) : Number.POSITIVE_INFINITY,
    lambda: root.weights.map((weight, party) => weight - (aim.given[party] as number)),
    rootBound: aim.valueOf(root.bound),
    nodes,
    complete
  }
}

/**
 * The bound that weights prove, by one maximum in each part. With S the greatest sum of weighted
 * gains (in points; in shares (gain - baseline) / scale for `maxMin`) over all packages:
 * - `nash` (weights above zero): (S / parties) ^ parties / product of weights, or 0 where S is less
 * than one unit of gain for
 *   each party weighs, as gains are whole (weights may then be zero);
 * - `maxMin` (weights that sum to one over the parties that count): S;
 * - `ideal`, `welfare`: S, where the weights come on top of what the goal itself counts. Below
 * zero: no package is admissible.
 */
export function boundAt(game: AdditiveGame, goal: Goal, lambda: Float64Array): number {
  const aim = aimOf(game, goal)
  const field = fieldOf(game, aim)
  const everything = field.counts.map((count) =>
    Int32Array.from({ length: count }, (_, point) => point)
  )
  const lottery = new SoftMaximum(field)
  const weights = lambda.map((weight, party) => weight + (aim.given[party] as number))
  lottery.draw(regionOf(field, everything), weights, 1)
  const noise = weights.reduce(
    (sum, weight, party) => sum + weight * (field.noise[party] as number),
    0
  )
  return aim.valueOf((aim.levels[0] as Level).bound(lottery.support + noise, weights))
}
