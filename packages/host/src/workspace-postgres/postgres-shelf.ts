import type { RecordStore, Signer, SourceFile } from '@truce/core'
import { migrate } from '../database/migrations.ts'
import { Postgres } from '../database/postgres.ts'
import { privateKeyIn } from '../record/key-file.ts'
import { PostgresRecordStore } from '../record/postgres-record-store.ts'
import type { KeptKey, Look, MovableShelf } from '../record/record-shelf.ts'
import { keyInSeedFile, mustBeOwnersAlone, newSeed } from '../record/server-key.ts'
import { seededSigner } from '../signing/index.ts'
import { PART, STEPS } from './case-tables.ts'
import { filesOf, keepContents, namesAndShas } from './contents.ts'
import { RecordNotices } from './record-notices.ts'

/** The server's own key, among the keys that lie beside records: beside none. */
const OWN = ['', '', 'operator.key'] as const

/** Where the records of a team are kept. */
export interface PostgresShelfPlace {
  /** `postgres://user@host:5432/database`. */
  readonly url: string
  /**
   * The file of the server's own key, on its own disk; made when it is first needed. Without one the
   * key lies in the database, and so in every copy of it.
   */
  readonly keyFile?: string
}

/** The records of cases in a PostgreSQL database, beside the cases. */
export class PostgresShelf implements MovableShelf {
  private readonly database: Postgres
  private readonly keyFile: string | undefined
  /** Whether the connections are these records' own. */
  private readonly alone: boolean
  private readonly notices: RecordNotices
  /** Records that were found: none is ever renamed or removed. */
  private readonly found = new Set<string>()

  private constructor(database: Postgres, { url, keyFile }: PostgresShelfPlace, alone: boolean) {
    this.database = database
    this.notices = new RecordNotices(url)
    this.alone = alone
    this.keyFile = keyFile
  }

  /** Opens the records in a database, and makes or renews their tables. */
  static async open(place: PostgresShelfPlace): Promise<PostgresShelf> {
    const database = await Postgres.open(place.url)
    try {
      await migrate(database, PART, STEPS)
      return new PostgresShelf(database, place, true)
    } catch (error) {
      await database.close()
      throw error
    }
  }

  /** The same over connections that it shares with others, and that stay when it is closed. */
  static async within(database: Postgres, place: PostgresShelfPlace): Promise<PostgresShelf> {
    if (place.keyFile !== undefined) await mustBeOwnersAlone(place.keyFile)
    await migrate(database, PART, STEPS)
    return new PostgresShelf(database, place, false)
  }

  async ids(of: string): Promise<readonly string[]> {
    return this.column('SELECT record FROM truce.shelved WHERE case_id = $1 ORDER BY record', [of])
  }

  async has(of: string, id: string): Promise<boolean> {
    const name = `${of}/${id}`
    if (this.found.has(name)) return true
    const { count } = await this.database.run(
      'SELECT FROM truce.shelved WHERE case_id = $1 AND record = $2',
      [of, id]
    )
    if (count > 0) this.found.add(name)
    return count > 0
  }

  async playedKey(of: string, id: string): Promise<Signer | undefined> {
    const own = (await this.keys(of, id)).find(({ name }) => name.endsWith('-operator.pem'))
    return own && privateKeyIn(Buffer.from(own.bytes).toString('utf8'), own.name)
  }

  async entries(of: string, id: string): Promise<RecordStore> {
    return PostgresRecordStore.within(this.database, `${of}/${id}`)
  }

  async ground(of: string, id: string): Promise<readonly SourceFile[]> {
    const { rows } = await this.database.run(
      'SELECT name, content FROM truce.shelved_files JOIN truce.contents USING (sha) WHERE case_id = $1 AND record = $2',
      [of, id]
    )
    return filesOf(rows)
  }

  async keepGround(of: string, id: string, files: readonly SourceFile[]): Promise<void> {
    await this.database.together(async (run) => {
      await keepContents(run, files)
      await run('INSERT INTO truce.shelved (case_id, record) VALUES ($1, $2)', [of, id])
      await run(
        'INSERT INTO truce.shelved_files SELECT $1, $2, name, sha FROM unnest($3::text[], $4::bytea[]) AS given (name, sha)',
        [of, id, ...namesAndShas(files)]
      )
    })
  }

  async ahead(of: string, id: string): Promise<number> {
    const { rows } = await this.database.run(
      'SELECT ahead FROM truce.shelved WHERE case_id = $1 AND record = $2',
      [of, id]
    )
    return Number(rows[0]?.['ahead'] ?? 0)
  }

  async keepAhead(of: string, id: string, ahead: number): Promise<void> {
    await this.database.run(
      'UPDATE truce.shelved SET ahead = $3 WHERE case_id = $1 AND record = $2',
      [of, id, ahead]
    )
  }

  watch(of: string, id: string, written: () => void): () => void {
    return this.notices.watch(`${of}/${id}`, written)
  }

  async note(of: string, id: string, look: Look): Promise<void> {
    await this.keepLines(of, id, [JSON.stringify(look)])
  }

  async looks(of: string, id: string): Promise<readonly Look[]> {
    return (await this.lines(of, id)).map((line): Look => JSON.parse(line))
  }

  async key(): Promise<Signer> {
    if (this.keyFile !== undefined) return keyInSeedFile(this.keyFile)
    await this.keepSeed(newSeed())
    const seed = await this.seed()
    if (seed === undefined) throw new Error('a key that was kept is there')
    return seededSigner(seed)
  }

  async owners(): Promise<readonly string[]> {
    return this.column('SELECT DISTINCT case_id FROM truce.shelved ORDER BY case_id', [])
  }

  async lines(of: string, id: string): Promise<readonly string[]> {
    return this.column(
      'SELECT look FROM truce.shelved_looks WHERE case_id = $1 AND record = $2 ORDER BY number',
      [of, id]
    )
  }

  async keepLines(of: string, id: string, lines: readonly string[]): Promise<void> {
    await this.database.run(
      'INSERT INTO truce.shelved_looks (case_id, record, look) SELECT $1, $2, look FROM unnest($3::text[]) WITH ORDINALITY AS given (look, nth) ORDER BY nth',
      [of, id, lines]
    )
  }

  async keys(of: string, id: string): Promise<readonly KeptKey[]> {
    const { rows } = await this.database.run(
      'SELECT name, key FROM truce.shelved_keys WHERE case_id = $1 AND record = $2 ORDER BY name',
      [of, id]
    )
    return rows.map(({ name, key }) => ({ name: String(name), bytes: bytesOf(key) }))
  }

  async keepKey(of: string, id: string, { name, bytes }: KeptKey): Promise<void> {
    await this.database.run(
      'INSERT INTO truce.shelved_keys (case_id, record, name, key) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [of, id, name, Buffer.from(bytes)]
    )
  }

  async seed(): Promise<Uint8Array | undefined> {
    return (await this.keys(OWN[0], OWN[1])).find(({ name }) => name === OWN[2])?.bytes
  }

  async keepSeed(seed: Uint8Array): Promise<void> {
    await this.keepKey(OWN[0], OWN[1], { name: OWN[2], bytes: seed })
  }

  /** Ends what is under way, then lets go. */
  async close(): Promise<void> {
    await this.notices.close()
    if (this.alone) await this.database.close()
  }

  /** The first column of what is found, in texts. */
  private async column(sql: string, values: readonly unknown[]): Promise<readonly string[]> {
    const { rows } = await this.database.run(sql, values)
    return rows.map((row) => String(Object.values(row)[0]))
  }
}

const bytesOf = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array()
