import type {
  AccessTables,
  Act,
  ActsAsked,
  RowOf,
  StandingRows,
  TableName,
  Where
} from './tables.ts'
import { TABLES } from './tables.ts'

type Texts = Readonly<Record<string, string>>

/** The tables of access for as long as this process lives, for tests and trials. */
export class MemoryTables implements AccessTables {
  private readonly rows = new Map<TableName, Map<string, Texts>>()
  private readonly log: Act[] = []
  private changes = 0

  /** Another one after each change. */
  get mark(): string {
    return String(this.changes)
  }

  async find<N extends TableName>(name: N, where: Where<N>): Promise<readonly RowOf<N>[]> {
    const found = [...this.table(name)].filter(([, row]) => fits(row, where))
    return found.map(([, row]) => TABLES[name].row.parse(row) as RowOf<N>)
  }

  async standing(people: readonly string[]): Promise<StandingRows> {
    const { mark } = this
    const members = await this.find('member', { person: people })
    const organisation = [...new Set(members.map((row) => row.organisation))]
    const all = await this.find('trackmember', { person: people, organisation })
    const inTracks = all.filter((row) => members.some((one) => isSame(one, row)))
    const tracks = [...new Set(inTracks.map(({ track }) => track))]
    const [led, own, withOrganisations, withTracks, parts] = await Promise.all([
      this.find('track', { organisation }),
      this.find('ownership', { organisation }),
      this.find('share', { kind: ['organisation'], target: organisation }),
      this.find('share', { kind: ['track'], target: tracks }),
      this.find('participant', { organisation, state: ['on'] })
    ])
    const shares = [...withOrganisations, ...withTracks]
    const known = new Set(own.map(({ case_id }) => case_id))
    const elsewhere = [...shares, ...parts].map((row) => row.case_id).filter((id) => !known.has(id))
    const others = await this.find('ownership', { case_id: elsewhere })
    return { mark, members, inTracks, led, owned: [...own, ...others], shares, parts }
  }

  async put<N extends TableName>(name: N, row: RowOf<N>): Promise<void> {
    const texts: Texts = row
    const key = TABLES[name].key.map((column) => texts[column])
    this.changes++
    this.table(name).set(JSON.stringify(key), { ...texts })
  }

  async drop<N extends TableName>(name: N, where: Where<N>): Promise<number> {
    const going = [...this.table(name)].filter(([, row]) => fits(row, where))
    for (const [key] of going) this.table(name).delete(key)
    this.changes++
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

const isSame = (one: RowOf<'member'>, row: RowOf<'trackmember'>): boolean =>
  one.person === row.person && one.organisation === row.organisation

function fits(row: Texts, where: Readonly<Record<string, readonly string[] | undefined>>): boolean {
  return Object.entries(where).every(
    ([column, values]) => values === undefined || values.includes(row[column] ?? '')
  )
}
