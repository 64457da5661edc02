import type { Appended, Checkpoint, LogEntry, RecordStore } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { refusalOf } from '../failure.ts'
import type { Row } from '../sqlite.ts'
import { DatabaseHeld, Sqlite } from '../sqlite.ts'
import { sameNote } from './same-note.ts'

const FORMAT = 1

/** Numbers of entries are row numbers, so that both ends of the record are found at once. */
const SCHEMA = `
CREATE TABLE entries (number INTEGER PRIMARY KEY, leaf BLOB NOT NULL, body BLOB) STRICT;
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
`

const SQLITE_BUSY = 5
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/**
 * A record in one SQLite file. Several processes may have it open: each append is a transaction of
 * its own that looks at the size first.
 */
export class SqliteRecordStore implements RecordStore {
  private readonly database: Sqlite

  private constructor(database: Sqlite) {
    this.database = database
  }

  /** Opens or makes the file. */
  static async open(path: string): Promise<SqliteRecordStore> {
    return guarded(() => new SqliteRecordStore(new Sqlite(fileAt(path))))
  }

  async size(): Promise<number> {
    return guarded(() => this.counted())
  }

  async append(expected: number, entries: readonly LogEntry[]): Promise<Appended> {
    return guarded(() =>
      this.database.together(() => {
        const size = this.counted()
        if (size !== expected) return { outcome: 'behind', size }
        for (const [offset, { leaf, body }] of entries.entries())
          this.database.run(
            'INSERT INTO entries VALUES (?, ?, ?)',
            size + offset,
            leaf,
            body ?? null
          )
        return { outcome: 'appended', size: size + entries.length }
      })
    )
  }

  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    return guarded(() => {
      const first = Math.max(0, from)
      const rows = this.database.all(
        'SELECT * FROM entries WHERE number >= ? AND number < ? ORDER BY number',
        first,
        to
      )
      // No entry is ever removed by us, so where one is missing the file was damaged.
      const gap = rows.findIndex(({ number }, at) => number !== first + at)
      if (gap >= 0) throw damaged(`entry ${first + gap} is missing`)
      return rows.map(entryOf)
    })
  }

  async checkpoint(size?: number): Promise<Checkpoint | undefined> {
    return guarded(() => this.kept(size))
  }

  async keepCheckpoint(
    { size, note }: Checkpoint,
    previous: Checkpoint | undefined
  ): Promise<boolean> {
    return guarded(() =>
      this.database.together(() => {
        if (size > this.counted() || !sameNote(this.kept(size), previous)) return false
        this.database.run('INSERT OR REPLACE INTO checkpoints VALUES (?, ?)', size, note)
        return true
      })
    )
  }

  async close(): Promise<void> {
    this.database.close()
  }

  private counted(): number {
    return Number(this.database.one('SELECT max(number) AS last FROM entries')?.['last'] ?? -1) + 1
  }

  private kept(size?: number): Checkpoint | undefined {
    const row =
      size === undefined
        ? this.database.one('SELECT * FROM checkpoints ORDER BY size DESC LIMIT 1')
        : this.database.one('SELECT * FROM checkpoints WHERE size = ?', size)
    return row && { size: Number(row['size']), note: bytes(row['note']) }
  }
}

function fileAt(path: string): ConstructorParameters<typeof Sqlite>[0] {
  return {
    path,
    alone: false,
    format: FORMAT,
    schema: SCHEMA,
    later: () =>
      new StoreRefusal(
        'unreadable-store',
        'the record was made by a later Truce',
        'use that version'
      ),
    unreadable: damaged
  }
}

const damaged = (reason: string): StoreRefusal =>
  new StoreRefusal(
    'unreadable-store',
    `the record cannot be read: ${reason}`,
    'the file is left as it is; see that there is space, or verify another copy of the record and go on with that'
  )

/** Whatever fails is a refusal where a person can do something about it. */
async function guarded<T>(work: () => T): Promise<T> {
  try {
    return work()
  } catch (error) {
    throw problemOf(error)
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof DatabaseHeld) return held()
  const { errcode = 0, message } = error as Error & { readonly errcode?: number }
  const primary = errcode & 0xff
  if (primary === SQLITE_BUSY) return held()
  if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB) return damaged(message)
  return refusalOf(error, 'the record')
}

const held = (): StoreRefusal =>
  new StoreRefusal('held', 'another program is writing to the record', 'try again in a moment')

function entryOf({ leaf, body = null }: Row): LogEntry {
  return { leaf: bytes(leaf), ...(body === null ? {} : { body: bytes(body) }) }
}

function bytes(value: Row[string] | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw damaged('it has something else where bytes belong')
}
