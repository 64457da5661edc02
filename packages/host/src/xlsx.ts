import { readFile, stat } from 'node:fs/promises'
import { unzipSync, zipSync } from 'fflate'
import type { CellValue } from 'read-excel-file/node'
import { asShown } from './xlsx-shown.ts'
import { excessOf } from './xlsx-size.ts'
import { ZIP_EPOCH } from './zip-epoch.ts'

/**
 * What a workbook may weigh, as a file and unpacked: a small one can unpack to a thousand times its
 * size.
 */
const LIMITS = { file: 2_000_000, unpacked: 40_000_000 } as const

/** Thrown when a file is no workbook that can be read; one sentence without the file's name. */
export class NoWorkbook extends Error {}

/**
 * The first sheet of an Excel workbook as rows of texts; an empty cell is an empty text, per cent
 * read `55%`, and an error as it is shown (`#N/A`). Throws NoWorkbook.
 */
export async function readXlsx(path: string): Promise<readonly (readonly string[])[]> {
  if ((await stat(path)).size > LIMITS.file)
    throw new NoWorkbook('the workbook is larger than 2 MB: save the table alone')
  return xlsxRows(await readFile(path))
}

/** The same of a workbook that is at hand as bytes. */
export async function xlsxRows(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  if (bytes.length > LIMITS.file)
    throw new NoWorkbook('the workbook is larger than 2 MB: save the table alone')
  const excess = excessOf(bytes, LIMITS.unpacked)
  if (excess !== undefined) throw new NoWorkbook(`the workbook ${excess}: save the table alone`)
  const { readSheet } = await import('read-excel-file/node')
  const rows = await asShown(bytes, LIMITS.unpacked)
    .then((shown) => readSheet(shown))
    .catch(() => {
      throw new NoWorkbook(
        'this is no Excel workbook that can be read: save it again as .xlsx, or as .csv'
      )
    })
  return rows.map((row) => row.map(textOf))
}

/**
 * An Excel workbook of one sheet, the same bytes for the same rows: what differs is the time that
 * each file of the archive carries. Texts are texts: a cell never becomes a formula.
 */
export async function xlsxOf(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const cells = rows.map((row, k) =>
    row.map((value) => ({
      value,
      type: typeof value === 'number' ? Number : String,
      ...(k === 0 ? { fontWeight: 'bold' as const } : {})
    }))
  )
  const written = await writeXlsxFile(cells, {
    sheet: 'deal space',
    stickyRowsCount: 1,
    stickyColumnsCount: 2
  }).toBuffer()
  return Buffer.from(zipSync(unzipSync(written), { mtime: ZIP_EPOCH, level: 9 }))
}

/** An Excel workbook of several sheets by their names, of texts alone; the same bytes for the same rows. */
export async function xlsxSheetsOf(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>
): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const written = await writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))
    }))
  ).toBuffer()
  return Buffer.from(zipSync(unzipSync(written), { mtime: ZIP_EPOCH, level: 9 }))
}

/**
 * Excel turns what looks like a date into one; written out, the reader of the table says where it
 * stands.
 */
function textOf(value: CellValue | null): string {
  return value instanceof Date
    ? value.toISOString().slice(0, 10)
    : value === null
      ? ''
      : String(value)
}
