import type { Checkpoint, LogEntry } from '@truce/core'
import type { StoreRefusal } from '@truce/core/ports'

type Row = Readonly<Record<string, unknown>>
/** Makes the refusal of a record that cannot be read. */
type Damaged = (reason: string) => StoreRefusal

/** Numbers of entries: from the first to before the last. */
interface Stretch {
  readonly first: number
  readonly end: number
}

/**
 * The entries of a stretch of what is there, in rows of a database. No entry is ever removed by us,
 * so where one is missing, at the end as well, the record was damaged and is refused.
 */
export function keptEntries(
  rows: readonly Row[],
  { first, end }: Stretch,
  damaged: Damaged
): readonly LogEntry[] {
  const missing = (number: number): StoreRefusal => damaged(`entry ${number} is missing`)
  const entries = rows.map(({ number, leaf, body = null }, at) => {
    if (Number(number) !== first + at) throw missing(first + at)
    return {
      leaf: bytes(leaf, damaged),
      ...(body === null ? {} : { body: bytes(body, damaged) })
    }
  })
  if (first + entries.length < end) throw missing(first + entries.length)
  return entries
}

/**
 * How many entries there are. No checkpoint is kept over more, so where one is, the record has lost
 * its end.
 */
export function keptSize({ size, promised }: Row, damaged: Damaged): number {
  if (Number(promised) > Number(size))
    throw damaged(`it has a checkpoint over ${promised} entries, and ${size} entries`)
  return Number(size)
}

/** The checkpoint in a row of a database. */
export function keptCheckpoint({ size, note }: Row, damaged: Damaged): Checkpoint {
  return { size: Number(size), note: bytes(note, damaged) }
}

/** Whether two checkpoints say the same, or both are none. */
export function sameNote(a: Checkpoint | undefined, b: Checkpoint | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Buffer.from(a.note).equals(b.note)
}

/** Of one class whatever the database gave, so that stores do not differ in it. */
function bytes(value: unknown, damaged: Damaged): Uint8Array {
  if (!(value instanceof Uint8Array)) throw damaged('it has something else where bytes belong')
  return Buffer.isBuffer(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : value
}
