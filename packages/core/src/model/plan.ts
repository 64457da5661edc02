import type { Evidence, Judgement, Text } from './judgement.ts'
import type { Lapse, When } from './moment.ts'
import type { Package } from './terms.ts'

/**
 * Something one party hands over, alone or together with others (`with`, their ids): its cost, what
 * it brings for each period and what could be grabbed, in points by party; who verifies it, and how
 * surely a breach is caught (0..1); whether it stays done when all else breaks down (`lasting`).
 */
export interface Deliverable extends Evidence {
  readonly id: string
  readonly by: string
  readonly to?: string
  readonly title?: Text
  readonly gives?: Package
  readonly with: readonly string[]
  readonly cost: ReadonlyMap<string, Judgement>
  readonly stream: ReadonlyMap<string, Judgement>
  readonly grab: ReadonlyMap<string, Judgement>
  readonly verifiedBy: readonly string[]
  readonly caught?: Judgement
  readonly lasting?: boolean
  readonly due?: When
  readonly at: string
}

/**
 * The length of a period, how much each party still counts the next one (0..1), and what each has
 * put down as a bond, in points.
 */
export interface Plan extends Evidence {
  readonly period: Lapse
  readonly discount: ReadonlyMap<string, Judgement>
  readonly bond: ReadonlyMap<string, Judgement>
  readonly at: string
}
