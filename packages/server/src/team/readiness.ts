import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Postgres } from '@truce/host/database'
import { Refusal } from '../refusal.ts'

/** Milliseconds for which an answer holds: whoever asks more often asks the database no more. */
const HOLDS = 1000

/**
 * Milliseconds by which the clocks of server and database may differ: codes of apps hold for half a
 * minute, and a record says by the server's clock when something was received.
 */
const APART = 30_000

/** What is looked at. */
export interface ReadinessPlace {
  readonly database: Postgres
  /** The folder where the server's keys lie. */
  readonly folder: string
}

/**
 * Looks whether a server can do what it is asked: its database writes, its tables are those that
 * this server was started on, their clocks agree, and the disk where its keys lie takes files.
 */
export class Readiness {
  private readonly place: ReadinessPlace
  private readonly tables: Tables
  private last: { readonly at: number; readonly found: Promise<void> } | undefined

  private constructor(place: ReadinessPlace, tables: Tables) {
    this.place = place
    this.tables = tables
  }

  /** Once all parts have brought their tables up to date. */
  static async open(place: ReadinessPlace): Promise<Readiness> {
    return new Readiness(place, await tablesOf(place.database))
  }

  /** Refuses, saying which of these it is. */
  look(): Promise<void> {
    const now = performance.now()
    if (this.last && now - this.last.at < HOLDS) return this.last.found
    const found = this.looked()
    this.last = { at: now, found }
    return found
  }

  private async looked(): Promise<void> {
    const { database, folder } = this.place
    const now = await tablesOf(database)
    // A part that came since, such as a worker's, is no matter of this server.
    if ([...this.tables].some(([part, steps]) => now.get(part) !== steps))
      throw notReady(
        'the tables of the database were changed since this server was started',
        'start the server again, in the version that changed them'
      )
    const asked = Date.now()
    const { rows } = await database.run(
      'SELECT pg_is_in_recovery() AS follows, clock_timestamp() AS clock'
    )
    if (rows[0]?.['follows'] === true)
      throw notReady(
        'the database is a second server that only follows the first',
        'make it the first, or name the first in the address'
      )
    this.compared({ asked, answered: Date.now(), clock: rows[0]?.['clock'] })
    const path = join(folder, `.ready-${randomBytes(6).toString('hex')}`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(path, 'ready', { mode: 0o600 })
    } catch {
      throw notReady(
        'nothing can be written where the keys of this server lie',
        'see whether that disk is full, or may not be written by the user of the server'
      )
    } finally {
      await rm(path, { force: true }).catch(() => undefined)
    }
  }

  /** The database read its clock at some moment between asking and answering. */
  private compared({ asked, answered, clock }: Reading): void {
    if (!(clock instanceof Date)) return
    const ahead = Math.max(asked - clock.getTime(), 0) || Math.min(answered - clock.getTime(), 0)
    if (Math.abs(ahead) <= APART) return
    throw notReady(
      `the clock of this server is ${Math.round(Math.abs(ahead) / 1000)} seconds ${ahead > 0 ? 'ahead of' : 'behind'} that of the database`,
      'set both by a time service (NTP), and see which of the two is wrong before anything is filed in a record'
    )
  }
}

interface Reading {
  readonly asked: number
  readonly answered: number
  readonly clock: unknown
}

/** The steps that were taken with the tables of each part, as one text. */
type Tables = ReadonlyMap<string, string>

async function tablesOf(database: Postgres): Promise<Tables> {
  const { rows } = await database.run(
    "SELECT part, string_agg(sha256, ' ' ORDER BY number) AS steps FROM truce.migrations GROUP BY part"
  )
  return new Map(rows.map(({ part, steps }) => [String(part), String(steps)]))
}

const notReady = (message: string, help: string): Refusal =>
  new Refusal(503, 'not-ready', { message, help })
