import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { StoreRefusal } from '@truce/core/ports'

const SQLITE_BUSY = 5

/** Milliseconds that a writer waits for another one where both may write. */
const PATIENCE = 2000

/** Thrown when another process holds the file. */
export class DatabaseHeld extends Error {}

/** A row, by the names of its columns. */
export type Row = Record<string, SQLOutputValue>

/** A file and what is in it. */
export interface SqliteFile {
  readonly path: string
  /** Whether no other process may open it meanwhile; otherwise writers wait for each other. */
  readonly alone: boolean
  /** The number of this schema: a file with a larger one was made by a later Truce. */
  readonly format: number
  readonly schema: string
  readonly later: () => StoreRefusal
  readonly unreadable: (reason: string, errcode: number) => StoreRefusal
}

/** An SQLite file in which whatever a call wrote is on the disk when it returns. */
export class Sqlite {
  private readonly database!: DatabaseSync
  private readonly statements = new Map<string, StatementSync>()

  /** Opens or makes the file. */
  constructor(file: SqliteFile) {
    try {
      this.database = new (sqlite().DatabaseSync)(file.path, { timeout: file.alone ? 0 : PATIENCE })
      if (file.alone) this.database.exec('PRAGMA locking_mode = EXCLUSIVE')
      this.database.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON'
      )
      if (file.alone) this.database.exec('BEGIN EXCLUSIVE; COMMIT')
      this.prepare(file)
    } catch (error) {
      // What stays open would hold the file.
      this.database?.close()
      throw openingProblem(error, file)
    }
  }

  private prepare({ format, schema, later }: SqliteFile): void {
    const found = (): number =>
      Number(this.one('SELECT user_version FROM pragma_user_version')?.['user_version'])
    if (found() > format) throw later()
    if (found() === format) return
    this.together(() => {
      // Another process may have made it in between.
      if (found() === 0) this.database.exec(`${schema}PRAGMA user_version = ${format}`)
    })
  }

  /** Writes all of it or nothing. */
  together<T>(work: () => T): T {
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

  run(sql: string, ...values: readonly SQLInputValue[]): void {
    this.statement(sql).run(...values)
  }

  one(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...values)
  }

  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    return this.statement(sql).all(...values)
  }

  /** What SQLite finds wrong with the file, looking at every page; nothing where it is whole. */
  wrong(): string | undefined {
    const found = Object.values(this.one('PRAGMA quick_check(1)') ?? {})[0]
    return found === 'ok' ? undefined : String(found)
  }

  /** Writes the journal back and lets go of the file. */
  close(): void {
    this.database.close()
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql) ?? this.database.prepare(sql)
    this.statements.set(sql, known)
    return known
  }
}

function openingProblem(error: unknown, { unreadable }: SqliteFile): unknown {
  if (!(error instanceof Error) || error instanceof StoreRefusal) return error
  const { errcode = 0 } = error as Error & { readonly errcode?: number }
  if (errcode === SQLITE_BUSY) return new DatabaseHeld(error.message)
  return errcode === 0 ? error : unreadable(error.message, errcode)
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
