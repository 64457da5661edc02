/**
 * Times what a record is kept in: appends that are on the disk when they answer, one by one and many
 * at once, and a million entries read back in stretches; SQLite, and PostgreSQL where it is. Run with
 * `node bench/record-stores.ts`; a number after it is how many entries, where a million are too many.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry, RecordStore } from '../packages/core/src/ports/index.ts'
import { PostgresRecordStore, SqliteRecordStore } from '../packages/host/src/record/index.ts'
import { Cluster, hasPostgres } from '../packages/host/test/cluster.ts'
import { figure } from './figures.ts'

const [SINGLE, BATCH, BATCHES] = [2000, 100, 100]
const MANY = Number(process.argv[2] ?? 1e6)
const STRETCH = 1000

/** As long as a signed entry of an incident, and no two alike. */
const made = (number: number): LogEntry => ({
  leaf: Buffer.from(`${JSON.stringify({ number, content: number ** 2 })} `.repeat(17).slice(0, 620))
})
const entries = (from: number, count: number): readonly LogEntry[] =>
  Array.from({ length: count }, (_, at) => made(from + at))

let missed = 0
function told(
  name: string,
  [value, unit]: readonly [number, string],
  { floor, better = 'less' }: { readonly floor?: number; readonly better?: 'more' | 'less' } = {}
): void {
  const within = figure({ name, value, unit, better, ...(floor === undefined ? {} : { floor }) })
  if (!within) missed++
  const target = floor === undefined ? '' : `  (target ${floor})`
  console.log(`${name.padEnd(64)} ${value.toFixed(2)} ${unit}${target}${within ? '' : '  MISSED'}`)
}

/** Seconds that work took by the clock, and of the processor in this process. */
async function timed(work: () => Promise<void>): Promise<{ clock: number; processor: number }> {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { clock: (performance.now() - begun) / 1e3, processor: (user + system) / 1e6 }
}

async function append(store: RecordStore, from: number, count: number): Promise<void> {
  const { outcome } = await store.append(from, entries(from, count))
  if (outcome !== 'appended') throw new Error('nobody else appends')
}

/** Milliseconds under which so large a share of times stays. */
const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN

/** What the disk itself takes: no store can be faster. */
function disk(path: string): void {
  const file = openSync(path, 'w')
  const times = Array.from({ length: SINGLE }, () => {
    const begun = performance.now()
    writeSync(file, Buffer.alloc(4096))
    fdatasyncSync(file)
    return performance.now() - begun
  })
  closeSync(file)
  told('disk: 4 kB written and synced, p99', [quantile(times, 0.99), 'ms'])
  console.log(`  median ${quantile(times, 0.5).toFixed(2)} ms`)
}

async function measure(name: string, store: RecordStore, most: number | undefined): Promise<void> {
  let size = 0
  const grow = async (count: number): Promise<void> => {
    await append(store, size, count)
    size += count
  }
  const times: number[] = []
  for (let n = 0; n < SINGLE; n++) times.push((await timed(() => grow(1))).clock * 1e3)
  const at = (share: number): number => quantile(times, share)
  told(`${name}, one append: p99`, [at(0.99), 'ms'], most === undefined ? {} : { floor: most })
  console.log(`  median ${at(0.5).toFixed(2)} ms, most ${at(1).toFixed(2)} ms`)

  const batched = await timed(async () => {
    for (let n = 0; n < BATCHES; n++) await grow(BATCH)
  })
  const rate = (BATCH * BATCHES) / batched.clock
  told(`${name}, appends ${BATCH} at once`, [rate, 'per s'], { floor: 1000, better: 'more' })

  const filling = await timed(async () => {
    while (size < MANY) await grow(Math.min(STRETCH, MANY - size))
  })
  let bytes = 0
  const reading = await timed(async () => {
    for (let from = 0; from < size; from += STRETCH)
      for (const { leaf } of await store.read(from, from + STRETCH)) bytes += leaf.length
  })
  const about = `${name}, ${size} entries`
  told(`${about} appended ${STRETCH} at once`, [filling.clock, 's'])
  told(`${about} read back`, [reading.clock, 's'])
  console.log(
    `  ${(bytes / 1e6).toFixed(0)} MB, ${reading.processor.toFixed(1)} s of processor time`
  )
  const looked = await timed(async () => {
    for (let n = 0; n < 100; n++) await store.size()
  })
  told(`${about}: its size`, [looked.clock * 10, 'ms'])
}

const folder = mkdtempSync(join(tmpdir(), 'truce-bench-'))
try {
  disk(join(folder, 'file'))
  const file = await SqliteRecordStore.open(join(folder, 'record.db'))
  await measure('record in SQLite', file, 10)
  await file.close()
  if (hasPostgres) {
    const cluster = await Cluster.start()
    try {
      const store = await PostgresRecordStore.open({ url: cluster.url(), record: 'bench' })
      await measure('record in PostgreSQL', store, undefined)
      await store.close()
    } finally {
      await cluster.remove()
    }
  } else console.log('there is no PostgreSQL here: it is left out')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = missed > 0 ? 1 : 0
