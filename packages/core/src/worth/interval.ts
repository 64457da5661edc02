import { rangeUnder } from '../draws/sampler.ts'
import type { Blend, Case, Interest, Stance } from '../model/case.ts'
import type { Judgement, Range } from '../model/judgement.ts'
import { centre } from '../model/judgement.ts'
import { chargeOf, issuesCharged } from './charges.ts'
import { judgementsOf } from './judgements.ts'
import type { Part } from './least-sum.ts'
import { leastApart, leastMean, leastTogether } from './least-sum.ts'
import type { Offers } from './offers.ts'
import { tellingMasks } from './scenarios.ts'

/** Offers, or no deal. */
export type OutcomeAsked = Offers | 'no-deal'

/**
 * A party and the case around it, and which readings of its judgements are admissible: each
 * anywhere in its range by itself, scenarios any.
 */
export interface Readings {
  readonly stance: Stance
  readonly source: Case
  /** How much of every range counts, as a share of its width around its centre: 1 by default. */
  readonly share?: number
  /**
   * Whether the options of an ordered issue may err apart: the widest, so the safest, reading. By
   * default they stand at one quantile of their ranges, as they do in every draw.
   */
  readonly apart?: boolean
}

/** Least and greatest over every admissible reading. */
export interface Extremes {
  readonly low: number
  readonly high: number
}

/**
 * The least and the greatest of worth(one) - worth(other), in points. The difference is linear in
 * each value, and linear-fractional in the weights, the chance of a staged term and the chances of
 * no-deal outcomes: what stands on both sides cancels, values are set by the sign of their
 * coefficient, weights by the threshold search, the few chances by their corners. Exact; where
 * options stand at one quantile, within `TOLERANCE`.
 */
export function extremes(one: OutcomeAsked, other: OutcomeAsked, readings: Readings): Extremes {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const corner of cornersOf(one, other, readings)) {
    low = Math.min(low, leastAt(corner, 1))
    high = Math.max(high, -leastAt(corner, -1))
  }
  return { low, high }
}

/** The least of worth(one) - worth(other) alone: see `extremes`. */
export function leastDifference(
  one: OutcomeAsked,
  other: OutcomeAsked,
  readings: Readings
): number {
  let least = Number.POSITIVE_INFINITY
  for (const corner of cornersOf(one, other, readings)) least = Math.min(least, leastAt(corner, 1))
  return least
}

/** Scenarios and chances settled: what is left is values and weights in their ranges. */
interface Corner extends Pick<Readings, 'stance' | 'apart'> {
  readonly rangeOf: (judgement: Judgement) => Range
  /** For an issue, the options of either side and how much each counts. */
  readonly sides: readonly [Shares, Shares]
  /** The same where a side is no package: then nothing is charged on it. */
  readonly charged: readonly [Shares, Shares]
  /** How often what of the no-deal is not tied to issues is counted: 1, -1, or not at all. */
  readonly noDeals: number
}

type Shares = (issue: string) => readonly { readonly option: string; readonly share: number }[]

function* cornersOf(one: OutcomeAsked, other: OutcomeAsked, readings: Readings): Generator<Corner> {
  const { stance, source, share, apart = false } = readings
  const both = [...chancesIn(one, stance), ...chancesIn(other, stance)]
  const chances = [...new Map(both.map((chance) => [chance.key, chance])).values()]
  const noDeals = Number(one === 'no-deal') - Number(other === 'no-deal')
  for (const mask of tellingMasks([...judgementsOf(stance), ...chances], source.scenarios)) {
    const rangeOf = (judgement: Judgement): Range => {
      const range = rangeUnder(judgement, mask, source.scenarios)
      return share === undefined ? range : shrunk(range, share)
    }
    for (let corner = 0; corner < 1 << chances.length; corner++) {
      const at = new Map(
        chances.map((chance, bit) => {
          const { low, high } = rangeOf(chance)
          return [chance.key, corner & (1 << bit) ? high : low]
        })
      )
      const sides = [sharesOf(one, at, readings), sharesOf(other, at, readings)] as const
      if (!sides[0] || !sides[1]) continue
      const charged = [
        one === 'no-deal' ? nothing : sides[0],
        other === 'no-deal' ? nothing : sides[1]
      ] as const
      yield { stance, apart, rangeOf, sides: [sides[0], sides[1]], charged, noDeals }
    }
  }
}

const nothing: Shares = () => []

function shrunk(range: Range, share: number): Range {
  const middle = centre(range)
  return {
    ...range,
    low: middle - share * (middle - range.low),
    high: middle + share * (range.high - middle)
  }
}

/**
 * Chances that multiply values: of staged terms, and of no-deal outcomes where there are several.
 */
function chancesIn(side: OutcomeAsked, stance: Stance): readonly Judgement[] {
  const { interests, noDeal } = stance
  if (side !== 'no-deal') {
    const read = [...interests.map(({ issue }) => issue), ...issuesCharged(stance)]
    return read.flatMap((issue) => side.get(issue)?.chance ?? [])
  }
  return noDeal?.base.kind === 'outcomes' && noDeal.base.outcomes.length > 1
    ? noDeal.base.outcomes.flatMap(({ p }) => p ?? [])
    : []
}

function sharesOf(
  side: OutcomeAsked,
  at: ReadonlyMap<string, number>,
  { stance, source }: Readings
): Shares | undefined {
  if (side === 'no-deal') return noDealShares(at, stance, source)
  return (issue) => {
    const offer = side.get(issue)
    if (!offer) return []
    const later = offer.chance ? (at.get(offer.chance.key) ?? 0) : 0
    const first = { option: offer.option, share: 1 - later }
    return offer.then === undefined ? [first] : [first, { option: offer.then, share: later }]
  }
}

/** Undefined where the chances of all outcomes are zero: no reading has them. */
function noDealShares(
  at: ReadonlyMap<string, number>,
  { noDeal }: Stance,
  { issues }: Case
): Shares | undefined {
  if (noDeal?.base.kind !== 'outcomes') return () => []
  const { outcomes } = noDeal.base
  const chances = outcomes.map(({ p }) => (p && outcomes.length > 1 ? (at.get(p.key) ?? 0) : 1))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  if (total === 0) return undefined
  const silent = new Map(issues.map(({ id, ifSilent }) => [id, ifSilent ?? '']))
  return (issue) =>
    outcomes.map(({ terms }, i) => ({
      option: terms.get(issue) ?? silent.get(issue) ?? '',
      share: (chances[i] as number) / total
    }))
}

/** The least of sign x difference over values and weights in their ranges. */
function leastAt(corner: Corner, sign: 1 | -1): number {
  const { stance, rangeOf } = corner
  const terms = stance.interests.map((interest) => {
    const { low, high } = rangeOf(interest.weight)
    return { value: leastOnIssue(interest, corner, sign), low, high }
  })
  return (terms.length > 0 ? leastMean(terms) : 0) + leastFixed(corner, sign)
}

/** A judgement on both sides counts once, so equal options cancel. */
function leastOnIssue(
  { issue, values }: Interest,
  { rangeOf, sides: [one, other], apart }: Corner,
  sign: 1 | -1
): number {
  const parts = new Map<string, Part & { readonly stream: string | undefined }>()
  const add = (blend: Blend, factor: number): void => {
    for (const { judgement, share } of blend) {
      const { key, stream } = judgement
      const coefficient = (parts.get(key)?.coefficient ?? 0) + sign * factor * share
      parts.set(key, { range: rangeOf(judgement), coefficient, stream })
    }
  }
  for (const { option, share } of one(issue)) add(values.get(option) ?? [], share)
  for (const { option, share } of other(issue)) add(values.get(option) ?? [], -share)
  const tied = [...parts.values()].filter(({ stream }) => !apart && stream !== undefined)
  const free = [...parts.values()].filter(({ stream }) => apart || stream === undefined)
  return free.reduce((sum, part) => sum + leastApart(part), leastTogether(tied))
}

/** The least of sign x what no weight bears on: of the no-deal, and what packages are charged. */
function leastFixed({ stance, rangeOf, noDeals, charged }: Corner, sign: 1 | -1): number {
  const { noDeal } = stance
  const least = (judgement: Judgement, factor: number): number =>
    factor === 0 ? 0 : leastApart({ range: rangeOf(judgement), coefficient: sign * factor })
  const base = noDeal?.base.kind === 'range' ? least(noDeal.base.judgement, noDeals) : 0
  const [one, other] = charged
  return (noDeal?.ledger ?? []).reduce((sum, entry) => {
    const { judgement, factor } = chargeOf(entry)
    const { when } = entry
    const share = (side: Shares): number =>
      side(when?.issue ?? '').reduce(
        (met, { option, share: part }) => met + (when?.options.includes(option) ? part : 0),
        0
      )
    return sum + least(judgement, factor * (when ? share(one) - share(other) : -noDeals))
  }, base)
}
