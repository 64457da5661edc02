import type { Package } from '../model/case.ts'
import type { Estimate } from '../worth/estimate.ts'
import type { Comparison } from './dominance.ts'
import type { Drivers } from './drivers.ts'
import type { Equilibrium } from './equilibrium-draws.ts'
import type { Acceptability } from './rank-acceptability.ts'
import type { StudySettings } from './settings.ts'

/** How each figure comes about: drawn, with a standard error, or exact up to rounding. */
export const METHODS = {
  acceptability: { by: 'SMAA-2 (Lahdelma and Salminen 2001)', exact: false },
  comparisons: { by: 'threshold search over the ranges', exact: true },
  accepted: { by: 'share of draws', exact: false },
  efficient: { by: 'exact search in a sample of draws', exact: false },
  equilibrium: { by: 'share of draws', exact: false },
  indices: {
    by: 'Sobol indices (Saltelli et al. 2010; Jansen 1999), intervals from the spread over samples',
    exact: false
  },
  tornado: { by: 'means with one input held at its ends', exact: false }
} as const

/** What survives when the judgements are wrong, and which of them to check next. */
export interface Study {
  readonly methods: typeof METHODS
  readonly settings: StudySettings
  /** How many draws each kind of figure rests on. */
  readonly sizes: {
    readonly draws: number
    readonly efficiency: number
    readonly equilibrium: number
    readonly confidence: number
    readonly samples: number
  }
  /** What was left out so that the study ends; where fewer draws were taken, `sizes` says so. */
  readonly left: StudyLeft
  /** Proposals, then packages, then no deal. Rows and columns below stand in this order. */
  readonly alternatives: readonly AlternativeStudy[]
  readonly parties: readonly PartyStudy[]
}

/** What a study left out, by the ids of alternatives. */
export interface StudyLeft {
  /** Not asked how often nothing is better: too many packages are efficient to list them. */
  readonly efficiency: readonly string[]
  /** Inputs not ranked. */
  readonly drivers: readonly string[]
  /** Completed as well as was found, not proved to be the best. */
  readonly completions: readonly string[]
}

/** One alternative under all draws. */
export interface AlternativeStudy {
  readonly id: string
  readonly kind: 'proposal' | 'package' | 'no-deal'
  /**
   * How an unfinished draft was completed: as is best for its joint chance. Null where nothing was
   * left open.
   */
  readonly completed: Package | null
  /** The chance that all required parties accept, and each of them; null for no deal. */
  readonly accepted:
    | (Estimate & { readonly parties: readonly (Estimate & { readonly party: string })[] })
    | null
  /**
   * The chance that no admissible package is better for a required party and worse for none; null
   * where that cannot be told.
   */
  readonly efficient: Estimate | null
  /** Where a state of the graph means it. */
  readonly equilibrium: Omit<Equilibrium, 'means'> | null
  /**
   * The joint chance first, then each required party's gain; null where its inputs were not ranked.
   */
  readonly drivers: readonly Drivers[] | null
}

/** What one party makes of the alternatives. */
export interface PartyStudy {
  readonly party: string
  /** The issues it has an interest in: central weights stand in this order. */
  readonly issues: readonly string[]
  readonly alternatives: readonly (Acceptability & {
    /**
     * How often it is best for the party when the weights are its central ones; null where it never
     * was best.
     */
    readonly confidence: Estimate | null
    /** Against each alternative. */
    readonly comparisons: readonly Comparison[]
  })[]
}
