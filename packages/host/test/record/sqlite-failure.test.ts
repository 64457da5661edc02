import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RecordStore } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SqliteRecordStore } from '../../src/record/index.ts'
import { code } from '../contract/opening.ts'
import { entry, textsOf, usingAt } from './places.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-record-'))
  path = join(folder, 'record.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const using = <T>(work: (store: RecordStore) => Promise<T>): Promise<T> =>
  usingAt({ store: 'SQLite', at: path, record: '' }, work)

/** Fifty entries that fill many pages. */
const MANY = Array.from({ length: 50 }, (_, at) => entry(`${at} `.repeat(700)))

describe('another program', () => {
  it('that writes for long makes an append wait, then refuse', async () => {
    await using(async (store) => {
      const other = new DatabaseSync(path)
      other.exec('BEGIN IMMEDIATE')
      expect(await code(store.append(0, [entry('a')]))).toBe('held')
      other.exec('ROLLBACK')
      other.close()
      expect(await code(store.append(0, [entry('a')]))).toBe('done')
    })
  })
  it('changes and removes no entry by SQL', async () => {
    await using((store) => store.append(0, [entry('a')]))
    const other = new DatabaseSync(path)
    expect(() => other.exec("UPDATE entries SET leaf = x'00'")).toThrow('never changed')
    expect(() => other.exec('DELETE FROM entries')).toThrow('never removed')
    other.close()
  })
})

describe('a damaged file', () => {
  it('with one byte flipped is refused or gives other bytes, and is left as it is', {
    timeout: 180_000
  }, async () => {
    await using(async (store) => {
      await store.append(0, MANY)
      await store.keepCheckpoint({ size: 50, note: Buffer.from('note') }, undefined)
    })
    const whole = await readFile(path)
    const told = await using(textsOf)
    const step = process.env['TRUCE_LAWS'] === 'full' ? 101 : 2003
    const seen = new Set<string>()
    for (let at = 0; at < whole.length; at += step) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      await writeFile(path, flipped)
      try {
        const found = await using(textsOf)
        seen.add(JSON.stringify(found) === JSON.stringify(told) ? 'the same' : 'other bytes')
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(StoreRefusal)
        seen.add(error instanceof StoreRefusal ? error.code : 'a mistake of ours')
      }
      expect((await readFile(path)).equals(flipped), `byte ${at} is as it was`).toBe(true)
    }
    expect([...seen].sort()).toEqual(['other bytes', 'the same', 'unreadable-store'])
  })
  it('that lost its end is refused, and left as it is', async () => {
    await using((store) => store.append(0, MANY))
    const { size } = await stat(path)
    for (const left of [size - 4096, size / 2, 4096, 100]) {
      await truncate(path, Math.floor(left))
      expect(await code(using(textsOf)), `${left} of ${size} bytes`).toBe('unreadable-store')
      expect((await stat(path)).size).toBe(Math.floor(left))
    }
  })
  it('that lost an entry is said to have', async () => {
    await using((store) => store.append(0, ['a', 'b', 'c'].map(entry)))
    const other = new DatabaseSync(path)
    other.exec('DROP TRIGGER entries_remain; DELETE FROM entries WHERE number = 1')
    other.close()
    await using(async (store) => {
      expect(await code(store.read(2, 3))).toBe('done')
      await expect(store.read(0, 3)).rejects.toThrow('entry 1 is missing')
    })
  })
  it('that lost the last entries under a checkpoint is refused', async () => {
    await using(async (store) => {
      await store.append(0, ['a', 'b', 'c'].map(entry))
      await store.keepCheckpoint({ size: 2, note: Buffer.from('note') }, undefined)
      const other = new DatabaseSync(path)
      other.exec('DROP TRIGGER entries_remain; DELETE FROM entries WHERE number >= 2')
      expect(await store.append(2, [])).toEqual({ outcome: 'appended', size: 2 })
      other.exec('DELETE FROM entries WHERE number >= 1')
      other.close()
      expect(await code(store.size())).toBe('unreadable-store')
      expect(await code(store.append(1, [entry('x')]))).toBe('unreadable-store')
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

describe('a full disk', () => {
  const small = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'true']).status === 0
  it.skipIf(!small)(
    'refuses the append as a whole, keeps what was there, and takes more once there is space (needs unshare)',
    async () => {
      const at = join(folder, 'small')
      await mkdir(at)
      const script = `mount -t tmpfs -o size=1m tmpfs '${at}' && exec '${process.execPath}' '${join(import.meta.dirname, 'filler.ts')}' '${at}'`
      const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
        encoding: 'utf8'
      })
      expect(stderr).toBe('')
      const { size, ...found } = JSON.parse(stdout) as Record<string, unknown>
      expect(found).toEqual({ refused: 'disk-full', kept: true, after: 'done', whole: true })
      expect(size).toBeGreaterThan(10)
    }
  )
})
