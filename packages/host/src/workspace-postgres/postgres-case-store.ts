import type {
  CaseChange,
  CaseList,
  CaseSave,
  CaseState,
  CaseStore,
  CaseVersion,
  CaseVersionText,
  NewCase,
  SavedCase
} from '@truce/core'
import { Gathering } from '../database/gathering.ts'
import { LOCKS } from '../database/locks.ts'
import { migrate } from '../database/migrations.ts'
import { Postgres, type PostgresRow, type Run } from '../database/postgres.ts'
import { hashOf } from '../load.ts'
import { admit, freeId, isId, noSuchCase, noSuchVersion } from '../workspace/names.ts'
import { PART, STEPS } from './case-tables.ts'
import {
  addVersion,
  known,
  listed,
  newest,
  type Row,
  stateIn,
  stateOf,
  statesOf,
  versionsOf,
  versionText
} from './case-versions.ts'
import { keepContents } from './contents.ts'
import { Followers } from './followers.ts'

/** The largest number that a version can bear in the tables. */
const MOST = 2 ** 31 - 1

/**
 * The cases of a team in a PostgreSQL database, which any number of servers may have open. Of two
 * saves of one case the second waits for the first, at most two seconds; who reads waits for nobody.
 */
export class PostgresCaseStore implements CaseStore {
  private readonly database: Postgres
  private readonly followers: Followers
  private readonly run: Run
  private readonly states: Gathering<string, readonly PostgresRow[]>
  /** Cases that were found: none is ever renamed or removed altogether. */
  private readonly there = new Set<string>()
  /** Whether the connections are these cases' own. */
  private readonly alone: boolean

  private constructor(database: Postgres, url: string, alone: boolean) {
    this.database = database
    this.alone = alone
    this.run = (sql, values) => database.run(sql, values)
    this.followers = new Followers(url, this.run)
    this.states = new Gathering((ids) => statesOf(this.run, ids))
  }

  /** Opens the cases in the database at a URL, and makes or renews their tables. */
  static async open(url: string): Promise<PostgresCaseStore> {
    const database = await Postgres.open(url)
    try {
      await migrate(database, PART, STEPS)
      return new PostgresCaseStore(database, url, true)
    } catch (error) {
      await database.close()
      throw error
    }
  }

  /** The same over connections that it shares with others, and that stay when it is closed. */
  static async within(database: Postgres, url: string): Promise<PostgresCaseStore> {
    await migrate(database, PART, STEPS)
    return new PostgresCaseStore(database, url, false)
  }

  async list(): Promise<CaseList> {
    return { ids: await this.idsIn('listed'), passedBy: [] }
  }

  async read(id: string): Promise<CaseState> {
    const rows = isId(id) ? await this.states.ask(id) : undefined
    if (rows) return stateIn(rows)
    throw noSuchCase(id)
  }

  async save(sent: CaseSave): Promise<SavedCase> {
    admit(sent.files)
    const { id, files } = sent
    const hash = hashOf(files)
    const row = await this.found(id, listed)
    // Sent again after an answer was lost, or nothing was changed: it is saved, and nothing is sent.
    if ((await newest(this.run, row)).hash === hash) {
      const state = await stateOf(this.run, row)
      if (state.hash === hash) return { outcome: 'saved', state }
    }
    return this.database.together(async (run) => {
      // The texts first: they are many bytes, for which nobody else is to wait.
      await keepContents(run, files)
      if (!(await listed(run, id, true))) throw noSuchCase(id)
      return saved(run, row, { ...sent, hash })
    })
  }

  async create({ id: wished, files, shippedFrom }: NewCase): Promise<CaseState> {
    admit(files)
    freeId(wished, () => false)
    return this.database.together(async (run) => {
      await keepContents(run, files)
      await run('SELECT pg_advisory_xact_lock($1)', [LOCKS.caseIds])
      // Of a long id that is taken only the beginning is kept.
      const { rows: near } = await run(
        'SELECT lower(id) AS id FROM truce.cases WHERE starts_with(lower(id), lower($1))',
        [wished.slice(0, 58)]
      )
      const taken = new Set(near.map(({ id }) => id))
      const id = freeId(wished, (name) => taken.has(name.toLowerCase()))
      const { rows } = await run(
        "INSERT INTO truce.cases (id, shipped_from, place) VALUES ($1, $2, 'listed') RETURNING number",
        [id, shippedFrom]
      )
      const row = { number: Number(rows[0]?.['number']), id, shippedFrom }
      const hash = hashOf(files)
      await addVersion(run, row, { origin: 'created', aside: false, base: null, hash, files })
      return stateOf(run, row)
    })
  }

  async remove(id: string): Promise<void> {
    await this.move(id, ['listed', 'removed'])
  }

  async removed(): Promise<readonly string[]> {
    return this.idsIn('removed')
  }

  async putBack(id: string): Promise<CaseState> {
    await this.move(id, ['removed', 'listed'])
    return this.read(id)
  }

  async history(id: string): Promise<readonly CaseVersion[]> {
    return versionsOf(this.run, await this.found(id, known))
  }

  async known(id: string): Promise<void> {
    if (this.there.has(id)) return
    await this.found(id, known)
    this.there.add(id)
  }

  async version(id: string, version: number): Promise<CaseVersionText> {
    const row = await this.found(id, known)
    const found = isNumber(version) ? await versionText(this.run, row, version) : undefined
    if (found) return found
    throw noSuchVersion(id, version)
  }

  follow(id: string, changed: (change: CaseChange) => void): Promise<() => void> {
    return this.followers.follow(id, changed)
  }

  async close(): Promise<void> {
    await this.followers.close()
    if (this.alone) await this.database.close()
  }

  private async found(
    id: string,
    where: (run: Run, id: string) => Promise<Row | undefined>
  ): Promise<Row> {
    const row = isId(id) ? await where(this.run, id) : undefined
    if (row) return row
    throw noSuchCase(id)
  }

  private async idsIn(place: string): Promise<readonly string[]> {
    const { rows } = await this.run('SELECT id FROM truce.cases WHERE place = $1 ORDER BY id', [
      place
    ])
    return rows.map(({ id }) => String(id))
  }

  private async move(id: string, [from, to]: readonly [string, string]): Promise<void> {
    const { count } = isId(id)
      ? await this.run('UPDATE truce.cases SET place = $3 WHERE id = $1 AND place = $2', [
          id,
          from,
          to
        ])
      : { count: 0 }
    if (count === 0) throw noSuchCase(id)
  }
}

const isNumber = (version: number): boolean =>
  Number.isInteger(version) && version > 0 && version <= MOST

/**
 * Saves texts into a case that nobody else can change meanwhile. The state is what it is before
 * anybody else comes: what is told to be saved is what was sent.
 */
async function saved(
  run: Run,
  row: Row,
  { id, files, base, hash }: CaseSave & { readonly hash: string }
): Promise<SavedCase> {
  const current = await newest(run, row)
  const adding = { origin: 'saved', base, hash, files } as const
  if (current.hash !== hash && base !== current.version) {
    const versions = await versionsOf(run, row)
    if (!versions.some(({ version }) => version === base))
      throw noSuchVersion(id, base, 'send as `base` the version you read')
    const twin = versions.find((one) => one.aside && one.base === base && one.hash === hash)
    const aside = twin?.version ?? (await addVersion(run, row, { ...adding, aside: true }))
    return { outcome: 'stale', state: await stateOf(run, row), aside }
  }
  if (current.hash !== hash) await addVersion(run, row, { ...adding, aside: false })
  return { outcome: 'saved', state: await stateOf(run, row) }
}
