import type { Checkpoint, LogEntry, RecordStore } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { sameNote } from './kept.ts'

/** Entries that are in memory at once. */
const STRETCH = 1000

/** What was copied and then found in both. */
export interface RecordCopy {
  readonly entries: number
  /** Of leaves and bodies together. */
  readonly bytes: number
  readonly checkpoints: number
}

/**
 * Copies a record into another store: entries with their bodies, and checkpoints. A copy that was
 * broken off goes on where it ended; into a store that has anything else it refuses. At the end both
 * are read again and compared byte by byte. Entries appended meanwhile are for the next copy.
 */
export async function copyRecord(from: RecordStore, to: RecordStore): Promise<RecordCopy> {
  const size = await from.size()
  const begun = await to.size()
  if (begun > size) throw other(`has ${begun} entries, more than the ${size} to be copied`)
  const notes = await from.checkpoints(0, size + 1)
  // What differs is found before anything is written beside it.
  await compareEntries(from, to, begun)
  const missing = without(notes, await to.checkpoints(0, size + 1))
  for (let at = begun; at < size; at += STRETCH) {
    const { outcome } = await to.append(at, await from.read(at, Math.min(at + STRETCH, size)))
    if (outcome === 'behind') throw other('is being written by someone else')
  }
  for (const note of missing)
    if (!(await to.keepCheckpoint(note, undefined))) throw other('is being written by someone else')
  const bytes = await compareEntries(from, to, size)
  if (without(notes, await to.checkpoints(0, size + 1)).length > 0)
    throw other('does not keep checkpoints')
  return { entries: size, bytes, checkpoints: notes.length }
}

/** The checkpoints that are not there yet; refuses where others are there. */
function without(
  notes: readonly Checkpoint[],
  there: readonly Checkpoint[]
): readonly Checkpoint[] {
  const bySize = new Map(notes.map((note) => [note.size, note]))
  for (const note of there) {
    if (!sameNote(bySize.get(note.size), note))
      throw other(`has another checkpoint over ${note.size} entries`)
    bySize.delete(note.size)
  }
  return [...bySize.values()]
}

/** Reads the first entries of both; the bytes that they have in common, which are all. */
async function compareEntries(from: RecordStore, to: RecordStore, size: number): Promise<number> {
  let bytes = 0
  for (let at = 0; at < size; at += STRETCH) {
    const end = Math.min(at + STRETCH, size)
    const [wanted, found] = [await from.read(at, end), await to.read(at, end)]
    for (let offset = 0; offset < end - at; offset++) {
      const [one, two] = [wanted[offset], found[offset]]
      if (!one || !two || !sameEntry(one, two)) throw other(`has another entry ${at + offset}`)
      bytes += one.leaf.length + (one.body?.length ?? 0)
    }
  }
  return bytes
}

function sameEntry(a: LogEntry, b: LogEntry): boolean {
  if (Buffer.compare(a.leaf, b.leaf) !== 0) return false
  if (a.body === undefined || b.body === undefined) return a.body === b.body
  return Buffer.compare(a.body, b.body) === 0
}

const other = (what: string): StoreRefusal =>
  new StoreRefusal(
    'taken',
    `the record that it was to be copied to ${what}`,
    'copy to a place that has none; both are as they were, but for what was copied'
  )
