import type { Chunk } from '@truce/core'
import type { Postgres, PostgresRow } from '../database/index.ts'
import type { Engine } from './engine.ts'
import type { Stretch } from './task-queue.ts'

/** Seconds for which whoever waits for a run holds it without a further word. */
export const HELD = 15
/** Seconds after which a silent worker counts as gone. */
const SEEN = 15
/** Parts that are read at once. */
const AT_ONCE = 200

/** What stands of a run in the database, without its case. */
export interface RunRow {
  readonly id: string
  readonly kind: string
  readonly engine: Engine
  readonly draws: number
  readonly chunk: number
  readonly state: string
  /** Whether the case lies in the database. */
  readonly case: boolean
  readonly begun: Date
  readonly finished: number
}

/** A run as it is begun. */
export interface NewRun extends Pick<RunRow, 'id' | 'kind' | 'engine' | 'draws' | 'chunk'> {
  readonly setup: Uint8Array
  readonly keep: boolean
  readonly watcher: string
}

/** A finished part as it lies in the database. */
export interface KeptPart {
  readonly index: number
  readonly part: Uint8Array
}

/** Draws that were given up, and why. */
export interface Aside {
  readonly index: number
  readonly error: string
}

/** A worker that has said a word lately. */
export interface WorkerRow {
  readonly name: string
  readonly engine: Engine
  readonly threads: number
}

const BEGIN = `
INSERT INTO truce.ensemble_runs AS run
  (id, kind, version, arithmetic, setup, draws, chunk, keep, watcher, state, watched_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running', now() + interval '${HELD} seconds')
ON CONFLICT (id) DO UPDATE SET setup = EXCLUDED.setup, state = 'running', keep = EXCLUDED.keep,
  watcher = EXCLUDED.watcher, watched_until = EXCLUDED.watched_until
WHERE run.watched_until < now() OR run.watcher = EXCLUDED.watcher`

/** A part is put only into a run that goes on; one that is there already stays. */
const PUT = `
WITH run AS (SELECT id, state FROM truce.ensemble_runs WHERE id = $1 FOR SHARE),
put AS (INSERT INTO truce.ensemble_parts (run, chunk, part, worker)
  SELECT id, $2, $3, $4 FROM run WHERE state = 'running' ON CONFLICT DO NOTHING RETURNING chunk)
SELECT state, (SELECT count(*) FROM put)::int AS put FROM run`

const LIST = `
SELECT id, kind, version, arithmetic, draws, chunk, state, setup IS NOT NULL AS held, begun,
  (SELECT count(*) FROM truce.ensemble_parts WHERE run = id) AS finished
FROM truce.ensemble_runs ORDER BY begun, id`

/** The same without what takes long to count. */
const RUNNING = `
SELECT id, kind, version, arithmetic, draws, chunk, state, true AS held, begun, 0 AS finished
FROM truce.ensemble_runs WHERE state = 'running' AND setup IS NOT NULL ORDER BY begun, id`

const MISSING = `
SELECT chunk FROM generate_series($2::int, $2::int + $3::int - 1) AS chunk
WHERE NOT EXISTS (SELECT FROM truce.ensemble_parts p WHERE p.run = $1 AND p.chunk = chunk.chunk)
  AND NOT EXISTS (SELECT FROM truce.ensemble_failures f WHERE f.run = $1 AND f.chunk = chunk.chunk AND f.aside)
ORDER BY chunk`

const FAILED = `
INSERT INTO truce.ensemble_failures AS f (run, chunk, tries, error, aside)
SELECT id, $2, 1, $3, $4 <= 1 FROM truce.ensemble_runs WHERE id = $1 FOR KEY SHARE
ON CONFLICT (run, chunk) DO UPDATE
  SET tries = f.tries + 1, error = EXCLUDED.error, aside = f.aside OR f.tries + 1 >= $4
RETURNING aside`

/** Nobody needs the case of a run in which nothing is left to do, unless it is to be kept. */
const SETTLE = `
UPDATE truce.ensemble_runs SET state = 'computed', setup = CASE WHEN keep THEN setup END
WHERE id = $1 AND state = 'running' AND (draws + chunk - 1) / chunk <=
  (SELECT count(*) FROM truce.ensemble_parts WHERE run = $1) +
  (SELECT count(*) FROM truce.ensemble_failures WHERE run = $1 AND aside)`

/** The tables of ensembles. */
export class Runs {
  private readonly database: Postgres

  constructor(database: Postgres) {
    this.database = database
  }

  /** Begins a run or goes on with it; false while somebody else waits for it. */
  async begin(run: NewRun): Promise<boolean> {
    const { id, kind, engine, setup, draws, chunk, keep, watcher } = run
    const values = [id, kind, engine.version, engine.arithmetic, setup, draws, chunk, keep, watcher]
    const { count } = await this.database.run(BEGIN, values)
    if (count === 0) return false
    await this.database.run('DELETE FROM truce.ensemble_failures WHERE run = $1', [id])
    return true
  }

  /** Holds a run for a while longer; false where it is gone, or another's. */
  async hold(id: string, watcher: string): Promise<boolean> {
    const { count } = await this.database.run(
      `UPDATE truce.ensemble_runs SET watched_until = now() + interval '${HELD} seconds' WHERE id = $1 AND watcher = $2`,
      [id, watcher]
    )
    return count === 1
  }

  /** Some of the finished parts from a chunk on, in order, without those that are known. */
  async parts(id: string, from: number, known: readonly number[]): Promise<readonly KeptPart[]> {
    const { rows } = await this.database.run(
      `SELECT chunk, part FROM truce.ensemble_parts
       WHERE run = $1 AND chunk >= $2 AND NOT chunk = ANY($3::int[]) ORDER BY chunk LIMIT ${AT_ONCE}`,
      [id, from, known]
    )
    return rows.map(({ chunk, part }) => ({ index: Number(chunk), part: bytesOf(part) }))
  }

  /** What was given up, in order. */
  async aside(id: string): Promise<readonly Aside[]> {
    const { rows } = await this.database.run(
      'SELECT chunk, error FROM truce.ensemble_failures WHERE run = $1 AND aside ORDER BY chunk',
      [id]
    )
    return rows.map(({ chunk, error }) => ({ index: Number(chunk), error: String(error) }))
  }

  /** Ends a run before it is done: its parts stay, its case goes unless it is to be kept. */
  async stop(id: string): Promise<void> {
    await this.database.run(
      "UPDATE truce.ensemble_runs SET state = 'stopped', setup = CASE WHEN keep THEN setup END, watched_until = now() WHERE id = $1",
      [id]
    )
  }

  /** Says that all of a run has been computed, if so. */
  async settle(id: string): Promise<boolean> {
    return (await this.database.run(SETTLE, [id])).count === 1
  }

  /** Lets go of a run that is kept whole. */
  async release(id: string): Promise<void> {
    await this.database.run(
      "UPDATE truce.ensemble_runs SET state = 'computed', watched_until = now() WHERE id = $1",
      [id]
    )
  }

  /** Removes a run with its parts and its case; false where there is none. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.database.run('DELETE FROM truce.ensemble_runs WHERE id = $1', [id])
    return removed.count === 1
  }

  /** Every run there is. */
  async list(): Promise<readonly RunRow[]> {
    return (await this.database.run(LIST)).rows.map(runOf)
  }

  /** Runs that have work to do, the oldest first. */
  async running(): Promise<readonly RunRow[]> {
    return (await this.database.run(RUNNING)).rows.map(runOf)
  }

  /** What a run's workers need; nothing where it has ended. */
  async setup(id: string): Promise<Uint8Array | undefined> {
    const { rows } = await this.database.run(
      "SELECT setup FROM truce.ensemble_runs WHERE id = $1 AND state = 'running' AND setup IS NOT NULL",
      [id]
    )
    return rows[0] === undefined ? undefined : bytesOf(rows[0]['setup'])
  }

  /** Chunks of a stretch that are neither done nor given up. */
  async missing(id: string, { from, count }: Stretch): Promise<readonly number[]> {
    const { rows } = await this.database.run(MISSING, [id, from, count])
    return rows.map(({ chunk }) => Number(chunk))
  }

  /** Keeps a part; `known`: one that was there already. The run's state, none where it is gone. */
  async put(
    id: string,
    { index }: Pick<Chunk, 'index'>,
    { part, worker }: { readonly part: Uint8Array; readonly worker: string }
  ): Promise<{ readonly state: string | undefined; readonly known?: Uint8Array }> {
    const { rows } = await this.database.run(PUT, [id, index, part, worker])
    const { state, put } = rows[0] ?? {}
    if (state !== 'running' || put === 1) return { state: state as string | undefined }
    const { rows: found } = await this.database.run(
      'SELECT part FROM truce.ensemble_parts WHERE run = $1 AND chunk = $2',
      [id, index]
    )
    return found[0] === undefined ? { state } : { state, known: bytesOf(found[0]['part']) }
  }

  /** Tells a failure of a chunk, which is given up after so many. Whether it is now. */
  async failed(id: string, { index, error }: Aside, tries: number): Promise<boolean> {
    const { rows } = await this.database.run(FAILED, [id, index, error.slice(0, 2000), tries])
    return rows[0]?.['aside'] === true
  }

  /** Takes a part out that cannot be trusted. */
  async takeOut(id: string, index: number): Promise<void> {
    await this.database.run('DELETE FROM truce.ensemble_parts WHERE run = $1 AND chunk = $2', [
      id,
      index
    ])
  }

  /** Says that a worker lives. */
  async greet(id: string, { name, engine, threads }: WorkerRow): Promise<void> {
    await this.database.run(
      `INSERT INTO truce.ensemble_workers (id, name, version, arithmetic, threads) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET seen = now()`,
      [id, name, engine.version, engine.arithmetic, threads]
    )
  }

  /** Takes leave of a worker, and of those that went without a word long ago. */
  async leave(id: string): Promise<void> {
    await this.database.run(
      "DELETE FROM truce.ensemble_workers WHERE id = $1 OR seen < now() - interval '1 day'",
      [id]
    )
  }

  /** Workers that have said a word lately. */
  async workers(): Promise<readonly WorkerRow[]> {
    const { rows } = await this.database.run(
      `SELECT name, version, arithmetic, threads FROM truce.ensemble_workers
       WHERE seen > now() - interval '${SEEN} seconds' ORDER BY name, id`
    )
    return rows.map((row) => ({
      name: String(row['name']),
      engine: engineOf(row),
      threads: Number(row['threads'])
    }))
  }
}

function runOf(row: PostgresRow): RunRow {
  const { id, kind, draws, chunk, state, held, begun, finished } = row
  return {
    id: String(id),
    kind: String(kind),
    engine: engineOf(row),
    draws: Number(draws),
    chunk: Number(chunk),
    state: String(state),
    case: held === true,
    begun: begun instanceof Date ? begun : new Date(String(begun)),
    finished: Number(finished)
  }
}

const engineOf = ({ version, arithmetic }: PostgresRow): Engine => ({
  version: String(version),
  arithmetic: String(arithmetic)
})

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new TypeError('a column of bytes holds something else')
}
