import type { Case, Proposal } from '../model/case.ts'
import { offersOf, stagesOf } from '../worth/offers.ts'
import { crossedBy } from '../worth/redlines.ts'
import type { EndedResult } from './check-result.ts'

/** The positions that had ended by the day of the case, and what would have crossed them. */
export function endedOf(source: Case, proposals: readonly Proposal[]): readonly EndedResult[] {
  const crosses = (proposal: Proposal, { redline }: Pick<EndedResult, 'redline'>): boolean =>
    crossedBy([redline], stagesOf(offersOf(proposal, source)), source.scenarios).length > 0
  return [...source.stances.values()].flatMap(({ ended = [] }) =>
    ended.map((redline) => ({
      redline,
      until: redline.until ?? '',
      crossedBy: proposals.filter((proposal) => crosses(proposal, { redline })).map(({ id }) => id)
    }))
  )
}
