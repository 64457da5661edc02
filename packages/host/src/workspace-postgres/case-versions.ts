import type {
  CaseState,
  CaseVersion,
  CaseVersionText,
  SourceFile,
  VersionOrigin
} from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import type { PostgresRow, Run } from '../database/postgres.ts'
import { hashOf } from '../load.ts'
import { CHANNEL } from './case-tables.ts'
import { filesOf, namesAndShas } from './contents.ts'

/** A case in the database. */
export interface Row {
  readonly number: number
  readonly id: string
  readonly shippedFrom: string | null
}

/** A version on its way into the database; its texts are there. */
export interface Adding extends Omit<CaseVersionText, 'version' | 'at'> {
  readonly version?: number
  readonly at?: string
}

const COLUMNS = 'version, origin, aside, base, at, hash'

/** The number after the last, and the hour by the database's clock, where none are given. */
const ADD = `
INSERT INTO truce.case_versions (case_number, version, origin, aside, base, at, hash)
SELECT $1, coalesce($2, (SELECT coalesce(max(version), 0) + 1 FROM truce.case_versions WHERE case_number = $1)),
  $3, $4, $5, coalesce($6::timestamptz, date_trunc('milliseconds', clock_timestamp())), $7
RETURNING version`

/** A case that is listed; `lock`: nobody else changes it until the transaction ends. */
export async function listed(run: Run, id: string, lock = false): Promise<Row | undefined> {
  const { rows } = await run(
    `SELECT number, id, shipped_from FROM truce.cases WHERE id = $1 AND place = 'listed'${lock ? ' FOR NO KEY UPDATE' : ''}`,
    [id]
  )
  return rows[0] && rowOf(rows[0])
}

/** A case wherever it is. */
export async function known(run: Run, id: string): Promise<Row | undefined> {
  const { rows } = await run('SELECT number, id, shipped_from FROM truce.cases WHERE id = $1', [id])
  return rows[0] && rowOf(rows[0])
}

const rowOf = (row: PostgresRow): Row => ({
  number: Number(row['number']),
  id: String(row['id']),
  shippedFrom: row['shipped_from'] === null ? null : String(row['shipped_from'])
})

/** The newest version in the line; every case has one. */
export async function newest(run: Run, { number, id }: Row): Promise<CaseVersion> {
  const { rows } = await run(
    `SELECT ${COLUMNS} FROM truce.case_versions WHERE case_number = $1 AND NOT aside ORDER BY version DESC LIMIT 1`,
    [number]
  )
  if (rows[0]) return versionOf(rows[0])
  throw damaged(`the case ${id} has no version`)
}

/** All versions, oldest first. */
export async function versionsOf(run: Run, { number }: Row): Promise<readonly CaseVersion[]> {
  const { rows } = await run(
    `SELECT ${COLUMNS} FROM truce.case_versions WHERE case_number = $1 ORDER BY version`,
    [number]
  )
  return rows.map(versionOf)
}

/** One version with its texts, which are those that were saved or are refused. */
export async function versionText(
  run: Run,
  row: Row,
  version: number
): Promise<CaseVersionText | undefined> {
  const { rows } = await run(
    `SELECT ${COLUMNS} FROM truce.case_versions WHERE case_number = $1 AND version = $2`,
    [row.number, version]
  )
  if (rows[0] === undefined) return undefined
  const about = versionOf(rows[0])
  return { ...about, files: await textsOf(run, row, about) }
}

async function textsOf(
  run: Run,
  { number, id }: Row,
  { version, hash }: CaseVersion
): Promise<readonly SourceFile[]> {
  const { rows } = await run(
    'SELECT name, content FROM truce.case_files JOIN truce.contents USING (sha) WHERE case_number = $1 AND version = $2',
    [number, version]
  )
  const files = filesOf(rows)
  if (hashOf(files) === hash) return files
  throw damaged(`version ${version} of ${id} has other texts than were saved`)
}

/** A case as it is now. */
export async function stateOf(run: Run, row: Row): Promise<CaseState> {
  const current = await newest(run, row)
  const { rows } = await run(
    'SELECT count(*) AS versions FROM truce.case_versions WHERE case_number = $1',
    [row.number]
  )
  return {
    id: row.id,
    version: current.version,
    hash: current.hash,
    changed: current.at,
    versions: Number(rows[0]?.['versions']),
    shippedFrom: row.shippedFrom,
    files: await textsOf(run, row, current),
    diagnostics: [],
    sealed: []
  }
}

/** Adds a version whose texts are kept, and says so once the transaction is done; its number. */
export async function addVersion(run: Run, row: Row, adding: Adding): Promise<number> {
  const { version = null, origin, aside, base, at = null, hash, files } = adding
  const { rows } = await run(ADD, [row.number, version, origin, aside, base, at, hash])
  const number = Number(rows[0]?.['version'])
  await run(
    'INSERT INTO truce.case_files SELECT $1, $2, name, sha FROM unnest($3::text[], $4::bytea[]) AS given (name, sha)',
    [row.number, number, ...namesAndShas(files)]
  )
  if (!aside) await run('SELECT pg_notify($1, $2)', [CHANNEL, row.id])
  return number
}

function versionOf(row: PostgresRow): CaseVersion {
  const { at } = row
  return {
    version: Number(row['version']),
    origin: originOf(row['origin']),
    aside: row['aside'] === true,
    base: row['base'] === null ? null : Number(row['base']),
    at: at instanceof Date ? at.toISOString() : String(at),
    hash: String(row['hash'])
  }
}

/** How a version came to be, as it stands in a row. */
export function originOf(value: unknown): VersionOrigin {
  if (value === 'created' || value === 'saved' || value === 'outside') return value
  throw damaged(`a version came to be by ${JSON.stringify(value)}`)
}

const damaged = (reason: string): StoreRefusal =>
  new StoreRefusal(
    'damaged-store',
    `the cases in the database are damaged: ${reason}`,
    'take another version, or go back to a backup; nothing was changed'
  )
