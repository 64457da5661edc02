import { StoreRefusal } from '@truce/core/ports'
import type { ClientBase, Pool, PoolClient, QueryResult } from 'pg'
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

/** How busy the connections are. */
export interface Connections {
  readonly open: number
  readonly idle: number
  /** Calls that wait for one. */
  readonly waiting: number
}

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

  /** Reaches the database at a URL, over so many connections at most. */
  static async open(url: string, connections = CONNECTIONS): Promise<Postgres> {
    const problems = new PostgresProblems(url)
    if (!/^postgres(ql)?:\/\//.test(url)) throw problems.badAddress()
    // Loaded here, so that nobody without a database pays for it.
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'truce',
      max: connections,
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

  /** How busy the connections are at this moment. */
  get connections(): Connections {
    const { totalCount: open, idleCount: idle, waitingCount: waiting } = this.pool
    return { open, idle, waiting }
  }

  /** Runs one statement, which is a transaction by itself. */
  run(sql: string, values: readonly unknown[] = []): Promise<Answer> {
    return this.connected((run) => run(sql, values))
  }

  /**
   * Writes all of it or nothing. What `work` throws of its own undoes it too, and is thrown as it
   * is.
   */
  together<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.connected(async (run) => {
      await run('BEGIN')
      try {
        const result = await work(run)
        await run('COMMIT')
        return result
      } catch (error) {
        // Where the connection is lost the server rolls back; the first failure is what is told.
        await run('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
  }

  /** Ends what is under way, then lets go. */
  async close(): Promise<void> {
    await Promise.allSettled(this.underWay)
    if (!this.pool.ending) await this.pool.end()
  }

  private async connected<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const working = this.once(work)
    this.underWay.add(working)
    try {
      return await working
    } finally {
      this.underWay.delete(working)
    }
  }

  private async once<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const client = await this.reached()
    let lost = false
    try {
      return await work(async (sql, values = []) => {
        try {
          return await ask(client, sql, values)
        } catch (error) {
          // What the server itself has refused leaves the connection as it was.
          lost ||= !(error instanceof Error && 'severity' in error && error.severity === 'ERROR')
          throw this.told(error)
        }
      })
    } finally {
      client.release(lost)
    }
  }

  /** A connection; an address that is none throws before anything is promised. */
  private async reached(): Promise<PoolClient> {
    try {
      return await this.pool.connect()
    } catch (error) {
      throw this.problems.of(error)
    }
  }

  private told(error: unknown): unknown {
    const isThere = error instanceof Error && 'code' in error && error.code === UNIQUE
    return isThere ? new AlreadyThere(error.message) : this.problems.of(error)
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
