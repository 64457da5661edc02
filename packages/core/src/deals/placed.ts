import type { DealSpace, Improvement, Trades } from '../bargaining/index.ts'
import { gainsOf, tradesFrom } from '../bargaining/index.ts'
import { dealSpace, optionOf } from '../check/case-deal-space.ts'
import { fillBest } from '../check/completion.ts'
import { DEFAULTS } from '../check/defaults.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import type { Bound } from '../worth/admissible.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues } from '../worth/offers.ts'
import type { Kernel } from './kernels.ts'
import type { Outside } from './outside.ts'
import { outsideOf } from './outside.ts'

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

/** Exchanges that are listed. */
const TRADES = 5

/** Lays a proposal into the deal space of its case. */
export async function placed(
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
