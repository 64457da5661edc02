import type { AccessTables, Act, ActsAsked, RowOf, TableName, Where } from './tables.ts'
import { TABLES } from './tables.ts'

type Texts = Readonly<Record<string, string>>

/** The tables of access for as long as this process lives, for tests and trials. */
export class MemoryTables implements AccessTables {
  private readonly rows = new Map<TableName, Map<string, Texts>>()
  private readonly log: Act[] = []

  async find<N extends TableName>(name: N, where: Where<N>): Promise<readonly RowOf<N>[]> {
    const found = [...this.table(name)].filter(([, row]) => fits(row, where))
    return found.map(([, row]) => TABLES[name].row.parse(row) as RowOf<N>)
  }

  async put<N extends TableName>(name: N, row: RowOf<N>): Promise<void> {
    const texts: Texts = row
    const key = TABLES[name].key.map((column) => texts[column])
    this.table(name).set(JSON.stringify(key), { ...texts })
  }

  async drop<N extends TableName>(name: N, where: Where<N>): Promise<number> {
    const going = [...this.table(name)].filter(([, row]) => fits(row, where))
    for (const [key] of going) this.table(name).delete(key)
    return going.length
  }

  async note(acts: readonly Act[]): Promise<void> {
    this.log.push(...acts)
  }

  async acts({ organisation, before = Number.POSITIVE_INFINITY, most }: ActsAsked) {
    return this.log
      .filter((act) => act.organisation === organisation)
      .map((act, place) => ({ ...act, number: place + 1 }))
      .filter((act) => act.number < before)
      .reverse()
      .slice(0, most)
  }

  private table(name: TableName): Map<string, Texts> {
    const found = this.rows.get(name) ?? new Map<string, Texts>()
    this.rows.set(name, found)
    return found
  }
}

function fits(row: Texts, where: Readonly<Record<string, readonly string[] | undefined>>): boolean {
  return Object.entries(where).every(
    ([column, values]) => values === undefined || values.includes(row[column] ?? '')
  )
}
