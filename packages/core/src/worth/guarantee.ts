import { rangeUnder, scenarioFacts } from '../draws/sampler.ts'
import type { Blend, Case, Interest, Stance } from '../model/case.ts'
import { holds } from '../model/condition.ts'
import type { Judgement, Range } from '../model/judgement.ts'
import { centre } from '../model/judgement.ts'
import type { Offers } from './offers.ts'
import { masksOf } from './scenarios.ts'

/**
 * Least and greatest gain over every admissible reading: each judgement anywhere in its range, by
 * itself.
 */
export interface Extremes {
  readonly low: number
  readonly high: number
}

/**
 * Whether the gain is positive under every, some or no admissible reading, and how much of every
 * range that survives.
 */
export interface Guarantee extends Extremes {
  readonly guarantee: 'every' | 'some' | 'no'
  /**
   * Largest share of every range's width, around its centre, for which the sign of the central gain
   * stays certain.
   */
  readonly radius: number
}

/**
 * Judged exactly, not by sampling. Options of an ordered issue are read apart here: the widest, so
 * the safest, reading.
 */
export function guaranteeOf(problem: Problem, central: number): Guarantee {
  const { low, high } = extremes(problem, 1)
  const guarantee = low > 0 ? 'every' : high > 0 ? 'some' : 'no'
  return { low, high, guarantee, radius: radiusOf(problem, central > 0) }
}

/** One party's stance, what it is offered, and the case around it. */
export interface Problem {
  readonly stance: Stance
  readonly offers: Offers
  readonly source: Case
}

/** Bisection on the share of the ranges: certainty can only be lost as they widen. */
function radiusOf(problem: Problem, positive: boolean): number {
  const certain = (share: number): boolean => {
    const { low, high } = extremes(problem, share)
    return positive ? low > 0 : high <= 0
  }
  if (certain(1)) return 1
  let [safe, unsafe] = [0, 1]
  for (let step = 0; step < 40; step++) {
    const middle = (safe + unsafe) / 2
    if (certain(middle)) safe = middle
    else unsafe = middle
  }
  return safe
}

/**
 * Least and greatest gain when every range is shrunk to `share` of its width around its centre. The
 * gain is linear in each value, and linear-fractional in the weights, the chance of a staged term
 * and the chances of no-deal outcomes: values are set by the sign of their coefficient, weights by
 * the threshold search, the few chances by their corners.
 */
export function extremes({ stance, offers, source }: Problem, share: number): Extremes {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const mask of relevantMasks(stance, source)) {
    const box = (judgement: Judgement): Range =>
      shrink(rangeUnder(judgement, mask, source.scenarios), share)
    for (const chances of corners(chancesIn(stance, offers), box)) {
      if (!canAddUp(stance, chances)) continue
      low = Math.min(low, bound(stance, { offers, box, chances, sign: 1, source }))
      high = Math.max(high, -bound(stance, { offers, box, chances, sign: -1, source }))
    }
  }
  return { low, high }
}

function shrink(range: Range, share: number): Range {
  const middle = centre(range)
  return {
    low: middle - share * (middle - range.low),
    high: middle + share * (range.high - middle)
  }
}

/** Only scenarios that some judgement of the stance hangs on are told apart. */
function relevantMasks(stance: Stance, source: Case): readonly number[] {
  const masks = masksOf(source.scenarios)
  const conditional = judgementsOf(stance).filter((judgement) => judgement.cases.length > 0)
  if (conditional.length === 0) return [0]
  const seen = new Map(
    masks.map((mask) => [
      conditional
        .map(({ cases }) =>
          cases.findIndex(
            ({ when }) => holds(when, { scenario: scenarioFacts(mask, source.scenarios) }) === true
          )
        )
        .join(),
      mask
    ])
  )
  return [...seen.values()]
}

/** All judgements that bear on a stance's gain. */
export function judgementsOf({ interests, noDeal }: Stance): readonly Judgement[] {
  const base =
    noDeal?.base.kind === 'range'
      ? [noDeal.base.judgement]
      : (noDeal?.base.outcomes ?? []).flatMap(({ p }) => (p ? [p] : []))
  const values = interests.flatMap(({ weight, values: options }) => [
    weight,
    ...[...options.values()].flatMap((blend) => blend.map(({ judgement }) => judgement))
  ])
  return [...values, ...base, ...(noDeal?.ledger ?? []).map(({ worth }) => worth)]
}

/**
 * Chances that multiply values: of staged terms, and of no-deal outcomes where there are several.
 */
function chancesIn({ interests, noDeal }: Stance, offers: Offers): readonly Judgement[] {
  const staged = interests.flatMap(({ issue }) => offers.get(issue)?.chance ?? [])
  const outcomes =
    noDeal?.base.kind === 'outcomes' && noDeal.base.outcomes.length > 1
      ? noDeal.base.outcomes.flatMap(({ p }) => p ?? [])
      : []
  return [
    ...new Map([...staged, ...outcomes].map((judgement) => [judgement.key, judgement])).values()
  ]
}

function* corners(
  chances: readonly Judgement[],
  box: (judgement: Judgement) => Range
): Generator<ReadonlyMap<string, number>> {
  for (let corner = 0; corner < 1 << chances.length; corner++) {
    yield new Map(
      chances.map((judgement, bit) => [
        judgement.key,
        corner & (1 << bit) ? box(judgement).high : box(judgement).low
      ])
    )
  }
}

/** Chances of no-deal outcomes that are all zero say nothing: no reading has them. */
function canAddUp({ noDeal }: Stance, chances: ReadonlyMap<string, number>): boolean {
  if (noDeal?.base.kind !== 'outcomes' || noDeal.base.outcomes.length < 2) return true
  return noDeal.base.outcomes.some(({ p }) => p === undefined || (chances.get(p.key) ?? 0) > 0)
}

interface Reading {
  readonly offers: Offers
  readonly box: (judgement: Judgement) => Range
  readonly chances: ReadonlyMap<string, number>
  readonly sign: 1 | -1
  readonly source: Case
}

/** The least value of sign x gain over values and weights in their boxes. */
function bound(stance: Stance, reading: Reading): number {
  const terms = stance.interests.map((interest) => {
    const range = reading.box(interest.weight)
    return { value: leastValue(interest, stance, reading), low: range.low, high: range.high }
  })
  return (terms.length > 0 ? leastMean(terms) : 0) + leastFixed(stance, reading)
}

/**
 * Least weighted mean: the smallest values take their greatest weight, up to a threshold; every
 * threshold is tried.
 */
export function leastMean(
  terms: readonly { readonly value: number; readonly low: number; readonly high: number }[]
): number {
  const sorted = [...terms].sort((a, b) => a.value - b.value)
  let weighted = sorted.reduce((sum, { value, low }) => sum + value * low, 0)
  let total = sorted.reduce((sum, { low }) => sum + low, 0)
  let least = weighted / total
  for (const { value, low, high } of sorted) {
    weighted += value * (high - low)
    total += high - low
    least = Math.min(least, weighted / total)
  }
  return least
}

/**
 * Least of sign x (value offered - value of the no-deal) on one issue. A judgement on both sides
 * counts once, so equal options cancel.
 */
function leastValue(
  interest: Interest,
  stance: Stance,
  { offers, box, chances, sign, source }: Reading
): number {
  const coefficients = new Map<string, { readonly judgement: Judgement; coefficient: number }>()
  const add = (blend: Blend, factor: number): void => {
    for (const { judgement, share } of blend) {
      const known = coefficients.get(judgement.key)
      if (known) known.coefficient += factor * share
      else coefficients.set(judgement.key, { judgement, coefficient: factor * share })
    }
  }
  const offer = offers.get(interest.issue)
  const chance = offer?.chance ? (chances.get(offer.chance.key) ?? 0) : 0
  if (offer) add(interest.values.get(offer.option) ?? [], 1 - chance)
  if (offer?.then !== undefined) add(interest.values.get(offer.then) ?? [], chance)
  for (const { option, weight } of baseShares(interest.issue, stance, { chances, source }))
    add(interest.values.get(option) ?? [], -weight)
  let least = 0
  for (const { judgement, coefficient } of coefficients.values()) {
    const { low, high } = box(judgement)
    least += Math.min(sign * coefficient * low, sign * coefficient * high)
  }
  return least
}

function baseShares(
  issue: string,
  { noDeal }: Stance,
  { chances, source }: Pick<Reading, 'chances' | 'source'>
): readonly { readonly option: string; readonly weight: number }[] {
  if (noDeal?.base.kind !== 'outcomes') return []
  const { outcomes } = noDeal.base
  const weights = outcomes.map(({ p }) =>
    p && outcomes.length > 1 ? (chances.get(p.key) ?? 0) : 1
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const silent = source.issues.find(({ id }) => id === issue)?.ifSilent ?? ''
  return outcomes.map(({ terms }, i) => ({
    option: terms.get(issue) ?? silent,
    weight: (weights[i] ?? 0) / total
  }))
}

function leastFixed({ noDeal }: Stance, { box, sign }: Reading): number {
  const least = (judgement: Judgement, coefficient: number): number => {
    const { low, high } = box(judgement)
    return Math.min(sign * coefficient * low, sign * coefficient * high)
  }
  const base = noDeal?.base.kind === 'range' ? least(noDeal.base.judgement, -1) : 0
  return (noDeal?.ledger ?? []).reduce(
    (sum, { worth, toward }) => sum + least(worth, toward === 'stop' ? 1 : -1),
    base
  )
}
