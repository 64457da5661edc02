/**
 * What an ensemble costs on a cluster, in processor time: it needs no machine of its own, but wall
 * times are told only for the order of size. `node bench/ensemble-cluster.ts curve [draws]` studies
 * the flagship on 1, 2, 4 and 8 workers of one thread, `.. bits [draws] [workers..]` a small case on
 * one worker and on two, or on as many as are named, and compares all bits, `.. takeover` how long a killed worker's task lies still.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { serialize } from 'node:v8'
import type { SourceFile } from '../packages/core/src/model/span.ts'
import { CHUNK, STUDY_DEFAULTS } from '../packages/core/src/study/index.ts'
import { openCluster, studyOnCluster } from '../packages/host/src/ensemble-cluster/index.ts'
import { studyEnsemble } from '../packages/host/src/ensemble-study.ts'
import { loadCase } from '../packages/host/src/load.ts'
import { Cluster } from '../packages/host/test/cluster.ts'
import { synthetic } from './synthetic.ts'

const FLAGSHIP = join(import.meta.dirname, '../cases/ukraine/2024-maitra')
const TICK = 100

interface Cost {
  readonly wall: number
  readonly asker: number
  readonly workers: number
  readonly database: number
  readonly digest: string
}

const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Processor seconds of a server and of all its sessions that have ended. */
function ofServer(cluster: Cluster): number {
  const pid = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')[0]
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICK
}

const start = (url: string, name: string): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'ensemble-worker.ts'), url, name], {
    stdio: ['ignore', 'pipe', 'inherit']
  })

async function ended(worker: ChildProcess): Promise<number> {
  const said = once(worker.stdout as NodeJS.EventEmitter, 'data')
  worker.kill('SIGTERM')
  const [[seconds]] = [(await said) as [Buffer]]
  return Number(String(seconds))
}

async function ready(url: string, workers: number): Promise<void> {
  const cluster = await openCluster(url)
  while ((await cluster.runs.workers()).length < workers) await setTimeout(100)
  await cluster.close()
}

/** Asks one study of that many workers on a server of its own. */
async function cost(files: readonly SourceFile[], draws: number, workers: number): Promise<Cost> {
  const cluster = await Cluster.start()
  try {
    const url = cluster.url()
    await (await openCluster(url)).close()
    const started = Array.from({ length: workers }, (_, at) => start(url, `worker ${at + 1}`))
    await ready(url, workers)
    const [before, idle, since] = [ofServer(cluster), spent(), performance.now()]
    const settings = { ...STUDY_DEFAULTS, draws }
    let last = since
    const { parts } = await studyOnCluster({ url }).run(
      { files, settings },
      {
        draws,
        chunk: CHUNK,
        onProgress: (done) => {
          if (performance.now() - last < 20_000) return
          last = performance.now()
          console.error(`  ${workers} workers: ${done.toLocaleString('en')} draws`)
        }
      }
    )
    const [wall, asker] = [(performance.now() - since) / 1000, spent() - idle]
    const used = await Promise.all(started.map(ended))
    await setTimeout(500)
    return {
      wall,
      asker,
      workers: used.reduce((sum, one) => sum + one, 0),
      database: ofServer(cluster) - before,
      digest: digestOf(parts)
    }
  } finally {
    await cluster.remove()
  }
}

function digestOf(parts: ReadonlyMap<number, unknown>): string {
  const hash = createHash('sha256')
  for (const [index, part] of parts)
    hash.update(`${index} `).update(serialize(structuredClone(part)))
  return hash.digest('hex').slice(0, 16)
}

function tell(workers: number, draws: number, cost: Cost): void {
  const each = (seconds: number): string => `${((seconds / draws) * 1e6).toFixed(1)} us`
  console.log(
    `${workers} workers: workers ${cost.workers.toFixed(1)} s (${each(cost.workers)} a draw), asker ${cost.asker.toFixed(1)} s (${each(cost.asker)}), database ${cost.database.toFixed(1)} s (${each(cost.database)}), wall ${cost.wall.toFixed(0)} s, bits ${cost.digest}`
  )
}

async function curve(draws: number): Promise<void> {
  const { files } = await loadCase(FLAGSHIP)
  const settings = { ...STUDY_DEFAULTS, draws }
  const before = spent()
  const here = await studyEnsemble(1).run({ files, settings }, { draws, chunk: CHUNK })
  const seconds = spent() - before
  console.log(
    `in one thread: ${seconds.toFixed(1)} s (${((seconds / draws) * 1e6).toFixed(1)} us a draw), bits ${digestOf(here.parts)}`
  )
  for (const workers of [1, 2, 4, 8]) tell(workers, draws, await cost(files, draws, workers))
}

async function bits(draws: number, counts: readonly number[]): Promise<void> {
  const files = synthetic({ issues: 2, options: 2, parties: 2 })
  const found: string[] = []
  for (const workers of counts) {
    const one = await cost(files, draws, workers)
    tell(workers, draws, one)
    found.push(one.digest)
  }
  const same = new Set(found).size === 1
  console.log(same ? 'the same bits' : 'OTHER BITS')
  if (!same) process.exitCode = 1
}

/** Long enough that a worker can be killed in its midst. */
const LONG = CHUNK * 200

/** Kills a worker in the midst of its task, and waits until another one has taken that. */
async function takeover(times: number): Promise<void> {
  const { files } = await loadCase(FLAGSHIP)
  const cluster = await Cluster.start()
  try {
    await (await openCluster(cluster.url())).close()
    for (let at = 0; at < times; at++) {
      const first = start(cluster.url(), `first ${at}`)
      const cancel = new AbortController()
      const settings = { ...STUDY_DEFAULTS, draws: LONG, seed: at + 1 }
      const plan = { draws: LONG, chunk: LONG, signal: cancel.signal }
      const run = studyOnCluster({ url: cluster.url() }).run({ files, settings }, plan)
      await until(cluster, "state = 'active'")
      const second = start(cluster.url(), `second ${at}`)
      await ready(cluster.url(), 2)
      const killed = performance.now()
      first.kill('SIGKILL')
      await until(cluster, "state = 'active' AND retry_count > 0")
      console.log(`taken over after ${((performance.now() - killed) / 1000).toFixed(1)} s`)
      second.kill('SIGKILL')
      cancel.abort()
      await run
      await cluster.sql('DELETE FROM truce.ensemble_workers')
    }
  } finally {
    await cluster.remove()
  }
}

async function until(cluster: Cluster, holds: string): Promise<void> {
  while ((await cluster.sql(`SELECT FROM truce_queue.job WHERE ${holds}`)).length === 0)
    await setTimeout(50)
}

const [what = 'curve', count, ...counts] = process.argv.slice(2)
if (what === 'bits')
  await bits(Number(count ?? 10_000_000), counts.length > 0 ? counts.map(Number) : [1, 2])
else if (what === 'takeover') await takeover(Number(count ?? 3))
else await curve(Number(count ?? 1_000_000))
