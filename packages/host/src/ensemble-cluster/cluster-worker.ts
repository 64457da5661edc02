import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Chunk } from '@truce/core'
import type { Piscina } from 'piscina'
import { type Cluster, openCluster } from './cluster.ts'
import { engineHere, sameEngine } from './engine.ts'
import { packed, samePacked, unpacked } from './packed.ts'
import { type Patience, patiently } from './patience.ts'
import type { RunRow } from './runs.ts'
import type { Task } from './task-queue.ts'

/** Milliseconds between two looks for work. */
const LOOKING = 500
/** Milliseconds between two signs of life. */
const LIVING = 2000
/** How often draws that fail are tried, by whoever is free. */
const TRIES = 3

/** What a worker is to do, and when to end. */
export interface WorkerSettings {
  /** The address of the database. */
  readonly url: string
  /** Under which name the others see it. */
  readonly name: string
  readonly threads: number
  /** By the kind of job: a module whose default export is made by `serve`. */
  readonly kernels: Readonly<Record<string, URL>>
  /** Ends it after the chunks under way. */
  readonly signal: AbortSignal
  /** Told in words what it does. */
  readonly tell: (words: string) => void
}

/** Works on whatever runs a database has, until it is told to end. */
export async function workOnCluster(settings: WorkerSettings): Promise<void> {
  const cluster = await openCluster(settings.url, { supervise: true })
  const worker = new ClusterWorker(cluster, settings)
  try {
    await worker.work()
  } finally {
    await worker.end()
    await cluster.close()
  }
}

/** The threads that have opened the case of a run. */
interface Threads {
  readonly run: string
  readonly pool: Piscina<Chunk, unknown>
}

/** A run as this worker is at it. */
interface Work {
  readonly run: RunRow
  /** Whether there is still something to do for it. */
  goesOn: boolean
}

class ClusterWorker {
  private readonly cluster: Cluster
  private readonly settings: WorkerSettings
  private readonly id = randomUUID()
  private readonly patience: Patience
  private readonly inHand = new Set<Task>()
  private readonly refused = new Set<string>()
  private readonly living: NodeJS.Timeout
  private threads: Threads | undefined

  constructor(cluster: Cluster, settings: WorkerSettings) {
    this.cluster = cluster
    this.settings = settings
    this.patience = { goOn: () => !settings.signal.aborted, tell: settings.tell }
    // A sign of life that was lost is followed by another: only several in a row are missed.
    this.living = setInterval(() => void this.live().catch(() => undefined), LIVING)
  }

  async work(): Promise<void> {
    await this.live()
    while (!this.settings.signal.aborted) {
      const found = await patiently(this.patience, () => this.find()).catch((error: unknown) => {
        if (this.settings.signal.aborted) return undefined
        throw error
      })
      if (found === undefined) await setTimeout(LOOKING)
      else await this.workOn(found.run, found.task)
    }
  }

  async end(): Promise<void> {
    clearInterval(this.living)
    await this.threads?.pool.destroy()
    await this.cluster.runs.leave(this.id).catch(() => undefined)
  }

  private async live(): Promise<void> {
    const { name, threads } = this.settings
    await Promise.all([...this.inHand].map((task) => this.cluster.queue.touch(task)))
    await this.cluster.runs.greet(this.id, { name, engine: engineHere(), threads })
  }

  /** The next task of the oldest run that has one. */
  private async find(): Promise<{ readonly run: RunRow; readonly task: Task } | undefined> {
    const runs = await this.cluster.runs.running()
    for (const run of runs.filter((one) => this.accepts(one))) {
      const task = await this.cluster.queue.take(run.id)
      if (task) return { run, task }
      await this.cluster.runs.settle(run.id)
    }
    if (this.threads && !runs.some(({ id }) => id === this.threads?.run)) await this.close()
    return undefined
  }

  /** Leaves alone what it would compute with other bits, or not at all, and says so once. */
  private accepts({ id, kind, engine }: RunRow): boolean {
    const same = sameEngine(engine, engineHere())
    if (same && Object.hasOwn(this.settings.kernels, kind)) return true
    if (!this.refused.has(id))
      this.settings.tell(
        same
          ? `run ${id.slice(0, 12)} is of a kind that this worker does not know (${kind}); it is left to others`
          : `run ${id.slice(0, 12)} was asked by Truce ${engine.version} (arithmetic ${engine.arithmetic}) and this worker is of ${engineHere().version} (${engineHere().arithmetic}); it is left to workers of the same version`
      )
    this.refused.add(id)
    return false
  }

  /** Takes tasks of a run on all threads until none is to be had. */
  private async workOn(run: RunRow, first: Task): Promise<void> {
    const { signal, threads, tell } = this.settings
    const work: Work = { run, goesOn: true }
    if (this.threads?.run !== run.id)
      tell(
        `works on run ${run.id.slice(0, 12)} (${run.kind}, ${run.draws.toLocaleString('en')} draws)`
      )
    const next = async (): Promise<Task | undefined> =>
      signal.aborted || !work.goesOn
        ? undefined
        : patiently(this.patience, () => this.cluster.queue.take(run.id))
    const lane = async (taken: Task | undefined): Promise<void> => {
      for (let task = taken ?? (await next()); task; task = await next())
        await this.hold(work, task)
    }
    const lanes = Array.from({ length: threads }, (_, at) => lane(at === 0 ? first : undefined))
    const broken = (await Promise.allSettled(lanes)).find((end) => end.status === 'rejected')
    if (broken && !signal.aborted) throw broken.reason
  }

  private async hold(work: Work, task: Task): Promise<void> {
    this.inHand.add(task)
    try {
      await this.compute(work, task)
    } finally {
      this.inHand.delete(task)
    }
  }

  private async compute(work: Work, task: Task): Promise<void> {
    const { runs, queue } = this.cluster
    const pool = await this.opened(work)
    const missing = pool ? await patiently(this.patience, () => this.worthTrying(task)) : []
    let again = false
    for (const [at, index] of missing.entries()) {
      if (!work.goesOn) break
      if (this.settings.signal.aborted) {
        // What was not begun is a task of its own, so that ending costs it no try.
        await queue.add(task.run, [{ from: index, count: task.from + task.count - index }])
        break
      }
      const failed = await this.computeOne(work, pool as Threads['pool'], index)
      again ||= failed && at >= 0
    }
    await patiently(this.patience, () => (again ? queue.giveBack(task) : queue.finish(task)))
    if (!again) await patiently(this.patience, () => runs.settle(task.run))
  }

  /** The chunks of a task that are to be computed; one at which workers ended is given up. */
  private async worthTrying(task: Task): Promise<readonly number[]> {
    const { runs } = this.cluster
    const missing = await runs.missing(task.run, task)
    const [first] = missing
    // Each chunk that was done or given up in the task shows that it went on.
    const passed = task.count - missing.length
    if (first === undefined || task.retryCount < TRIES * (1 + passed)) return missing
    const error = `workers ended while they computed them, ${TRIES} times or more without a word of why`
    await runs.failed(task.run, { index: first, error }, 1)
    this.tellAside(task.run, first, error)
    return missing.slice(1)
  }

  /** Computes a chunk and keeps it. Whether it failed and may be tried again. */
  private async computeOne(work: Work, pool: Threads['pool'], index: number): Promise<boolean> {
    const { run } = work
    const from = index * run.chunk
    const chunk: Chunk = { index, from, count: Math.min(run.chunk, run.draws - from) }
    try {
      const part = packed(await pool.run(chunk))
      await this.keep(work, index, part)
      return false
    } catch (error) {
      if (this.settings.signal.aborted || !work.goesOn) return true
      const words = error instanceof Error ? error.message : String(error)
      return this.failed(work, { index, error: words }, TRIES)
    }
  }

  private async keep(work: Work, index: number, part: Uint8Array): Promise<void> {
    const { id } = work.run
    const worker = this.settings.name
    const { state, known } = await patiently(this.patience, () =>
      this.cluster.runs.put(id, { index }, { part, worker })
    )
    if (state !== 'running') work.goesOn = false
    if (known === undefined || samePacked(known, part)) return
    // Which of the two is right cannot be told: neither is used.
    const error = 'two workers computed other bits for them; see whether their computers are sound'
    await this.failed(work, { index, error }, 1)
    await this.cluster.runs.takeOut(id, index)
  }

  /** Keeps an error. Whether the chunk may be tried again. */
  private async failed(
    { run: { id } }: Work,
    failure: { readonly index: number; readonly error: string },
    tries: number
  ): Promise<boolean> {
    const aside = await patiently(this.patience, () => this.cluster.runs.failed(id, failure, tries))
    if (aside) this.tellAside(id, failure.index, failure.error)
    return !aside
  }

  private tellAside(run: string, index: number, error: string): void {
    this.settings.tell(`run ${run.slice(0, 12)}: chunk ${index} is set aside: ${error}`)
  }

  /** The threads for a run; none where it has ended. */
  private async opened(work: Work): Promise<Threads['pool'] | undefined> {
    const { id, kind } = work.run
    if (this.threads?.run === id) return this.threads.pool
    const setup = await patiently(this.patience, () => this.cluster.runs.setup(id))
    if (this.threads?.run === id) return this.threads.pool
    work.goesOn &&= setup !== undefined
    if (setup === undefined) return undefined
    const { Piscina } = await import('piscina')
    // Another lane may have opened them meanwhile.
    if (this.threads?.run === id) return this.threads.pool
    const old = this.threads
    const pool = new Piscina<Chunk, unknown>({
      filename: String(this.settings.kernels[kind]),
      workerData: unpacked(setup),
      minThreads: 1,
      maxThreads: this.settings.threads,
      concurrentTasksPerWorker: 1
    })
    this.threads = { run: id, pool }
    await old?.pool.destroy()
    return pool
  }

  private async close(): Promise<void> {
    const { threads } = this
    this.threads = undefined
    await threads?.pool.destroy()
  }
}
