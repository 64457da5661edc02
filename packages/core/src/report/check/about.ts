import type { ReadingsResult } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import type { Words } from '../words/index.ts'

/** What the report of `check` is about, and the words it is told in. */
export interface CheckReported {
  readonly source: Case
  readonly words: Words
  readonly dependence: 'independent' | 'party'
  readonly readings?: ReadingsResult
}
