import type { Appended, Checkpoint, LogEntry, RecordStore } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { refusalOf } from '../failure.ts'
import { DatabaseHeld, Sqlite } from '../sqlite.ts'
import { keptCheckpoint, keptEntries, keptSize, sameNote } from './kept.ts'

const FORMAT = 1

/** Numbers of entries are row numbers, so that both ends of the record are found at once. */
const SCHEMA = `
CREATE TABLE entries (number INTEGER PRIMARY KEY, leaf BLOB NOT NULL, body BLOB) STRICT;
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
`

/** Node hands over some empty arrays as NULL, which is not the same. */
const INSERT =
  "INSERT INTO entries VALUES (?, coalesce(?, x''), CASE ? WHEN 1 THEN coalesce(?, x'') END)"

const SIZE = `
SELECT (SELECT coalesce(max(number) + 1, 0) FROM entries) AS size,
  (SELECT coalesce(max(size), 0) FROM checkpoints) AS promised`

const SQLITE_BUSY = 5
const SQLITE_READONLY = 8

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
          this.database.run(INSERT, size + offset, leaf, body === undefined ? 0 : 1, body ?? null)
        return { outcome: 'appended', size: size + entries.length }
      })
    )
  }

  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    return guarded(() => {
      const first = Math.max(0, from)
      const end = Math.min(to, this.counted())
      const rows = this.database.all(
        'SELECT * FROM entries WHERE number >= ? AND number < ? ORDER BY number',
        first,
        to
      )
      return keptEntries(rows, { first, end }, damaged)
    })
  }

  async checkpoint(size?: number): Promise<Checkpoint | undefined> {
    return guarded(() => this.kept(size))
  }

  async checkpoints(from: number, to: number): Promise<readonly Checkpoint[]> {
    return guarded(() =>
      this.database
        .all('SELECT * FROM checkpoints WHERE size >= ? AND size < ? ORDER BY size', from, to)
        .map((row) => keptCheckpoint(row, damaged))
    )
  }

  async keepCheckpoint(
    { size, note }: Checkpoint,
    previous: Checkpoint | undefined
  ): Promise<boolean> {
    return guarded(() =>
      this.database.together(() => {
        if (size > this.counted() || !sameNote(this.kept(size), previous)) return false
        this.database.run(
          "INSERT OR REPLACE INTO checkpoints VALUES (?, coalesce(?, x''))",
          size,
          note
        )
        return true
      })
    )
  }

  async close(): Promise<void> {
    this.database.close()
  }

  private counted(): number {
    return keptSize(this.database.one(SIZE) ?? {}, damaged)
  }

  private kept(size?: number): Checkpoint | undefined {
    const row =
      size === undefined
        ? this.database.one('SELECT * FROM checkpoints ORDER BY size DESC LIMIT 1')
        : this.database.one('SELECT * FROM checkpoints WHERE size = ?', size)
    return row && keptCheckpoint(row, damaged)
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
  const told = refusalOf(error, 'the record')
  if (told instanceof StoreRefusal || primary === 0) return told
  if (primary === SQLITE_READONLY)
    return new StoreRefusal(
      'unwritable',
      'the record may be read here and not written',
      'see who may write to its file and folder'
    )
  // Our statements suit our tables: whatever else SQLite complains of is in the file.
  return damaged(message)
}

const held = (): StoreRefusal =>
  new StoreRefusal('held', 'another program is writing to the record', 'try again in a moment')
