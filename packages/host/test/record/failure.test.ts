import { spawn } from 'node:child_process'
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RecordStore } from '@truce/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { SqliteRecordStore } from '../../src/record/index.ts'
import { code } from '../contract/opening.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-record-'))
  path = join(folder, 'record.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function using<T>(work: (store: RecordStore) => Promise<T>): Promise<T> {
  const store = await SqliteRecordStore.open(path)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const texts = (store: RecordStore): Promise<readonly string[]> =>
  store.read(0, 1e6).then((all) => all.map(({ leaf }) => Buffer.from(leaf).toString()))

/** Starts a process that appends; what it had printed when it ended, or was killed after a while. */
async function appended(word: string, count: number, kill?: number): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'appender.ts')
  const appender = spawn(process.execPath, [script, path, word, String(count)])
  let [printed, complaint] = ['', '']
  appender.stdout.on('data', (part) => {
    if (printed === '' && kill !== undefined) setTimeout(() => appender.kill('SIGKILL'), kill)
    printed += part
  })
  appender.stderr.on('data', (part) => {
    complaint += part
  })
  await new Promise((done) => appender.on('close', done))
  expect(complaint).toBe('')
  return printed.split('\n').slice(0, -1)
}

/** Every acknowledged append is where it was said to be, and whole. */
function expectKept(all: readonly string[], acknowledged: readonly string[]): void {
  for (const line of acknowledged) {
    const [at = '', word, done] = line.split(' ')
    expect(all.slice(Number(at), Number(at) + 2)).toEqual([
      `${word} ${done} first`,
      `${word} ${done} second`
    ])
  }
}

describe('two processes that append at once', () => {
  it('lose nothing and tear nothing', async () => {
    const both = await Promise.all([appended('ours', 60), appended('theirs', 60)])
    await using(async (store) => {
      expect(await store.size()).toBe(240)
      expectKept(await texts(store), both.flat())
    })
  })
})

describe('killed in the midst of appends', () => {
  const ROUNDS = sampled(5, 3)
  it(`${ROUNDS} times: no acknowledged entry is lost and no append is torn`, async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++)
      acknowledged.push(...(await appended(`round-${round}`, 1e6, 10 + 23 * round)))
    await using(async (store) => {
      const all = await texts(store)
      expect(all.length % 2).toBe(0)
      expect(acknowledged.length).toBeGreaterThan(ROUNDS)
      expectKept(all, acknowledged)
    })
  })
})

describe('another program', () => {
  it('that writes for long makes an append wait, then refuse', async () => {
    await using(async (store) => {
      const other = new DatabaseSync(path)
      other.exec('BEGIN IMMEDIATE')
      expect(await code(store.append(0, [{ leaf: Buffer.from('a') }]))).toBe('held')
      other.exec('ROLLBACK')
      other.close()
      expect(await code(store.append(0, [{ leaf: Buffer.from('a') }]))).toBe('done')
    })
  })
  it('changes and removes no entry by SQL', async () => {
    await using((store) => store.append(0, [{ leaf: Buffer.from('a') }]))
    const other = new DatabaseSync(path)
    expect(() => other.exec("UPDATE entries SET leaf = x'00'")).toThrow('never changed')
    expect(() => other.exec('DELETE FROM entries')).toThrow('never removed')
    other.close()
  })
})

describe('a damaged file', () => {
  it('is said where it is opened or read, and left as it is', async () => {
    const leaf = new Uint8Array(3000).fill(7)
    await using((store) =>
      store.append(
        0,
        Array.from({ length: 50 }, () => ({ leaf }))
      )
    )
    const { size } = await stat(path)
    const file = await open(path, 'r+')
    for (let page = 4096 * 3; page < size; page += 4096)
      await file.write(new Uint8Array(100).fill(255), 0, 100, page)
    await file.close()
    await using(async (store) => {
      expect(await code(store.read(0, 50))).toBe('unreadable-store')
    })
    expect((await stat(path)).size).toBe(size)
  })
  it('that lost an entry is said to have', async () => {
    const leaves = ['a', 'b', 'c'].map((text) => ({ leaf: Buffer.from(text) }))
    await using((store) => store.append(0, leaves))
    const other = new DatabaseSync(path)
    other.exec('DROP TRIGGER entries_remain; DELETE FROM entries WHERE number = 1')
    other.close()
    await using(async (store) => {
      expect(await code(store.read(2, 3))).toBe('done')
      await expect(store.read(0, 3)).rejects.toThrow('entry 1 is missing')
    })
  })
  it('that is none, or one of a later Truce, is not opened', async () => {
    await writeFile(path, 'this is not a database, and longer than its header would be '.repeat(20))
    expect(await code(SqliteRecordStore.open(path))).toBe('unreadable-store')
    await rm(path)
    const other = new DatabaseSync(path)
    other.exec('PRAGMA user_version = 99')
    other.close()
    await expect(SqliteRecordStore.open(path)).rejects.toThrow('a later Truce')
  })
})
