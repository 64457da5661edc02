import { Postgres } from '@truce/host/database'
import { describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { MemoryTables, memberships, PostgresTables } from '../../src/team/access/index.ts'
import type { AccessTables } from '../../src/team/access/tables.ts'
import { changesAgree } from './changes.ts'
import { World } from './world.ts'

async function agree(world: World, seed: number, steps: number): Promise<void> {
  try {
    expect(await changesAgree(world, seed, steps)).toBe(steps * 7 * 9)
    expect(world.failures).toEqual([])
  } finally {
    await world.close()
  }
}

describe('whatever was shared, ended or changed before', () => {
  it.each([1, 2])('everybody sees what a plain model says (seed %i)', (seed) =>
    agree(new World(new MemoryTables()), seed, 16)
  )
})

describe.skipIf(!hasPostgres)(`access in PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()

  it('is the same, and stands after it was opened again', async () => {
    const database = await Postgres.open(cluster().url())
    const tables = await PostgresTables.open(database)
    await agree(new World(tables), 4, 4)
    const again = await PostgresTables.open(database)
    const acts = await again.acts({ organisation: null, before: undefined, most: 2 })
    expect(acts.map(({ person, verb }) => [person, verb])).toEqual([
      ['adm', 'manage'],
      ['adm', 'manage']
    ])
    expect(await again.find('organisation', { id: ["'; DROP TABLE truce.member; --"] })).toEqual([])
    expect(await again.find('member', { person: ['med-l'] })).toHaveLength(1)
    await database.close()
  })

  it('takes the first lead of an organisation from an invitation, and nobody else', async () => {
    const database = await Postgres.open(cluster().url())
    const tables = await PostgresTables.open(database)
    await tables.put('organisation', { id: 'new', name: 'New', kind: 'mission' })
    const lead = { organisation: 'new', role: 'lead', by: 'admin', asLead: false }
    const check = (wish: typeof lead) => database.together((run) => memberships.check(run, wish))
    await expect(check({ ...lead, organisation: 'none' })).rejects.toThrow('no organisation')
    await expect(check({ ...lead, role: 'reader' })).rejects.toThrow('first lead')
    await check(lead)
    const both = await Promise.allSettled(
      ['x', 'y'].map((person) =>
        database.together(async (run) => {
          await memberships.check(run, lead)
          await memberships.join(run, person, lead)
        })
      )
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await tables.find('member', { organisation: ['new'] })).toHaveLength(1)
    await database.close()
  })

  it('numbers what was noted for each organisation, in memory and in a database alike', async () => {
    const database = await Postgres.open(cluster().url())
    const kept = await PostgresTables.open(database)
    const act = { at: '2025-01-25T08:00:00.000Z', person: 'p', session: 's', verb: 'read' }
    const noted = ['one', 'two', 'two', 'one', 'two', 'one', 'one'].map((organisation, nth) => ({
      ...{ ...act, organisation, resource: `case:${nth}` }
    }))
    const told = async (tables: AccessTables) => {
      await tables.note(noted)
      const asked = (organisation: string, before: number | undefined, most: number) =>
        tables.acts({ organisation, before, most })
      const all = [
        await asked('one', undefined, 9),
        await asked('one', undefined, 2),
        await asked('one', 3, 9),
        await asked('one', 99, 1),
        await asked('one', 1, 9),
        await asked('two', undefined, 9),
        await asked('none', undefined, 9)
      ]
      return all.map((acts) => acts.map(({ number, resource }) => `${number} ${resource}`))
    }
    const expected = [
      ['4 case:6', '3 case:5', '2 case:3', '1 case:0'],
      ['4 case:6', '3 case:5'],
      ['2 case:3', '1 case:0'],
      ['4 case:6'],
      [],
      ['3 case:4', '2 case:2', '1 case:1'],
      []
    ]
    expect(await told(new MemoryTables())).toEqual(expected)
    expect(await told(kept)).toEqual(expected)
    await database.close()
  })

  it('takes nothing back of what was noted, whoever asks', async () => {
    for (const statement of [
      "UPDATE truce.reads SET person = 'x'",
      'DELETE FROM truce.reads',
      'TRUNCATE truce.reads'
    ])
      await expect(cluster().sql(statement)).rejects.toThrow('what was read stays noted')
  })

  it('lets two organisations not stand for one party, also at once', async () => {
    const database = await Postgres.open(cluster().url())
    const tables = await PostgresTables.open(database)
    for (const id of ['x', 'y']) await tables.put('organisation', { id, name: id, kind: 'mission' })
    await tables.put('ownership', { case_id: 'c', organisation: 'x' })
    const part = { case_id: 'c', record: 'r', party: 'p', keeps: 'no', state: 'on' } as const
    const both = await Promise.allSettled(
      ['x', 'y'].map((organisation) => tables.put('participant', { ...part, organisation }))
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await database.close()
  })
})
