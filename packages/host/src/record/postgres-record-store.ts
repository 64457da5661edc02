import type { Appended, Checkpoint, LogEntry, RecordStore } from '@truce/core'
import { portions } from '../database/portions.ts'
import { AlreadyThere, Postgres, type Run } from '../database/postgres.ts'
import { damagedDatabase } from '../database/postgres-problems.ts'
import { keptCheckpoint, keptEntries, keptSize } from './kept.ts'
import { type RecordTables, tablesOf } from './postgres-tables.ts'

/** Where a record is kept. */
export interface PostgresPlace {
  /** `postgres://user@host:5432/database`; a password in it is told to nobody but the server. */
  readonly url: string
  /** The record's name: one database has as many records as one likes. */
  readonly record: string
}

/** On which it is said that a record has more entries. */
export const CHANNEL = 'truce_records'

/**
 * A record in a PostgreSQL database, beside others. Several processes on several computers may have
 * it open. That exactly one of them goes on from a size needs no lock: the number of an entry is a
 * primary key, so whoever comes second waits for the first and then finds its number taken.
 */
export class PostgresRecordStore implements RecordStore {
  private readonly database: Postgres
  private readonly tables: RecordTables

  /** Whether the connections are this record's own. */
  private readonly alone: boolean

  private constructor(database: Postgres, tables: RecordTables, alone: boolean) {
    this.database = database
    this.tables = tables
    this.alone = alone
  }

  /** Opens or makes the record in its database. */
  static async open({ url, record }: PostgresPlace): Promise<PostgresRecordStore> {
    const database = await Postgres.open(url)
    try {
      return new PostgresRecordStore(database, await tablesOf(database, record), true)
    } catch (error) {
      await database.close()
      throw error
    }
  }

  /** The same over connections that it shares with others, and that stay when it is closed. */
  static async within(database: Postgres, record: string): Promise<PostgresRecordStore> {
    return new PostgresRecordStore(database, await tablesOf(database, record), false)
  }

  async size(): Promise<number> {
    const { rows } = await this.database.run(
      `SELECT ${this.counted()} AS size, ${this.promised()} AS promised`
    )
    return keptSize(rows[0] ?? {}, damagedDatabase)
  }

  async append(expected: number, entries: readonly LogEntry[]): Promise<Appended> {
    const size = expected + entries.length
    if (entries.length > 0 && (await this.inserted(expected, entries)))
      return { outcome: 'appended', size }
    const found = await this.size()
    return {
      outcome: entries.length === 0 && found === expected ? 'appended' : 'behind',
      size: found
    }
  }

  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    const first = Math.max(0, from)
    const { rows } = await this.database.run(
      `SELECT size, number, leaf, body FROM (SELECT ${this.counted()} AS size) AS counted
      LEFT JOIN ${this.tables.entries} ON number >= $1 AND number < $2 ORDER BY number`,
      [first, most(to)]
    )
    const end = Math.min(to, Number(rows[0]?.['size']))
    const entries = rows[0]?.['number'] === null ? [] : rows
    return keptEntries(entries, { first, end }, damagedDatabase)
  }

  async checkpoint(size?: number): Promise<Checkpoint | undefined> {
    const { rows } = await this.database.run(
      `SELECT size, note FROM ${this.tables.checkpoints} WHERE $1::bigint IS NULL OR size = $1 ORDER BY size DESC LIMIT 1`,
      [size ?? null]
    )
    return rows[0] && keptCheckpoint(rows[0], damagedDatabase)
  }

  async checkpoints(from: number, to: number): Promise<readonly Checkpoint[]> {
    const { rows } = await this.database.run(
      `SELECT size, note FROM ${this.tables.checkpoints} WHERE size >= $1 AND size < $2 ORDER BY size`,
      [Math.max(0, from), most(to)]
    )
    return rows.map((row) => keptCheckpoint(row, damagedDatabase))
  }

  async keepCheckpoint(
    { size, note }: Checkpoint,
    previous: Checkpoint | undefined
  ): Promise<boolean> {
    const { checkpoints } = this.tables
    // Whoever waited for another's change looks again at what is there before changing it.
    const { count } = await (previous === undefined
      ? this.database.run(
          `INSERT INTO ${checkpoints} SELECT $1, $2 WHERE $1 <= ${this.counted()} ON CONFLICT DO NOTHING`,
          [size, note]
        )
      : this.database.run(
          `UPDATE ${checkpoints} SET note = $2 WHERE size = $1 AND note = $3 AND $1 <= ${this.counted()}`,
          [size, note, previous.note]
        ))
    return count === 1
  }

  async close(): Promise<void> {
    if (this.alone) await this.database.close()
  }

  private counted(): string {
    return `(SELECT coalesce(max(number) + 1, 0) FROM ${this.tables.entries})`
  }

  /** How many entries there must be at least. */
  private promised(): string {
    return `(SELECT coalesce(max(size), 0) FROM ${this.tables.checkpoints})`
  }

  private async inserted(expected: number, entries: readonly LogEntry[]): Promise<boolean> {
    const parts = portions(entries, ({ leaf, body }) => leaf.length + (body?.length ?? 0))
    const all = async (run: Run): Promise<void> => {
      let number = expected
      for (const part of parts) {
        await this.insert(run, number, part)
        number += part.length
      }
    }
    try {
      // One statement is a transaction by itself, and asks the server once.
      await (parts.length === 1
        ? all((sql, values) => this.database.run(sql, values))
        : this.database.together(all))
      return true
    } catch (error) {
      if (error instanceof AlreadyThere) return false
      throw error
    }
  }

  private async insert(run: Run, number: number, part: readonly LogEntry[]): Promise<void> {
    const { rows } = await run(
      `WITH added AS (INSERT INTO ${this.tables.entries} (number, leaf, body)
      SELECT $1::bigint + nth - 1, leaf, body FROM unnest($2::bytea[], $3::bytea[]) WITH ORDINALITY AS given (leaf, body, nth)
      WHERE $1::bigint = ${this.counted()} AND $1::bigint >= ${this.promised()} RETURNING number),
      counted AS (SELECT count(*) AS count FROM added)
      SELECT count, (SELECT pg_notify($4, $5)::text WHERE count > 0) FROM counted`,
      [
        number,
        part.map(({ leaf }) => Buffer.from(leaf)),
        part.map(({ body }) => body && Buffer.from(body)),
        ...[CHANNEL, this.tables.record]
      ]
    )
    if (Number(rows[0]?.['count']) !== part.length) throw new AlreadyThere()
  }
}

/** A number that PostgreSQL's can be compared with. */
const most = (to: number): number => Math.min(to, Number.MAX_SAFE_INTEGER)
