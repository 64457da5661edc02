import { expected } from '../draws/sampler.ts'
import type { Blend, Case, Interest, Stance } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import { centre } from '../model/judgement.ts'
import { chargesAlways, chargesOn, issuesCharged } from './charges.ts'
import type { Offer, Offers } from './offers.ts'

/** The one number that a judgement is read as. */
export type Point = (judgement: Judgement) => number

/** Every judgement at its centre; one that hangs on scenarios at its expectation. */
export function centralPoint({ scenarios }: Pick<Case, 'scenarios'>): Point {
  return (judgement) => expected(judgement, scenarios, centre)
}

/** A weighted sum of judgements as one number. */
export function blended(blend: Blend, point: Point): number {
  return blend.reduce((sum, { judgement, share }) => sum + share * point(judgement), 0)
}

/**
 * What packages are worth to one party when each judgement is one number, in points from 0 to 100:
 * `sum w v / sum w` over its interests. Judgements are read once, when first needed.
 */
export class ScalarWorth {
  private readonly stance: Stance
  private readonly point: Point
  private readonly weights: ReadonlyMap<string, number>
  private readonly total: number
  private readonly silent: ReadonlyMap<string, string | undefined>
  /** The issues that some entry of the ledger hangs on. */
  readonly charged: readonly string[]
  private readonly options: ReadonlyMap<string, readonly string[]>
  private readonly known = new Map<string, ReadonlyMap<string, number>>()

  constructor(stance: Stance, { issues }: Pick<Case, 'issues'>, point: Point) {
    this.stance = stance
    this.point = point
    this.weights = new Map(stance.interests.map(({ issue, weight }) => [issue, point(weight)]))
    this.total = [...this.weights.values()].reduce((sum, weight) => sum + weight, 0)
    this.charged = issuesCharged(stance)
    this.options = new Map(issues.map(({ id, options }) => [id, options.map((one) => one.id)]))
    this.silent = new Map(issues.map(({ id, ifSilent }) => [id, ifSilent]))
  }

  /** The issue's share of all weights; 0 without an interest in it. */
  share(issue: string): number {
    return this.total > 0 ? (this.weights.get(issue) ?? 0) / this.total : 0
  }

  /** What an option is worth on its issue; 0 without an interest in it. */
  value(issue: string, option: string): number {
    return this.values(issue).get(option) ?? 0
  }

  /** What each option is worth on its issue, in the order written. */
  values(issue: string): ReadonlyMap<string, number> {
    const known = this.known.get(issue)
    if (known) return known
    const interest = this.stance.interests.find((one) => one.issue === issue)
    const values = new Map(
      [...(interest?.values ?? [])].map(([option, blend]) => [option, blended(blend, this.point)])
    )
    this.known.set(issue, values)
    return values
  }

  /** The mean over the options of an issue: the yardstick where nothing settles it. */
  middle(issue: string): number {
    const values = this.values(issue)
    return [...values.values()].reduce((sum, value) => sum + value, 0) / Math.max(1, values.size)
  }

  /** What an offer is worth on its issue: a staged term by the chance of its later option. */
  offered(issue: string, { option, then, chance }: Offer): number {
    const first = this.value(issue, option)
    if (then === undefined || !chance) return first
    return first + this.point(chance) * (this.value(issue, then) - first)
  }

  /** The weighted mean of what stands on each issue. */
  mean(on: (issue: Interest['issue']) => number): number {
    let sum = 0
    for (const [issue, weight] of this.weights) sum += weight * on(issue)
    return sum / this.total
  }

  /**
   * What offers are worth, with what the ledger counts against them alone; an issue left open counts
   * with the mean over its options.
   */
  offers(offers: Offers): number {
    const mean = this.mean((issue) => {
      const offer = offers.get(issue)
      return offer ? this.offered(issue, offer) : this.middle(issue)
    })
    return this.charged.reduce((sum, issue) => sum + this.charge(issue, offers.get(issue)), mean)
  }

  /** What entries of the ledger count against an offer alone; open: the mean over the options. */
  charge(issue: string, offer: Offer | undefined): number {
    if (!offer) {
      const all = this.options.get(issue) ?? []
      return all.reduce((sum, option) => sum + this.charge(issue, { option }), 0) / all.length
    }
    const { option, then, chance } = offer
    const [first, last] = [option, then ?? option].map((one) =>
      chargesOn(this.stance, issue, one).reduce(
        (sum, { judgement, factor }) => sum + factor * this.point(judgement),
        0
      )
    ) as [number, number]
    return first + (chance ? this.point(chance) : 0) * (last - first)
  }

  /**
   * What the state of things is worth on an issue: the terms of the no deal, else what silence
   * means, else the mean over the options.
   */
  asThingsStand(issue: string): number {
    const silent = this.silent.get(issue)
    const otherwise = silent === undefined ? this.middle(issue) : this.value(issue, silent)
    const base = this.stance.noDeal?.base
    if (base?.kind !== 'outcomes') return otherwise
    return this.overOutcomes(base.outcomes, ({ terms }) => {
      const option = terms.get(issue)
      return option === undefined ? otherwise : this.value(issue, option)
    })
  }

  private overOutcomes<T extends { readonly p?: Judgement }>(
    outcomes: readonly T[],
    worth: (outcome: T) => number
  ): number {
    const chances = outcomes.map(({ p }) => (p ? this.point(p) : 1))
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    return outcomes.reduce(
      (sum, outcome, k) => sum + ((chances[k] as number) / total) * worth(outcome),
      0
    )
  }

  /**
   * What settling an issue so moves, from another option or, with none, from the state of things.
   */
  moves(issue: string, option: string, from?: string): number {
    const before = from === undefined ? this.asThingsStand(issue) : this.value(issue, from)
    const charged = from === undefined ? 0 : this.charge(issue, { option: from })
    return (
      this.share(issue) * (this.value(issue, option) - before) +
      this.charge(issue, { option }) -
      charged
    )
  }

  /**
   * What the party expects without an agreement: a range or outcomes, then the entries of its ledger
   * that count against every package.
   */
  noDeal(): number {
    const { noDeal } = this.stance
    const ledger = chargesAlways(this.stance).reduce(
      (sum, { judgement, factor }) => sum - factor * this.point(judgement),
      0
    )
    if (!noDeal) return 0
    if (noDeal.base.kind === 'range') return this.point(noDeal.base.judgement) + ledger
    const worth = this.overOutcomes(noDeal.base.outcomes, ({ terms }) =>
      this.mean((issue) => this.value(issue, terms.get(issue) ?? this.silent.get(issue) ?? ''))
    )
    return worth + ledger
  }
}
