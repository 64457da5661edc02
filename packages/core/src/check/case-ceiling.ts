import type { BestChance, CeilingRow, Looking, Space } from '../acceptance/index.ts'
import { atOnce, bestOf, Rooms, spaceOf, strongestOf } from '../acceptance/index.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import { requiredParties } from '../worth/admissible.ts'
import type { Estimate } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import { offersOf } from '../worth/offers.ts'

/** The most that any text can reach. */
export interface CaseCeiling {
  readonly chance: Estimate
  /** No package has a greater chance over these draws. */
  readonly bound: number
  /** Whether the bound is the chance itself. */
  readonly exact: boolean
  /** Whether every package crosses a firm redline, so that the likeliest does as well. */
  readonly across: boolean
}

/**
 * What looking in passing may cost: millions of numbers that all options, parties and draws come to,
 * and millions of draws that the proof may look at. Beyond, `solve acceptance` is the one to ask.
 */
const IN_PASSING = { size: 8, budget: 10 } as const

/** The likeliest of all packages, and where and how it was looked for. */
export interface Likeliest {
  readonly space: Space
  readonly best: BestChance
  readonly looking: Looking
}

/**
 * The most that any text can reach. Undefined where the rules leave none, or where the case is too
 * large to look in passing.
 */
export function caseCeiling(judge: Judge, seed: number): CaseCeiling | undefined {
  const found = likeliestInPassing(judge, seed)
  return found && ceilingFrom(found)
}

/** What of the likeliest package is told. */
export function ceilingFrom({ best }: Likeliest): CaseCeiling {
  const { chance, bound, exact, across } = best
  return { chance, bound, exact, across }
}

/**
 * What holds the most that any text can reach down, what frees most first: so many things, and what
 * ties with the last of them, each taken away by itself.
 */
export function strongestHolds(
  { space, best, looking }: Likeliest,
  { settings, most }: { readonly settings: DrawSettings; readonly most: number }
): readonly CeilingRow[] {
  return atOnce(strongestOf(space, best, { settings, looking, most }))
}

/** Undefined where the rules leave no package, or where the case is too large to look in passing. */
export function likeliestInPassing(judge: Judge, seed: number): Likeliest | undefined {
  const { source, sampler } = judge
  const options = source.issues.reduce((sum, issue) => sum + issue.options.length, 0)
  const size = options * requiredParties(source).length * sampler.count
  if (size > IN_PASSING.size * 1e6) return undefined
  const from = source.proposals.map((proposal) => offersOf(proposal, source))
  const space = spaceOf(judge)
  const rooms = new Rooms(space)
  const looking = { seed, from, rooms, warm: true, budget: IN_PASSING.budget }
  const best = bestOf(space, looking)
  return best && { space, best, looking }
}
