import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { CaseChange } from '@truce/core'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { hashOf } from '../../src/load.ts'
import { PostgresCaseStore } from '../../src/workspace-postgres/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { code } from '../contract/opening.ts'
import { clusterForTests } from '../postgres.ts'
import { numbered, single } from '../workspace/texts.ts'
import { wholeIn, writingTo } from './writing.ts'

describe.skipIf(!hasPostgres)(`cases in PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  beforeEach(async () => {
    await cluster().resume()
    await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
  })

  /** Works on two stores of one database, as two servers have it. */
  async function withTwo(
    work: (one: PostgresCaseStore, two: PostgresCaseStore) => Promise<void>
  ): Promise<void> {
    const both = [
      await PostgresCaseStore.open(cluster().url()),
      await PostgresCaseStore.open(cluster().url())
    ] as const
    try {
      await work(...both)
    } finally {
      for (const store of both) await store.close()
    }
  }
  const cut = (): Promise<unknown> =>
    cluster().sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'truce'"
    )

  it('are followed from another server, through lost connections, each version once and in order', () =>
    withTwo(async (one, two) => {
      await one.create({ id: 'river', files: single('# 1\n'), shippedFrom: null })
      const told: CaseChange[] = []
      await two.follow('river', (change) => told.push(change))
      for (let base = 1; base < 10; base++) {
        if (base % 3 === 0) await cut()
        const save = { id: 'river', files: single(`# ${base + 1}\n`), base }
        while ((await code(one.save(save))) !== 'done') await cluster().sql('SELECT 1')
      }
      await expect.poll(() => told.length, { timeout: 20_000 }).toBe(9)
      expect(told.map(({ version }) => version)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(told.at(-1)?.hash).toBe(hashOf(single('# 10\n')))
    }))

  it('keep a text once: a version that changes one file of thirty adds that one', () =>
    withTwo(async (store) => {
      const files = (changed: string) =>
        Array.from({ length: 30 }, (_, at) => ({
          name: `f${at}.yaml`,
          text: `# ${at} ${at === 7 ? changed : ''}\n`.repeat(500)
        }))
      await store.create({ id: 'river', files: files('a'), shippedFrom: null })
      const kept = async () =>
        (await cluster().sql('SELECT count(*)::int AS n FROM truce.contents'))[0]?.['n']
      expect(await kept()).toBe(30)
      await store.save({ id: 'river', files: files('b'), base: 1 })
      expect(await kept()).toBe(31)
      await store.create({ id: 'lake', files: files('a'), shippedFrom: null })
      expect(await kept()).toBe(31)
    }))

  it('are read while another writes, and a save that waits too long is refused', () =>
    withTwo(async (store) => {
      await store.create({ id: 'river', files: single('# 1\n'), shippedFrom: null })
      const client = new pg.Client({ connectionString: cluster().url() })
      await client.connect()
      await client.query("BEGIN; SELECT FROM truce.cases WHERE id = 'river' FOR UPDATE")
      const save = { id: 'river', files: single('# 2\n'), base: 1 }
      const saving = code(store.save(save))
      expect((await store.read('river')).version).toBe(1)
      expect((await store.history('river')).length).toBe(1)
      expect(await saving).toBe('held')
      await client.end()
      expect(await store.save(save)).toMatchObject({ outcome: 'saved', state: { version: 2 } })
    }))

  it('are never changed or removed by SQL, even in a session that asks for no triggers', () =>
    withTwo(async (store) => {
      await store.create({ id: 'river', files: single('# 1\n'), shippedFrom: null })
      for (const statement of [
        "UPDATE truce.contents SET content = ''",
        'DELETE FROM truce.case_files',
        'TRUNCATE truce.case_versions CASCADE',
        'UPDATE truce.case_versions SET at = now()',
        "UPDATE truce.cases SET id = 'lake'",
        'DELETE FROM truce.cases'
      ])
        await expect(
          cluster().sql(`SET session_replication_role = 'replica'; ${statement}`)
        ).rejects.toThrow('never')
    }))

  it('whose texts are not what was saved are refused', () =>
    withTwo(async (store) => {
      await store.create({ id: 'river', files: single('# 1\n'), shippedFrom: null })
      await cluster().sql(
        "ALTER TABLE truce.contents DISABLE TRIGGER contents_update; UPDATE truce.contents SET content = '# 2'"
      )
      expect(await code(store.read('river'))).toBe('damaged-store')
    }))

  const KILLS = sampled(12, 2)
  it(`lose no acknowledged save when the server is killed ${KILLS} times`, {
    timeout: 60_000 + KILLS * 10_000
  }, async () => {
    const writing = await writingTo(cluster().url())
    for (let kill = 0; kill < KILLS; kill++) {
      await writing.more(3)
      await cluster().end('SIGKILL')
      await cluster().resume()
    }
    await writing.more(1)
    await writing.end()
    const { versions, leaves } = writing.acknowledged
    const found = await wholeIn(cluster().url(), writing.acknowledged)
    expect(found.versions).toBeGreaterThanOrEqual(Math.max(...versions.keys()))
    expect(found.entries).toBeGreaterThanOrEqual(leaves.length)
  })

  it(
    `lose no acknowledged save when who saves is killed ${KILLS} times`,
    {
      timeout: 60_000 + KILLS * 10_000
    },
    () =>
      withTwo(async (store) => {
        await store.create({ id: 'river', files: numbered(0), shippedFrom: null })
        for (let kill = 0; kill < KILLS; kill++) {
          const saver = spawn(process.execPath, [
            ...[join(import.meta.dirname, 'saver-postgres.ts'), cluster().url()],
            ...['river', String(kill * 1000 + 1)]
          ])
          let said = ''
          saver.stdout.on('data', (part) => {
            said += part
          })
          while (!said.includes('saved')) await new Promise((done) => setTimeout(done, 10))
          await new Promise((done) => setTimeout(done, (kill * 37) % 101))
          const ended = new Promise((done) => saver.once('exit', done))
          saver.kill('SIGKILL')
          await ended
          for (const [, version, count] of said.matchAll(/saved (\d+) (\d+)\n/g)) {
            const { hash } = await store.version('river', Number(version))
            expect(hash).toBe(hashOf(numbered(Number(count))))
          }
        }
      })
  )
})
