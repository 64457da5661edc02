import type { CheckResult, ProposalResult } from '../../check/check-result.ts'
import { isWorse } from '../../worth/verdict.ts'

/** The proposal that the first pages speak of, and the others, as the case has them. */
export interface Lead {
  readonly lead: ProposalResult
  readonly others: readonly ProposalResult[]
}

/**
 * The proposal nearest to agreement: by its verdict, then by its chance; the first of equals. Asked
 * for one alone there is no other.
 */
export function leadOf({ proposals }: Pick<CheckResult, 'proposals'>): Lead | undefined {
  const [first, ...rest] = proposals
  if (!first) return undefined
  const lead = rest.reduce(
    (a, b) =>
      isWorse(a.verdict, b.verdict) || (a.verdict === b.verdict && a.joint.p < b.joint.p) ? b : a,
    first
  )
  return { lead, others: proposals.filter((one) => one !== lead) }
}
