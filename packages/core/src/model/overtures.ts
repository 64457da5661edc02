import type { Evidence, Judgement, Text } from './judgement.ts'
import type { Package } from './terms.ts'

/**
 * Something to be tested in words first: how likely each type of the party addressed welcomes it
 * (by the type's id), what a leak would cost in joint acceptance (both 0..1), and the terms it
 * tries.
 */
export interface Overture extends Evidence {
  readonly id: string
  readonly by: string
  readonly to: string
  readonly text: Text
  readonly welcomes: ReadonlyMap<string, Judgement>
  readonly leakCost?: Judgement
  readonly tests?: Package
  readonly at: string
}

/** Who guarantees what, how surely (0..1), and what breaking it would cost, in points. */
export interface Guarantee extends Evidence {
  readonly by: string
  readonly of: string
  readonly chance: Judgement
  readonly penalty: Judgement
  readonly insurance?: Judgement
  readonly at: string
}
