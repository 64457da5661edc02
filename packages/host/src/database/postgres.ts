import { StoreRefusal } from '@truce/core/ports'
import type { ClientBase, Pool, QueryResult } from 'pg'
import { PostgresProblems } from './postgres-problems.ts'

/** Milliseconds that a writer waits for another one, as with SQLite. */
const PATIENCE = 2000
/** Milliseconds for reaching the server, and for the longest answer. */
const [CONNECTING, ANSWERING] = [5000, 60_000]
const CONNECTIONS = 4
const OLDEST = 150_000
const UNIQUE = '23505'

/** Thrown where what was to be written is there already, as when another writer came first. */
export class AlreadyThere extends Error {}

/**
 * What holds for each connection whatever the server's defaults are. A stricter `synchronous_commit`,
 * which waits for a second server as well, stays.
 */
const SESSION = `
SELECT set_config('lock_timeout', '${PATIENCE}', false),
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('synchronous_commit',
    CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
  current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
  current_setting('server_version_num')::int AS version, current_setting('server_version') AS said`

/** A row, by the names of its columns. */
export type PostgresRow = Readonly<Record<string, unknown>>

/** What runs statements: a connection, or the one of a transaction. */
export type Run = (sql: string, values?: readonly unknown[]) => Promise<Answer>

/** Rows that were found, and how many were found or written. */
export interface Answer {
  readonly rows: readonly PostgresRow[]
  readonly count: number
}

/**
 * A PostgreSQL database in which whatever a call wrote is on the server's disk when it resolves. A
 * connection that was lost is made anew by the next call. Whatever a person can mend is a refusal,
 * in which no password stands.
 */
export class Postgres {
  private readonly pool: Pool
  private readonly problems: PostgresProblems
  private readonly underWay = new Set<Promise<unknown>>()

  private constructor(pool: Pool, problems: PostgresProblems) {
    this.pool = pool
    this.problems = problems
  }

  /** Reaches the database at a URL. */
  static async open(url: string): Promise<Postgres> {
    const problems = new PostgresProblems(url)
    if (!/^postgres(ql)?:\/\//.test(url)) throw problems.badAddress()
    // Loaded here, so that nobody without a database pays for it.
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'truce',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECTING,
      query_timeout: ANSWERING,
      keepAlive: true,
      allowExitOnIdle: true,
      onConnect: prepare
    })
    // The pool has let go of an idle connection that broke; the next call makes another.
    pool.on('error', () => undefined)
    const opened = new Postgres(pool, problems)
    try {
      await opened.run('SELECT 1')
      return opened
    } catch (error) {
      await opened.close()
      throw error
    }
  }

  /** Runs one statement, which is a transaction by itself. */
  run(sql: string, values: readonly unknown[] = []): Promise<Answer> {
    return this.connected((client) => ask(client, sql, values))
  }

  /** Writes all of it or nothing. */
  together<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.connected(async (client) => {
      await client.query('BEGIN')
      try {
        const result = await work((sql, values = []) => ask(client, sql, values))
        await client.query('COMMIT')
        return result
      } catch (error) {
        // Where the connection is lost the server rolls back; the first failure is what is told.
        await client.query('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
  }

  /** Ends what is under way, then lets go. */
  async close(): Promise<void> {
    await Promise.allSettled(this.underWay)
    if (!this.pool.ending) await this.pool.end()
  }

  private async connected<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const working = this.once(work)
    this.underWay.add(working)
    try {
      return await working
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === UNIQUE)
        throw new AlreadyThere(error.message)
      throw this.problems.of(error)
    } finally {
      this.underWay.delete(working)
    }
  }

  private async once<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    let lost = true
    try {
      const result = await work(client)
      lost = false
      return result
    } catch (error) {
      // What the server itself has refused leaves the connection as it was.
      lost = !(error instanceof Error && 'severity' in error && error.severity === 'ERROR')
      throw error
    } finally {
      client.release(lost)
    }
  }
}

async function ask(client: ClientBase, sql: string, values: readonly unknown[]): Promise<Answer> {
  const { rows, rowCount }: QueryResult<PostgresRow> = await client.query(sql, [...values])
  return { rows, count: rowCount ?? 0 }
}

/** Makes a new connection durable and patient, or refuses the server. */
async function prepare(client: ClientBase): Promise<void> {
  // One that breaks while it is held says so twice: to the call, which tells it, and here.
  client.on('error', () => undefined)
  const { rows } = await ask(client, SESSION, [])
  const { fsync, pages, version, said } = rows[0] ?? {}
  if (Number(version) < OLDEST)
    throw new StoreRefusal(
      'unwritable',
      `the database is PostgreSQL ${said}`,
      'use PostgreSQL 15 or later'
    )
  if (fsync !== 'on' || pages !== 'on')
    throw new StoreRefusal(
      'unwritable',
      'the database may lose what it has acknowledged: its fsync or full_page_writes is off',
      'set both on in its configuration and start it again'
    )
}
