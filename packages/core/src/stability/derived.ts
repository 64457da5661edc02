import type { Case, Package } from '../model/case.ts'
import { offersOf } from '../worth/offers.ts'
import type { Point } from '../worth/scalar.ts'
import { centralPoint, ScalarWorth } from '../worth/scalar.ts'

/** What a party's stance makes a state worth, 0..100. */
export interface DerivedValue {
  /** A state with these terms settled; the rest is as it would be without an agreement. */
  readonly terms: (settled: Package) => number
  /** A state that means a proposal (by id) or `no-deal`. */
  readonly meaning: (means: string) => number
}

/**
 * Values for the states of a graph whose preferences are derived, at central values unless a point
 * is given. An issue no move has settled is as the party's no-deal terms have it, else as
 * `if-silent` says, else worth the mean of its options. Undefined without interests.
 */
export function derivedValue(
  source: Case,
  party: string,
  point: Point = centralPoint(source)
): DerivedValue | undefined {
  const stance = source.stances.get(party)
  if (!stance || stance.interests.length === 0) return undefined
  const worth = new ScalarWorth(stance, source, point)
  const base = stance.noDeal?.base
  const without = base?.kind === 'outcomes' ? base.outcomes[0]?.terms : undefined
  const silent = new Map(source.issues.map(({ id, ifSilent }) => [id, ifSilent]))
  return {
    terms: (settled) => {
      const mean = worth.mean((issue) => {
        const option = settled.get(issue) ?? without?.get(issue) ?? silent.get(issue)
        return option === undefined ? worth.middle(issue) : worth.value(issue, option)
      })
      // only what moves have settled is agreed, so nothing else is charged
      return worth.charged.reduce((sum, issue) => {
        const option = settled.get(issue)
        return option === undefined ? sum : sum + worth.charge(issue, { option })
      }, mean)
    },
    meaning: (means) => {
      const proposal = source.proposals.find(({ id }) => id === means)
      return proposal ? worth.offers(offersOf(proposal, source)) : worth.noDeal()
    }
  }
}
