import type { Case, Interest, Judgement, Stance } from '@truce/core/model'
import { centre } from '@truce/core/model'
import type { Point } from '@truce/core/worth'
import { blended, ScalarWorth } from '@truce/core/worth'
import type { Figure } from './deal-case.ts'
import { tidy } from './deal-case.ts'

/** A judgement as it stands outside scenarios: a number, or its range. */
export function figureOf({ range: { low, mode, high } }: Judgement): Figure {
  if (low === high) return low
  return mode === undefined ? [low, high] : [low, mode, high]
}

/**
 * What packages are worth where every judgement stands at the centre of its figure: outside
 * scenarios, as everything in a table is, so that its figures agree with one another.
 */
export const worthIn = (stance: Stance, source: Pick<Case, 'issues'>): ScalarWorth =>
  new ScalarWorth(stance, source, outside)

const outside: Point = ({ range }) => centre(range)

/**
 * What an option is worth on its issue, 0..100; between the named amounts of a divisible issue at
 * the centre.
 */
export function valueIn({ values }: Interest, option: string): Figure {
  const blend = values.get(option) ?? []
  const [part, ...others] = blend
  return part && others.length === 0 ? figureOf(part.judgement) : tidy(blended(blend, outside))
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
  return noDeal.base.kind === 'range' && isPlain(stance)
    ? figureOf(noDeal.base.judgement)
    : tidy(worthIn(stance, source).noDeal())
}
