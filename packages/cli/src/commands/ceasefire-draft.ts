import { extname } from 'node:path'
import { askDraft } from '@truce/core/ask/draft-agreement'
import { textIn } from '@truce/core/model'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { draftReport } from '@truce/core/report/ceasefire'
import { docxOf } from '@truce/host'
import type { Args } from '../args.ts'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'
import { writeNew } from '../write-new.ts'

export const HELP = `truce ceasefire draft <case> [options]
The text of a ceasefire in the order in which such texts are written, as far as
the case goes: preamble, articles, annexes (lines and maps, weapons and distances,
timetable, meetings and channels, forms of reports), and notes with the sources.
What the case does not say is marked [to be agreed: ..] with the rule that asks
for it, and counted at the end. Nothing is invented.

  --format <how>         text (default), markdown, docx or json; by the ending of
                         the file (.md, .docx, .json) if left out
  -o, --out <file>       a file that does not exist yet; needed for docx

The same case gives the same bytes.
`

const FORMATS = ['text', 'markdown', 'docx', 'json'] as const
type Format = (typeof FORMATS)[number]
const ENDINGS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.docx': 'docx',
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
  const answer = askDraft(await openCase(path))
  if (answer.refused) return refuse(answer, io, format === 'json' && out === undefined)
  if (format === 'json' && out === undefined) {
    printJson(answer.document(), io)
    return EXIT.done
  }
  const blocks = draftReport(answer.result)
  const about = { title: textIn(answer.source.title), asOf: answer.source.asOf }
  const made = {
    text: () => renderPlain(blocks, out === undefined ? { width: io.columns } : {}),
    markdown: () => renderMarkdown(blocks),
    docx: () => docxOf(blocks, about),
    json: () => `${JSON.stringify(answer.document(), undefined, 2)}\n`
  }
  const content = await made[format]()
  if (out === undefined) io.stdout(String(content))
  else {
    await writeNew(out, content)
    io.stdout(`wrote ${out}\n`)
  }
  return EXIT.done
}

function formatOf(args: Args, out: string | undefined): Format {
  const found = out === undefined ? undefined : ENDINGS[extname(out).toLowerCase()]
  const format = oneOf(args, 'format', FORMATS) ?? found ?? 'text'
  if (format === 'docx' && out === undefined)
    throw new Usage('--format docx needs a file: -o <file.docx>')
  return format
}
