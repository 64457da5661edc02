import type { Page, Report } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import type { Span } from '../../model/span.ts'
import type { CheckResult } from '../check-result.ts'
import type { Judges } from '../judge-package.ts'

/** What a rule may look at. */
export interface RuleContext {
  readonly source: Case
  readonly judges: Judges
  readonly result: Omit<CheckResult, 'findings'>
  readonly report: Report
  readonly spanOf: (at: string) => Span
}

/** One thing worth saying about a case: its page, and how it is found. One file each. */
export interface CheckRule {
  readonly page: Page
  readonly run: (context: RuleContext) => void
}
