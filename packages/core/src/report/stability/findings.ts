import { graphRules } from '../../check/rules/graph-rules.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { collector } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import type { Span } from '../../model/span.ts'

/**
 * What is wrong with a case's graph: the findings of the graph's own rules, without judging any
 * proposal.
 */
export function graphFindings(source: Case, spanOf: (at: string) => Span): readonly Diagnostic[] {
  const { report, found } = collector()
  for (const { run } of graphRules) run({ source, report, spanOf })
  return found
}
