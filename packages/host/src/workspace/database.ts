import { createHash } from 'node:crypto'
import type { CaseVersion, CaseVersionText, SourceFile, VersionOrigin } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { hashOf } from '../load.ts'
import type { Row } from '../sqlite.ts'
import { Sqlite } from '../sqlite.ts'
import { damagedStore, damageIn } from './damage.ts'

const FORMAT = 1

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
`

/** Whether a version is written to the files yet, is what they were, or stands beside. */
export type Standby = 'pending' | 'kept' | 'aside'

/** A version on its way into the store. */
export interface Addition {
  readonly id: string
  readonly state: Standby
  readonly origin: VersionOrigin
  readonly base: number | null
  readonly hash: string
  readonly files: readonly SourceFile[]
}

/** Every version of every case, in one SQLite file. A call that returned is on the disk. */
export class Versions {
  private readonly database: Sqlite

  /**
   * Opens or makes the file, and holds it alone until `close`; the hold ends with the process,
   * however it ends. Throws `DatabaseHeld` when another process holds it, and a refusal
   * `damaged-store` when some page of it is damaged.
   */
  constructor(path: string) {
    this.database = new Sqlite({
      path,
      alone: true,
      format: FORMAT,
      schema: SCHEMA,
      later: () =>
        new StoreRefusal(
          'unreadable-store',
          'the store was made by a later Truce',
          'use that version, or another workspace'
        ),
      unreadable: (reason, errcode) =>
        damageIn(Object.assign(new Error(reason), { errcode })) ??
        new StoreRefusal(
          'unreadable-store',
          `the store of versions cannot be opened: ${reason}`,
          'the case files are not affected; see that there is space, or move .truce/versions.db* away to start a new store'
        )
    })
    this.lookThrough()
  }

  /** A damaged page is found at the start rather than at the first case that needs it. */
  private lookThrough(): void {
    try {
      const wrong = this.database.wrong()
      if (wrong !== undefined) throw damagedStore(wrong.split('\n').at(-1) ?? wrong)
    } catch (error) {
      this.database.close()
      throw damageIn(error) ?? error
    }
  }

  /** Makes a case known; does nothing to one that is. */
  know(id: string, shippedFrom: string | null): void {
    this.database.run('INSERT OR IGNORE INTO cases VALUES (?, ?)', id, shippedFrom)
  }

  knows(id: string): boolean {
    return this.database.one('SELECT 1 FROM cases WHERE id = ?', id) !== undefined
  }

  /** All cases that were ever known, in the order of the bytes of their ids. */
  ids(): readonly string[] {
    return this.database.all('SELECT id FROM cases ORDER BY id').map(({ id }) => String(id))
  }

  shippedFrom(id: string): string | null {
    return (this.database.one('SELECT shipped_from FROM cases WHERE id = ?', id)?.[
      'shipped_from'
    ] ?? null) as string | null
  }

  /** Stores a version with its texts, each text once; returns its number. */
  add({ id, state, origin, base, hash, files }: Addition): number {
    return this.database.together(() => {
      const last =
        this.database.one('SELECT max(version) AS last FROM versions WHERE case_id = ?', id)?.[
          'last'
        ] ?? 0
      const version = Number(last) + 1
      const at = new Date().toISOString()
      this.insert(id, state, { version, origin, aside: state === 'aside', base, at, hash, files })
      return version
    })
  }

  /** Stores a version as another store had it, number and hour included. */
  restore(id: string, restored: CaseVersionText): void {
    this.database.together(() => this.insert(id, restored.aside ? 'aside' : 'kept', restored))
  }

  private insert(
    id: string,
    state: Standby,
    { version, origin, base, at, hash, files }: CaseVersionText
  ): void {
    this.database.run(
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
      this.database.run('INSERT OR IGNORE INTO contents VALUES (?, ?)', sha, text)
      this.database.run('INSERT INTO files VALUES (?, ?, ?, ?)', id, version, name, sha)
    }
  }

  mark(id: string, version: number, state: Exclude<Standby, 'pending'>): void {
    this.database.run(
      'UPDATE versions SET state = ? WHERE case_id = ? AND version = ?',
      state,
      id,
      version
    )
  }

  /** The newest version that is, or was, in the files. */
  current(id: string): CaseVersion | undefined {
    const row = this.database.one(
      "SELECT * FROM versions WHERE case_id = ? AND state = 'kept' ORDER BY version DESC LIMIT 1",
      id
    )
    return row && versionOf(row)
  }

  /**
   * Saves that were stored and of which it is not known whether the files followed, oldest first.
   */
  pending(id?: string): readonly { readonly id: string; readonly version: number }[] {
    const rows = this.database.all(
      "SELECT case_id, version FROM versions WHERE state = 'pending' ORDER BY case_id, version"
    )
    return rows
      .map((row) => ({ id: String(row['case_id']), version: Number(row['version']) }))
      .filter((found) => id === undefined || found.id === id)
  }

  /** All versions of a case but pending ones, oldest first. */
  list(id: string): readonly CaseVersion[] {
    return this.database
      .all("SELECT * FROM versions WHERE case_id = ? AND state <> 'pending' ORDER BY version", id)
      .map(versionOf)
  }

  count(id: string): number {
    return Number(
      this.database.one(
        "SELECT count(*) AS n FROM versions WHERE case_id = ? AND state <> 'pending'",
        id
      )?.['n'] ?? 0
    )
  }

  text(id: string, version: number): CaseVersionText | undefined {
    const row = this.database.one(
      'SELECT * FROM versions WHERE case_id = ? AND version = ?',
      id,
      version
    )
    if (!row) return undefined
    const files = this.database.all(
      // As bytes, for as a text it would end at the first U+0000.
      'SELECT name, CAST(text AS BLOB) AS bytes FROM files JOIN contents USING (sha) WHERE case_id = ? AND version = ? ORDER BY name',
      id,
      version
    )
    const texts = files.map(({ name, bytes }) => ({
      name: String(name),
      text: bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : ''
    }))
    if (hashOf(texts) !== row['hash'])
      throw new StoreRefusal(
        'damaged-store',
        `version ${version} of ${id} is damaged in the store: its texts are not what was saved`,
        'take another version; the case files are not affected'
      )
    return { ...versionOf(row), files: texts }
  }

  /** Writes the journal back and lets go of the file. */
  close(): void {
    this.database.close()
  }
}

function versionOf(row: Row): CaseVersion {
  return {
    version: Number(row['version']),
    origin: row['origin'] as VersionOrigin,
    aside: row['state'] === 'aside',
    base: row['base'] === null ? null : Number(row['base']),
    at: String(row['at']),
    hash: String(row['hash'])
  }
}
