import type { Diagnostic, Page } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnostic.ts'
import type { Case } from '../model/case.ts'
import type { Ceasefire } from '../model/ceasefire.ts'
import type { Span } from '../model/span.ts'
import type { ClauseAnswer, ClauseId } from './clauses.ts'
import { CLAUSES, clauseAnswers } from './clauses.ts'
import type { CeasefireRule } from './rule.ts'
import { bodyRules } from './rules/body-rules.ts'
import { conductRules } from './rules/conduct-rules.ts'
import { entryRules } from './rules/entry-rules.ts'
import { groundRules } from './rules/ground-rules.ts'
import { nonsenseRules } from './rules/nonsense-rules.ts'
import { talkRules } from './rules/talk-rules.ts'

/** Every rule about a ceasefire's text, by code. */
export const ceasefireRules: readonly CeasefireRule[] = [
  ...entryRules,
  ...groundRules,
  ...conductRules,
  ...bodyRules,
  ...talkRules,
  ...nonsenseRules
].sort((a, b) => (a.page.code < b.page.code ? -1 : 1))

/** Their pages, for `truce explain` and the reference. */
export const ceasefirePages: readonly Page[] = ceasefireRules.map(({ page }) => page)

/** Something found, and the pointer to what it was found at. */
export interface ClauseFinding extends Diagnostic {
  readonly at: string
}

/** What the review says of one clause. */
export interface ReviewedClause {
  readonly clause: ClauseId
  /** What answers it, and where that stands. */
  readonly answers: readonly (ClauseAnswer & { readonly span: Span })[]
  /** Codes of the questions that are asked of it. */
  readonly asked: readonly string[]
  readonly findings: readonly ClauseFinding[]
}

/** A ceasefire's text, reviewed clause by clause in the order of such texts. */
export interface CeasefireReview {
  readonly source: Case
  readonly ceasefire: Ceasefire
  readonly clauses: readonly ReviewedClause[]
}

/** Reviews the ceasefire of a case; nothing where it has none. */
export function reviewCeasefire(
  source: Case,
  spanOf: (at: string) => Span
): CeasefireReview | undefined {
  const { ceasefire } = source.process
  if (!ceasefire) return undefined
  const about = { source, ceasefire }
  const found = ceasefireRules.map(({ clause, page, run }) => ({
    clause,
    findings: run(about).map(({ at, data = {} }) => ({
      ...diagnose(page, { span: spanOf(at) }, data),
      at
    }))
  }))
  return {
    source,
    ceasefire,
    clauses: CLAUSES.map((clause) => ({
      clause,
      answers: clauseAnswers(clause, source, ceasefire).map((one) => ({
        ...one,
        span: spanOf(one.at)
      })),
      asked: ceasefireRules.filter((one) => one.clause === clause).map(({ page }) => page.code),
      findings: found.filter((one) => one.clause === clause).flatMap(({ findings }) => findings)
    }))
  }
}

/** All that a review found, the gravest first and then in the order of the text. */
export function gravest({ clauses }: CeasefireReview): readonly Diagnostic[] {
  const found = clauses.flatMap(({ findings }) => findings)
  return (['error', 'warning', 'note'] as const).flatMap((severity) =>
    found.filter((finding) => finding.severity === severity)
  )
}
