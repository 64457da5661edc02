import type { Case, Interest, Judgement, NoDealBase, Package, Stance } from '@truce/core/model'
import { centre } from '@truce/core/model'
import type { Figure } from './deal-case.ts'
import { tidy } from './deal-case.ts'

/** A judgement as it stands outside scenarios: a number, or its range. */
export function figureOf({ range: { low, mode, high } }: Judgement): Figure {
  if (low === high) return low
  return mode === undefined ? [low, high] : [low, mode, high]
}

/**
 * What an option is worth on its issue, 0..100; between the named amounts of a divisible issue at
 * the centre.
 */
export function valueIn(interest: Interest, option: string): Figure {
  const [part, ...others] = interest.values.get(option) ?? []
  return part && others.length === 0 ? figureOf(part.judgement) : tidy(central(interest, option))
}

/**
 * What an option adds to the party's worth of a package, in points, every judgement at its centre.
 */
export function worthOf({ interests }: Stance, issue: string, option: string): number {
  const total = interests.reduce((sum, { weight }) => sum + centre(weight.range), 0)
  const interest = interests.find((one) => one.issue === issue)
  return interest && total > 0
    ? (centre(interest.weight.range) / total) * central(interest, option)
    : 0
}

function central({ values }: Interest, option: string): number {
  return (values.get(option) ?? []).reduce(
    (sum, { judgement, share }) => sum + share * centre(judgement.range),
    0
  )
}

/** Whether the no-deal is one judgement, and so comes over as it is. */
export const isPlain = ({ noDeal }: Stance): boolean =>
  noDeal === undefined || (noDeal.base.kind === 'range' && noDeal.ledger.length === 0)

/**
 * The no-deal: its judgement where it is one, else what its terms and ledger come to at their
 * centres; undefined without one.
 */
export function noDealOf(stance: Stance, source: Pick<Case, 'issues'>): Figure | undefined {
  const { noDeal } = stance
  if (!noDeal) return undefined
  if (noDeal.base.kind === 'range' && noDeal.ledger.length === 0)
    return figureOf(noDeal.base.judgement)
  const ledger = noDeal.ledger.reduce(
    (sum, { toward, worth }) => sum + (toward === 'continue' ? 1 : -1) * centre(worth.range),
    0
  )
  return tidy(baseOf(stance, noDeal.base, source) + ledger)
}

function baseOf(stance: Stance, base: NoDealBase, source: Pick<Case, 'issues'>): number {
  if (base.kind === 'range') return centre(base.judgement.range)
  const chances = base.outcomes.map(({ p }) => (p ? centre(p.range) : 1))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return base.outcomes.reduce(
    (sum, { terms }, k) => sum + ((chances[k] ?? 0) / total) * packageWorth(stance, terms, source),
    0
  )
}

/** What terms are worth; an issue they do not name means its `if-silent`. */
function packageWorth(stance: Stance, terms: Package, { issues }: Pick<Case, 'issues'>): number {
  return issues.reduce(
    (sum, { id, ifSilent }) => sum + worthOf(stance, id, terms.get(id) ?? ifSilent ?? ''),
    0
  )
}
