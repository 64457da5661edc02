import type { Column } from '../draws/column.ts'
import type { Interest } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import { chargeOf } from './charges.ts'
import { addTo } from './columns.ts'
import { PartyGain } from './gain.ts'
import type { Offer, Offers } from './offers.ts'

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

/**
 * Holding one judgement at other numbers, draw by draw: the gain as it stands, and room for the new
 * one.
 */
export interface Pin {
  readonly held: Column
  readonly gain: Column
  readonly into: Float64Array
}

/**
 * Gain in each draw with one judgement held at other numbers. The gain is linear in
 * every value, ledger entry and staged chance, and linear-fractional in every weight, so one pass
 * over the draws is enough; only the chances of several no-deal outcomes need the whole sum
 * again. `gain` is the gain under the offers as it stands.
 */
export function pinned(party: PartyGain, offers: Offers, judgement: Judgement): Pinned {
  const column = party.sampler.column(judgement)
  const interest = interestIn(party, judgement, offers)
  const offer = interest && offers.get(interest.issue)
  if (interest && offer) {
    if (interest.weight.key === judgement.key)
      return {
        gain: (pin) =>
          reweighed(party, pin, { interest, offer, column, fixed: party.unweighed(offers) })
      }
    const slope =
      offer.chance?.key === judgement.key
        ? stagedSlope(party, interest, offer)
        : valueSlope(party, interest, offer, judgement)
    return { ...directionOf(slope), gain: (pin) => shifted(pin, slope, column) }
  }
  const sign = fixedSign(party, offers, judgement)
  if (sign !== undefined)
    return {
      ...(sign === 0 ? {} : { raises: sign > 0 }),
      gain: (pin) => shifted(pin, { factor: sign }, column)
    }
  return { gain: ({ held }) => recounted(party, offers, judgement, held) }
}

function recounted(
  party: PartyGain,
  offers: Offers,
  judgement: Judgement,
  held: Column
): Float64Array {
  const column = (asked: Judgement): Column =>
    asked.key === judgement.key ? held : party.sampler.column(asked)
  return new PartyGain(party.stance, party.source, { ...party.sampler, column }).gain(offers)
}

/**
 * The interest that a judgement belongs to: as its weight, one of its values, or the chance of
 * its staged offer.
 */
function interestIn(party: PartyGain, judgement: Judgement, offers: Offers): Interest | undefined {
  return party.stance.interests.find(
    ({ issue, weight, values }) =>
      weight.key === judgement.key ||
      offers.get(issue)?.chance?.key === judgement.key ||
      [...values.values()].some((blend) => blend.some((one) => one.judgement.key === judgement.key))
  )
}

/**
 * N / W with one weight w replaced by w': (N + (w' - w) a) / (W + w' - w), a being what the
 * issue's offer adds to no deal.
 */
function reweighed(
  party: PartyGain,
  { gain, held, into: result }: Pin,
  {
    interest,
    offer,
    column,
    fixed
  }: {
    readonly interest: Interest
    readonly offer: Offer
    readonly column: Column
    readonly fixed: Column
  }
): Float64Array {
  const offered = party.offered(interest, offer)
  const base = party.base(interest.issue)
  const total = party.totalWeight()
  for (let i = 0; i < result.length; i++) {
    const weight = total[i] as number
    const change = (held[i] as number) - (column[i] as number)
    const sum =
      ((gain[i] as number) - (fixed[i] as number)) * weight +
      change * ((offered[i] as number) - (base[i] as number))
    result[i] = (fixed[i] as number) + sum / (weight + change)
  }
  return result
}

function stagedSlope(
  party: PartyGain,
  interest: Interest,
  { option, then = option }: Offer
): Slope {
  const slope = party.value(interest, then).slice()
  addTo(slope, party.value(interest, option), -1)
  const share = party.share(interest)
  for (let i = 0; i < slope.length; i++) slope[i] = (slope[i] as number) * (share[i] as number)
  addTo(slope, party.charges(interest.issue, then))
  addTo(slope, party.charges(interest.issue, option), -1)
  return { factor: 1, column: slope }
}

/**
 * How the gain changes with one value of an issue: by what the offer reads of it, less what the
 * no-deal does.
 */
function valueSlope(
  party: PartyGain,
  interest: Interest,
  offer: Offer,
  judgement: Judgement
): Slope {
  const part = (option: string | undefined): number =>
    interest.values.get(option ?? '')?.find((one) => one.judgement.key === judgement.key)?.share ??
    0
  const outcomes =
    party.stance.noDeal?.base.kind === 'outcomes' ? party.stance.noDeal.base.outcomes : []
  const inBase = outcomes.map(({ terms }) =>
    part(terms.get(interest.issue) ?? party.ifSilent(interest.issue))
  )
  const [now, later] = [part(offer.option), part(offer.then)]
  const share = party.share(interest)
  const likely = offer.chance ? party.sampler.column(offer.chance) : undefined
  const chances = outcomes.map(({ p }) => (p ? party.sampler.column(p) : undefined))
  if (!likely && outcomes.length < 2)
    return { factor: now - (inBase[0] ?? 0), column: share, isShare: true }
  const slope = new Float64Array(party.sampler.count)
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

/** How the gain goes with what no weight bears on; undefined where a staged term stands between. */
function fixedSign(party: PartyGain, offers: Offers, judgement: Judgement): number | undefined {
  const { noDeal } = party.stance
  if (noDeal?.base.kind === 'range' && noDeal.base.judgement.key === judgement.key) return -1
  const entry = noDeal?.ledger.find(({ worth }) => worth.key === judgement.key)
  if (!entry) return undefined
  const { factor } = chargeOf(entry)
  if (!entry.when) return factor
  const offer = offers.get(entry.when.issue)
  if (offer?.then !== undefined) return undefined
  return offer && entry.when.options.includes(offer.option) ? factor : 0
}

/** Gain moved along a slope by what a column lacks to what is held. */
function shifted(
  { gain, held, into: result }: Pin,
  { factor, column: slopes }: Slope,
  column: Column
): Float64Array {
  if (!slopes) {
    for (let i = 0; i < gain.length; i++)
      result[i] = (gain[i] as number) + factor * ((held[i] as number) - (column[i] as number))
    return result
  }
  for (let i = 0; i < gain.length; i++) {
    result[i] =
      (gain[i] as number) +
      factor * (slopes[i] as number) * ((held[i] as number) - (column[i] as number))
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
