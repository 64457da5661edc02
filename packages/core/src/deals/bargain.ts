import type {
  DealSolutions,
  DealSpace,
  Improvement,
  SearchedImprovement,
  Trades,
  TwoParties
} from '../bargaining/index.ts'
import {
  Effort,
  gainsOf,
  improve,
  improveWide,
  linkedGroups,
  rationOf,
  searchedImprovement,
  solveDeals,
  solveWide,
  TooWide,
  tradesFrom,
  twoParties
} from '../bargaining/index.ts'
import { dealSpace, optionOf } from '../check/case-deal-space.ts'
import { fillBest } from '../check/completion.ts'
import { DEFAULTS } from '../check/defaults.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import type { MilpSolver } from '../ports/milp.ts'
import type { AllPutIn } from '../terms/index.ts'
import { countPackages, putIn, totalPackages } from '../terms/index.ts'
import type { Bound } from '../worth/admissible.ts'
import { boundsOf, requiredParties, rulesOf } from '../worth/admissible.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues } from '../worth/offers.ts'
import { redlineId } from '../worth/redlines.ts'
import type { AdmissibleCount } from '../worth/room.ts'
import { demandsOf } from '../worth/room.ts'

import type { DealChances } from './deal-chances.ts'
import { dealChances } from './deal-chances.ts'
import type { BetweenSteps } from './divided.ts'
import { betweenSteps } from './divided.ts'
import type { Outside } from './outside.ts'
import { outsideOf } from './outside.ts'
import type { Paid } from './payments.ts'
import { paid } from './payments.ts'

/** Whose deals, within which bounds, and how much to list. */
export interface BargainSettings {
  /** By default every party whose acceptance is needed. */
  readonly parties?: readonly string[]
  /**
   * Whether a package may not cross the parties' redlines of central firmness 0.5 and more; true by
   * default.
   */
  readonly respectRedlines?: boolean
  /** Points of the frontier kept at most; beyond it the frontier is approximate. */
  readonly most?: number
  /**
   * Whether a first answer is wanted within a second or two, however large the space is: what it has
   * not proved it leaves open, as any answer does.
   */
  readonly rough?: boolean
  /** What a unit of payment is worth to each party, in points, where they may pay one another. */
  readonly payments?: ReadonlyMap<string, number>
  /** Draws behind the packages' chances of acceptance, 10,000 by default; 0 leaves chances out. */
  readonly draws?: number
  readonly seed?: number
}

/** The deal space of a case at central judgements. */
export interface Bargain {
  readonly source: Case
  readonly space: DealSpace
  readonly respectRedlines: boolean
  /** Parties asked for: those whose redlines are respected. */
  readonly asked: readonly string[]
  /** Parties left out, for nothing says what a package is worth to them. */
  readonly leftOut: readonly string[]
  /** Parties asked about every package here, though the case needs them only under a condition. */
  readonly conditional: readonly string[]
  readonly packages: AdmissibleCount & { readonly total: bigint }
  /** What rules and redlines leave no choice about: put in, not found. */
  readonly putIn: AllPutIn
  readonly solved: DealSolutions
  /** Lotteries and divisions, where there are two parties. */
  readonly pair?: TwoParties
  /** Finer divisions of the first standard's package, where the case has divisible issues. */
  readonly finer: readonly BetweenSteps[]
  /**
   * Null where payments were asked about and no package creates a surplus; absent where conditions
   * link too many issues.
   */
  readonly paid?: Paid | null
  readonly proposals: readonly PlacedProposal[]
  /** Absent where they were not asked for. */
  readonly chances?: DealChances
}

/** Where a proposal lies in the deal space. */
export interface PlacedProposal extends Outside {
  readonly id: string
  /** What it offers, a draft filled. */
  readonly offers: Offers
  /**
   * The deal space with the proposal's staged terms as options beside the others; its place there;
   * gains in units.
   */
  readonly space: DealSpace
  readonly choice: readonly number[]
  readonly gains: Float64Array
  /**
   * Open issues and how they are filled: as `check` does, at the draft's best. Empty for a finished
   * proposal.
   */
  readonly filled: ReadonlyMap<string, string>
  /** Whether it keeps the rules and what else binds. */
  readonly inside: boolean
  /**
   * Whether it is inside and nothing inside is better for one party without being worse for
   * another.
   */
  readonly efficient: boolean
  /** Absent where it is known whether something is better; else the budget ended before it was. */
  readonly undecided?: true
  /**
   * Something admissible that is better for all than it and than no deal; absent where there is
   * none.
   */
  readonly improvement?: Improvement
  /**
   * Exchanges of one, two or three issues that help everybody, from a proposal that is admissible.
   */
  readonly trades?: Trades
}

/** Raised when a deal space was asked for that cannot be. */
export class NoDealSpace extends Error {}

/** Without a solver of integer programmes, what a reader may do. */
const LINKED =
  'rules and redlines link too many issues to one another; leave a party or the redlines out, or ask `truce solve bargaining`, which goes another way'

const TRADES = 5

/** How many points a first answer lists, and what share of the usual it may cost. */
const ROUGHLY = { points: 200, share: 1 / 100 } as const

/**
 * The deal space of a sound case: frontier, solutions, and how far each proposal is from the
 * frontier. Where conditions link too many issues, a solver of integer programmes takes over;
 * without one this throws `TooWide`. Throws `NoDealSpace`.
 */
export async function bargain(
  source: Case,
  settings: BargainSettings = {},
  solver?: MilpSolver
): Promise<Bargain> {
  const judge = Judge.central(source)
  const asked = settings.parties ?? requiredParties(source)
  const parties = asked.filter((party) => judge.hasGain(party))
  if (source.issues.length === 0)
    throw new NoDealSpace('the case has no issues, so there is nothing to agree')
  if (parties.length === 0)
    throw new NoDealSpace(
      `${settings.parties ? `of ${asked.join(', ')} ` : ''}no party has both interests and a no-deal, so nothing says who gains what`
    )
  const respectRedlines = settings.respectRedlines ?? true
  const bounds = boundsOf(source, asked, settings.parties !== undefined)
  const rules = rulesOf(source)
  const excluded = [...rules, ...(respectRedlines ? bounds.map(({ condition }) => condition) : [])]
  const space = dealSpace(judge, { parties, excluded })
  const rough = settings.rough === true
  const most = settings.most ?? (rough ? ROUGHLY.points : mostPoints(parties.length))
  const share = rough ? ROUGHLY.share : 1
  const narrow = canTakeApart(space, rough && solver !== undefined)
  if (!narrow && !solver) throw new TooWide(LINKED)
  const kernel =
    narrow || !solver
      ? exactKernel({ most, share, proposals: source.proposals.length })
      : wideKernel(space, { solver, rough, proposals: source.proposals.length })
  const solved = await kernel.solve(space)
  const proposals: PlacedProposal[] = []
  for (const proposal of source.proposals)
    proposals.push(
      await placed(proposal, { judge, bounds, parties, rules, respectRedlines, kernel })
    )
  const pair = kernel.pair(space)
  const [deal] = solved.standards[0]?.ties ?? []
  const { payments, draws = DEFAULTS.draws, seed = DEFAULTS.seed } = settings
  return {
    source,
    space,
    respectRedlines,
    asked,
    leftOut: asked.filter((party) => !parties.includes(party)),
    conditional: parties.filter((party) => isConditional(source, party)),
    packages: packagesOf(source, excluded),
    putIn: putIn(source.issues, [
      ...demandsOf(source, []),
      ...(respectRedlines ? bounds : []).map(({ redline, condition }) => ({
        id: redlineId(redline),
        excludes: condition
      }))
    ]),
    solved,
    ...(pair ? { pair } : {}),
    finer: deal ? betweenSteps(source, space, deal) : [],
    ...(payments
      ? {
          paid: paid(
            space,
            parties.map((party) => payments.get(party) ?? 1)
          )
        }
      : {}),
    proposals,
    ...(draws > 0 ? { chances: dealChances(source, solved, { ...DEFAULTS, draws, seed }) } : {})
  }
}

function packagesOf(source: Case, excluded: readonly Condition[]): Bargain['packages'] {
  const { count, exact } = countPackages({ issues: source.issues, excluded })
  return { total: totalPackages(source.issues), admissible: count, exact }
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

/** What answers questions about a deal space. */
interface Kernel {
  readonly solve: (space: DealSpace) => DealSolutions | Promise<DealSolutions>
  /** `noDeal`: what is better may not be worse than no deal for anybody either. */
  readonly improve: (
    space: DealSpace,
    gains: Float64Array,
    noDeal: boolean
  ) => Promise<SearchedImprovement>
  readonly pair: (space: DealSpace) => TwoParties | undefined
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
  const { work, nodes } = rationOf(space)
  const ration = { work: work / Math.max(1, proposals), nodes }
  return {
    solve: (own) => solveWide(own, { solver, rough }),
    improve: (own, gains, noDeal) => improveWide(own, gains, { solver, rough, noDeal, ration }),
    pair: () => undefined
  }
}

/** Comparing many parties' points takes longer the more there are of them. */
export const mostPoints = (parties: number): number => (parties <= 3 ? 1_000_000 : 100_000)

function isConditional({ required }: Case, party: string): boolean {
  const own = required.filter((one) => one.party === party)
  return own.length > 0 && own.every(({ when }) => when !== undefined)
}

async function placed(
  proposal: Proposal,
  { judge, bounds, parties, rules, respectRedlines, kernel }: Setting
): Promise<PlacedProposal> {
  const { source } = judge
  const { offers, filled } = completed(proposal, source)
  const space = dealSpace(judge, {
    parties,
    excluded: rules,
    bounds: respectRedlines ? bounds : [],
    staged: offers
  })
  const choice = space.issues.map(({ id, options }) =>
    options.indexOf(optionOf(offers.get(id) ?? { option: '' }))
  )
  const gains = gainsOf(space, choice)
  const first = await kernel.improve(space, gains, true)
  const { improvement } = first
  // what is better than it and than no deal is better than it
  const better = improvement ? first : await kernel.improve(space, gains, false)
  const isDecided = first.decided && better.decided
  const outside = outsideOf(offers, { source, bounds })
  const inside = outside.breaks.length === 0 && (!respectRedlines || outside.crosses.length === 0)
  return {
    id: proposal.id,
    offers,
    space,
    choice,
    gains,
    filled,
    ...outside,
    inside,
    efficient: inside && better.decided && !better.improvement,
    ...(isDecided ? {} : { undecided: true as const }),
    ...(improvement ? { improvement } : {}),
    ...(inside ? { trades: tradesFrom(space, { deal: choice, limit: TRADES }) } : {})
  }
}

interface Setting {
  readonly judge: Judge
  readonly bounds: readonly Bound[]
  readonly parties: readonly string[]
  readonly rules: readonly Condition[]
  readonly respectRedlines: boolean
  readonly kernel: Kernel
}

function completed(
  proposal: Proposal,
  source: Case
): { readonly offers: Offers; readonly filled: ReadonlyMap<string, string> } {
  const given = offersOf(proposal, source)
  const open = openIssues(given, source)
  if (open.length === 0) return { offers: given, filled: new Map() }
  const judge = Judge.random(source, DEFAULTS)
  const { best } = fillBest(judge, given)
  return { offers: best.offers, filled: best.terms }
}
