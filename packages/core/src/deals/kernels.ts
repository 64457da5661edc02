import type {
  DealSolutions,
  DealSpace,
  Improvement,
  SearchedImprovement,
  TwoParties
} from '../bargaining/index.ts'
import {
  betterAmong,
  Effort,
  improve,
  improveWide,
  linkedGroups,
  rationOf,
  searchedImprovement,
  solveDeals,
  solveWide,
  TooWide,
  twoParties
} from '../bargaining/index.ts'
import type { MilpSolver } from '../ports/milp.ts'

/** What answers questions about a deal space. */
export interface Kernel {
  readonly solve: (space: DealSpace) => DealSolutions | Promise<DealSolutions>
  /** `noDeal`: what is better may not be worse than no deal for anybody either. */
  readonly improve: (
    space: DealSpace,
    gains: Float64Array,
    noDeal: boolean
  ) => Promise<SearchedImprovement>
  readonly pair: (space: DealSpace) => TwoParties | undefined
}

/** What is asked of a deal space, and with what help. */
export interface KernelSettings {
  /** Points of the frontier kept at most. */
  readonly most?: number | undefined
  /** See `BargainSettings`. */
  readonly rough: boolean
  /** How many proposals are asked about. */
  readonly proposals: number
  readonly solver?: MilpSolver | undefined
}

/** How many points a first answer lists, and what share of the usual it may cost. */
const ROUGHLY = { points: 200, share: 1 / 100 } as const

/** What may be done without a solver of integer programs. */
const LINKED =
  'rules and redlines link too many issues to one another; leave a party or the redlines out, or bring a solver of integer programs (@truce/milp)'

/**
 * What answers for a space: exactly, issue by issue, or where conditions link too many of them by
 * integer programs. Throws `TooWide` where that takes a solver and there is none.
 */
export function kernelFor(
  space: DealSpace,
  { most, rough, proposals, solver }: KernelSettings
): Kernel {
  const share = rough ? ROUGHLY.share : 1
  if (canTakeApart(space, rough && solver !== undefined)) {
    const points = rough ? ROUGHLY.points : mostPoints(space.parties.length)
    return exactKernel({ most: most ?? points, share, proposals })
  }
  if (!solver) throw new TooWide(LINKED)
  return wideKernel(space, { solver, rough, proposals })
}

/** Whether the issues can be taken apart without too much effort; `soon`: without much at all. */
function canTakeApart(space: DealSpace, soon: boolean): boolean {
  try {
    linkedGroups(space, Effort.shared(1, soon ? ROUGHLY.share : 1))
    return true
  } catch (error) {
    if (error instanceof TooWide) return false
    throw error
  }
}

/** Proposals share what their questions may cost, so that no number of them makes one wait. */
const exactKernel = ({
  most,
  share,
  proposals
}: {
  readonly most: number
  readonly share: number
  readonly proposals: number
}): Kernel => ({
  solve: (space) => solveDeals(space, { most, share }),
  improve: async (space, gains, noDeal) => {
    try {
      const effort = Effort.shared(Math.max(1, proposals), share)
      return decided(improve(space, gains, { noDeal, effort }))
    } catch (error) {
      if (error instanceof TooWide) return searchedImprovement(space, gains, { noDeal, share })
      throw error
    }
  },
  pair: twoParties
})

const decided = (improvement: Improvement | undefined): SearchedImprovement => ({
  decided: true,
  ...(improvement ? { improvement } : {})
})

const wideKernel = (
  space: DealSpace,
  {
    solver,
    rough,
    proposals
  }: { readonly solver: MilpSolver; readonly rough: boolean; readonly proposals: number }
): Kernel => {
  solver.begin?.()
  const { work, nodes } = rationOf(space)
  const ration = { work: work / Math.max(1, proposals), nodes }
  /** Of the whole space; a proposal's has the same options, and its staged terms behind them. */
  let found: readonly (readonly number[])[] = []
  return {
    solve: async (own) => {
      const solved = await solveWide(own, { solver, rough })
      const deals = [...solved.standards.flatMap(({ ties }) => ties), ...(solved.efficient ?? [])]
      found = deals.map(({ choice }) => choice)
      return solved
    },
    improve: async (own, gains, noDeal) =>
      rough ? betterAmong(own, gains, found) : improveWide(own, gains, { solver, noDeal, ration }),
    pair: () => undefined
  }
}

/** Comparing many parties' points takes longer the more there are of them. */
const mostPoints = (parties: number): number => (parties <= 3 ? 1_000_000 : 100_000)
