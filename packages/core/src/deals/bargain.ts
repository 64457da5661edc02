import type { DealSolutions, DealSpace, TwoParties } from '../bargaining/index.ts'
import { dealSpace } from '../check/case-deal-space.ts'
import { DEFAULTS } from '../check/defaults.ts'
import type { Case } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import type { MilpSolver } from '../ports/milp.ts'
import type { AllPutIn } from '../terms/index.ts'
import { countPackages, putIn, totalPackages } from '../terms/index.ts'
import { boundsOf, requiredParties, rulesOf } from '../worth/admissible.ts'
import { Judge } from '../worth/judge.ts'
import { redlineId } from '../worth/redlines.ts'
import type { AdmissibleCount } from '../worth/room.ts'
import { demandsOf } from '../worth/room.ts'
import type { DealChances } from './deal-chances.ts'
import { dealChances } from './deal-chances.ts'
import type { BetweenSteps } from './divided.ts'
import { betweenSteps } from './divided.ts'
import { kernelFor } from './kernels.ts'
import type { Paid } from './payments.ts'
import { paid } from './payments.ts'
import type { PlacedProposal } from './placed.ts'
import { placed } from './placed.ts'

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
  /** Whether it is a first answer. */
  readonly rough: boolean
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

/** Raised when a deal space was asked for that cannot be. */
export class NoDealSpace extends Error {}

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
  const kernel = kernelFor(space, {
    most: settings.most,
    rough,
    proposals: source.proposals.length,
    solver
  })
  // Counted while a solver may still be loading.
  const counted = {
    packages: packagesOf(source, excluded),
    putIn: putIn(source.issues, [
      ...demandsOf(source, []),
      ...(respectRedlines ? bounds : []).map(({ redline, condition }) => ({
        id: redlineId(redline),
        excludes: condition
      }))
    ])
  }
  const solved = await kernel.solve(space)
  const proposals: PlacedProposal[] = []
  for (const proposal of source.proposals)
    proposals.push(
      await placed(proposal, { judge, bounds, parties, rules, respectRedlines, kernel })
    )
  const pair = kernel.pair(space)
  const [deal] = solved.standards[0]?.ties ?? []
  const { payments } = settings
  const found = {
    source,
    space,
    respectRedlines,
    rough,
    asked,
    leftOut: asked.filter((party) => !parties.includes(party)),
    conditional: parties.filter((party) => isConditional(source, party)),
    ...counted,
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
    proposals
  }
  return withChances(found, settings)
}

/** A deal space with its packages' chances of acceptance, where they are asked for. */
export function withChances(
  found: Bargain,
  { draws = DEFAULTS.draws, seed = DEFAULTS.seed }: Pick<BargainSettings, 'draws' | 'seed'>
): Bargain {
  if (draws === 0) return found
  const { source, solved } = found
  return { ...found, chances: dealChances(source, solved, { ...DEFAULTS, draws, seed }) }
}

function packagesOf(source: Case, excluded: readonly Condition[]): Bargain['packages'] {
  const { count, exact } = countPackages({ issues: source.issues, excluded })
  return { total: totalPackages(source.issues), admissible: count, exact }
}

function isConditional({ required }: Case, party: string): boolean {
  const own = required.filter((one) => one.party === party)
  return own.length > 0 && own.every(({ when }) => when !== undefined)
}
