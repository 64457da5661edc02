import type { DrawSettings } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, Proposal, Stance } from '../model/case.ts'
import type { Guarantee } from '../model/overtures.ts'
import type {
  Backing,
  BackingNeeded,
  ChanceNeeded,
  TrustNeeded,
  TrustPayoffs
} from '../strategy/trust.ts'
import { backed, backingNeeded, chanceNeeded, leastTrust, trustNeeded } from '../strategy/trust.ts'
import { Judge } from '../worth/judge.ts'
import { stagesOf } from '../worth/offers.ts'
import type { Point } from '../worth/scalar.ts'
import { centralPoint, ScalarWorth } from '../worth/scalar.ts'
import { covers } from './figures.ts'
import type { Path } from './path.ts'
import { pathOf } from './path.ts'

/** How far the parties to a proposal must trust each other, step by step left aside. */
export interface ProposalTrust {
  readonly proposal: string
  readonly parties: readonly PartyTrust[]
  /** Who is needed and hands nothing over, so that there is nothing for it to break. */
  readonly owesNothing: readonly string[]
  /** Who is needed and has no interests or no no-deal, so that nothing can be told. */
  readonly unknown: readonly string[]
}

/** One party: what it has in each case, what trust that asks of it, and what guarantors change. */
export interface PartyTrust {
  readonly party: string
  readonly parts: TrustParts
  readonly payoffs: TrustPayoffs
  readonly needed: TrustNeeded
  readonly drawn: DrawnTrust
  /** Without any guarantor. */
  readonly lacking: BackingNeeded
  /** By guarantor, then, where there are several, all of them together. */
  readonly backings: readonly GuarantorTrust[]
}

/** What a proposal moves for a party, in points of its own scale. */
export interface TrustParts {
  /** What the state of things is worth. */
  readonly stands: number
  /** By terms that hold from signature on, whoever keeps to the rest. */
  readonly atOnce: number
  /** By what it hands over, and by what all others do. */
  readonly given: number
  readonly taken: number
}

/** The least trust over the draws; infinite where it never keeps to it. */
export interface DrawnTrust {
  readonly draws: number
  readonly median: number
  /** The middle nine tenths of the draws. */
  readonly low: number
  readonly high: number
  /** The share of draws in which no trust is enough. */
  readonly never: number
}

/** What changes with guarantors. */
export interface GuarantorTrust {
  /** One guarantor; several where all act together. */
  readonly by: readonly string[]
  readonly backings: readonly Backing[]
  readonly payoffs: TrustPayoffs
  readonly needed: TrustNeeded
  readonly drawn: DrawnTrust
  /** How surely it would have to act, its penalty and insurance as the case has them; one guarantor. */
  readonly chance?: ChanceNeeded
}

/**
 * Minimum trust for each party whose consent a proposal needs, against all others taken together.
 * What is given and taken is what the case's deliverables hand over, as for `plan`: it lives here
 * because a path says which of them belong to a proposal. Undefined where none does.
 */
export function trustIn(
  source: Case,
  proposal: Proposal,
  settings: DrawSettings
): ProposalTrust | undefined {
  const path = pathOf(source, proposal)
  const deliverables = path.steps.flatMap((step) => step.deliverables)
  if (deliverables.length === 0) return undefined
  const { surely } = Judge.central(source).required(stagesOf(path.offers))
  const told = surely.filter((party) => isTold(source, party))
  const owes = (party: string): boolean => deliverables.some(({ by }) => by === party)
  const points = pointsOf(source, settings)
  return {
    proposal: proposal.id,
    parties: told.filter(owes).map((party) => partyTrust(path, party, points)),
    owesNothing: told.filter((party) => !owes(party)),
    unknown: surely.filter((party) => !isTold(source, party))
  }
}

function isTold({ stances }: Case, party: string): boolean {
  const stance = stances.get(party)
  return stance !== undefined && stance.interests.length > 0 && stance.noDeal !== undefined
}

/** The central reading, and each draw's. */
interface Points {
  readonly central: Point
  readonly draws: readonly Point[]
}

function pointsOf(source: Case, settings: DrawSettings): Points {
  const sampler = randomSampler(source.scenarios, settings)
  return {
    central: centralPoint(source),
    draws: Array.from(
      { length: sampler.count },
      (_, draw): Point =>
        (judgement) =>
          sampler.column(judgement)[draw] as number
    )
  }
}

function partyTrust(path: Path, party: string, { central, draws }: Points): PartyTrust {
  const stance = path.source.stances.get(party) as Stance
  const guarantees = guarantorsOf(path, party)
  const parts = partsOf(path, stance, central)
  const payoffs = payoffsOf(parts, noDealOf(path, stance, central))
  const each = draws.map((point) =>
    payoffsOf(partsOf(path, stance, point), noDealOf(path, stance, point))
  )
  const drawn = (under: readonly Guarantee[]): DrawnTrust =>
    drawnTrust(
      each.map((one, draw) =>
        leastTrust(trustNeeded(backed(one, backingsOf(under, draws[draw] as Point))))
      )
    )
  const withThese = (by: readonly string[], under: readonly Guarantee[]): GuarantorTrust => {
    const backings = backingsOf(under, central)
    const after = backed(payoffs, backings)
    const [only] = backings
    return {
      by,
      backings,
      payoffs: after,
      needed: trustNeeded(after),
      drawn: drawn(under),
      ...(only && backings.length === 1 ? { chance: chanceNeeded(payoffs, only) } : {})
    }
  }
  const alone = [...guarantees].map(([by, under]) => withThese([by], under))
  return {
    party,
    parts,
    payoffs,
    needed: trustNeeded(payoffs),
    drawn: drawn([]),
    lacking: backingNeeded(payoffs),
    backings:
      alone.length > 1
        ? [...alone, withThese([...guarantees.keys()], [...guarantees.values()].flat())]
        : alone
  }
}

/** Guarantees by others that speak of something handed over on the path, by guarantor. */
function guarantorsOf(
  { source, steps }: Path,
  party: string
): ReadonlyMap<string, readonly Guarantee[]> {
  const found = new Map<string, readonly Guarantee[]>()
  const deliverables = steps.flatMap((step) => step.deliverables)
  for (const one of source.process.guarantees)
    if (one.by !== party && covers(one, deliverables))
      found.set(one.by, [...(found.get(one.by) ?? []), one])
  return found
}

const backingsOf = (guarantees: readonly Guarantee[], point: Point): readonly Backing[] =>
  guarantees.map(({ chance, penalty, insurance }) => ({
    chance: point(chance),
    penalty: point(penalty),
    insurance: insurance ? point(insurance) : 0
  }))

function partsOf({ source, steps, atOnce }: Path, stance: Stance, point: Point): TrustParts {
  const worth = new ScalarWorth(stance, source, point)
  let [given, taken, signed] = [0, 0, 0]
  for (const [issue, option] of atOnce) signed += worth.moves(issue, option)
  for (const { deliverables, from } of steps)
    for (const { by, gives } of deliverables)
      for (const [issue, option] of gives ?? []) {
        const moved = worth.moves(issue, option, from.get(issue))
        if (by === stance.party) given += moved
        else taken += moved
      }
  return {
    stands: worth.mean((issue) => worth.asThingsStand(issue)),
    atOnce: signed,
    given,
    taken
  }
}

const noDealOf = ({ source }: Path, stance: Stance, point: Point): number =>
  new ScalarWorth(stance, source, point).noDeal()

function payoffsOf({ stands, atOnce, given, taken }: TrustParts, none: number): TrustPayoffs {
  const signed = stands + atOnce
  return { both: signed + given + taken, taking: signed + taken, giving: signed + given, none }
}

function drawnTrust(trusts: readonly number[]): DrawnTrust {
  const sorted = Float64Array.from(trusts).sort()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
  return {
    draws: sorted.length,
    median: at(0.5),
    low: at(0.05),
    high: at(0.95),
    never: trusts.filter((one) => one === Number.POSITIVE_INFINITY).length / sorted.length
  }
}
