import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { askAgreement, NoAgreement } from '@truce/core/ask/compare-agreement'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { agreementReport } from '@truce/core/report/ceasefire'
import { NoDocx, textOfDocx } from '@truce/host'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'

export const HELP = `truce ceasefire compare <file> [options]
Asks the text of an agreement what every ceasefire text is asked (the questions of
the rules CF001 to CF028): which it answers and in which line, which it speaks of
without an answer, and which are not found. Lists its distances, calibres,
periods, dates and clock times. The file is plain text, Markdown or a Word
document (.docx), in English; - reads standard input.

  --format <how>         text (default), markdown or json

It goes by words near each other and shows them: a reading aid, no judgement.
`

/** A file that is larger holds no agreement. */
const MOST_BYTES = 20_000_000

/** `truce ceasefire compare`: exit 0 once compared, 3 when the file holds no text. */
export async function ceasefireCompare(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { format: { type: 'string' } })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('ceasefire compare takes one file: truce ceasefire compare <file>')
  const format = oneOf(args, 'format', ['text', 'markdown', 'json']) ?? 'text'
  const name = path === '-' ? '<stdin>' : basename(path)
  try {
    const answer = askAgreement(path === '-' ? await io.stdin() : await textOf(path), name)
    if (format === 'json') printJson(answer.document(), io)
    else {
      const blocks = agreementReport(answer.result, name)
      io.stdout(
        format === 'markdown'
          ? renderMarkdown(blocks)
          : renderPlain(blocks, { width: io.columns, colour: io.colour })
      )
    }
    return EXIT.done
  } catch (error) {
    if (!(error instanceof NoAgreement || error instanceof NoDocx)) throw error
    io.stderr(`truce: ${path}: ${error.message}\n`)
    return EXIT.broken
  }
}

async function textOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Usage(`there is no file ${path}`)
  if (!found.isFile())
    throw new Usage(`ceasefire compare takes a text or .docx file, and ${path} is none`)
  if (found.size > MOST_BYTES) throw new NoAgreement('it is larger than 20 MB')
  const bytes = await readFile(path)
  return extname(path).toLowerCase() === '.docx' ? textOfDocx(bytes) : bytes.toString('utf8')
}
