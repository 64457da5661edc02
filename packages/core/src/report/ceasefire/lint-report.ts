import type { CeasefireReview, ReviewedClause } from '../../ceasefire/index.ts'
import { PRECEDENTS, precedentsOf } from '../../ceasefire/index.ts'
import type { SourceFile } from '../../model/span.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import { words } from '../words/index.ts'
import { placeInText } from './lint-json.ts'

/** The review of a ceasefire's text, in the order in which such texts are written. */
export function ceasefireLintReport(
  { source, clauses }: CeasefireReview,
  files: readonly SourceFile[]
): readonly Block[] {
  const own = words()
  return [
    ...opening(own, source, own.say('ceasefire.opening')),
    paragraph(reviewSummary(own, clauses)),
    ...clauses.flatMap((clause, index) => clauseBlocks(own, { clause, index, files })),
    heading(2, own.say('method.title')),
    paragraph(own.say('ceasefire.method'))
  ]
}

/** How many headings are written, and how much was found. */
export function reviewSummary({ say }: Words, clauses: readonly ReviewedClause[]): string {
  const findings = clauses.flatMap((clause) => clause.findings)
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length
  return say('ceasefire.summary', {
    all: clauses.length,
    written: clauses.filter(({ answers }) => answers.length > 0).length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note')
  })
}

interface Placed {
  readonly clause: ReviewedClause
  readonly index: number
  readonly files: readonly SourceFile[]
}

function clauseBlocks(own: Words, { clause, index, files }: Placed): readonly Block[] {
  const { say } = own
  const places = clause.answers.map(({ name, span }) => {
    const { file, line } = placeInText(span, files)
    return say('ceasefire.place', { key: name, file, line })
  })
  const said = places.length > 0 ? places.join(', ') : say('ceasefire.unsaid')
  const codes = [...new Set(clause.findings.map(({ code }) => code))]
  const others = codes.flatMap((code) => othersLines(own, code))
  return [
    heading(
      2,
      say('ceasefire.heading', { n: index + 1, clause: say(`ceasefire.clause.${clause.clause}`) })
    ),
    facts([
      [say('ceasefire.said'), said],
      ...clause.findings.map((finding, at) => openRow(own, finding, { clause, at, files }))
    ]),
    ...(others.length > 0 ? [paragraph(say('ceasefire.others')), list(others)] : [])
  ]
}

/** A finding with its place; what to do is said once, behind the last one of its code. */
function openRow(
  { say }: Words,
  { code, message, help = '', span }: ReviewedClause['findings'][number],
  { clause, at, files }: { readonly at: number } & Pick<Placed, 'clause' | 'files'>
): readonly [string, string] {
  const { file, line } = span ? placeInText(span, files) : { file: '', line: 1 }
  const isLast = clause.findings[at + 1]?.code !== code
  return [
    code,
    say(isLast ? 'ceasefire.open' : 'ceasefire.open.more', { message, help, file, line })
  ]
}

/** What others did about a question, and for whom nothing was found. */
export function othersLines({ say, list: listed }: Words, code: string): readonly string[] {
  if (code > 'CF100') return []
  const all = precedentsOf(code)
  const known = all.flatMap(({ of, cell }) =>
    cell ? [say('ceasefire.other', { agreement: PRECEDENTS[of], ...cell })] : []
  )
  const unknown = all.filter(({ cell }) => !cell).map(({ of }) => PRECEDENTS[of])
  const rest =
    unknown.length > 0 ? [say('ceasefire.not-found', { code, agreements: listed(unknown) })] : []
  return [...known, ...rest]
}
