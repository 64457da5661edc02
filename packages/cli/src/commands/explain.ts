import { folderPages, readerPages } from '@truce/core/case'
import { drawingPages } from '@truce/core/case/beside'
import { ceasefirePages } from '@truce/core/ceasefire'
import { checkPages } from '@truce/core/check'
import type { Page } from '@truce/core/diagnostic'
import { exampleExcerpt, nearest } from '@truce/core/diagnostic'
import type { Block } from '@truce/core/report'
import { renderPlain } from '@truce/core/report'
import type { GlossaryTerm } from '@truce/core/report/words'
import { capital, GLOSSARY, glossaryTerm, glossaryWords } from '@truce/core/report/words'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'

export const HELP = `truce explain <code or word>
Explains a finding's code: what it means, why it matters, an example that raises
it and one that does not. Explains a word of the reports, too: firmness, no deal,
reading, Nash .. Without either, lists all codes and all words.
`

/** Every page there is, by code. */
export function allPages(): readonly Page[] {
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

/** `truce explain`. */
export async function explainCommand(argv: readonly string[], io: Io): Promise<number> {
  const { positionals } = parse(argv, {})
  const asked = positionals.join(' ')
  const pages = allPages()
  if (asked === '') {
    io.stdout(listOf(pages))
    return EXIT.done
  }
  const page = pages.find((one) => one.code === asked.toUpperCase())
  const term = glossaryTerm(asked)
  if (!page && !term) throw new Usage(unknown(asked, pages))
  const blocks = page ? pageBlocks(page) : term ? termBlocks(term) : []
  io.stdout(renderPlain(blocks, { width: io.columns, colour: io.colour }))
  return EXIT.done
}

/** Codes with what they say, then words with what they mean. */
function listOf(pages: readonly Page[]): string {
  const codes = pages.map((page) => `${page.code}  ${page.severity.padEnd(7)}  ${page.title}\n`)
  const words = GLOSSARY.map(({ id, term }) => (id === term ? `${id}\n` : `${id}  (${term})\n`))
  return `${codes.join('')}\n${words.join('')}`
}

function unknown(asked: string, pages: readonly Page[]): string {
  const near =
    nearest(
      asked.toUpperCase(),
      pages.map((one) => one.code)
    ) ?? nearest(asked.toLowerCase(), glossaryWords())
  return `there is no code or word ${asked}${near ? `; did you mean ${near}?` : ''}; \`truce explain\` lists all`
}

const termBlocks = ({ term, means, example, page }: GlossaryTerm): readonly Block[] => [
  { kind: 'heading', level: 1, text: capital(term) },
  { kind: 'paragraph', text: means },
  { kind: 'paragraph', text: `For example: ${example}` },
  { kind: 'paragraph', text: `More: ${page}` }
]

function pageBlocks(page: Page): readonly Block[] {
  const example = (title: string, text: string): readonly Block[] => [
    { kind: 'heading', level: 3, text: title },
    {
      kind: 'literal',
      text: text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n')
    }
  ]
  return [
    { kind: 'heading', level: 1, text: `${page.code} (${page.severity}): ${page.title}` },
    { kind: 'paragraph', text: page.about },
    ...(page.examples
      ? [
          ...example('This raises it:', exampleExcerpt(page.examples.failing)),
          ...example('This does not:', exampleExcerpt(page.examples.passing))
        ]
      : [])
  ]
}
