import type { LogEntry, RecordStore } from '@truce/core'
// By their own files: processes that are started by the dozen need nothing else of the folder.
import { PostgresRecordStore } from '../../src/record/postgres-record-store.ts'
import { SqliteRecordStore } from '../../src/record/sqlite-record-store.ts'

/** Where a record is kept, in words that can be handed to another process. */
export interface RecordPlace {
  readonly store: 'SQLite' | 'PostgreSQL'
  /** The path of a file or the URL of a database. */
  readonly at: string
  readonly record: string
}

/** Opens a record wherever it is. */
export function openAt({ store, at, record }: RecordPlace): Promise<RecordStore> {
  return store === 'SQLite'
    ? SqliteRecordStore.open(at)
    : PostgresRecordStore.open({ url: at, record })
}

/** Works on a record, and lets go of it. */
export async function usingAt<T>(
  place: RecordPlace,
  work: (store: RecordStore) => Promise<T>
): Promise<T> {
  const store = await openAt(place)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** An entry with a text for its leaf. */
export const entry = (text: string): LogEntry => ({ leaf: Uint8Array.from(Buffer.from(text)) })

/** All leaves as texts. */
export async function textsOf(store: RecordStore): Promise<readonly string[]> {
  const all = await store.read(0, 1e6)
  return all.map(({ leaf }) => Buffer.from(leaf).toString())
}
