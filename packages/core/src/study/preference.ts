import { rangeUnder, scenarioFacts } from '../draws/sampler.ts'
import type { Blend, Case, Interest, Stance } from '../model/case.ts'
import { holds } from '../model/condition.ts'
import type { Judgement, Range } from '../model/judgement.ts'
import { judgementsOf, leastMean } from '../worth/guarantee.ts'
import type { Offers } from '../worth/offers.ts'
import { masksOf } from '../worth/scenarios.ts'
import type { Part } from './least.ts'
import { leastApart, leastTogether, TOLERANCE } from './least.ts'

/** Offers, or no deal. */
export type Holding = Offers | 'no-deal'

/**
 * How a party compares one alternative with another over all admissible readings of its judgements.
 */
export interface Comparison {
  /**
   * The least difference of worth, in points; the greatest is minus the least of the reverse
   * comparison.
   */
  readonly least: number
  /** At least as good under every reading; under some. */
  readonly necessarily: boolean
  readonly possibly: boolean
}

/** Every alternative against every other, `[one][other]`. */
export function comparisons(
  holdings: readonly Holding[],
  stance: Stance,
  source: Case
): readonly (readonly Comparison[])[] {
  const least = holdings.map((one) =>
    holdings.map((other) => (one === other ? 0 : leastDifference(one, other, { stance, source })))
  )
  return least.map((row, one) =>
    row.map((difference, other) => ({
      least: difference,
      necessarily: difference >= -TOLERANCE,
      possibly: (least[other]?.[one] as number) <= TOLERANCE
    }))
  )
}

/** A party and the case around it. */
interface Context {
  readonly stance: Stance
  readonly source: Case
}

/**
 * The least of worth(one) - worth(other), exact within `TOLERANCE`: each judgement anywhere in its
 * range by itself, options of one ordered issue at one quantile, scenarios any. What stands on both
 * sides cancels; weights by the threshold search, chances by their corners, as for the guarantee.
 */
export function leastDifference(one: Holding, other: Holding, context: Context): number {
  const { stance, source } = context
  const chances = [
    ...new Map(
      [one, other].flatMap((side) => chancesIn(side, stance)).map((chance) => [chance.key, chance])
    ).values()
  ]
  let least = Number.POSITIVE_INFINITY
  for (const mask of tellingMasks([...judgementsOf(stance), ...chances], source)) {
    const box = (judgement: Judgement): Range => rangeUnder(judgement, mask, source.scenarios)
    for (let corner = 0; corner < 1 << chances.length; corner++) {
      const at = new Map(
        chances.map((chance, bit) => [
          chance.key,
          corner & (1 << bit) ? box(chance).high : box(chance).low
        ])
      )
      const shares = [one, other].map((side) => sharesOf(side, at, context)) as [Shares, Shares]
      if (shares.every((share) => share !== undefined))
        least = Math.min(least, leastAt([one, other], { ...context, box, shares }))
    }
  }
  return least
}

/**
 * For an issue, the options that count and how much; undefined where the chances of no-deal
 * outcomes are all zero.
 */
type Shares = ((issue: string) => readonly Share[]) | undefined

interface Share {
  readonly option: string
  readonly share: number
}

/**
 * Chances that multiply values: of staged terms, and of no-deal outcomes where there are several.
 */
function chancesIn(side: Holding, { interests, noDeal }: Stance): readonly Judgement[] {
  if (side !== 'no-deal') return interests.flatMap(({ issue }) => side.get(issue)?.chance ?? [])
  return noDeal?.base.kind === 'outcomes' && noDeal.base.outcomes.length > 1
    ? noDeal.base.outcomes.flatMap(({ p }) => p ?? [])
    : []
}

function sharesOf(
  side: Holding,
  at: ReadonlyMap<string, number>,
  { stance, source }: Context
): Shares {
  if (side === 'no-deal') return baseShares(at, stance, source)
  return (issue) => {
    const offer = side.get(issue)
    if (!offer) return []
    const later = offer.then === undefined || !offer.chance ? 0 : (at.get(offer.chance.key) ?? 0)
    return [
      { option: offer.option, share: 1 - later },
      { option: offer.then ?? offer.option, share: later }
    ]
  }
}

function baseShares(at: ReadonlyMap<string, number>, { noDeal }: Stance, { issues }: Case): Shares {
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

interface Reading extends Context {
  readonly box: (judgement: Judgement) => Range
  readonly shares: readonly [Shares, Shares]
}

function leastAt([one, other]: readonly [Holding, Holding], reading: Reading): number {
  const { stance, box } = reading
  const terms = stance.interests.map((interest) => {
    const { low, high } = box(interest.weight)
    return { value: leastOnIssue(interest, reading), low, high }
  })
  const fixed =
    one === other
      ? 0
      : one === 'no-deal'
        ? leastFixed(stance, box, 1)
        : other === 'no-deal'
          ? leastFixed(stance, box, -1)
          : 0
  return (terms.length > 0 ? leastMean(terms) : 0) + fixed
}

function leastOnIssue({ issue, values }: Interest, { box, shares: [one, other] }: Reading): number {
  const parts = new Map<string, Part & { readonly stream: string | undefined }>()
  const add = (blend: Blend, factor: number): void => {
    for (const { judgement, share } of blend) {
      const coefficient = (parts.get(judgement.key)?.coefficient ?? 0) + factor * share
      parts.set(judgement.key, { range: box(judgement), coefficient, stream: judgement.stream })
    }
  }
  for (const { option, share } of one?.(issue) ?? []) add(values.get(option) ?? [], share)
  for (const { option, share } of other?.(issue) ?? []) add(values.get(option) ?? [], -share)
  const apart = [...parts.values()].filter(({ stream }) => stream === undefined)
  const together = [...parts.values()].filter(({ stream }) => stream !== undefined)
  return apart.reduce((sum, part) => sum + leastApart(part), leastTogether(together))
}

/** The least of sign x what of the no-deal is not tied to issues. */
function leastFixed({ noDeal }: Stance, box: Reading['box'], sign: 1 | -1): number {
  const base =
    noDeal?.base.kind === 'range'
      ? leastApart({ range: box(noDeal.base.judgement), coefficient: sign })
      : 0
  return (noDeal?.ledger ?? []).reduce(
    (sum, { worth, toward }) =>
      sum + leastApart({ range: box(worth), coefficient: toward === 'continue' ? sign : -sign }),
    base
  )
}

/** Combinations of scenarios, one for each way in which these judgements read them. */
function tellingMasks(judgements: readonly Judgement[], { scenarios }: Case): readonly number[] {
  const conditional = judgements.filter(({ cases }) => cases.length > 0)
  const seen = new Map<string, number>()
  for (const mask of masksOf(scenarios)) {
    const facts = { scenario: scenarioFacts(mask, scenarios) }
    seen.set(
      conditional
        .map(({ cases }) => cases.findIndex(({ when }) => holds(when, facts) === true))
        .join(),
      mask
    )
  }
  return [...seen.values()]
}
