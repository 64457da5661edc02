import { askCeasefireLint, NoCeasefire } from '@truce/core/ask/ceasefire-lint'
import { readerPages } from '@truce/core/case'
import { ceasefirePages } from '@truce/core/ceasefire'
import { renderMarkdown, renderPlain, sarif } from '@truce/core/report'
import { ceasefireLintReport } from '@truce/core/report/ceasefire'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import type { Opened } from '../open.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce ceasefire lint <case> [options]
Reads the text of a ceasefire clause by clause, as far as the case tells it: what
is answered and where, what is left open, and what Minsk, Korea, Golan, Dayton,
Kumanovo, Nuba and Aceh did about that.

  --format <how>         text (default), markdown, json or sarif

Exit code 4: something is left open that earns a warning. 3: something cannot be
as it is written.
`

const FORMATS = ['text', 'markdown', 'json', 'sarif'] as const

/** `truce ceasefire lint`: exit 0 without warnings, 4 with some, 3 on errors. */
export async function ceasefireLint(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { format: { type: 'string' } })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('ceasefire lint takes one case: truce ceasefire lint <case>')
  const format = oneOf(args, 'format', FORMATS) ?? 'text'
  const opened = await openCase(path)
  const answer = answeredFor(path, opened)
  const { files, folder } = opened
  if (format === 'sarif')
    printJson(
      sarif(answer.findings, { files, folder, pages: [...readerPages, ...ceasefirePages] }),
      io
    )
  if (answer.refused)
    return format === 'sarif' ? EXIT.broken : refuse(answer, io, format === 'json')
  const blocks = ceasefireLintReport(answer.result, files)
  if (format === 'json') printJson(answer.document(), io)
  if (format === 'markdown') io.stdout(renderMarkdown(blocks))
  if (format === 'text') io.stdout(renderPlain(blocks, { width: io.columns, colour: io.colour }))
  const severities = answer.result.clauses.flatMap(({ findings }) =>
    findings.map(({ severity }) => severity)
  )
  if (severities.includes('error')) return EXIT.broken
  return severities.includes('warning') ? EXIT.no : EXIT.done
}

/** What the case lacks is said with its path. */
function answeredFor(path: string, opened: Opened): ReturnType<typeof askCeasefireLint> {
  try {
    return askCeasefireLint(opened)
  } catch (error) {
    if (error instanceof NoCeasefire) throw new Error(`${path}: ${error.message}`)
    throw error
  }
}
