import type { Estimate } from '../../worth/estimate.ts'
import type { Offers } from '../../worth/offers.ts'
import type { Verdict } from '../../worth/verdict.ts'

/** One issue settled otherwise. */
export interface Change {
  readonly issue: string
  readonly option: string
}

/** A set of changes that repairs the proposal, and what it comes to. */
export interface Candidate {
  readonly changes: ReadonlyMap<string, string>
  readonly offers: Offers
  readonly joint: Estimate
  readonly verdict: Verdict
}

/** A set of changes, option by issue. */
export function changesOf(set: readonly Change[]): ReadonlyMap<string, string> {
  return new Map(set.map(({ issue, option }) => [issue, option]))
}

/** Whether changes are fewer than a set's and all among them. */
export function isPart(changes: ReadonlyMap<string, string>, set: readonly Change[]): boolean {
  return (
    changes.size < set.length &&
    [...changes].every(([issue, option]) =>
      set.some((change) => change.issue === issue && change.option === option)
    )
  )
}
