import { Postgres } from '@truce/host/database'
import { describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { MemoryTables, memberships, PostgresTables } from '../../src/team/access/index.ts'
import type { AccessTables } from '../../src/team/access/tables.ts'
import { changesAgree } from './changes.ts'
import { World } from './world.ts'

const PART = { case_id: 'c', record: 'r', party: 'p', keeps: 'no', state: 'on' } as const

async function agree(world: World, seed: number, steps: number): Promise<void> {
  try {
    expect(await changesAgree(world, seed, steps)).toBe(steps * (7 * 11 + 1))
    expect(world.failures).toEqual([])
  } finally {
    await world.close()
  }
}

describe('whatever was shared, ended or changed before', () => {
  it.each(sampled([1, 2], [1]))('everybody sees what a plain model says (seed %i)', (seed) =>
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

  it('has another mark after each change of rights, and the same where there was none', async () => {
    const database = await Postgres.open(cluster().url())
    const tables = await PostgresTables.open(database)
    const mark = async () => (await tables.standing([])).mark
    const marks = new Set([await mark()])
    await tables.put('organisation', { id: 'o', name: 'O', kind: 'mission' })
    await tables.note([])
    expect(marks).toContain(await mark())
    const changes = [
      () => tables.put('member', { organisation: 'o', person: 'p', role: 'lead' }),
      () => tables.put('member', { organisation: 'o', person: 'p', role: 'reader' }),
      () => tables.put('track', { id: 't', name: 'T', kind: 'primary', organisation: 'o' }),
      () => tables.put('trackmember', { track: 't', person: 'p', organisation: 'o' }),
      () => tables.put('ownership', { case_id: 'marked', organisation: 'o' }),
      () => tables.put('share', { case_id: 'marked', kind: 'track', target: 't', may: 'read' }),
      () => tables.put('participant', { ...PART, case_id: 'marked', organisation: 'o' }),
      () => tables.drop('participant', { case_id: ['marked'] }),
      () => tables.drop('share', { case_id: ['marked'] }),
      () => tables.drop('ownership', { case_id: ['marked'] }),
      () => tables.drop('trackmember', { track: ['t'] }),
      () => tables.drop('track', { id: ['t'] }),
      () => tables.drop('member', { person: ['p'] })
    ]
    for (const change of changes) {
      await change()
      marks.add(await mark())
    }
    expect(marks.size).toBe(changes.length + 1)
    // What was not done leaves no mark, and who looks meanwhile sees neither.
    const undone = database.together(async (run) => {
      await run("DELETE FROM truce.member WHERE person = 'med-l'")
      expect(marks).toContain(await mark())
      throw new Error('not so')
    })
    await expect(undone).rejects.toThrow('not so')
    expect(marks).toContain(await mark())
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
    const both = await Promise.allSettled(
      ['x', 'y'].map((organisation) => tables.put('participant', { ...PART, organisation }))
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await database.close()
  })
})
