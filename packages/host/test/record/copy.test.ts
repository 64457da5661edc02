import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry, RecordStore } from '@truce/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemoryRecordStore } from '../../src/memory/index.ts'
import { copyRecord, SqliteRecordStore } from '../../src/record/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { code } from '../contract/opening.ts'
import { clusterForTests } from '../postgres.ts'
import { entry, openAt } from './places.ts'

let folder = ''
const opened: RecordStore[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-copy-'))
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function opening(store: Promise<RecordStore>): Promise<RecordStore> {
  opened.push(await store)
  return store
}
const file = (name: string): Promise<RecordStore> =>
  opening(SqliteRecordStore.open(join(folder, name)))

/** Enough for several stretches, each of another length, some with a body, some empty. */
const ENTRIES: readonly LogEntry[] = Array.from({ length: 2345 }, (_, at) => ({
  leaf: new Uint8Array(at % 97).map((_, n) => (at * 31 + n * 7) % 256),
  ...(at % 3 === 0 ? { body: new Uint8Array(at % 5).fill(at % 256) } : {})
}))
const BYTES = ENTRIES.reduce((sum, { leaf, body }) => sum + leaf.length + (body?.length ?? 0), 0)
const SIZES = [0, 1, 999, 1000, 1001, 2345]

async function filled(store: RecordStore): Promise<RecordStore> {
  await store.append(0, ENTRIES)
  for (const size of SIZES)
    await store.keepCheckpoint({ size, note: Buffer.from(`over ${size}`) }, undefined)
  return store
}

/** All that a store tells of its record. */
const toldBy = async (store: RecordStore): Promise<unknown> => ({
  size: await store.size(),
  entries: await store.read(0, 1e6),
  checkpoints: (await store.checkpoints(0, 1e6)).map(({ size, note }) => [
    size,
    Buffer.from(note).toString()
  ])
})

const COPIED = { entries: 2345, bytes: BYTES, checkpoints: SIZES.length }

describe('a record that is copied', () => {
  it('is the same in the other store', async () => {
    const [first, second] = [await filled(await file('a.db')), await file('b.db')]
    expect(await copyRecord(first, second)).toEqual(COPIED)
    expect(await toldBy(second)).toEqual(await toldBy(first))
    expect(await copyRecord(first, second), 'again').toEqual(COPIED)
  })
  it('and was broken off goes on where it ended', async () => {
    const [first, second] = [await filled(new MemoryRecordStore()), await file('b.db')]
    const broken: RecordStore = {
      size: () => second.size(),
      read: (from, to) => second.read(from, to),
      append: (at, entries) =>
        at < 2000 ? second.append(at, entries) : Promise.reject(new Error('cut')),
      checkpoint: (size) => second.checkpoint(size),
      checkpoints: (from, to) => second.checkpoints(from, to),
      keepCheckpoint: (one, two) => second.keepCheckpoint(one, two),
      close: () => second.close()
    }
    await expect(copyRecord(first, broken)).rejects.toThrow('cut')
    expect(await second.size()).toBe(2000)
    expect(await copyRecord(first, second)).toEqual(COPIED)
    expect(await toldBy(second)).toEqual(await toldBy(first))
  })
  it('grows by what was appended since', async () => {
    const [first, second] = [await filled(new MemoryRecordStore()), await file('b.db')]
    await copyRecord(first, second)
    await first.append(2345, [entry('one more')])
    expect(await copyRecord(first, second)).toEqual({
      ...COPIED,
      entries: 2346,
      bytes: BYTES + 8
    })
  })
  it('goes into none that has anything else, and changes nothing there', async () => {
    const from = await filled(new MemoryRecordStore())
    const refused = async (made: (store: RecordStore) => Promise<unknown>): Promise<void> => {
      const to = new MemoryRecordStore()
      await made(to)
      const before = await toldBy(to)
      expect(await code(copyRecord(from, to))).toBe('taken')
      expect(await toldBy(to)).toEqual(before)
    }
    await refused((to) => to.append(0, [entry('another')]))
    await refused((to) => to.append(0, [...ENTRIES, entry('one more')]))
    const sealed = ENTRIES.map(({ leaf, body }, at) => ({
      leaf,
      ...(at === 1500 ? { body: Buffer.from('another') } : body && { body })
    }))
    await refused((to) => to.append(0, sealed))
    await refused(async (to) => {
      await to.append(0, ENTRIES)
      await to.keepCheckpoint({ size: 5, note: Buffer.from('another') }, undefined)
    })
    await refused(async (to) => {
      await to.append(0, ENTRIES)
      await to.keepCheckpoint({ size: 999, note: Buffer.from('another') }, undefined)
    })
  })
})

describe.skipIf(!hasPostgres)(`with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  it('a record goes there and back without loss', async () => {
    const first = await filled(await file('a.db'))
    const second = await opening(
      openAt({ store: 'PostgreSQL', at: cluster().url(), record: randomUUID() })
    )
    const third = await file('b.db')
    expect(await copyRecord(first, second)).toEqual(COPIED)
    expect(await copyRecord(second, third)).toEqual(COPIED)
    expect(await toldBy(third)).toEqual(await toldBy(first))
  })
})
