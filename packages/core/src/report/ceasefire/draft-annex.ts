import type { Figure } from '../blocks.ts'

/** A table of an annex, under words of its own. */
export interface DraftTable {
  readonly lead?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** An annex of the draft: words, a map where it has one, then tables. */
export interface DraftAnnex {
  readonly letter: string
  readonly title: string
  readonly lines: readonly string[]
  /** The map itself, with the words that say what it shows. */
  readonly map?: Figure
  readonly tables: readonly DraftTable[]
}

/** An annex before its letter. */
export type Made = Pick<DraftAnnex, 'lines' | 'map' | 'tables'>

/** A table, or the words that stand for an empty one. */
export const tableOr = (none: string, table: DraftTable): Made =>
  table.rows.length === 0 ? { lines: [none], tables: [] } : { lines: [], tables: [filled(table)] }

/** A table without the columns in which nothing stands. */
function filled({ head, rows, ...more }: DraftTable): DraftTable {
  const isKept = head.map((_, column) => rows.some((row) => row[column] !== ''))
  const kept = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => isKept[at])
  return { ...more, head: kept(head), rows: rows.map(kept) }
}
