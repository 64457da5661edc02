import type { Terms } from '../../engine/protocol.ts'

/** Points by party, in the order of the document's `parties`. */
export type Points = readonly number[]

/** A package and what it gains each party over its no deal. */
export interface Deal {
  readonly gains: Points
  readonly terms: Terms
  /** How many packages gain exactly this, as digits; null where they were not counted. */
  readonly packages?: string | null
}

/** An exchange: who gives and who receives on each issue, and what it leaves each party with. */
export interface Trade {
  readonly changes: readonly {
    readonly issue: string
    readonly from: string
    readonly to: string
    readonly giving: readonly string[]
    readonly receiving: readonly string[]
  }[]
  readonly gains: Points
}

/** Where a proposal of the case lies. */
export interface Placed extends Deal {
  readonly filled: Terms
  readonly crosses: readonly string[]
  readonly breaks: readonly string[]
  readonly efficient: boolean
  readonly improvement: { readonly adds: Points; readonly terms: Terms } | null
  readonly trades: {
    readonly improvements: readonly Trade[]
    readonly improvementCount: number
    readonly trades: readonly Trade[]
    readonly tradeCount: number
  } | null
}

/** What this room reads of the document of `truce solve bargaining --format json`. */
export interface BargainingDocument {
  readonly settings: {
    readonly respectRedlines: boolean
    readonly conditional: readonly string[]
    readonly leftOut: readonly string[]
  }
  readonly parties: readonly string[]
  readonly noDeal: Points
  readonly ideal: Points | null
  readonly packages: { readonly total: string; readonly admissible: string }
  readonly frontier: {
    readonly size: number
    readonly exact: boolean
    readonly within: Points | null
    readonly packages: string | null
    readonly points: readonly Deal[]
  } | null
  readonly nash: Deal | null
  readonly kalaiSmorodinsky: { readonly maxMin: Deal | null; readonly mostEqual: Deal | null }
  readonly egalitarian: Deal | null
  readonly welfare: Deal | null
  readonly proposals: Readonly<Record<string, Placed>>
}

/** A share of draws with its standard error. */
export interface Chance {
  readonly p: number
  readonly standardError: number
}

/** A mean over the draws with its standard error. */
export interface Mean {
  readonly mean: number
  readonly standardError: number
}

/** Something uncertain: its share of the doubt, and the output with it at either end. */
export interface DriverInput {
  readonly key: string
  readonly kind: 'judgement' | 'firmness' | 'scenario' | 'poll'
  readonly total: { readonly value: number; readonly low: number; readonly high: number } | null
  readonly low: Mean
  readonly high: Mean
}

/**
 * One output of an alternative, the chance that all accept or a party's gain, and what it hangs on.
 */
export interface Drivers {
  readonly output: 'joint' | 'gain'
  readonly party: string | null
  readonly mean: Mean
  readonly inputs: readonly DriverInput[]
}

/** What this room reads of the document of `truce solve study --format json`. */
export interface StudyDocument {
  readonly sizes: { readonly draws: number; readonly samples: number }
  readonly partial: boolean
  readonly order: readonly string[]
  readonly alternatives: Readonly<
    Record<
      string,
      {
        readonly kind: 'proposal' | 'package' | 'no-deal'
        readonly accepted: (Chance & { readonly parties: Readonly<Record<string, Chance>> }) | null
        readonly drivers: readonly Drivers[] | null
      }
    >
  >
  readonly parties: Readonly<
    Record<
      string,
      {
        readonly alternatives: Readonly<
          Record<
            string,
            { readonly ranks: readonly Chance[]; readonly wins: Readonly<Record<string, Chance>> }
          >
        >
      }
    >
  >
}
