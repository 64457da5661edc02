import type { DealSpace } from './deal-space.ts'
import { roundingOf } from './deal-space.ts'
import { Effort } from './effort.ts'
import { frontier } from './frontier.ts'
import { pointOf } from './layer.ts'
import { leximax } from './solutions.ts'

/** A package that is at least as good for everybody as another, and what it adds for each party. */
export interface Improvement {
  readonly choice: readonly number[]
  /** By party, units; none negative, one at least positive. */
  readonly adds: Float64Array
  /**
   * How many different gains the efficient packages have that are at least as good for everybody;
   * absent where not listed.
   */
  readonly points?: number
}

/** Better packages kept at most; of more, some stand for their neighbours (see `thinned`). */
const MOST = 100_000
/**
 * Sums of two points for a question that is asked for hundreds of draws: a fraction of a second
 * each. Where a draw needs more, the study leaves the figure out.
 */
export const QUICK = 300_000

/**
 * Whether what is better may not be worse than no deal for anybody either; and what it may cost.
 */
export interface ImproveSettings {
  readonly noDeal?: boolean
  readonly effort?: Effort
}

/**
 * What is better for all than a package with these gains (post-settlement improvement, Raiffa
 * 1985): of the efficient packages that cost nobody anything, the one with the greatest least
 * addition in points, then the second least, and so on. Undefined when the gains are efficient.
 * Throws `TooWide`.
 */
export function improve(
  space: DealSpace,
  gains: Float64Array,
  { noDeal = false, effort = new Effort() }: ImproveSettings = {}
): Improvement | undefined {
  const floor = noDeal ? gains.map((gain) => Math.max(gain, 0)) : gains
  const better = frontier(space, { floor, most: MOST, effort })
  const rounding = roundingOf(space)
  const adds = better.gains.values.map((gain, k) => {
    const add = gain - (gains[k % gains.length] as number)
    return Math.abs(add) <= (rounding?.[k % gains.length] ?? 0) ? 0 : add
  })
  if (!adds.some((add) => add > 0)) return undefined
  const layer = { ...better.gains, values: adds }
  const { points } = leximax(layer, {
    scale: space.unitsPerPoint,
    parties: [...space.parties.keys()]
  })
  const point = points[0] as number
  return {
    choice: better.choice(point),
    adds: pointOf(layer, point).slice(),
    points: better.gains.count
  }
}

/**
 * A package that dominates the given gains (units by party), as option indices; undefined when they
 * are efficient. Soon throws `TooWide`.
 */
export function dominating(
  space: DealSpace,
  gains: Float64Array,
  effort = new Effort(QUICK)
): readonly number[] | undefined {
  return improve(space, gains, { effort })?.choice
}

/** Gains of a package over no deal, units by party; `choice` is an option index for each issue. */
export function gainsOf({ issues, noDeal }: DealSpace, choice: readonly number[]): Float64Array {
  return noDeal.map((less, party) =>
    issues.reduce(
      (sum, { worth }, issue) => sum + (worth[choice[issue] ?? -1]?.[party] ?? 0),
      -less
    )
  )
}
