import type { Column } from '../draws/column.ts'
import type { Estimate } from '../worth/estimate.ts'
import { addAll, meanOfSums } from './sums.ts'

/**
 * Counts over draws of how alternatives rank, and of the weights that put each first. Sums, so
 * chunks add up.
 */
export interface RankSums {
  readonly alternatives: number
  readonly criteria: number
  /**
   * `[alternative][rank]`: draws at that rank, 0 the best; a tie over several ranks counts in equal
   * parts for each.
   */
  readonly ranks: Float64Array
  /** `[alternative][other]`: draws in which it is better; ties count one half. */
  readonly wins: Float64Array
  /**
   * The squares of what each draw adds to `ranks` and `wins`: ties add less than a whole, and vary
   * less.
   */
  readonly rankSquares: Float64Array
  readonly winSquares: Float64Array
  /**
   * `[alternative][criterion]`: weights, and squares of weights, over the draws in which it is
   * first.
   */
  readonly weights: Float64Array
  readonly squares: Float64Array
}

/** What SMAA-2 says of one alternative. */
export interface Acceptability {
  /** The chance of each rank, best first. They add up to 1. */
  readonly ranks: readonly Estimate[]
  /** The chance of being better than each alternative, in their order; against itself one half. */
  readonly wins: readonly Estimate[]
  /** The mean of the weights that make it first, by criterion; null where none was drawn. */
  readonly centralWeights: readonly Weight[] | null
}

/** A mean weight as a share of all weights, 0..1, with its standard error. */
export interface Weight {
  readonly mean: number
  readonly standardError: number
}

/** Sums of no draw. */
export function noRanks(alternatives: number, criteria: number): RankSums {
  return {
    alternatives,
    criteria,
    ranks: new Float64Array(alternatives ** 2),
    wins: new Float64Array(alternatives ** 2),
    rankSquares: new Float64Array(alternatives ** 2),
    winSquares: new Float64Array(alternatives ** 2),
    weights: new Float64Array(alternatives * criteria),
    squares: new Float64Array(alternatives * criteria)
  }
}

/**
 * Adds draws, in place: `worths` by alternative, `weights` (adding up to 1 in each draw) by
 * criterion.
 */
export function addRanks(
  sums: RankSums,
  worths: readonly Column[],
  weights: readonly Column[]
): void {
  const { alternatives, ranks, wins, rankSquares, winSquares } = sums
  for (let draw = 0; draw < (worths[0]?.length ?? 0); draw++) {
    for (let one = 0; one < alternatives; one++) {
      const worth = (worths[one] as Column)[draw] as number
      let [above, level] = [0, 0]
      for (let other = 0; other < alternatives; other++) {
        const rival = (worths[other] as Column)[draw] as number
        if (rival > worth) above++
        else if (rival === worth) level++
        const won = rival < worth ? 1 : rival === worth ? 0.5 : 0
        add(wins, one * alternatives + other, won)
        add(winSquares, one * alternatives + other, won * won)
      }
      for (let rank = above; rank < above + level; rank++) {
        add(ranks, one * alternatives + rank, 1 / level)
        add(rankSquares, one * alternatives + rank, 1 / level ** 2)
      }
      if (above === 0) addWeights(sums, one, { weights, draw, part: 1 / level })
    }
  }
}

function addWeights(
  { criteria, weights: sum, squares }: RankSums,
  one: number,
  {
    weights,
    draw,
    part
  }: { readonly weights: readonly Column[]; readonly draw: number; readonly part: number }
): void {
  for (let criterion = 0; criterion < criteria; criterion++) {
    const weight = (weights[criterion] as Column)[draw] as number
    add(sum, one * criteria + criterion, part * weight)
    add(squares, one * criteria + criterion, part * weight * weight)
  }
}

/** Adds the sums of further draws, in place. */
export function addSums(
  into: RankSums,
  { ranks, wins, rankSquares, winSquares, weights, squares }: RankSums
): void {
  addAll(into.ranks, ranks)
  addAll(into.wins, wins)
  addAll(into.rankSquares, rankSquares)
  addAll(into.winSquares, winSquares)
  addAll(into.weights, weights)
  addAll(into.squares, squares)
}

/** The acceptability of every alternative, from sums over so many draws. */
export function acceptability(sums: RankSums, draws: number): readonly Acceptability[] {
  const { alternatives, ranks, wins, rankSquares, winSquares } = sums
  return Array.from({ length: alternatives }, (_, one) => {
    const row = (of: Float64Array, squares: Float64Array): readonly Estimate[] =>
      Array.from({ length: alternatives }, (__, other) => {
        const at = one * alternatives + other
        return meanOfSums(Float64Array.of(of[at] as number, squares[at] as number), draws)
      })
    return {
      ranks: row(ranks, rankSquares),
      wins: row(wins, winSquares),
      centralWeights: centralWeights(sums, one)
    }
  })
}

function centralWeights(
  { alternatives, criteria, ranks, weights, squares }: RankSums,
  one: number
): readonly Weight[] | null {
  const firsts = ranks[one * alternatives] as number
  if (firsts === 0) return null
  return Array.from({ length: criteria }, (_, criterion) => {
    const mean = (weights[one * criteria + criterion] as number) / firsts
    const variance = Math.max(
      0,
      (squares[one * criteria + criterion] as number) / firsts - mean * mean
    )
    return { mean, standardError: Math.sqrt(variance / firsts) }
  })
}

/** A share of draws with its standard error, sqrt(p (1 - p) / draws). */
export function shareEstimate(count: number, draws: number): Estimate {
  const p = Math.min(1, count / draws)
  return { p, standardError: Math.sqrt((p * (1 - p)) / draws) }
}

function add(into: Float64Array, at: number, more: number): void {
  into[at] = (into[at] as number) + more
}
