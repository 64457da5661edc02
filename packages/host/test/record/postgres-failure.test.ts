import { randomUUID } from 'node:crypto'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { StoreRefusal } from '@truce/core/ports'
import pg from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Postgres } from '../../src/database/postgres.ts'
import { PostgresRecordStore } from '../../src/record/index.ts'
import { type Cluster, canBeSmall, hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { code } from '../contract/opening.ts'
import { clusterForTests } from '../postgres.ts'
import { entry, openAt, type RecordPlace, textsOf, usingAt } from './places.ts'

/** How often the server is killed: more than a sample where laws are tried in full. */
const KILLS = process.env['TRUCE_LAWS'] === 'full' ? 20 : 2

/** Fifty entries that fill many pages. */
const MANY = Array.from({ length: 50 }, (_, at) => entry(`${at} ${randomUUID()} `.repeat(30)))

/** Runs work on a connection that is not the store's. */
async function beside(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The number of a record, by which its tables are named. */
async function numberOf(cluster: Cluster, record: string): Promise<number> {
  const [row] = await cluster.sql(`SELECT number FROM truce.records WHERE name = '${record}'`)
  return Number(row?.['number'])
}

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => error
  )

describe.skipIf(!hasPostgres)(`with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests(canBeSmall ? '2m' : undefined)
  let place: RecordPlace = { store: 'PostgreSQL', at: '', record: '' }
  beforeEach(async () => {
    // A test that failed with its server ended leaves the others theirs.
    await cluster().resume()
    place = { store: 'PostgreSQL', at: cluster().url(), record: randomUUID() }
  })

  describe('another program', () => {
    it('that writes for long makes an append wait, then refuse', () =>
      usingAt(place, async (store) => {
        const number = await numberOf(cluster(), place.record)
        await beside(place.at, async (client) => {
          await client.query(`BEGIN; INSERT INTO truce.entries_${number} VALUES (0, '')`)
          expect(await code(store.append(0, [entry('a')]))).toBe('held')
          await client.query('ROLLBACK')
        })
        expect(await code(store.append(0, [entry('a')]))).toBe('done')
      }))
    it('changes and removes nothing by SQL, even in a session that asks for no triggers', async () => {
      await usingAt(place, async (store) => {
        await store.append(0, [entry('a')])
        await store.keepCheckpoint({ size: 1, note: Buffer.from('note') }, undefined)
      })
      const number = await numberOf(cluster(), place.record)
      await beside(place.at, async (client) => {
        await client.query("SET session_replication_role = 'replica'")
        for (const [statement, said] of [
          [`UPDATE truce.entries_${number} SET leaf = ''`, 'an entry is never changed'],
          [`DELETE FROM truce.entries_${number}`, 'an entry is never removed'],
          [`TRUNCATE truce.entries_${number}`, 'an entry is never removed'],
          [`DELETE FROM truce.checkpoints_${number}`, 'a checkpoint is never removed'],
          [`TRUNCATE truce.checkpoints_${number}`, 'a checkpoint is never removed']
        ] as const)
          await expect(client.query(statement)).rejects.toThrow(said)
      })
      await expect(cluster().sql('DELETE FROM truce.records')).rejects.toThrow('never renamed')
    })
    it('that may only add and look adds and looks, and makes no record', async () => {
      await usingAt(place, (store) => store.append(0, [entry('a')]))
      const number = await numberOf(cluster(), place.record)
      await cluster().sql(
        `CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA truce TO clerk;
        GRANT SELECT ON truce.records, truce.checkpoints_${number} TO clerk;
        GRANT SELECT, INSERT ON truce.entries_${number} TO clerk`
      )
      const clerk = { ...place, at: cluster().url('clerk') }
      await usingAt(clerk, async (store) => {
        expect(await code(store.append(1, [entry('b')]))).toBe('done')
        expect(await textsOf(store)).toEqual(['a', 'b'])
      })
      expect(await code(openAt({ ...clerk, record: 'another' }))).toBe('unwritable')
    })
  })

  describe('a record', () => {
    it('that several open at once, in a database without any, is made once', async () => {
      for (let round = 0; round < 5; round++) {
        await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
        const stores = await Promise.all([1, 2, 3, 4].map(() => openAt(place)))
        const [first, ...others] = stores
        await first?.append(0, [entry('one')])
        for (const other of others) expect(await textsOf(other)).toEqual(['one'])
        await Promise.all(stores.map((store) => store.close()))
      }
    })
  })

  describe('many bytes at once', () => {
    it('are appended all or none, whoever else appends', () =>
      usingAt(place, async (store) => {
        const other = await openAt(place)
        const big = (mark: number) =>
          [1, 2, 3].map(() => ({ leaf: new Uint8Array(1.5e6).fill(mark) }))
        const said = (appending: ReturnType<typeof store.append>): Promise<string> =>
          appending.then(({ outcome }) => outcome).catch((error: StoreRefusal) => error.code)
        const both = await Promise.all([
          said(store.append(0, big(1))),
          said(other.append(0, big(2)))
        ])
        await other.close()
        // Whoever comes second waits, and not for ever.
        expect(['appended,behind', 'appended,held']).toContain(both.toSorted().join())
        const marks = (await store.read(0, 9)).map(({ leaf }) => leaf[1_499_999])
        expect(marks).toEqual(both[0] === 'appended' ? [1, 1, 1] : [2, 2, 2])
      }))
  })

  describe('a connection', () => {
    const cut = (): Promise<unknown> =>
      cluster().sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'truce'"
      )
    it('that is lost in the midst of an append is told, and made anew', () =>
      usingAt(place, async (store) => {
        const number = await numberOf(cluster(), place.record)
        await beside(place.at, async (client) => {
          await client.query(`BEGIN; INSERT INTO truce.entries_${number} VALUES (0, '')`)
          const appending = code(store.append(0, [entry('a')]))
          await new Promise((done) => setTimeout(done, 300))
          await cut()
          expect(await appending).toBe('away')
          await client.query('ROLLBACK')
        })
        expect(await store.append(0, [entry('a')])).toEqual({ outcome: 'appended', size: 1 })
      }))
    it('that is lost while nobody asks is made anew', () =>
      usingAt(place, async (store) => {
        await store.append(0, [entry('a')])
        await cut()
        await new Promise((done) => setTimeout(done, 100))
        expect(await textsOf(store)).toEqual(['a'])
      }))
  })

  describe('the server killed in the midst of appends', () => {
    it(
      `${KILLS} times: no acknowledged entry is lost, and writing goes on by itself`,
      { timeout: 60_000 + KILLS * 10_000 },
      () =>
        usingAt(place, async (store) => {
          const acknowledged: string[] = []
          const refusals = new Set<string>()
          let [ending, at] = [false, 0]
          const writing = async (): Promise<void> => {
            while (!ending) {
              try {
                const { outcome, size } = await store.append(at, [
                  entry(`${at} first`),
                  entry(`${at} second`)
                ])
                // Told to be behind by nobody else: the append before had gone through unacknowledged.
                if (outcome === 'appended') acknowledged.push(`${at} first`, `${at} second`)
                at = size
              } catch (error) {
                if (!(error instanceof StoreRefusal)) throw error
                refusals.add(error.code)
                await new Promise((done) => setTimeout(done, 20))
              }
            }
          }
          const written = writing()
          for (let kill = 0; kill < KILLS; kill++) {
            const before = acknowledged.length
            while (acknowledged.length < before + 6)
              await new Promise((done) => setTimeout(done, 5))
            await new Promise((done) => setTimeout(done, (kill * 23) % 61))
            await cluster().end('SIGKILL')
            await cluster().resume()
          }
          ending = true
          await written
          const all = await textsOf(store)
          expect(all).toEqual(all.map((_, n) => (n % 2 === 0 ? `${n} first` : `${n - 1} second`)))
          const kept = new Set(all)
          expect(acknowledged.filter((text) => !kept.has(text))).toEqual([])
          expect([...refusals].filter((one) => one !== 'held')).toEqual(['away'])
        })
    )
  })

  describe('damaged files', () => {
    const PAGE = 8192
    /** Makes a record of many pages; its place, and the path of the file of its table or index. */
    async function many(kind: '' | '_pkey'): Promise<{ where: RecordPlace; path: string }> {
      const where = { ...place, record: randomUUID() }
      await usingAt(where, (store) => store.append(0, MANY))
      const name = `truce.entries_${await numberOf(cluster(), where.record)}${kind}`
      const [row] = await cluster().sql(`SELECT pg_relation_filepath('${name}') AS path`)
      return { where, path: join(cluster().data, String(row?.['path'])) }
    }
    async function flip(path: string, at: number): Promise<void> {
      const file = await open(path, 'r+')
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
      await file.write(Buffer.of((buffer[0] ?? 0) ^ 1), 0, 1, at)
      await file.close()
    }

    it('are refused where they are read, and left as they are: a bit flipped in an entry, one in an index, a lost end', async () => {
      const [entries, index, short] = [await many(''), await many('_pkey'), await many('')]
      await cluster().end('SIGINT')
      await flip(entries.path, PAGE * 2 + 5000)
      await flip(index.path, PAGE + 5000)
      await truncate(short.path, (await stat(short.path)).size - PAGE)
      const third = async (): Promise<Buffer> =>
        (await readFile(entries.path)).subarray(PAGE * 2, PAGE * 3)
      const damaged = await third()
      await cluster().resume()
      await usingAt(entries.where, async (store) => {
        expect(await store.size()).toBe(50)
        expect(await code(store.read(0, 50))).toBe('unreadable-store')
        expect(await code(store.read(0, 3))).toBe('done')
      })
      await usingAt(index.where, async (store) => {
        expect(await code(store.size())).toBe('unreadable-store')
        expect(await code(store.append(50, [entry('a')]))).toBe('unreadable-store')
      })
      await usingAt(short.where, async (store) =>
        expect(await code(store.read(0, 50))).toBe('unreadable-store')
      )
      await cluster().sql('CHECKPOINT')
      expect((await third()).equals(damaged)).toBe(true)
    })
    it('that lost an entry are said to have', async () => {
      await usingAt(place, (store) => store.append(0, ['a', 'b', 'c'].map(entry)))
      const number = await numberOf(cluster(), place.record)
      const table = `truce.entries_${number}`
      await cluster().sql(
        `ALTER TABLE ${table} DISABLE TRIGGER entries_remain; DELETE FROM ${table} WHERE number = 1`
      )
      await usingAt(place, (store) =>
        expect(store.read(0, 3)).rejects.toThrow('entry 1 is missing')
      )
    })
    it('that lost the last entries under a checkpoint are refused', async () => {
      await usingAt(place, async (store) => {
        await store.append(0, ['a', 'b', 'c'].map(entry))
        await store.keepCheckpoint({ size: 2, note: Buffer.from('note') }, undefined)
      })
      const table = `truce.entries_${await numberOf(cluster(), place.record)}`
      await cluster().sql(`ALTER TABLE ${table} DISABLE TRIGGER entries_remain`)
      const left = (number: number): Promise<unknown> =>
        cluster().sql(`DELETE FROM ${table} WHERE number >= ${number}`)
      await usingAt(place, async (store) => {
        await left(2)
        expect(await store.append(2, [])).toEqual({ outcome: 'appended', size: 2 })
        await left(1)
        expect(await code(store.size())).toBe('unreadable-store')
        expect(await code(store.append(1, [entry('x')]))).toBe('unreadable-store')
      })
    })
    it('of a record of a later Truce are not opened', async () => {
      await usingAt(place, (store) => store.size())
      await cluster().sql(`UPDATE truce.records SET format = 99 WHERE name = '${place.record}'`)
      await expect(openAt(place)).rejects.toThrow('a later Truce')
    })
  })

  describe('a server', () => {
    it('that may lose what it acknowledged is refused', async () => {
      const setTo = async (value: string): Promise<void> => {
        await cluster().sql(`ALTER SYSTEM SET fsync = ${value}`)
        await cluster().sql('SELECT pg_reload_conf()')
        while ((await cluster().sql('SHOW fsync'))[0]?.['fsync'] !== value)
          await new Promise((done) => setTimeout(done, 20))
      }
      await setTo('off')
      const refusal = await refusalOf(openAt(place))
      await setTo('on')
      expect(refusal).toMatchObject({ code: 'unwritable' })
      expect(String(refusal)).toContain('fsync')
    })
    it.each([
      ['off', 'on'],
      ['local', 'on'],
      ['remote_apply', 'remote_apply']
    ])('that acknowledges by %s does so by %s', async (before, after) => {
      await cluster().sql(`CREATE ROLE by_${before} LOGIN`)
      await cluster().sql(`ALTER ROLE by_${before} SET synchronous_commit = ${before}`)
      const database = await Postgres.open(cluster().url(`by_${before}`))
      const { rows } = await database.run('SHOW synchronous_commit')
      await database.close()
      expect(rows).toEqual([{ synchronous_commit: after }])
    })
  })

  describe('a password', () => {
    it('stands in no refusal, whatever is wrong', async () => {
      const secret = 'gr%C3%BCn-s3cret'
      await cluster().sql("CREATE ROLE guarded LOGIN PASSWORD 'right'")
      const right = cluster().url()
      const host = encodeURIComponent(cluster().folder)
      const wrong = [
        `postgres://guarded:${secret}@${host}/postgres`,
        `postgres://truce:${secret}@${host}/nowhere`,
        `postgres://truce:${secret}@%2Fnowhere/postgres`,
        `postgres://truce:${secret}@127.0.0.1:1/postgres`,
        `postgres://truce:${secret}@127.0.0.1:none/postgres`,
        `postgres://truce:${secret}%zz@${host}/postgres`,
        `postgres://${secret}@[half/postgres`,
        `${right}?password=${secret}&user=guarded`,
        `mysql://truce:${secret}@${host}/postgres`,
        secret
      ]
      for (const url of wrong) {
        const refusal = await refusalOf(PostgresRecordStore.open({ url, record: 'r' }))
        expect(refusal, inspect(refusal)).toBeInstanceOf(StoreRefusal)
        const told = inspect(refusal, { depth: 9, showHidden: true })
        expect(told).not.toMatch(/s3cret|grün/)
      }
    })
    it('that is right lets in, be it in the address or in PGPASSWORD', async () => {
      const host = encodeURIComponent(cluster().folder)
      await cluster().sql('GRANT CREATE ON DATABASE postgres TO guarded')
      // The tables are another's: it gets as far as being told so.
      const told = async (user: string): Promise<void> => {
        const at = `postgres://${user}@${host}/postgres`
        expect(String(await refusalOf(openAt({ ...place, at })))).toContain('permission denied')
      }
      await told('guarded:right')
      vi.stubEnv('PGPASSWORD', 'right')
      await told('guarded')
      vi.unstubAllEnvs()
    })
  })

  // Last, for the small disk ends with the server.
  it.skipIf(!canBeSmall)(
    'a full disk refuses the append as a whole, keeps what was there, and takes more once there is space (needs one who may mount)',
    async () => {
      await cluster().sql(`CREATE TABLESPACE small LOCATION '${cluster().smallFolder}'`)
      await cluster().sql('ALTER ROLE truce SET default_tablespace = small')
      await cluster().sql(
        "CREATE TABLE ballast AS SELECT repeat('x', 900) FROM generate_series(1, 300)"
      )
      await usingAt(place, async (store) => {
        let refused = 'done'
        let size = 0
        while (refused === 'done') {
          refused = await code(store.append(size, MANY))
          if (refused === 'done') size += MANY.length
        }
        expect(refused).toBe('disk-full')
        expect(size).toBeGreaterThan(0)
        const told = MANY.map(({ leaf }) => Buffer.from(leaf).toString())
        const times = (n: number) => Array.from({ length: n / MANY.length }, () => told).flat()
        expect(await textsOf(store)).toEqual(times(size))
        await cluster().sql('DROP TABLE ballast')
        expect(await code(store.append(size, MANY))).toBe('done')
        expect(await textsOf(store)).toEqual(times(size + MANY.length))
      })
    }
  )
})
