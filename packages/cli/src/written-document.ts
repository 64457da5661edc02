import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Block } from '@truce/core/report'
import { renderMarkdown } from '@truce/core/report'
import { renderHtml } from '@truce/core/report/briefing'
import type { DocumentAbout } from '@truce/host'
import { docxOf, lettersMissing, pdfOf } from '@truce/host'
import type { Args } from './args.ts'
import { oneOf } from './args.ts'
import type { Io } from './io.ts'
import { Usage } from './io.ts'

const DOCUMENTS = ['md', 'html', 'docx', 'pdf'] as const

/** What a document is written as, and where to; without a file it is printed. */
export interface DocumentWanted {
  readonly format: (typeof DOCUMENTS)[number]
  readonly out: string | undefined
}

/** The document asked for by `--to` or by the ending of `--out`. */
export function documentWanted(args: Args, command: string): DocumentWanted {
  const { out } = args.values
  const ending = typeof out === 'string' ? extname(out).slice(1).toLowerCase() : ''
  const format = oneOf(args, 'to', DOCUMENTS) ?? DOCUMENTS.find((one) => one === ending)
  if (format === undefined)
    throw new Usage(`${command} takes a format: --to ${DOCUMENTS.join(', ')}`)
  if (out === undefined && (format === 'docx' || format === 'pdf'))
    throw new Usage(`--to ${format} needs a file: --out <file.${format}>`)
  return { format, out: typeof out === 'string' ? out : undefined }
}

/** Writes a report as a document, or prints it where no file is wanted. */
export async function writeDocument(
  blocks: readonly Block[],
  wanted: DocumentWanted & { readonly about: DocumentAbout },
  io: Io
): Promise<void> {
  const missing = wanted.format === 'pdf' ? lettersMissing(blocks) : []
  if (missing.length > 0)
    io.stderr(
      `the font of the PDF lacks letters of this case, such as ${missing.join(' ')}: --to html or docx has them\n`
    )
  const files = await filesOf(blocks, wanted)
  if (wanted.out === undefined) io.stdout(String(files[0]?.content))
  else await writeAll(files, io)
}

/** A file to write. */
interface Made {
  readonly path: string
  readonly content: string | Uint8Array
}

async function filesOf(
  blocks: readonly Block[],
  { format, out = '', about }: DocumentWanted & { readonly about: DocumentAbout }
): Promise<readonly Made[]> {
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
async function writeAll(files: readonly Made[], io: Io): Promise<void> {
  const known = files.find(({ path }) => existsSync(path))
  if (known) throw new Usage(`${known.path} exists; nothing was written`)
  for (const { path, content } of files) {
    await writeFile(path, content, { flag: 'wx' })
    io.stdout(`wrote ${path}\n`)
  }
}
