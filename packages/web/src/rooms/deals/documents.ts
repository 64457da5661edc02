import type { BargainingDocument } from '@truce/core/report/bargaining'
import type { StudyDocument } from '@truce/core/report/study'

export type { BargainingDocument, StudyDocument }

/** Where a proposal of the case lies. */
export type Placed = BargainingDocument['proposals'][string]

/** A package and what it gains each party over its no deal. */
export type Deal = Pick<Placed, 'gains' | 'terms'> & {
  /** How many packages gain exactly this, as digits; null where they were not counted. */
  readonly packages?: string | null
  /** How likely all whose consent it needs accept it; null where that was not drawn. */
  readonly chance?: Placed['chance']
}

/** Points by party, in the order of the document's `parties`. */
export type Points = Deal['gains']

/** An exchange: who gives and who receives on each issue, and what it leaves each party with. */
export type Trade = NonNullable<Placed['trades']>['trades'][number]

type Alternative = StudyDocument['alternatives'][string]

/** A share of draws with its standard error. */
export type Chance = NonNullable<Alternative['efficient']>

/**
 * One output of an alternative, the chance that all accept or a party's gain, and what it hangs on.
 */
export type Drivers = NonNullable<Alternative['drivers']>[number]

/** Something uncertain: its share of the doubt, and the output with it at either end. */
export type DriverInput = Drivers['inputs'][number]
