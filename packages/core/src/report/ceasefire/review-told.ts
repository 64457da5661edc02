import type {
  CeasefireReview,
  ClauseHome,
  ClauseId,
  ReviewedClause
} from '../../ceasefire/index.ts'
import { ceasefireRules, clauseHome } from '../../ceasefire/index.ts'
import type { Severity } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../model/span.ts'
import type { Words } from '../words/index.ts'
import { words } from '../words/index.ts'
import { placeInText } from './lint-json.ts'
import { othersLines, reviewSummary } from './lint-report.ts'

/** Words, and the pointer to what they speak of. */
export interface PointedWords {
  readonly at: string
  readonly text: string
}

/** One question that a text leaves open, once for each place where it does. */
export interface OpenQuestionTold {
  readonly code: string
  readonly severity: Severity
  readonly title: string
  /** Why it is asked. */
  readonly about: string
  readonly found: readonly PointedWords[]
  readonly help: string
  /** The keys of the case that would answer it. */
  readonly keys: readonly string[]
}

/** What other agreements did about a question. */
export interface OthersTold {
  readonly code: string
  readonly title: string
  readonly lines: readonly string[]
}

/** One heading of the text: what answers it, what is open, and what others did. */
export interface ClauseTold {
  readonly clause: ClauseId
  readonly heading: string
  readonly answers: readonly PointedWords[]
  readonly open: readonly OpenQuestionTold[]
  readonly others: readonly OthersTold[]
  /** Where it is written; absent of one that parts of other entries say. */
  readonly home?: ClauseHome
}

/**
 * What the review of a ceasefire says in sentences, for whoever shows it in another way than its
 * report.
 */
export interface ReviewTold {
  readonly opening: string
  readonly summary: string
  readonly clauses: readonly ClauseTold[]
  readonly method: string
}

/** The sentences of the review, in a language such as `fr`. */
export function reviewTold(
  { clauses }: CeasefireReview,
  files: readonly SourceFile[],
  language?: string
): ReviewTold {
  const own = words(language)
  const { say } = own
  return {
    opening: say('ceasefire.opening'),
    summary: reviewSummary(own, clauses),
    clauses: clauses.map((clause, index) => ({
      ...homeOf(clause.clause),
      clause: clause.clause,
      heading: say('ceasefire.heading', {
        n: index + 1,
        clause: say(`ceasefire.clause.${clause.clause}`)
      }),
      answers: clause.answers.map(({ at, name, span }) => ({
        at,
        text: say('ceasefire.place', { key: name, ...placeInText(span, files) })
      })),
      open: openIn(clause),
      others: clause.asked.flatMap((code) => othersOn(own, code))
    })),
    method: say('ceasefire.method')
  }
}

function homeOf(clause: ClauseId): Pick<ClauseTold, 'home'> {
  const home = clauseHome(clause)
  return home ? { home } : {}
}

const RULES = new Map(ceasefireRules.map((rule) => [rule.page.code, rule]))

/** The gravest first, else in the order of the rules. */
function openIn({ asked, findings }: ReviewedClause): readonly OpenQuestionTold[] {
  const open = asked.flatMap((code): readonly OpenQuestionTold[] => {
    const own = findings.filter((finding) => finding.code === code)
    const [first, rule] = [own[0], RULES.get(code)]
    if (!first || !rule) return []
    return [
      {
        code,
        severity: first.severity,
        title: rule.page.title,
        about: rule.page.about,
        found: own.map(({ at, message }) => ({ at, text: message })),
        help: first.help ?? '',
        keys: rule.keys
      }
    ]
  })
  return (['error', 'warning', 'note'] as const).flatMap((severity) =>
    open.filter((one) => one.severity === severity)
  )
}

function othersOn(own: Words, code: string): readonly OthersTold[] {
  const lines = othersLines(own, code)
  const title = RULES.get(code)?.page.title
  return lines.length === 0 || title === undefined ? [] : [{ code, title, lines }]
}
