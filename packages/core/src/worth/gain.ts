import type { Column } from '../draws/column.ts'
import type { Sampler } from '../draws/sampler.ts'
import type { Blend, Case, Interest, Stance } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import { addTo } from './columns.ts'
import type { Offer, Offers } from './offers.ts'

const BLOCK = 1000

/**
 * A judgement that can be held at a number. `raises`: a higher number raises (or lowers) the gain
 * in every draw; absent: either.
 */
export interface Pinned {
  readonly gain: (pin: Pin) => Float64Array
  readonly raises?: boolean
}

/** How fast the gain goes with a judgement: a factor, times a column where it differs by draw. */
interface Slope {
  readonly factor: number
  readonly column?: Column
  readonly isShare?: boolean
}

/** Holding one judgement at a number: the gain as it stands, and room for the new one. */
export interface Pin {
  readonly value: number
  readonly gain: Column
  readonly into: Float64Array
}

/**
 * One party's gain over its no-deal in every draw of a sampler. Additive over issues:
 *   gain = fixed + sum over issues of w_k (v_k(x_k) - b_k) / sum of w,
 * b_k being what the no-deal brings on the issue (its expectation where it has several outcomes),
 * `fixed` the rest.
 */
export class PartyGain {
  readonly stance: Stance
  private readonly sampler: Sampler
  private readonly interests: ReadonlyMap<string, Interest>
  private readonly parts = new Map<string, Column>()
  private readonly shares = new Map<string, Column>()
  private readonly zero: Column
  private readonly bases = new Map<string, Column>()
  private cachedWeights: Column | undefined
  private cachedFixed: Column | undefined
  private readonly source: Pick<Case, 'issues'>

  constructor(stance: Stance, source: Pick<Case, 'issues'>, sampler: Sampler) {
    this.stance = stance
    this.source = source
    this.sampler = sampler
    this.zero = new Float64Array(sampler.count)
    this.interests = new Map(stance.interests.map((interest) => [interest.issue, interest]))
  }

  /** Gain in each draw, 0..100 points. */
  gain(offers: Offers): Float64Array {
    const sum = this.fixed().slice()
    const parts = [...this.interests.keys()].flatMap((issue) => {
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
   * Weight times value of what is offered on an issue, in each draw: what it adds to the party's
   * worth of a package on the 0..100 scale, times `totalWeight`. So a sum over issues needs no
   * division and stays exact where weights and values are short decimals.
   */
  weighed(issue: string, offer: Offer): Column {
    const interest = this.interests.get(issue)
    if (!interest) return this.zero
    const weighed = this.offered(interest, offer).slice()
    const weight = this.sampler.column(interest.weight)
    for (let i = 0; i < weighed.length; i++)
      weighed[i] = (weighed[i] as number) * (weight[i] as number)
    return weighed
  }

  /** Whether the party has an interest in the issue. */
  values(issue: string): boolean {
    return this.interests.has(issue)
  }

  /** Minus the no-deal, as far as it is not tied to issues. */
  fixed(): Column {
    if (this.cachedFixed) return this.cachedFixed
    const fixed = new Float64Array(this.sampler.count)
    const { noDeal } = this.stance
    if (noDeal?.base.kind === 'range') addTo(fixed, this.sampler.column(noDeal.base.judgement), -1)
    for (const entry of noDeal?.ledger ?? [])
      addTo(fixed, this.sampler.column(entry.worth), entry.toward === 'continue' ? -1 : 1)
    this.cachedFixed = fixed
    return fixed
  }

  /** The no-deal itself in each draw, on the 0..100 scale. */
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

  /**
   * Gain in each draw with one judgement held at `value` in all of them. The gain is linear in
   * every value, ledger entry and staged chance, and linear-fractional in every weight, so one pass
   * over the draws is enough; only the chances of several no-deal outcomes need the whole sum
   * again. `gain` is the gain under the offers as it stands.
   */
  pinned(offers: Offers, judgement: Judgement): Pinned {
    const column = this.sampler.column(judgement)
    const interest = this.interestIn(judgement, offers)
    const offer = interest && offers.get(interest.issue)
    if (interest && offer) {
      if (interest.weight.key === judgement.key)
        return { gain: (pin) => this.reweighed(pin, { interest, offer, column }) }
      const slope =
        offer.chance?.key === judgement.key
          ? this.stagedSlope(interest, offer)
          : this.valueSlope(interest, offer, judgement)
      return { ...directionOf(slope), gain: (pin) => shifted(pin, slope, column) }
    }
    const sign = this.fixedSign(judgement)
    if (sign !== undefined)
      return { raises: sign > 0, gain: (pin) => shifted(pin, { factor: sign }, column) }
    return { gain: ({ value }) => this.recounted(offers, judgement, value) }
  }

  private recounted(offers: Offers, judgement: Judgement, value: number): Float64Array {
    const held = new Float64Array(this.sampler.count).fill(value)
    const column = (asked: Judgement): Column =>
      asked.key === judgement.key ? held : this.sampler.column(asked)
    return new PartyGain(this.stance, this.source, { ...this.sampler, column }).gain(offers)
  }

  /**
   * The interest that a judgement belongs to: as its weight, one of its values, or the chance of
   * its staged offer.
   */
  private interestIn(judgement: Judgement, offers: Offers): Interest | undefined {
    return this.stance.interests.find(
      ({ issue, weight, values }) =>
        weight.key === judgement.key ||
        offers.get(issue)?.chance?.key === judgement.key ||
        [...values.values()].some((blend) =>
          blend.some((one) => one.judgement.key === judgement.key)
        )
    )
  }

  /**
   * N / W with one weight w replaced by w': (N + (w' - w) a) / (W + w' - w), a being what the
   * issue's offer adds to no deal.
   */
  private reweighed(
    { gain, value, into: result }: Pin,
    {
      interest,
      offer,
      column
    }: { readonly interest: Interest; readonly offer: Offer; readonly column: Column }
  ): Float64Array {
    const offered = this.offered(interest, offer)
    const base = this.base(interest.issue)
    const total = this.totalWeight()
    const fixed = this.fixed()
    for (let i = 0; i < result.length; i++) {
      const weight = total[i] as number
      const change = value - (column[i] as number)
      const sum =
        ((gain[i] as number) - (fixed[i] as number)) * weight +
        change * ((offered[i] as number) - (base[i] as number))
      result[i] = (fixed[i] as number) + sum / (weight + change)
    }
    return result
  }

  private stagedSlope(interest: Interest, { option, then = option }: Offer): Slope {
    const slope = this.value(interest, then).slice()
    addTo(slope, this.value(interest, option), -1)
    const share = this.share(interest)
    for (let i = 0; i < slope.length; i++) slope[i] = (slope[i] as number) * (share[i] as number)
    return { factor: 1, column: slope }
  }

  /**
   * How the gain changes with one value of an issue: by what the offer reads of it, less what the
   * no-deal does.
   */
  private valueSlope(interest: Interest, offer: Offer, judgement: Judgement): Slope {
    const part = (option: string | undefined): number =>
      interest.values.get(option ?? '')?.find((one) => one.judgement.key === judgement.key)
        ?.share ?? 0
    const outcomes =
      this.stance.noDeal?.base.kind === 'outcomes' ? this.stance.noDeal.base.outcomes : []
    const inBase = outcomes.map(({ terms }) =>
      part(terms.get(interest.issue) ?? this.ifSilent(interest.issue))
    )
    const [now, later] = [part(offer.option), part(offer.then)]
    const share = this.share(interest)
    const likely = offer.chance ? this.sampler.column(offer.chance) : undefined
    const chances = outcomes.map(({ p }) => (p ? this.sampler.column(p) : undefined))
    if (!likely && outcomes.length < 2)
      return { factor: now - (inBase[0] ?? 0), column: share, isShare: true }
    const slope = new Float64Array(this.sampler.count)
    for (let i = 0; i < slope.length; i++) {
      let [base, total] = [0, 0]
      for (let k = 0; k < inBase.length; k++) {
        const chance = chances[k]?.[i] ?? 1
        base += chance * (inBase[k] as number)
        total += chance
      }
      const offered = now + (likely ? (likely[i] as number) * (later - now) : 0)
      slope[i] = (share[i] as number) * (offered - (total > 0 ? base / total : 0))
    }
    return { factor: 1, column: slope }
  }

  private fixedSign(judgement: Judgement): number | undefined {
    const { noDeal } = this.stance
    if (noDeal?.base.kind === 'range' && noDeal.base.judgement.key === judgement.key) return -1
    const entry = noDeal?.ledger.find(({ worth }) => worth.key === judgement.key)
    return entry && (entry.toward === 'continue' ? -1 : 1)
  }

  private makePart(issue: string, offer: Offer): Float64Array {
    const interest = this.interests.get(issue)
    const part = new Float64Array(this.sampler.count)
    if (!interest) return part
    const value = this.offered(interest, offer)
    const base = this.base(issue)
    const share = this.share(interest)
    for (let i = 0; i < part.length; i++)
      part[i] = (share[i] as number) * ((value[i] as number) - (base[i] as number))
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

  private offered(interest: Interest, { option, then, chance }: Offer): Column {
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

  private value(interest: Interest, option: string): Column {
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
  private base(issue: string): Column {
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

  private ifSilent(issue: string): string {
    return this.source.issues.find(({ id }) => id === issue)?.ifSilent ?? ''
  }
}

/** Gain moved along a slope by what a column lacks to `value`. */
function shifted(
  { gain, value, into: result }: Pin,
  { factor, column: slopes }: Slope,
  column: Column
): Float64Array {
  if (!slopes) {
    for (let i = 0; i < gain.length; i++)
      result[i] = (gain[i] as number) + factor * (value - (column[i] as number))
    return result
  }
  for (let i = 0; i < gain.length; i++) {
    result[i] =
      (gain[i] as number) + factor * (slopes[i] as number) * (value - (column[i] as number))
  }
  return result
}

/**
 * Which way the gain goes with the judgement, where that is the same in every draw: shares of
 * weights are never negative.
 */
function directionOf({ factor, isShare }: Slope): Pick<Pinned, 'raises'> {
  return isShare ? { raises: factor > 0 } : {}
}
