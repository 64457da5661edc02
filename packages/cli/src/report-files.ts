import { basename, dirname, extname, join } from 'node:path'
import type { Block } from '@truce/core/report'
import { renderMarkdown } from '@truce/core/report'
import { renderHtml } from '@truce/core/report/briefing'
import { docxOf, pdfOf } from '@truce/host'

/** The forms in which a report is handed on. */
export const REPORT_FORMATS = ['md', 'html', 'docx', 'pdf'] as const

/** One of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** A file to write. */
export interface MadeFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What a report is about, in which form and into which file; none is the standard output. */
interface Wanted {
  readonly about: { readonly title: string; readonly asOf: string }
  readonly format: ReportFormat
  readonly out: string | undefined
}

/** A report as files: the first is the report, those of Markdown's pictures lie beside it. */
export async function reportFiles(
  blocks: readonly Block[],
  { about, format, out = '' }: Wanted
): Promise<readonly MadeFile[]> {
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
