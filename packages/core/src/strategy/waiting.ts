import { rangeUnder } from '../draws/sampler.ts'
import type { Case, Stance } from '../model/case.ts'
import { centre } from '../model/judgement.ts'
import type { Offers } from '../worth/offers.ts'
import { centralPoint, ScalarWorth } from '../worth/scalar.ts'
import { tellingMasks } from '../worth/scenarios.ts'

/**
 * A party whose no deal is worth more under some scenarios than under others: what it has now may
 * not last, so that a deal which suits today may not suit later.
 */
export interface TurningNoDeal {
  readonly party: string
  /** No deal at the centre, under the scenarios best and worst for it. */
  readonly best: number
  readonly worst: number
  /** Scenarios that hold in the best and in the worst. */
  readonly inBest: readonly string[]
  readonly inWorst: readonly string[]
  /** What the settlement is worth to it. */
  readonly settlement: number
  /**
   * The most that it can be offered today: its best package within the rules and the redlines of all
   * who are needed.
   */
  readonly most: number
  /**
   * Where the plan says how much it counts the next period: whether fighting while no deal is at its
   * best is worth more than that most for one period and no deal at its worst from then on.
   */
  readonly fightsFirst?: boolean
  readonly discount?: number
}

/**
 * Whether a party whose no deal is about to fall from `now` to `later` fights now, though it is
 * offered `most` today: now > (1 - discount) most + discount later, all as what each period is worth.
 * With shares of a pie that is Fearon's commitment problem (1995; Powell 2006).
 */
export function fightsNow(shift: {
  readonly now: number
  readonly later: number
  readonly most: number
  readonly discount: number
}): boolean {
  const { now, later, most, discount } = shift
  return now > (1 - discount) * most + discount * later
}

/** The settlement, and the most that a party can be offered today, in points. */
export interface SettlementOffered {
  readonly offers: Offers
  readonly most: (party: string) => number
}

/** The parties whose no deal turns with a scenario about the worth of a settlement. */
export function waitingOf(
  source: Case,
  parties: readonly string[],
  offered: SettlementOffered
): readonly TurningNoDeal[] {
  return parties.flatMap((party) => {
    const stance = source.stances.get(party)
    return stance ? turning(source, stance, offered) : []
  })
}

function turning(
  source: Case,
  stance: Stance,
  { offers, most: mostFor }: SettlementOffered
): readonly TurningNoDeal[] {
  const { scenarios } = source
  const { noDeal } = stance
  const told = [
    ...(noDeal?.base.kind === 'range' ? [noDeal.base.judgement] : []),
    ...(noDeal?.ledger ?? []).filter(({ when }) => !when).map(({ worth }) => worth)
  ]
  const read = tellingMasks(told, scenarios).map((mask) => ({
    mask,
    worth: new ScalarWorth(stance, source, (judgement) =>
      centre(rangeUnder(judgement, mask, scenarios))
    ).noDeal()
  }))
  const sorted = [...read].sort((a, b) => b.worth - a.worth)
  const [best, worst] = [sorted[0], sorted.at(-1)]
  if (!best || !worst || best.worth === worst.worth) return []
  const settlement = new ScalarWorth(stance, source, centralPoint(source)).offers(offers)
  if (best.worth <= settlement) return []
  const holding = (mask: number): readonly string[] =>
    scenarios.filter((_, bit) => mask & (1 << bit)).map(({ id }) => id)
  const said = source.process.plan?.discount.get(stance.party)
  const discount = said && centralPoint(source)(said)
  const most = mostFor(stance.party)
  return [
    {
      party: stance.party,
      best: best.worth,
      worst: worst.worth,
      inBest: holding(best.mask),
      inWorst: holding(worst.mask),
      settlement,
      most,
      ...(discount === undefined
        ? {}
        : {
            discount,
            fightsFirst: fightsNow({
              now: best.worth,
              later: worst.worth,
              most,
              discount
            })
          })
    }
  ]
}
