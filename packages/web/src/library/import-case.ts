import type { SourceFile } from '@truce/core'
import type { Imported, ImportedDeal, Refused } from '@truce/interchange'

/** What was made of the files: a case with what it could not hold, or why there is none. */
export type Made =
  | {
      readonly files: readonly SourceFile[]
      readonly lost: readonly string[]
      readonly assumed: readonly string[]
    }
  | { readonly refused: string }

/** A file's name and text. */
export interface Given {
  readonly name: string
  readonly text: string
  /** The rows of a workbook, which has no text. */
  readonly rows?: readonly (readonly string[])[]
}

/** Larger files are not read. */
export const MOST_BYTES = 2_000_000

/** Endings the page can import. */
export const ENDINGS = ['.csv', '.xlsx', '.tsv', '.gmcr', '.xml', '.json', '.yaml']

/**
 * Makes a case of files of one kind, told by their endings: YAML of a case, .gmcr, GENIUS XML,
 * GeniusWeb JSON, or a table as CSV or as a workbook.
 */
export async function importCase(given: readonly Given[], asOf: string): Promise<Made> {
  const { importGenius, importGeniusWeb, importGmcr, importTable, csvRows } = await import(
    '@truce/interchange'
  )
  const endings = new Set(given.map(({ name }) => name.slice(name.lastIndexOf('.')).toLowerCase()))
  const [ending] = endings
  const [first] = given
  if (!first || endings.size !== 1)
    return { refused: 'these files do not belong together: choose files of one kind' }
  const settings = { title: first.name.replace(/\.[^.]*$/, ''), asOf }
  switch (ending) {
    case '.yaml':
      return { files: given, lost: [], assumed: [] }
    case '.xml':
      return madeOf(importGenius(given, { ...settings, normalise: 'issue' }))
    case '.json':
      return madeOf(importGeniusWeb(given, settings))
    case '.gmcr':
      return given.length > 1
        ? { refused: 'one .gmcr file makes one case: choose a single one' }
        : madeOf(importGmcr(first.text, settings))
    case '.csv':
    case '.tsv': {
      if (given.length > 1) return { refused: 'one table makes one case: choose a single one' }
      const rows = csvRows(first.text)
      return rows.refused === undefined
        ? madeOf(importTable(rows, settings))
        : { refused: rows.refused }
    }
    case '.xlsx':
      return given.length > 1
        ? { refused: 'one workbook makes one case: choose a single one' }
        : madeOf(importTable({ rows: first.rows ?? [], decimalComma: false }, settings))
    default:
      return { refused: `the page does not know files that end in ${ending}` }
  }
}

function madeOf(imported: Imported | ImportedDeal | Refused): Made {
  if (imported.refused !== undefined) return { refused: imported.refused }
  const { files, lost, assumed } = imported
  return { files, lost, assumed: 'scale' in imported ? [...imported.scale, ...assumed] : assumed }
}

/**
 * A file's text: UTF-8, UTF-16 where it is marked so, else Windows-1252, as older spreadsheets
 * write it.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A name for the case's folder: of letters, digits, `-` and `_`, at most 60 long. */
export function idFrom(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'imported'
}
