import type { ContentOf } from '@truce/core/record'
import { ENTRY_KINDS, endOfDay } from '@truce/core/record'
import type { RowCells } from './row-cells.ts'
import { RowProblem } from './row-cells.ts'

/** What an `incident.reported` entry holds. */
export type IncidentContent = ContentOf<'incident.reported'>

/** A row that became what an entry would hold; signed and sent by whoever imports it. */
export interface IncidentDraft {
  /** The line of the file, or the place in a list, counted from 1. */
  readonly line: number
  /**
   * The id of its entry, made of where it came from: taken in again, a row is known to be there
   * already.
   */
  readonly id: string
  readonly content: IncidentContent
}

/** A row that is not taken in: where, what stands there, and what to do. */
export interface RowRefused {
  readonly line: number
  /** The column, or the field of a form; empty where it is the row as a whole. */
  readonly column: string
  readonly found: string
  readonly help: string
  /** All of that in one sentence. */
  readonly sentence: string
}

/** What became of a file. Rows that were left out on purpose are counted in the notes. */
export interface IncidentDrafts {
  readonly drafts: readonly IncidentDraft[]
  readonly refused: readonly RowRefused[]
  readonly notes: readonly string[]
}

/** What whoever imports says of a file. */
export interface IncidentImport {
  /** The name of the data set; that of the format unless given. */
  readonly dataset?: string
  /** Where it is to be had, for rows that do not say so themselves. */
  readonly url?: string
  readonly licence?: string
  /** The day it was fetched. */
  readonly retrieved?: string
  /** The IANA zone of days and times that do not say theirs. */
  readonly zone?: string
  /** VIINA: from what score on a label counts, where 0.5 is not wanted. */
  readonly cutOffs?: Readonly<Record<string, number>>
}

/** A row of a format, read: what it comes to, or why it is left out on purpose. */
export type RowRead = Omit<IncidentContent, 'means'> & Partial<Pick<IncidentContent, 'means'>>

/** Rows of a file, read one by one: one that cannot be read is refused, and the others go on. */
export class RowReader {
  private readonly drafts: IncidentDraft[] = []
  private readonly refused: RowRefused[] = []
  /** The line of each id. */
  private readonly lines = new Map<string, number>()

  /** Reads one row; nothing comes of one that `read` leaves out. */
  row(cells: RowCells, read: () => RowRead | undefined): void {
    try {
      const found = read()
      if (!found) return
      const content = checked({ means: [], ...found })
      const id = idOf(content.provenance)
      const before = this.lines.get(id)
      if (before !== undefined)
        throw new RowProblem(
          '',
          '',
          `line ${before} is the same row of the data set: leave one out`
        )
      this.lines.set(id, cells.line)
      this.drafts.push({ line: cells.line, id, content })
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error
      this.refused.push(refusal(cells.line, error))
    }
  }

  /** What became of all of them. */
  done(notes: readonly string[]): IncidentDrafts {
    return { drafts: this.drafts, refused: this.refused, notes }
  }
}

/** Nothing of a file can be used. */
export const allRefused = (line: number, help: string): IncidentDrafts => ({
  drafts: [],
  refused: [{ line, column: '', found: '', help, sentence: `line ${line}: ${help}` }],
  notes: []
})

function refusal(line: number, { column, found, help }: RowProblem): RowRefused {
  const shown = found.slice(0, 60)
  const what = shown === '' ? 'is empty' : `has \`${shown}\``
  const where = column === '' ? `line ${line}` : `line ${line}, column ${column} ${what}`
  return { line, column, found: shown, help, sentence: `${where}: ${help}` }
}

/** The content as the record takes it. What it would refuse is refused here, by its key. */
function checked(content: IncidentContent): IncidentContent {
  const read = ENTRY_KINDS['incident.reported'].safeParse(content)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = (issue?.path ?? []).join('.')
  throw new RowProblem('', '', `the record does not take its ${path}: ${issue?.message ?? ''}`)
}

/** The instant of a local time, as the record writes it. */
export const instantAt = (day: string, time: string, zone: string): string =>
  new Date(endOfDay(day, { zone, time }) * 1000).toISOString()

/** Where a row came from. */
export function provenanceOf(
  { dataset, licence, retrieved, url }: IncidentImport,
  standard: { readonly dataset: string; readonly licence?: string },
  row: { readonly id: string; readonly url?: string }
): IncidentContent['provenance'] {
  const link = row.url ?? url
  const terms = licence ?? standard.licence
  return {
    dataset: dataset ?? standard.dataset,
    row: row.id.slice(0, 200),
    ...(link === undefined ? {} : { url: link }),
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(terms === undefined ? {} : { licence: terms })
  }
}

/** A text of several parts, as far as they are there and a record takes. */
export function partsText(...parts: readonly string[]): { readonly text?: string } {
  const text = parts
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, 20_000)
  return text === '' ? {} : { text }
}

/** Letters and digits of the row's own id, and a hash of that and of the data set. */
function idOf(provenance: IncidentContent['provenance']): string {
  const { dataset = '', row = '' } = provenance ?? {}
  const slug = row
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30)
  return `${slug === '' ? 'row' : slug}-${hash64(`${dataset} ${row}`)}`
}

/** FNV-1a of 64 bits over UTF-16, as hexadecimal digits; it tells rows apart and proves nothing. */
function hash64(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++)
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
