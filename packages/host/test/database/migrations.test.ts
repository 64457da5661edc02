import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrate, Postgres } from '../../src/database/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { code } from '../contract/opening.ts'
import { clusterForTests } from '../postgres.ts'

describe.skipIf(!hasPostgres)(`migrations${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let part = ''
  let table = ''
  beforeEach(() => {
    part = randomUUID()
    table = `t${part.replaceAll('-', '')}`
  })
  const first = () => ({ name: 'made', sql: `CREATE TABLE ${table} (a integer)` })
  const second = () => ({ name: 'widened', sql: `ALTER TABLE ${table} ADD b text` })
  const wrong = () => ({ name: 'wrong', sql: `ALTER TABLE ${table} ADD a text` })

  async function using<T>(work: (database: Postgres) => Promise<T>): Promise<T> {
    const database = await Postgres.open(cluster().url())
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  const columns = async (): Promise<readonly unknown[]> =>
    (
      await cluster().sql(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY 1`
      )
    ).map(({ name }) => name)

  it('are taken once, each after the one before it', () =>
    using(async (database) => {
      await migrate(database, part, [first()])
      expect(await columns()).toEqual(['a'])
      await migrate(database, part, [first(), second()])
      await migrate(database, part, [first(), second()])
      expect(await columns()).toEqual(['a', 'b'])
    }))

  it('are taken once by several that start at once, in a database without any', async () => {
    await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
    await Promise.all(
      [1, 2, 3, 4].map(() => using((database) => migrate(database, part, [first(), second()])))
    )
    expect(await columns()).toEqual(['a', 'b'])
  })

  it('are all taken or none', () =>
    using(async (database) => {
      await expect(migrate(database, part, [first(), wrong()])).rejects.toThrow(/column "a"/)
      expect(await columns()).toEqual([])
    }))

  it('of a later Truce, or of another one, are refused', () =>
    using(async (database) => {
      await migrate(database, part, [first(), second()])
      expect(await code(migrate(database, part, [first()]))).toBe('unreadable-store')
      expect(await code(migrate(database, part, [first(), wrong()]))).toBe('unreadable-store')
      expect(await columns()).toEqual(['a', 'b'])
    }))
})
