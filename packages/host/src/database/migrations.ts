import { createHash } from 'node:crypto'
import { StoreRefusal } from '@truce/core/ports'
import { hasTable } from './has-table.ts'
import { LOCKS } from './locks.ts'
import type { Postgres } from './postgres.ts'

/** One step in the history of tables. Once it was released it is never changed: another follows it. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

const HISTORY = `
CREATE SCHEMA IF NOT EXISTS truce;
CREATE TABLE IF NOT EXISTS truce.migrations (
  part text, number integer, name text NOT NULL, sha256 text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (part, number))`

/** What has been done to the tables of a part, by number; nothing where there are none yet. */
const DONE = 'SELECT number, name, sha256 FROM truce.migrations WHERE part = $1 ORDER BY number'

/**
 * Brings the tables of a part of Truce to their newest form: every step that has not been taken,
 * in order, all of them or none. Several processes may start at once: one does it, the others wait.
 * Refuses tables of a later Truce, and those whose history is another than this one's.
 */
export async function migrate(
  database: Postgres,
  part: string,
  steps: readonly Migration[]
): Promise<void> {
  await database.together(async (run) => {
    await run('SELECT pg_advisory_xact_lock($1)', [LOCKS.migrations])
    // Where there is a history, no right to make tables is needed to find that nothing is to be done.
    if (!(await hasTable(run, 'migrations'))) await run(HISTORY)
    const { rows: done } = await run(DONE, [part])
    if (done.length > steps.length)
      throw new StoreRefusal(
        'unreadable-store',
        `the database was changed by a later Truce (${String(done.at(-1)?.['name'])})`,
        'use that version, or go back to the copy that was made before it'
      )
    for (const [number, { name, sql }] of steps.entries()) {
      const sha256 = createHash('sha256').update(sql).digest('hex')
      const before = done[number]
      if (before === undefined) {
        await run(sql)
        await run(
          'INSERT INTO truce.migrations (part, number, name, sha256) VALUES ($1, $2, $3, $4)',
          [part, number, name, sha256]
        )
      } else if (before['sha256'] !== sha256)
        throw new StoreRefusal(
          'unreadable-store',
          `the tables of ${part} were made by another Truce: step ${number + 1}, ${String(before['name'])}, is not this one's`,
          'use the version that made them'
        )
    }
  })
}
