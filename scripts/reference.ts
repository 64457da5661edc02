// The reference pages that are made from the source: path below docs/reference, and the text.
import { readFileSync } from 'node:fs'
import { caseJsonSchema, folderPages, readerPages } from '@truce/core/case'
import { drawingPages } from '@truce/core/case/beside'
import { ceasefirePages } from '@truce/core/ceasefire'
import { checkPages } from '@truce/core/check'
import type { Example, Page } from '@truce/core/diagnostic'
import { EXAMPLE_BASE, exampleExcerpt, exampleText } from '@truce/core/diagnostic'
import { entryJsonSchema } from '@truce/core/record'
import { renderMarkdown } from '@truce/core/report'
import { kindsBlocks } from '@truce/core/report/record'
import { outputJsonSchema } from '@truce/core/report/schema'
import { capital, GLOSSARY, words } from '@truce/core/report/words'
import { accessDocument } from './access.ts'
import { apiPages } from './api/pages.ts'
import { doorsIn } from './doors.ts'
import { withKeys } from './keys/documents.ts'
import { withLanguageKeys } from './keys/language.ts'

/**
 * ADD NEW RULES HERE: every list of pages that `truce explain` knows, and nothing else, makes up
 * the reference of codes.
 */
function allPages(): readonly Page[] {
  const pages = [
    ...readerPages,
    ...Object.values(folderPages),
    ...Object.values(drawingPages),
    ...checkPages,
    ...ceasefirePages
  ]
  // What cannot be in a ceasefire's text is a finding of `check` too.
  return [...new Map(pages.map((page) => [page.code, page])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1
  )
}

/** ADD NEW REFERENCE PAGES HERE. Works from the root of the repository. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'access.md': accessDocument(),
    'codes.md': codesDocument(allPages()),
    'glossary.md': glossaryDocument(),
    'record.md': renderMarkdown(kindsBlocks(words())),
    'record-entry.schema.json': pretty(entryJsonSchema()),
    'case.schema.json': pretty(caseJsonSchema()),
    'check.schema.json': pretty(outputJsonSchema('check')),
    'diff.schema.json': pretty(outputJsonSchema('diff')),
    'matrix.schema.json': pretty(outputJsonSchema('matrix')),
    'solve-stability.schema.json': pretty(outputJsonSchema('solve-stability')),
    'solve-bargaining.schema.json': pretty(outputJsonSchema('solve-bargaining')),
    'solve-study.schema.json': pretty(outputJsonSchema('solve-study')),
    'solve-acceptance.schema.json': pretty(outputJsonSchema('solve-acceptance')),
    'solve-forecast.schema.json': pretty(outputJsonSchema('solve-forecast')),
    'solve-game.schema.json': pretty(outputJsonSchema('solve-game')),
    'solve-strategy.schema.json': pretty(outputJsonSchema('solve-strategy')),
    'plan.schema.json': pretty(outputJsonSchema('plan')),
    'ceasefire-lint.schema.json': pretty(outputJsonSchema('ceasefire-lint')),
    'ceasefire-draft.schema.json': pretty(outputJsonSchema('ceasefire-draft')),
    'ceasefire-compare.schema.json': pretty(outputJsonSchema('ceasefire-compare')),
    'plan-timetable.schema.json': pretty(outputJsonSchema('plan-timetable')),
    'ceasefire-zones.schema.json': pretty(outputJsonSchema('ceasefire-zones')),
    'record-hotline.schema.json': pretty(outputJsonSchema('record-hotline')),
    'record-meetings.schema.json': pretty(outputJsonSchema('record-meetings')),
    'record-daily.schema.json': pretty(outputJsonSchema('record-daily')),
    'record-status.schema.json': pretty(outputJsonSchema('record-status')),
    'record-gates.schema.json': pretty(outputJsonSchema('record-gates')),
    'record-obligations.schema.json': pretty(outputJsonSchema('record-obligations')),
    'record-withdrawals.schema.json': pretty(outputJsonSchema('record-withdrawals')),
    'language.md': withLanguageKeys(readFileSync('docs/reference/language.md', 'utf8')),
    'output.md': withKeys(readFileSync('docs/reference/output.md', 'utf8')),
    ...apiPages(doorsIn('.'))
  }
}

const pretty = (schema: object): string => `${JSON.stringify(schema, undefined, 2)}\n`

const fenced = (text: string): string => `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``

function codesDocument(pages: readonly Page[]): string {
  const base = Object.keys(EXAMPLE_BASE)
  const parts = [
    '# Codes',
    'Everything that the reader and the judgement can find has a code. A code keeps its meaning from version to version; `truce explain CODE` prints the same text.',
    `An error means that the case cannot be judged as it stands, a warning that something should be looked at, a note that something is worth knowing.`,
    `| code | severity | what it says |\n| --- | --- | --- |\n${pages.map((page) => `| [${page.code}](#${page.code.toLowerCase()}) | ${page.severity} | ${page.title} |`).join('\n')}`,
    ...pages.map(section),
    '## The case behind the examples',
    `Examples show some of the keys ${base.map((key) => `\`${key}\``).join(', ')}; the others are as here. One that does not fit into this case is shown as a whole file.`,
    fenced(exampleText({}))
  ]
  return `${parts.join('\n\n')}\n`
}

/** Every word of art in plain English, by the alphabet. */
function glossaryDocument(): string {
  const terms = [...GLOSSARY].sort((a, b) => (a.id < b.id ? -1 : 1))
  return `${[
    '# Glossary',
    'Every word of art that the reports and the page use, in plain English; `truce explain WORD` prints the same text.',
    ...terms.map(({ id, term, also = [], means, example, page }) =>
      [
        `## ${id}`,
        `**${capital(term)}**${also.length > 0 ? ` (also: ${also.join(', ')})` : ''}`,
        means,
        `For example: ${example}`,
        `More: [${page.replace('docs/', '')}](../${page.replace('docs/', '')})`
      ].join('\n\n')
    )
  ].join('\n\n')}\n`
}

function section(page: Page): string {
  return [
    `## ${page.code}`,
    `**${page.title[0]?.toUpperCase()}${page.title.slice(1)}** (${page.severity})`,
    page.about,
    ...(page.examples
      ? [
          example('This raises it:', page.examples.failing),
          example('This does not:', page.examples.passing)
        ]
      : [])
  ].join('\n\n')
}

const example = (lead: string, shown: Example): string =>
  `${lead}\n\n${fenced(exampleExcerpt(shown))}`
