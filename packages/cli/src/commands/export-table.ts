import { extname } from 'node:path'
import type { Case } from '@truce/core/model'
import { xlsxOf } from '@truce/host'
import type { Refused, TableExport } from '@truce/interchange'
import { csvText, exportTable } from '@truce/interchange'
import type { Args } from '../args.ts'
import { oneOf } from '../args.ts'
import { Usage } from '../io.ts'

/** What an export puts out: text, or the bytes of a file; and what of the case it does not hold. */
export interface Made {
  readonly refused?: undefined
  readonly content: string | Uint8Array
  readonly lost: readonly string[]
}

const FORMATS = ['csv', 'json', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

/**
 * The format asked for, by `--format` or the ending of `--out`; CSV on stdout when neither says.
 */
export function tableFormat(args: Args): Format {
  const { out } = args.values
  const stated = oneOf(args, 'format', FORMATS)
  const ending = typeof out === 'string' ? extname(out).slice(1).toLowerCase() : undefined
  const format = stated ?? (ending === undefined ? 'csv' : FORMATS.find((one) => one === ending))
  if (format === undefined)
    throw new Usage(
      '--out takes a file that ends in .csv, .xlsx or .json, or say which with --format'
    )
  if (format === 'xlsx' && ending === undefined)
    throw new Usage('a workbook needs a file: --out <file.xlsx>')
  return format
}

/**
 * The deal space of a case in the format; a file of CSV begins with a mark by which spreadsheets
 * know Unicode.
 */
export async function tableOf(
  source: Case,
  format: Format,
  toFile: boolean
): Promise<Made | Refused> {
  const table = exportTable(source)
  if (table.refused !== undefined) return table
  return { content: await contentOf(table, format, toFile), lost: table.lost }
}

async function contentOf(
  { rows, json }: TableExport,
  format: Format,
  toFile: boolean
): Promise<Made['content']> {
  if (format === 'xlsx') return xlsxOf(rows)
  return format === 'json' ? json : `${toFile ? '\uFEFF' : ''}${csvText(rows)}`
}
