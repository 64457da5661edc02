import { Postgres } from '@truce/host/database'
import { PostgresCaseStore } from '@truce/host/workspace-postgres'
import { Refusal } from '../refusal.ts'
import { PostgresTables } from './access/index.ts'

/** Which cases, and whose they are from now on. */
export interface AdoptOnServer {
  /** The address of the team's database. */
  readonly database: string
  /** The organisation, by its id or its name. */
  readonly organisation: string
  /** The cases by their ids; none for all that belong to nobody. */
  readonly cases: readonly string[]
}

/** What was given to whom. */
export interface Adopted {
  readonly organisation: string
  readonly cases: readonly string[]
}

/** Who did it, in what leads read: nobody who has an account. */
const ON_SERVER = 'server'

/**
 * Gives cases that belong to nobody to an organisation: such as came with a copied workspace, which
 * knows no organisations. Those that belong to somebody stay with them. Done on the server's own
 * machine; the leads of the organisation read that it was.
 */
export async function adoptOnServer({
  database: url,
  organisation,
  cases
}: AdoptOnServer): Promise<Adopted> {
  const database = await Postgres.open(url)
  try {
    const store = await PostgresCaseStore.within(database, url)
    const tables = await PostgresTables.open(database)
    const id = await organisationOf(tables, organisation)
    const here = [...(await store.list()).ids, ...(await store.removed())]
    const owned = new Map(
      (await tables.find('ownership', {})).map((row) => [row.case_id, row.organisation])
    )
    for (const one of cases) {
      if (!here.includes(one)) throw noCase(one)
      if (owned.has(one) && owned.get(one) !== id) throw takenCase(one)
    }
    const given = (cases.length > 0 ? cases : here).filter((one) => !owned.has(one)).sort()
    const at = new Date().toISOString()
    await tables.note(
      given.map((one) => ({
        ...{ at, person: ON_SERVER, session: '', verb: 'adopt' },
        ...{ resource: `case:${one}`, organisation: id }
      }))
    )
    for (const one of given) await tables.put('ownership', { case_id: one, organisation: id })
    return { organisation: id, cases: given }
  } finally {
    await database.close()
  }
}

async function organisationOf(tables: PostgresTables, asked: string): Promise<string> {
  const all = await tables.find('organisation', {})
  const named = all.filter(({ id, name }) => id === asked || name === asked)
  const [one] = named
  if (one && named.length === 1) return one.id
  throw new Refusal(404, 'no-such-organisation', {
    message: `${named.length === 0 ? 'no organisation' : 'more than one organisation'} is called ${JSON.stringify(asked)}`,
    help:
      all.length === 0
        ? 'an administrator makes organisations in the workbench, under People'
        : `there are: ${all.map(({ id, name }) => `${id} (${name})`).join(', ')}`
  })
}

const noCase = (id: string): Refusal =>
  new Refusal(404, 'no-such-case', {
    message: `no case is called ${JSON.stringify(id)}`,
    help: 'name it as the workspace did, or name none for all that belong to nobody'
  })

const takenCase = (id: string): Refusal =>
  new Refusal(409, 'there-already', {
    message: `case ${JSON.stringify(id)} belongs to an organisation already`,
    help: 'its leads can share it in the workbench'
  })
