import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { askReport } from '@truce/core/ask/report'
import type { Case } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { Block } from '@truce/core/report'
import { renderMarkdown } from '@truce/core/report'
import { renderHtml } from '@truce/core/report/briefing'
import { docxOf, highsSolver, lettersMissing, pdfOf } from '@truce/host'
import type { Args } from '../args.ts'
import { oneOf, parse, several, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, refuse } from '../open.ts'
import { drawingsOf } from './case-drawings.ts'

export const HELP = `truce report <case> --to md|html|docx|pdf [options]
Writes a briefing on a case. Its first two pages say in plain words what is
proposed, who would sign, what stands in the way, what would help, how sure that
is and whether it would hold; an annex says what stands behind them: verdicts,
who walks and why, the deal space, every assumption, and the sources.

  --to <format>          md, html, docx or pdf; by the ending of --out if left out
  --out <file>           a file that does not exist yet; needed for docx and pdf.
                         Pictures of Markdown are written beside it as .svg
  --short                the first pages alone, without the annex
  --proposal <id>        only this proposal (may be given several times); without
                         it the first pages speak of the one nearest to agreement
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)

The same case, seed and draws give the same bytes. Its date is the case's as-of.
`

const FORMATS = ['md', 'html', 'docx', 'pdf'] as const
type Format = (typeof FORMATS)[number]

const OPTIONS = {
  to: { type: 'string' },
  out: { type: 'string' },
  proposal: { type: 'string', multiple: true },
  short: { type: 'boolean' },
  draws: { type: 'string' },
  seed: { type: 'string' }
} as const

/** `truce report`: exit 0 once written, 3 when the case has errors. */
export async function reportCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('report takes one case: truce report <case> --to pdf --out <file>')
  const format = formatOf(args)
  const out = typeof args.values['out'] === 'string' ? args.values['out'] : undefined
  const settings = {
    short: args.values['short'] === true,
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 })
  }
  const opened = await openCase(path)
  const drawings = settings.short ? undefined : await drawingsOf(path, opened)
  const answer = await askReport(
    opened,
    (source) => {
      const wanted = chosen(source, args)
      return {
        ...settings,
        ...(drawings ? { drawings } : {}),
        ...(wanted.length > 0 ? { proposals: wanted } : {})
      }
    },
    highsSolver()
  )
  if (answer.refused) return refuse(answer, io)
  const blocks = answer.document()
  const missing = format === 'pdf' ? lettersMissing(blocks) : []
  if (missing.length > 0)
    io.stderr(
      `the font of the PDF lacks letters of this case, such as ${missing.join(' ')}: --to html or docx has them\n`
    )
  const files = await filesOf(blocks, { source: answer.source, format, out })
  if (out === undefined) io.stdout(String(files[0]?.content))
  else await writeNew(files, io)
  return EXIT.done
}

/** The format asked for by `--to` or by the ending of `--out`. */
function formatOf(args: Args): Format {
  const { out } = args.values
  const ending = typeof out === 'string' ? extname(out).slice(1).toLowerCase() : ''
  const format = oneOf(args, 'to', FORMATS) ?? FORMATS.find((one) => one === ending)
  if (format === undefined) throw new Usage(`report takes a format: --to ${FORMATS.join(', ')}`)
  if (out === undefined && (format === 'docx' || format === 'pdf'))
    throw new Usage(`--to ${format} needs a file: --out <file.${format}>`)
  return format
}

function chosen({ proposals }: Case, args: Args): readonly string[] {
  const wanted = several(args, 'proposal')
  const missing = wanted.find((id) => !proposals.some((proposal) => proposal.id === id))
  if (missing === undefined) return wanted
  const named = proposals.map(({ id }) => id).join(', ')
  throw new Usage(`the case has no proposal ${missing}${named === '' ? '' : `; it has ${named}`}`)
}

/** A file to write. */
interface Made {
  readonly path: string
  readonly content: string | Uint8Array
}

async function filesOf(
  blocks: readonly Block[],
  {
    source,
    format,
    out = ''
  }: { readonly source: Case; readonly format: Format; readonly out: string | undefined }
): Promise<readonly Made[]> {
  const about = { title: textIn(source.title), asOf: source.asOf }
  if (format === 'docx') return [{ path: out, content: await docxOf(blocks, about) }]
  if (format === 'pdf') return [{ path: out, content: await pdfOf(blocks, about) }]
  if (format === 'html') return [{ path: out, content: renderHtml(blocks) }]
  if (out === '') return [{ path: out, content: renderMarkdown(blocks) }]
  const stem = basename(out, extname(out))
  const picture = (id: string): string => `${stem}-${id}.svg`
  const pictures = blocks.flatMap((block) =>
    block.kind === 'figure'
      ? [{ path: join(dirname(out), picture(block.id)), content: `${block.svg}\n` }]
      : []
  )
  return [
    { path: out, content: renderMarkdown(blocks, ({ id }) => encodeURI(picture(id))) },
    ...pictures
  ]
}

/** Writes all files, or none where one of them exists. */
async function writeNew(files: readonly Made[], io: Io): Promise<void> {
  const known = files.find(({ path }) => existsSync(path))
  if (known) throw new Usage(`${known.path} exists; nothing was written`)
  for (const { path, content } of files) {
    await writeFile(path, content, { flag: 'wx' })
    io.stdout(`wrote ${path}\n`)
  }
}
