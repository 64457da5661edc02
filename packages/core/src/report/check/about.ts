import type { CheckResult, ReadingsResult } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import type { KeptOrder } from '../../plan/kept.ts'
import type { Words } from '../words/index.ts'

/** What is told of a case that was judged: beside acceptance, whether some order is kept to. */
export interface CheckedInOrder extends CheckResult {
  /** By proposal; absent where the case has no plan or no deliverable fits a proposal judged. */
  readonly orders?: ReadonlyMap<string, KeptOrder>
}

/** What the report of `check` is about, and the words it is told in. */
export interface CheckReported {
  readonly source: Case
  readonly words: Words
  readonly dependence: 'independent' | 'party'
  readonly readings?: ReadingsResult
  readonly orders?: CheckedInOrder['orders']
}
