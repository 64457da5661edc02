import { folderPages, readerPages } from '@truce/core/case'
import { checkPages } from '@truce/core/check'
import type { Page } from '@truce/core/diagnostic'
import { exampleExcerpt, nearest } from '@truce/core/diagnostic'
import type { Block } from '@truce/core/report'
import { renderPlain } from '@truce/core/report'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'

export const HELP = `truce explain <code>
Explains a finding's code: what it means, why it matters, an example that raises it and one that does not.
Without a code, lists all of them.
`

/** Every page there is, by code. */
export function allPages(): readonly Page[] {
  return [...readerPages, ...Object.values(folderPages), ...checkPages].sort((a, b) =>
    a.code < b.code ? -1 : 1
  )
}

/** `truce explain`. */
export async function explainCommand(argv: readonly string[], io: Io): Promise<number> {
  const {
    positionals: [code]
  } = parse(argv, {})
  const pages = allPages()
  if (code === undefined) {
    io.stdout(
      pages.map((page) => `${page.code}  ${page.severity.padEnd(7)}  ${page.title}\n`).join('')
    )
    return EXIT.done
  }
  const page = pages.find((one) => one.code === code.toUpperCase())
  if (!page) {
    const near = nearest(
      code.toUpperCase(),
      pages.map((one) => one.code)
    )
    throw new Usage(
      `there is no code ${code}${near ? `; did you mean ${near}?` : ''}; \`truce explain\` lists all`
    )
  }
  io.stdout(renderPlain(pageBlocks(page), { width: io.columns, colour: io.colour }))
  return EXIT.done
}

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
