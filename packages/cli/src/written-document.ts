import { extname } from 'node:path'
import type { Block } from '@truce/core/report'
import type { DocumentAbout } from '@truce/host'
import { lettersMissing } from '@truce/host'
import type { Args } from './args.ts'
import { oneOf } from './args.ts'
import type { Io } from './io.ts'
import { Usage } from './io.ts'
import type { ReportFormat } from './report-files.ts'
import { REPORT_FORMATS, reportFiles } from './report-files.ts'
import { writeAllNew } from './write-new.ts'

/** What a document is written as, and where to; without a file it is printed. */
export interface DocumentWanted {
  readonly format: ReportFormat
  readonly out: string | undefined
}

/** The document asked for by `--to` or by the ending of `--out`. */
export function documentWanted(args: Args, command: string): DocumentWanted {
  const { out } = args.values
  const ending = typeof out === 'string' ? extname(out).slice(1).toLowerCase() : ''
  const format = oneOf(args, 'to', REPORT_FORMATS) ?? REPORT_FORMATS.find((one) => one === ending)
  if (format === undefined)
    throw new Usage(`${command} takes a format: --to ${REPORT_FORMATS.join(', ')}`)
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
  const files = await reportFiles(blocks, wanted)
  if (wanted.out === undefined) io.stdout(String(files[0]?.content))
  else await writeAllNew(files, io)
}
