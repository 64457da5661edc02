import type { CeasefireReview, ReviewedClause } from '../../ceasefire/index.ts'
import { precedentsOf } from '../../ceasefire/index.ts'
import { position } from '../../diagnostic/text.ts'
import { textIn } from '../../model/package.ts'
import type { SourceFile } from '../../model/span.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import type { CeasefireLintDocument } from './lint-shape.ts'

/** The document of `ceasefire lint --format json`. */
export function ceasefireLintJson(
  { source, clauses }: CeasefireReview,
  given: DocumentAbout,
  files: readonly SourceFile[]
): CeasefireLintDocument {
  return {
    ...documentHead('ceasefire lint'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    written: clauses.filter(({ answers }) => answers.length > 0).length,
    open: clauses.flatMap(({ findings }) => findings).length,
    clauses: clauses.map((one) => ({
      clause: one.clause,
      answers: one.answers.map(({ at, span }) => ({ at, ...placeInText(span, files) })),
      questions: questionsOf(one)
    }))
  }
}

/** The file and line of a place. */
export function placeInText(
  span: ReviewedClause['answers'][number]['span'],
  files: readonly SourceFile[]
): { readonly file: string; readonly line: number } {
  const file = files.find(({ name }) => name === span.file)
  return { file: span.file, line: file ? position(file, span.start).line : 1 }
}

type Questions = CeasefireLintDocument['clauses'][number]['questions']

const questionsOf = ({ asked, findings }: ReviewedClause): Questions =>
  asked.map((code) => {
    const found = findings.filter((finding) => finding.code === code).length
    return code < 'CF100' ? { code, found, others: othersOf(code) } : { code, found }
  })

function othersOf(code: string): NonNullable<Questions[number]['others']> {
  const cells = new Map(precedentsOf(code).map(({ of, cell }) => [of, cell ?? null]))
  return {
    korea: cells.get('korea') ?? null,
    golan: cells.get('golan') ?? null,
    dayton: cells.get('dayton') ?? null,
    kumanovo: cells.get('kumanovo') ?? null,
    nuba: cells.get('nuba') ?? null,
    aceh: cells.get('aceh') ?? null,
    minsk: cells.get('minsk') ?? null
  }
}
