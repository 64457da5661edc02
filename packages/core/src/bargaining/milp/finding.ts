import type { Chosen, Reply } from './model.ts'

/** A package that is best by a standard. One is named; others may tie. */
export interface MilpSolution extends Chosen {
  /** What was made greatest, computed from the whole numbers of the package. */
  readonly value: number
  /** No package has a greater value, up to the solver's tolerance; never below `value`. */
  readonly bound: number
  /** (bound - value) / max(1, |value|): relative, but for small values absolute. */
  readonly gap: number
  /**
   * False when a limit stopped the search: the package is admissible, the best may be better by as
   * much as the gap.
   */
  readonly complete: boolean
}

/**
 * `none`: proved, up to the solver's tolerance, that there is no such package. `unknown`: a limit
 * stopped the search before it found one, or before it knew the ideal gains that shares are of.
 */
export type MilpFinding = MilpSolution | 'none' | 'unknown'

/** Whether a package was found. */
export const isSolution = (found: MilpFinding | undefined): found is MilpSolution =>
  typeof found === 'object'

/** What a reply amounts to, its package valued exactly. */
export function findingOf(
  { chosen, proved, bound }: Reply,
  value: (gains: Float64Array) => number
): MilpFinding {
  return chosen ? solutionOf({ chosen, proved, bound }, value(chosen.gains)) : nothing(proved)
}

/** What it means that a search named no package. */
export function nothing(proved: boolean): 'none' | 'unknown' {
  return proved ? 'none' : 'unknown'
}

/** A named package with its value and what is known about better ones. */
export function solutionOf(
  reply: Reply & { readonly chosen: Chosen },
  value: number
): MilpSolution {
  const bound = Math.max(value, reply.bound)
  return {
    ...reply.chosen,
    value,
    bound,
    gap: (bound - value) / Math.max(1, Math.abs(value)),
    complete: reply.proved
  }
}
