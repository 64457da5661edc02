import type { Case } from '../model/case.ts'
import type { Point } from './scalar.ts'
import { centralPoint, ScalarWorth } from './scalar.ts'

/**
 * Whether a party would rather have an option than not: it `welcomes` what brings it more than it
 * expects without a deal, `minds` what brings it less, and is `even` where that makes no
 * difference. `untold`: the case does not say what outcomes, or no deal, are worth to it.
 */
export type Leaning = 'welcomes' | 'minds' | 'even' | 'untold'

/** How a party leans towards an option, and the points it leans by. */
export interface Leans {
  readonly leaning: Leaning
  readonly points: number
}

/** Fewer points than this would be written as none. */
export const LEAST_LEANING = 0.5

/**
 * How every party leans towards each option, judgements read at their centre. The points of an
 * option are what it is worth on its issue above the party's no-deal, by the share of the issue's
 * weight, and what the ledger counts against it alone. Over the options of a whole package they add
 * up to the party's gain, so that what everybody welcomes throughout is better for all than no deal.
 */
export class Leanings {
  private readonly source: Case
  private readonly point: Point
  private readonly parties = new Map<string, { readonly worth: ScalarWorth; noDeal: number }>()

  constructor(source: Case, point: Point = centralPoint(source)) {
    this.source = source
    this.point = point
  }

  /** How the party leans towards the option of the issue. */
  of(party: string, issue: string, option: string): Leans {
    const known = this.known(party)
    if (!known) return { leaning: 'untold', points: 0 }
    const { worth, noDeal } = known
    const share = worth.share(issue)
    const points =
      (share > 0 ? share * (worth.value(issue, option) - noDeal) : 0) +
      worth.charge(issue, { option })
    if (Math.abs(points) < LEAST_LEANING) return { leaning: 'even', points }
    return { leaning: points > 0 ? 'welcomes' : 'minds', points }
  }

  private known(party: string): { readonly worth: ScalarWorth; noDeal: number } | undefined {
    const stance = this.source.stances.get(party)
    if (!stance?.noDeal || stance.interests.length === 0) return undefined
    const found = this.parties.get(party)
    if (found) return found
    const worth = new ScalarWorth(stance, this.source, this.point)
    const made = { worth, noDeal: worth.noDeal() }
    this.parties.set(party, made)
    return made
  }
}
