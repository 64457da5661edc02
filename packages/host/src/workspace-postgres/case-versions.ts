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
import { noSuchCase } from '../workspace/names.ts'
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
WITH added AS (
  INSERT INTO truce.case_versions (case_number, version, origin, aside, base, at, hash)
  SELECT $1, coalesce($2, (SELECT coalesce(max(version), 0) + 1 FROM truce.case_versions WHERE case_number = $1)),
    $3, $4, $5, coalesce($6::timestamptz, date_trunc('milliseconds', clock_timestamp())), $7
  RETURNING case_number, version),
filed AS (
  INSERT INTO truce.case_files
  SELECT case_number, version, name, sha FROM added, unnest($8::text[], $9::bytea[]) AS given (name, sha))
SELECT version FROM added`

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
  throw otherTexts(id, version)
}

/** Cases that are listed as they are now, with a row for each of their files. */
const NOW = `
SELECT c.id, c.shipped_from, v.version, v.at, v.hash, f.name, k.content,
  (SELECT count(*) FROM truce.case_versions WHERE case_number = c.number) AS versions
FROM truce.cases c
LEFT JOIN LATERAL (SELECT version, at, hash FROM truce.case_versions
  WHERE case_number = c.number AND NOT aside ORDER BY version DESC LIMIT 1) v ON true
LEFT JOIN truce.case_files f ON f.case_number = c.number AND f.version = v.version
LEFT JOIN truce.contents k USING (sha)
WHERE c.id = ANY ($1::text[]) AND c.place = 'listed'`

/** The rows of each of some cases that are listed. */
export async function statesOf(
  run: Run,
  ids: readonly string[]
): Promise<ReadonlyMap<string, readonly PostgresRow[]>> {
  const { rows } = await run(NOW, [ids])
  return Map.groupBy(rows, ({ id }) => String(id))
}

/** A case as it is in its rows; its texts are those that were saved, or it is refused. */
export function stateIn(rows: readonly PostgresRow[]): CaseState {
  const [first = {}] = rows
  const [id, hash] = [String(first['id']), String(first['hash'])]
  if (first['version'] === null) throw damaged(`the case ${id} has no version`)
  const version = Number(first['version'])
  const files = filesOf(rows.filter(({ name }) => name !== null))
  if (hashOf(files) !== hash) throw otherTexts(id, version)
  return {
    ...{ id, version, hash, files },
    changed: atOf(first),
    versions: Number(first['versions']),
    shippedFrom: first['shipped_from'] === null ? null : String(first['shipped_from']),
    diagnostics: [],
    sealed: []
  }
}

/** A case that is listed as it is now. */
export async function stateOf(run: Run, { id }: Row): Promise<CaseState> {
  const rows = (await statesOf(run, [id])).get(id)
  if (rows) return stateIn(rows)
  throw noSuchCase(id)
}

/** Adds a version whose texts are kept, and says so once the transaction is done; its number. */
export async function addVersion(run: Run, row: Row, adding: Adding): Promise<number> {
  const { version = null, origin, aside, base, at = null, hash, files } = adding
  const about = [row.number, version, origin, aside, base, at, hash]
  const { rows } = await run(ADD, [...about, ...namesAndShas(files)])
  const number = Number(rows[0]?.['version'])
  if (!aside) await run('SELECT pg_notify($1, $2)', [CHANNEL, row.id])
  return number
}

const otherTexts = (id: string, version: number): StoreRefusal =>
  damaged(`version ${version} of ${id} has other texts than were saved`)

const atOf = ({ at }: PostgresRow): string => (at instanceof Date ? at.toISOString() : String(at))

function versionOf(row: PostgresRow): CaseVersion {
  return {
    version: Number(row['version']),
    origin: originOf(row['origin']),
    aside: row['aside'] === true,
    base: row['base'] === null ? null : Number(row['base']),
    at: atOf(row),
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
