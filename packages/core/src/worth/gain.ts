import type { Column } from '../draws/column.ts'
import type { Sampler } from '../draws/sampler.ts'
import type { Blend, Case, Interest, Stance } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import { chargesAlways, chargesOn, issuesCharged } from './charges.ts'
import { addTo, multiply } from './columns.ts'
import type { Offer, Offers } from './offers.ts'

const BLOCK = 1000

/**
 * One party's gain over its no-deal in every draw of a sampler. Additive over issues:
 *   gain = fixed + sum over issues of w_k (v_k(x_k) - b_k) / sum of w + c_k(x_k),
 * b_k being what the no-deal brings on the issue (its expectation where it has several outcomes),
 * c_k what entries of the ledger count against x_k alone, `fixed` the rest.
 */
export class PartyGain {
  readonly stance: Stance
  readonly sampler: Sampler
  private readonly interests: ReadonlyMap<string, Interest>
  /** The issues that the gain reads. */
  private readonly issues: readonly string[]
  private readonly parts = new Map<string, Column>()
  private readonly shares = new Map<string, Column>()
  private readonly zero: Column
  private readonly bases = new Map<string, Column>()
  private cachedWeights: Column | undefined
  private cachedFixed: Column | undefined
  readonly source: Pick<Case, 'issues'>

  constructor(stance: Stance, source: Pick<Case, 'issues'>, sampler: Sampler) {
    this.stance = stance
    this.source = source
    this.sampler = sampler
    this.zero = new Float64Array(sampler.count)
    this.interests = new Map(stance.interests.map((interest) => [interest.issue, interest]))
    this.issues = [...new Set([...this.interests.keys(), ...issuesCharged(stance)])]
  }

  /** Gain in each draw, 0..100 points. */
  gain(offers: Offers): Float64Array {
    const sum = this.fixed().slice()
    const parts = this.issues.flatMap((issue) => {
      const offer = offers.get(issue)
      return offer ? [this.part(issue, offer)] : []
    })
    // Block by block, so that the sum stays in the processor's nearest memory while the parts pass
    // by.
    for (let from = 0; from < sum.length; from += BLOCK) {
      const to = Math.min(from + BLOCK, sum.length)
      for (const part of parts)
        for (let i = from; i < to; i++) sum[i] = (sum[i] as number) + (part[i] as number)
    }
    return sum
  }

  /** What the offer on one issue adds to the gain in each draw. */
  part(issue: string, offer: Offer): Column {
    const key = `${issue}=${offer.option}>${offer.then ?? ''}@${offer.chance?.key ?? ''}`
    const known = this.parts.get(key)
    if (known) return known
    const part = this.makePart(issue, offer)
    this.parts.set(key, part)
    return part
  }

  /**
   * Weight times value of what is offered on an issue, charges times all weights, in each draw: what it adds to the party's
   * worth of a package on the 0..100 scale, times `totalWeight`. So a sum over issues needs no
   * division and stays exact where weights and values are short decimals.
   */
  weighed(issue: string, offer: Offer): Column {
    if (!this.reads(issue)) return this.zero
    const weighed = this.charged(issue, offer)
    multiply(weighed, this.totalWeight())
    const interest = this.interests.get(issue)
    if (!interest) return weighed
    const value = this.offered(interest, offer)
    const weight = this.sampler.column(interest.weight)
    for (let i = 0; i < weighed.length; i++)
      weighed[i] = (value[i] as number) * (weight[i] as number) + (weighed[i] as number)
    return weighed
  }

  /** Whether the gain reads the issue: an interest, or an entry of the ledger that hangs on it. */
  reads(issue: string): boolean {
    return this.issues.includes(issue)
  }

  /** What entries of the ledger count against an offer alone, in each draw. */
  charged(issue: string, { option, then, chance }: Offer): Float64Array {
    const first = this.charges(issue, option)
    if (then === undefined || !chance) return first
    const [later, likely] = [this.charges(issue, then), this.sampler.column(chance)]
    for (let i = 0; i < first.length; i++)
      first[i] =
        (first[i] as number) + (likely[i] as number) * ((later[i] as number) - (first[i] as number))
    return first
  }

  /** The same for a plain option. */
  charges(issue: string, option: string): Float64Array {
    const sum = new Float64Array(this.sampler.count)
    for (const { judgement, factor } of chargesOn(this.stance, issue, option))
      addTo(sum, this.sampler.column(judgement), factor)
    return sum
  }

  /** What no weight bears on in the gain over these offers: `fixed` and all that is charged. */
  unweighed(offers: Offers): Column {
    const charged = issuesCharged(this.stance).filter((issue) => offers.has(issue))
    if (charged.length === 0) return this.fixed()
    const sum = this.fixed().slice()
    for (const issue of charged) addTo(sum, this.charged(issue, offers.get(issue) as Offer))
    return sum
  }

  /** Minus the no-deal, as far as it is not tied to issues and counts against every package. */
  fixed(): Column {
    if (this.cachedFixed) return this.cachedFixed
    const fixed = new Float64Array(this.sampler.count)
    const { noDeal } = this.stance
    if (noDeal?.base.kind === 'range') addTo(fixed, this.sampler.column(noDeal.base.judgement), -1)
    for (const { judgement, factor } of chargesAlways(this.stance))
      addTo(fixed, this.sampler.column(judgement), factor)
    this.cachedFixed = fixed
    return fixed
  }

  /**
   * The no-deal itself in each draw, on the 0..100 scale: without what counts against some packages
   * only.
   */
  noDeal(): Float64Array {
    const value = new Float64Array(this.sampler.count)
    addTo(value, this.fixed(), -1)
    for (const [issue, interest] of this.interests) {
      const share = this.share(interest)
      const base = this.base(issue)
      for (let i = 0; i < value.length; i++)
        value[i] = (value[i] as number) + (share[i] as number) * (base[i] as number)
    }
    return value
  }

  private makePart(issue: string, offer: Offer): Float64Array {
    const interest = this.interests.get(issue)
    const part = this.charged(issue, offer)
    if (!interest) return part
    const value = this.offered(interest, offer)
    const base = this.base(issue)
    const share = this.share(interest)
    for (let i = 0; i < part.length; i++)
      part[i] =
        (share[i] as number) * ((value[i] as number) - (base[i] as number)) + (part[i] as number)
    return part
  }

  /** The issue's share of all weights in each draw. */
  share(interest: Interest): Column {
    const known = this.shares.get(interest.issue)
    if (known) return known
    const share = this.sampler.column(interest.weight).slice()
    const total = this.totalWeight()
    for (let i = 0; i < share.length; i++) share[i] = (share[i] as number) / (total[i] as number)
    this.shares.set(interest.issue, share)
    return share
  }

  /** The sum of all weights in each draw. */
  totalWeight(): Column {
    if (this.cachedWeights) return this.cachedWeights
    const total = new Float64Array(this.sampler.count)
    for (const interest of this.interests.values())
      addTo(total, this.sampler.column(interest.weight))
    this.cachedWeights = total
    return total
  }

  /** Value of what is offered on an issue, in each draw: the mean over a staged offer's ends. */
  offered(interest: Interest, { option, then, chance }: Offer): Column {
    const first = this.value(interest, option)
    if (then === undefined || !chance) return first
    const later = this.value(interest, then)
    const likely = this.sampler.column(chance)
    const value = first.slice()
    for (let i = 0; i < value.length; i++)
      value[i] =
        (value[i] as number) + (likely[i] as number) * ((later[i] as number) - (value[i] as number))
    return value
  }

  /** Value of an option in each draw. */
  value(interest: Interest, option: string): Column {
    return this.blend(interest.values.get(option) ?? [])
  }

  private blend(parts: Blend): Column {
    const [only] = parts
    if (only && parts.length === 1) return this.sampler.column(only.judgement)
    const sum = new Float64Array(this.sampler.count)
    for (const { judgement, share } of parts) addTo(sum, this.sampler.column(judgement), share)
    return sum
  }

  /** What the no-deal brings on the issue in each draw: zero where the no-deal is a plain range. */
  base(issue: string): Column {
    const known = this.bases.get(issue)
    if (known) return known
    const base = this.makeBase(issue)
    this.bases.set(issue, base)
    return base
  }

  private makeBase(issue: string): Column {
    const interest = this.interests.get(issue)
    const base = this.stance.noDeal?.base
    if (!interest || base?.kind !== 'outcomes') return this.zero
    const values = base.outcomes.map(({ terms }) =>
      this.value(interest, terms.get(issue) ?? this.ifSilent(issue))
    )
    const [only] = values
    return only && values.length === 1
      ? only
      : this.expectation(
          values,
          base.outcomes.map(({ p }) => p)
        )
  }

  /**
   * The mean of several outcomes' values in each draw, weighed by their chances, which are made to
   * add up to 1.
   */
  private expectation(
    values: readonly Column[],
    chances: readonly (Judgement | undefined)[]
  ): Float64Array {
    const sum = new Float64Array(this.sampler.count)
    const total = new Float64Array(this.sampler.count)
    for (const [k, value] of values.entries()) {
      const chance = chances[k]
      const column = chance
        ? this.sampler.column(chance)
        : new Float64Array(this.sampler.count).fill(1)
      addTo(total, column)
      for (let i = 0; i < sum.length; i++)
        sum[i] = (sum[i] as number) + (column[i] as number) * (value[i] as number)
    }
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) / (total[i] as number)
    return sum
  }

  /** What holds on an issue that a no-deal outcome leaves out. */
  ifSilent(issue: string): string {
    return this.source.issues.find(({ id }) => id === issue)?.ifSilent ?? ''
  }
}
