import { StoreRefusal } from '@truce/core/ports'
import { hasTable } from '../database/has-table.ts'
import { LOCKS } from '../database/locks.ts'
import type { Postgres, Run } from '../database/postgres.ts'
import { REFUSING } from '../database/refusing.ts'

const FORMAT = 1

/** Tables are numbered, since names of records are longer than PostgreSQL's may be. */
const CATALOGUE = `
CREATE SCHEMA IF NOT EXISTS truce;
CREATE TABLE IF NOT EXISTS truce.records (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, format integer NOT NULL);
${REFUSING}
CREATE OR REPLACE TRIGGER records_stay BEFORE UPDATE OF number, name OR DELETE OR TRUNCATE ON truce.records
  EXECUTE FUNCTION truce.refuse('a record is never renamed or removed');
`

/** Triggers that fire always, even where somebody asks for a session without triggers. */
const tablesNumbered = (number: number): string => `
CREATE TABLE truce.entries_${number} (number bigint PRIMARY KEY CHECK (number >= 0), leaf bytea NOT NULL, body bytea);
CREATE TABLE truce.checkpoints_${number} (size bigint PRIMARY KEY, note bytea NOT NULL);
CREATE TRIGGER entries_stay BEFORE UPDATE ON truce.entries_${number}
  EXECUTE FUNCTION truce.refuse('an entry is never changed');
CREATE TRIGGER entries_remain BEFORE DELETE OR TRUNCATE ON truce.entries_${number}
  EXECUTE FUNCTION truce.refuse('an entry is never removed');
CREATE TRIGGER checkpoints_remain BEFORE DELETE OR TRUNCATE ON truce.checkpoints_${number}
  EXECUTE FUNCTION truce.refuse('a checkpoint is never removed');
ALTER TABLE truce.entries_${number} ENABLE ALWAYS TRIGGER entries_stay, ENABLE ALWAYS TRIGGER entries_remain;
ALTER TABLE truce.checkpoints_${number} ENABLE ALWAYS TRIGGER checkpoints_remain;
`

/** The names of one record's tables, to be written into statements. */
export interface RecordTables {
  /** The record's name, which is written into none. */
  readonly record: string
  readonly entries: string
  readonly checkpoints: string
}

/**
 * The tables of a record, made where there are none. Where there are some, no right to make tables
 * is needed.
 */
export async function tablesOf(database: Postgres, record: string): Promise<RecordTables> {
  if (!/^\P{Cc}{1,300}$/u.test(record))
    throw new StoreRefusal(
      'bad-name',
      'the name of the record is empty, very long, or has signs that cannot be shown',
      'give it a name of one line'
    )
  const number =
    (await found(database.run.bind(database), record)) ?? (await made(database, record))
  return { record, entries: `truce.entries_${number}`, checkpoints: `truce.checkpoints_${number}` }
}

async function found(run: Run, record: string): Promise<number | undefined> {
  // A table that is not there yet cannot be asked.
  if (!(await hasTable(run, 'records'))) return undefined
  const { rows } = await run('SELECT number, format FROM truce.records WHERE name = $1', [record])
  const [row] = rows
  if (row === undefined) return undefined
  if (Number(row['format']) > FORMAT)
    throw new StoreRefusal(
      'unreadable-store',
      'the record was made by a later Truce',
      'use that version'
    )
  return Number(row['number'])
}

async function made(database: Postgres, record: string): Promise<number> {
  return database.together(async (run) => {
    await run('SELECT pg_advisory_xact_lock($1)', [LOCKS.recordTables])
    // Another process may have made it in between.
    const there = await found(run, record)
    if (there !== undefined) return there
    await run(CATALOGUE)
    const { rows } = await run(
      'INSERT INTO truce.records (name, format) VALUES ($1, $2) RETURNING number',
      [record, FORMAT]
    )
    const number = Number(rows[0]?.['number'])
    await run(tablesNumbered(number))
    return number
  })
}
