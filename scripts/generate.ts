// Writes the reference pages that are made from the source to docs/reference; `--check` compares
// instead.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { caseJsonSchema, folderPages, readerPages } from '@truce/core/case'
import { checkPages } from '@truce/core/check'
import type { Example, Page } from '@truce/core/diagnostic'
import { EXAMPLE_BASE, exampleExcerpt, exampleText } from '@truce/core/diagnostic'
import { outputJsonSchema } from '@truce/core/report/schema'

/**
 * ADD NEW RULES HERE: every list of pages that `truce explain` knows, and nothing else, makes up
 * the reference of codes.
 */
function allPages(): readonly Page[] {
  return [...readerPages, ...Object.values(folderPages), ...checkPages].sort((a, b) =>
    a.code < b.code ? -1 : 1
  )
}

/** ADD NEW REFERENCE PAGES HERE: path below docs/reference, and what makes its text. */
const DOCUMENTS: Readonly<Record<string, () => string>> = {
  'codes.md': () => codesDocument(allPages()),
  'case.schema.json': () => pretty(caseJsonSchema()),
  'check.schema.json': () => pretty(outputJsonSchema('check')),
  'solve-stability.schema.json': () => pretty(outputJsonSchema('solve-stability')),
  'solve-bargaining.schema.json': () => pretty(outputJsonSchema('solve-bargaining')),
  'solve-study.schema.json': () => pretty(outputJsonSchema('solve-study'))
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

/** Writes a page that differs from the one on disk, or only says so. Tells whether it differed. */
async function bring(name: string, text: string, onlyCheck: boolean): Promise<boolean> {
  const path = join('docs/reference', name)
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return false
  console.log(`${onlyCheck ? 'stale' : 'wrote'}: ${path}`)
  if (onlyCheck) return true
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return true
}

process.chdir(join(import.meta.dirname, '..'))
const onlyCheck = process.argv.includes('--check')
let stale = 0
for (const [name, make] of Object.entries(DOCUMENTS))
  if (await bring(name, make(), onlyCheck)) stale++
if (onlyCheck && stale > 0) {
  console.log('run `npm run docs` and look at what changed')
  process.exitCode = 1
}
