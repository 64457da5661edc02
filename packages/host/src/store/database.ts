import { createHash } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { SourceFile } from '@truce/core'
import type { Origin, Version, VersionText } from './types.ts'
import { StoreRefusal } from './types.ts'

const FORMAT = 1
const SQLITE_BUSY = 5

const SCHEMA = `
CREATE TABLE cases (id TEXT PRIMARY KEY, shipped_from TEXT) STRICT;
CREATE TABLE contents (sha TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE versions (
  case_id TEXT NOT NULL REFERENCES cases, version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'kept', 'aside')),
  origin TEXT NOT NULL, base INTEGER, at TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (case_id, version)
) STRICT;
CREATE TABLE files (
  case_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, sha TEXT NOT NULL REFERENCES contents,
  PRIMARY KEY (case_id, version, name), FOREIGN KEY (case_id, version) REFERENCES versions
) STRICT;
PRAGMA user_version = ${FORMAT};
`

/** Whether a version is written to the files yet, is what they were, or stands beside. */
export type Standby = 'pending' | 'kept' | 'aside'

/** A version on its way into the store. */
export interface Addition {
  readonly id: string
  readonly state: Standby
  readonly origin: Origin
  readonly base: number | null
  readonly hash: string
  readonly files: readonly SourceFile[]
}

/** Thrown when another process holds the database. */
export class DatabaseHeld extends Error {}

type Row = Record<string, SQLOutputValue>

/** Every version of every case, in one SQLite file. A call that returned is on the disk. */
export class Versions {
  private readonly database: DatabaseSync

  /**
   * Opens or makes the file, and holds it alone until `close`; the hold ends with the process,
   * however it ends.
   */
  constructor(path: string) {
    try {
      this.database = new (sqlite().DatabaseSync)(path, { timeout: 0 })
      this.database.exec(
        'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'
      )
      this.database.exec('PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; COMMIT')
      this.prepare()
    } catch (error) {
      throw openingProblem(error)
    }
  }

  private prepare(): void {
    const format = Number(
      this.one('SELECT user_version FROM pragma_user_version')?.['user_version']
    )
    if (format > FORMAT)
      throw new StoreRefusal(
        'unreadable-store',
        'the store was made by a later Truce',
        'use that version, or another workspace'
      )
    if (format === 0) this.together(() => this.database.exec(SCHEMA))
  }

  /** Makes a case known; does nothing to one that is. */
  know(id: string, shippedFrom: string | null): void {
    this.run('INSERT OR IGNORE INTO cases VALUES (?, ?)', id, shippedFrom)
  }

  knows(id: string): boolean {
    return this.one('SELECT 1 FROM cases WHERE id = ?', id) !== undefined
  }

  shippedFrom(id: string): string | null {
    return (this.one('SELECT shipped_from FROM cases WHERE id = ?', id)?.['shipped_from'] ??
      null) as string | null
  }

  /** Stores a version with its texts, each text once; returns its number. */
  add({ id, state, origin, base, hash, files }: Addition): number {
    return this.together(() => {
      const last =
        this.one('SELECT max(version) AS last FROM versions WHERE case_id = ?', id)?.['last'] ?? 0
      const version = Number(last) + 1
      const at = new Date().toISOString()
      this.run(
        'INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)',
        id,
        version,
        state,
        origin,
        base,
        at,
        hash
      )
      for (const { name, text } of files) {
        const sha = createHash('sha256').update(text).digest('hex')
        this.run('INSERT OR IGNORE INTO contents VALUES (?, ?)', sha, text)
        this.run('INSERT INTO files VALUES (?, ?, ?, ?)', id, version, name, sha)
      }
      return version
    })
  }

  mark(id: string, version: number, state: Exclude<Standby, 'pending'>): void {
    this.run('UPDATE versions SET state = ? WHERE case_id = ? AND version = ?', state, id, version)
  }

  /** The newest version that is, or was, in the files. */
  current(id: string): Version | undefined {
    const row = this.one(
      "SELECT * FROM versions WHERE case_id = ? AND state = 'kept' ORDER BY version DESC LIMIT 1",
      id
    )
    return row && versionOf(row)
  }

  /**
   * Saves that were stored and of which it is not known whether the files followed, oldest first.
   */
  pending(id?: string): readonly { readonly id: string; readonly version: number }[] {
    const rows = this.all(
      "SELECT case_id, version FROM versions WHERE state = 'pending' ORDER BY case_id, version"
    )
    return rows
      .map((row) => ({ id: String(row['case_id']), version: Number(row['version']) }))
      .filter((found) => id === undefined || found.id === id)
  }

  /** All versions of a case but pending ones, oldest first. */
  list(id: string): readonly Version[] {
    return this.all(
      "SELECT * FROM versions WHERE case_id = ? AND state <> 'pending' ORDER BY version",
      id
    ).map(versionOf)
  }

  count(id: string): number {
    return Number(
      this.one("SELECT count(*) AS n FROM versions WHERE case_id = ? AND state <> 'pending'", id)?.[
        'n'
      ] ?? 0
    )
  }

  text(id: string, version: number): VersionText | undefined {
    const row = this.one('SELECT * FROM versions WHERE case_id = ? AND version = ?', id, version)
    if (!row) return undefined
    const files = this.all(
      'SELECT name, text FROM files JOIN contents USING (sha) WHERE case_id = ? AND version = ? ORDER BY name',
      id,
      version
    )
    return {
      ...versionOf(row),
      files: files.map(({ name, text }) => ({ name: String(name), text: String(text) }))
    }
  }

  /** Writes the journal back and lets go of the file. */
  close(): void {
    this.database.close()
  }

  private together<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite has rolled back by itself when the disk is full.
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }

  private run(sql: string, ...values: readonly (string | number | null)[]): void {
    this.database.prepare(sql).run(...values)
  }

  private one(sql: string, ...values: readonly (string | number)[]): Row | undefined {
    return this.database.prepare(sql).get(...values)
  }

  private all(sql: string, ...values: readonly (string | number)[]): readonly Row[] {
    return this.database.prepare(sql).all(...values)
  }
}

function versionOf(row: Row): Version {
  return {
    version: Number(row['version']),
    origin: row['origin'] as Origin,
    aside: row['state'] === 'aside',
    base: row['base'] === null ? null : Number(row['base']),
    at: String(row['at']),
    hash: String(row['hash'])
  }
}

function openingProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreRefusal) return error
  const { errcode = 0 } = error as Error & { readonly errcode?: number }
  if (errcode === SQLITE_BUSY) return new DatabaseHeld(error.message)
  if (errcode === 0) return error
  return new StoreRefusal(
    'unreadable-store',
    `the store of versions cannot be opened: ${error.message}`,
    'the case files are not affected; see that there is space, or move .truce/versions.db* away to start a new store'
  )
}

/**
 * Node 24 calls its SQLite experimental on stderr at the first load; that is for us to weigh, not
 * for the user.
 */
function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
