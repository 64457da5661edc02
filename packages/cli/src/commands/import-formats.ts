import { basename, extname } from 'node:path'
import { NoWorkbook, readXlsx } from '@truce/host'
import type { Imported, ImportedDeal, Refused, TableRows } from '@truce/interchange'
import { csvRows, importGenius, importGeniusWeb, importGmcr, importTable } from '@truce/interchange'
import { mustBeFile, textOf, textsOf } from './import-files.ts'

/** What an import is asked to do. */
export interface Asked {
  readonly paths: readonly string[]
  readonly folder: string
  readonly asOf: string
  readonly normalise: 'issue' | 'none'
}

/** One program's or format's import. */
export interface Format {
  /** What it takes, for messages. */
  readonly usage: string
  readonly several: boolean
  readonly read: (asked: Asked) => Promise<Imported | ImportedDeal | Refused>
  /** What to run on the case. */
  readonly next: string
}

/** The formats by name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  gmcr: { usage: 'gmcr <file>', several: false, read: readGmcr, next: 'truce solve stability' },
  genius: {
    usage: 'genius <domain.xml> <profile.xml>..',
    several: true,
    read: readGenius,
    next: 'truce check'
  },
  geniusweb: {
    usage: 'geniusweb <profile.json>..',
    several: true,
    read: readGeniusWeb,
    next: 'truce check'
  },
  table: {
    usage: 'table <file.csv or .xlsx>',
    several: false,
    read: readTable,
    next: 'truce check'
  }
}

const titleOf = (path: string): string => basename(path, extname(path))

async function readGmcr({ paths: [path = ''], asOf }: Asked): Promise<Imported | Refused> {
  const { text } = await textOf(path)
  const made =
    text === undefined ? { refused: TOO_LARGE } : importGmcr(text, { title: titleOf(path), asOf })
  return under(path, made)
}

const TOO_LARGE = 'the file is larger than 2 MB: leave out what GMCR+ can work out again'

async function readGenius({
  paths,
  folder,
  asOf,
  normalise
}: Asked): Promise<ImportedDeal | Refused> {
  const { texts, legacy, large } = await textsOf(paths)
  return large === undefined
    ? withLegacy(importGenius(texts, { title: basename(folder), asOf, normalise }), legacy)
    : { refused: `${large}: ${TOO_LARGE_PROFILE}` }
}

async function readGeniusWeb({ paths, folder, asOf }: Asked): Promise<ImportedDeal | Refused> {
  const { texts, legacy, large } = await textsOf(paths)
  return large === undefined
    ? withLegacy(importGeniusWeb(texts, { title: basename(folder), asOf }), legacy)
    : { refused: `${large}: ${TOO_LARGE_PROFILE}` }
}

const TOO_LARGE_PROFILE = 'the file is larger than 2 MB: leave out what is no profile'

async function readTable({ paths: [path = ''], asOf }: Asked): Promise<ImportedDeal | Refused> {
  const { rows, legacy } =
    extname(path).toLowerCase() === '.xlsx' ? await workbookRows(path) : await textRows(path)
  const made = rows.refused === undefined ? importTable(rows, { title: titleOf(path), asOf }) : rows
  return withLegacy(under(path, made), legacy)
}

interface Rows {
  readonly rows: TableRows | Refused
  readonly legacy: readonly string[]
}

async function workbookRows(path: string): Promise<Rows> {
  await mustBeFile(path)
  try {
    return { rows: { rows: await readXlsx(path), decimalComma: false }, legacy: [] }
  } catch (error) {
    if (error instanceof NoWorkbook) return { rows: { refused: error.message }, legacy: [] }
    throw error
  }
}

async function textRows(path: string): Promise<Rows> {
  const { text, legacy } = await textOf(path)
  if (text === undefined)
    return {
      rows: { refused: 'the table is larger than 2 MB: leave out what is no issue' },
      legacy: []
    }
  if (text.startsWith('PK'))
    return {
      rows: { refused: 'this is a workbook and no text: give it the ending .xlsx' },
      legacy: []
    }
  return { rows: csvRows(text), legacy: legacy ? [path] : [] }
}

/** A refusal of a single file begins with its path. */
function under<T extends Imported>(path: string, made: T | Refused): T | Refused {
  return made.refused === undefined ? made : { refused: `${path}: ${made.refused}` }
}

function withLegacy(
  made: ImportedDeal | Refused,
  legacy: readonly string[]
): ImportedDeal | Refused {
  if (made.refused !== undefined) return made
  return {
    ...made,
    assumed: [
      ...legacy.map((path) => `${path} is not in Unicode: it was read as Windows-1252`),
      ...made.assumed
    ]
  }
}
