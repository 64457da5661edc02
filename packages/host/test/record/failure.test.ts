// What every store on a disk must withstand. What only one of them can suffer stands beside.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { clusterForTests } from '../postgres.ts'
import { openAt, type RecordPlace, textsOf, usingAt } from './places.ts'
import { headOf } from './tree.ts'

/** How often a process is killed: more of it than a sample where laws are tried in full. */
const KILLS = process.env['TRUCE_LAWS'] === 'full' ? 100 : 10
const LANES = 2
const HEADS = 20

/** Starts a process that appends; what it had printed when it ended, or was killed after a while. */
async function appended(
  place: RecordPlace,
  word: string,
  { count = 1e6, kill }: { readonly count?: number; readonly kill?: number }
): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'appender.ts')
  const appender = spawn(process.execPath, [script, JSON.stringify(place), word, String(count)])
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

/**
 * Every acknowledged append is where it was said to be, nothing is torn, and each head of the tree
 * that was kept is that of the entries before it.
 */
async function expectWhole(place: RecordPlace, acknowledged: readonly string[]): Promise<void> {
  await usingAt(place, async (store) => {
    const all = await textsOf(store)
    expect(all.length).toBe(await store.size())
    expect(all.filter((_, at) => at % 2 === 0)).toEqual(
      all.filter((_, at) => at % 2 === 1).map((text) => text.replace('second', 'first'))
    )
    for (const line of acknowledged) {
      const [at = '', word, done] = line.split(' ')
      expect(all[Number(at)]).toBe(`${word} ${done} first`)
    }
    const heads = await store.checkpoints(0, all.length + 1)
    expect(heads).not.toEqual([])
    expect(heads.at(-1)).toEqual(await store.checkpoint())
    const leaves = all.map((text) => Buffer.from(text))
    const every = Math.ceil(heads.length / HEADS)
    for (const { size, note } of heads.filter((_, at) => at % every === 0))
      expect(Buffer.from(note)).toEqual(headOf(leaves.slice(0, size)))
  })
}

function faults(placed: () => Promise<RecordPlace>): void {
  it('two processes that append at once lose nothing and tear nothing', async () => {
    const place = await placed()
    const both = await Promise.all(
      ['ours', 'theirs'].map((word) => appended(place, word, { count: 60 }))
    )
    expect(both.flat()).toHaveLength(120)
    await expectWhole(place, both.flat())
    await usingAt(place, async (store) => expect(await store.size()).toBe(240))
  })

  it(`processes killed in the midst of appends, ${KILLS} times: no acknowledged entry is lost, none is torn, and the tree is that of the entries`, {
    timeout: 60_000 + KILLS * 3000
  }, async () => {
    const place = await placed()
    const acknowledged: string[] = []
    const lane = async (first: number): Promise<void> => {
      for (let round = first; round < KILLS; round += LANES)
        acknowledged.push(...(await appended(place, `round-${round}`, { kill: (round * 23) % 61 })))
    }
    await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))
    expect(acknowledged.length).toBeGreaterThan(KILLS)
    await expectWhole(place, acknowledged)
  })

  it('what is under way is ended before a store is let go', async () => {
    const place = await placed()
    const store = await openAt(place)
    const appending = store.append(0, [{ leaf: Buffer.from('a') }])
    await store.close()
    expect(await appending).toEqual({ outcome: 'appended', size: 1 })
    await usingAt(place, async (again) => expect(await again.size()).toBe(1))
  })
}

describe('SQLite', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truce-record-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  faults(async () => ({ store: 'SQLite', at: join(folder, 'record.db'), record: '' }))
})

describe.skipIf(!hasPostgres)(`PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  faults(async () => ({ store: 'PostgreSQL', at: cluster().url(), record: randomUUID() }))
})
