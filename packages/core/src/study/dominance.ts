import type { Case, Stance } from '../model/case.ts'
import type { OutcomeAsked } from '../worth/interval.ts'
import { leastDifference } from '../worth/interval.ts'
import { TOLERANCE } from '../worth/least-sum.ts'

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
  holdings: readonly OutcomeAsked[],
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
