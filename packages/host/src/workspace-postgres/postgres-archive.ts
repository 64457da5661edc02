import type { CaseVersion, CaseVersionText } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { migrate } from '../database/migrations.ts'
import { Postgres, type PostgresRow, type Run } from '../database/postgres.ts'
import type { ArchivedCase, CaseArchive, CasePlace } from '../workspace/case-archive.ts'
import { noSuchCase, noSuchVersion } from '../workspace/names.ts'
import { PART, STEPS } from './case-tables.ts'
import { addVersion, known, type Row, versionsOf, versionText } from './case-versions.ts'
import { keepContents } from './contents.ts'

/** All that the cases in a database are. */
export class PostgresArchive implements CaseArchive {
  private readonly database: Postgres
  private readonly run: Run

  private constructor(database: Postgres) {
    this.database = database
    this.run = (sql, values) => database.run(sql, values)
  }

  /** Opens the cases in the database at a URL, and makes or renews their tables. */
  static async open(url: string): Promise<PostgresArchive> {
    const database = await Postgres.open(url)
    try {
      await migrate(database, PART, STEPS)
      return new PostgresArchive(database)
    } catch (error) {
      await database.close()
      throw error
    }
  }

  async cases(): Promise<readonly ArchivedCase[]> {
    const { rows } = await this.run('SELECT id, shipped_from, place FROM truce.cases ORDER BY id')
    return rows.map(archived)
  }

  async versions(id: string): Promise<readonly CaseVersion[]> {
    return versionsOf(this.run, await this.row(id))
  }

  async text(id: string, version: number): Promise<CaseVersionText> {
    const found = await versionText(this.run, await this.row(id), version)
    if (found) return found
    throw noSuchVersion(id, version)
  }

  async know({ id, shippedFrom }: ArchivedCase): Promise<void> {
    await this.run(
      "INSERT INTO truce.cases (id, shipped_from, place) VALUES ($1, $2, 'gone') ON CONFLICT DO NOTHING",
      [id, shippedFrom]
    )
  }

  async add(id: string, version: CaseVersionText): Promise<void> {
    const row = await this.row(id)
    await this.database.together(async (run) => {
      await keepContents(run, version.files)
      await addVersion(run, row, version)
    })
  }

  async settle({ id, place }: ArchivedCase): Promise<void> {
    await this.run('UPDATE truce.cases SET place = $2 WHERE id = $1 AND place <> $2', [id, place])
  }

  /** Ends what is under way, then lets go. */
  async close(): Promise<void> {
    await this.database.close()
  }

  private async row(id: string): Promise<Row> {
    const row = await known(this.run, id)
    if (row) return row
    throw noSuchCase(id)
  }
}

const archived = (row: PostgresRow): ArchivedCase => ({
  id: String(row['id']),
  shippedFrom: row['shipped_from'] === null ? null : String(row['shipped_from']),
  place: placeIn(row['place'])
})

function placeIn(value: unknown): CasePlace {
  if (value === 'listed' || value === 'removed' || value === 'gone') return value
  throw new StoreRefusal(
    'damaged-store',
    `a case in the database is ${JSON.stringify(value)}`,
    'go back to a backup; nothing was changed'
  )
}
