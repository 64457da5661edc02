import { extname } from 'node:path'
import { askDraft } from '@truce/core/ask/draft-agreement'
import { textIn } from '@truce/core/model'
import { renderPlain } from '@truce/core/report'
import { draftReport } from '@truce/core/report/ceasefire'
import type { Args } from '../args.ts'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse, renderAll } from '../open.ts'
import { reportFiles } from '../report-files.ts'
import { writeAllNew, writeNew } from '../write-new.ts'
import { drawingsOf } from './case-drawings.ts'

export const HELP = `truce ceasefire draft <case> [options]
The text of a ceasefire in the order in which such texts are written, as far as
the case goes: preamble, articles, annexes (lines with their map, weapons and
distances, timetable, meetings and channels, forms of reports), and notes with the
sources. What the case does not say is marked [to be agreed: ..] with the rule that
asks for it, and counted at the end. Nothing is invented.

  --format <how>         text (default), markdown, html, docx, pdf or json; by the
                         ending of the file (.md, .html, .docx, .pdf, .json) if left
                         out. The map of Markdown is written beside it as .svg
  -o, --out <file>       a file that does not exist yet; needed for docx and pdf

The same case gives the same bytes.
`

/** What is written by hand here, and what every report can be. */
const FORMATS = ['text', 'markdown', 'html', 'docx', 'pdf', 'json'] as const
type Format = (typeof FORMATS)[number]
const ENDINGS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.html': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.json': 'json'
}
const OPTIONS = { format: { type: 'string' }, out: { type: 'string', short: 'o' } } as const

/** `truce ceasefire draft`: exit 0 once drafted, 3 when the case has errors. */
export async function ceasefireDraft(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('ceasefire draft takes one case: truce ceasefire draft <case>')
  const out = typeof args.values['out'] === 'string' ? args.values['out'] : undefined
  const format = formatOf(args, out)
  const opened = await openCase(path)
  const answer = askDraft(opened, { drawings: await drawingsOf(path, opened) })
  if (answer.refused) return refuse(answer, io, format === 'json' && out === undefined)
  if (format === 'json') {
    if (out === undefined) printJson(answer.document(), io)
    else await write(out, `${JSON.stringify(answer.document(), undefined, 2)}\n`, io)
    return EXIT.done
  }
  const blocks = draftReport(answer.result)
  if (format === 'text') {
    if (out === undefined) io.stdout(renderPlain(blocks, { width: io.columns }))
    else await write(out, renderPlain(blocks), io)
  } else {
    const { title, asOf } = answer.source
    const about = { title: textIn(title), asOf }
    const files = await reportFiles(blocks, {
      about,
      format: format === 'markdown' ? 'md' : format,
      out
    })
    if (out === undefined) io.stdout(String(files[0]?.content))
    else await writeAllNew(files, io)
  }
  const undrawn = answer.findings.filter(({ code }) => code.startsWith('LN'))
  if (undrawn.length > 0) io.stderr(`${renderAll(undrawn, answer, io)}\n`)
  return EXIT.done
}

async function write(out: string, content: string, io: Io): Promise<void> {
  await writeNew(out, content)
  io.stdout(`wrote ${out}\n`)
}

function formatOf(args: Args, out: string | undefined): Format {
  const found = out === undefined ? undefined : ENDINGS[extname(out).toLowerCase()]
  const format = oneOf(args, 'format', FORMATS) ?? found ?? 'text'
  if (out === undefined && (format === 'docx' || format === 'pdf'))
    throw new Usage(`--format ${format} needs a file: -o <file.${format}>`)
  return format
}
