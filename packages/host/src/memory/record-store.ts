import type { Appended, Checkpoint, LogEntry, RecordStore } from '@truce/core'
import { sameNote } from '../record/kept.ts'

/** A record for as long as this process lives, for tests, exercises and trials. */
export class MemoryRecordStore implements RecordStore {
  private readonly entries: LogEntry[] = []
  private readonly notes = new Map<number, Checkpoint>()

  async size(): Promise<number> {
    return this.entries.length
  }

  async append(expected: number, entries: readonly LogEntry[]): Promise<Appended> {
    if (expected !== this.entries.length) return { outcome: 'behind', size: this.entries.length }
    for (const entry of entries) this.entries.push(copy(entry))
    return { outcome: 'appended', size: this.entries.length }
  }

  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    return this.entries.slice(Math.max(0, from), Math.max(0, to)).map(copy)
  }

  async checkpoint(size?: number): Promise<Checkpoint | undefined> {
    const found = this.notes.get(size ?? Math.max(...this.notes.keys()))
    return found && copyOf(found)
  }

  async checkpoints(from: number, to: number): Promise<readonly Checkpoint[]> {
    return [...this.notes.values()]
      .filter(({ size }) => size >= from && size < to)
      .sort((a, b) => a.size - b.size)
      .map(copyOf)
  }

  async keepCheckpoint(
    { size, note }: Checkpoint,
    previous: Checkpoint | undefined
  ): Promise<boolean> {
    const kept = this.notes.get(size)
    if (size > this.entries.length || !sameNote(kept, previous)) return false
    this.notes.set(size, copyOf({ size, note }))
    return true
  }

  async close(): Promise<void> {}
}

/** What was handed in or out may be changed by its holder; what is kept may not. */
const copy = ({ leaf, body }: LogEntry): LogEntry => ({
  leaf: leaf.slice(),
  ...(body ? { body: body.slice() } : {})
})

const copyOf = ({ size, note }: Checkpoint): Checkpoint => ({ size, note: note.slice() })
