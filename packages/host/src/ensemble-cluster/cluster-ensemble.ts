import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Chunk, Ensemble, EnsemblePlan, EnsembleRun } from '@truce/core'
import { ChunkFailed, cut } from '../ensemble.ts'
import { asideWords } from './aside-words.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { engineHere, sameEngine } from './engine.ts'
import { nameOfRun, packed, unpacked } from './packed.ts'
import type { Patience } from './patience.ts'
import { patiently } from './patience.ts'
import type { NewRun } from './runs.ts'
import { HELD } from './runs.ts'
import type { Stretch } from './task-queue.ts'

/** Milliseconds between two looks at what has been finished. */
const LOOKING = 200
/** Milliseconds for which a database may be away while a run goes on. */
const AWAY = 10 * 60_000
/** Milliseconds without a worker after which that is told. */
const ALONE = 5000
/** Chunks of a task: little is left to do again when a worker is lost, and the queue is short. */
const LONGEST = 20
/** A small run is cut into so many tasks, so that many can share it. */
const TASKS = 64

/** Where a run is put, and how. */
export interface ClusterPlace {
  /** The address of the database. */
  readonly url: string
  /** What kind of job it is: a worker has a module for each. */
  readonly kind: string
  /** Keeps a run that is done, with its case, so that the same question is answered at once. */
  readonly keep?: boolean
  /** Told in words what a person should know while waiting. */
  readonly tell?: (words: string) => void
}

/** Thrown when a run cannot be gone on with here: somebody else waits for it, or has removed it. */
export class RunElsewhere extends Error {}

/** The name under which a run lies in a database: that of its set-up and of how it is cut. */
export const runNamed = (
  kind: string,
  setup: unknown,
  { draws, chunk }: Pick<EnsemblePlan<unknown>, 'draws' | 'chunk'>
): string => nameOfRun([kind, engineHere(), draws, chunk, setup])

/**
 * An ensemble of whatever workers share a database, on any number of computers. Its finished parts
 * stay there until the run is done: whoever asks the same again goes on with them.
 */
export function onCluster<Setup, Part>(place: ClusterPlace): Ensemble<Setup, Part> {
  return {
    workers: 1,
    run: async (setup, plan) => {
      const watching = new Watching<Part>(place, plan)
      // As with every ensemble, nothing is begun where nothing is to be done.
      if (plan.signal?.aborted === true || watching.missing() === 0) {
        plan.onProgress?.(watching.draws, plan.draws)
        return watching.left()
      }
      const cluster = await openCluster(place.url)
      try {
        return await watching.run(cluster, setup)
      } finally {
        await cluster.close()
      }
    }
  }
}

/** One run, as whoever asked for it sees it. */
class Watching<Part> {
  private readonly place: ClusterPlace
  private readonly plan: EnsemblePlan<Part>
  private readonly chunks: ReturnType<typeof cut>
  private readonly parts = new Map<number, Part>()
  private readonly watcher = randomUUID()
  private readonly patience: Patience
  /** All chunks before this one are there. */
  private low = 0
  /** Those after it that are there. */
  private readonly ahead = new Set<number>()
  private heard = performance.now()
  draws = 0

  constructor(place: ClusterPlace, plan: EnsemblePlan<Part>) {
    this.place = place
    this.plan = plan
    this.chunks = cut(plan)
    for (const chunk of this.chunks) {
      const part = plan.done?.get(chunk.index)
      if (part !== undefined) this.add(chunk, part)
    }
    this.patience = {
      goOn: (failing) => failing < AWAY && !this.stopped(),
      tell: (words) => place.tell?.(words)
    }
  }

  /** What there is, in order. */
  left(): EnsembleRun<Part> {
    const { draws } = this
    return {
      parts: new Map([...this.parts].sort(([a], [b]) => a - b)),
      draws,
      complete: draws === this.plan.draws
    }
  }

  async run(cluster: Cluster, setup: unknown): Promise<EnsembleRun<Part>> {
    const id = runNamed(this.place.kind, setup, this.plan)
    await this.begin(cluster, { id, setup })
    try {
      await this.collect(cluster, id, { told: false })
      this.plan.onProgress?.(this.draws, this.plan.draws)
      if (this.parts.size < this.chunks.length) {
        await cluster.queue.fill(id, this.stretches())
        await this.wait(cluster, id)
      }
    } catch (error) {
      // What is wrong is told, not that it could not be tidied up after it.
      if (!(error instanceof RunElsewhere)) await this.end(cluster, id).catch(() => undefined)
      throw error
    }
    const stubborn = { ...this.patience, goOn: (failing: number) => failing < AWAY }
    await patiently(stubborn, () => this.end(cluster, id))
    const aside =
      this.missing() > 0 && !this.stopped()
        ? await patiently(stubborn, () => cluster.runs.aside(id))
        : []
    if (aside.length > 0) throw new ChunkFailed(asideWords(this.chunks, aside))
    return this.left()
  }

  private async begin(
    { runs }: Cluster,
    { id, setup }: { readonly id: string; readonly setup: unknown }
  ): Promise<void> {
    const { place, plan, watcher } = this
    const { kind, keep = false } = place
    const { draws, chunk } = plan
    const run: NewRun = {
      id,
      kind,
      engine: engineHere(),
      setup: packed(setup),
      draws,
      chunk,
      keep,
      watcher
    }
    const until = performance.now() + (HELD + 2) * 1000
    // Whoever waited before and was killed holds the run for a few seconds more.
    while (!(await runs.begin(run))) {
      if (performance.now() > until || this.stopped())
        throw new RunElsewhere(
          'somebody else is waiting for the same run; wait for it there, or ask again when it has ended'
        )
      await setTimeout(LOOKING)
    }
  }

  /** Looks again and again until every chunk is there or given up, or the run is stopped. */
  private async wait(cluster: Cluster, id: string): Promise<void> {
    while (!this.stopped()) {
      const found = await patiently(this.patience, () => this.look(cluster, id)).catch(
        (error: unknown) => {
          if (this.stopped()) return 0
          throw error
        }
      )
      if (this.parts.size === this.chunks.length) return
      if (found === 0) {
        const aside = await patiently(this.patience, () => cluster.runs.aside(id))
        if (aside.length > 0 && aside.length >= this.missing()) return
        await patiently(this.patience, () => this.tellAlone(cluster))
        await setTimeout(LOOKING)
      }
    }
  }

  private async look(cluster: Cluster, id: string): Promise<number> {
    if (!(await cluster.runs.hold(id, this.watcher)))
      throw new RunElsewhere(
        'the run was removed from the database while it was under way; ask again'
      )
    return this.collect(cluster, id, { told: true })
  }

  /** Takes over what has been finished; what was so before this run is not told part by part. */
  private async collect(
    { runs }: Cluster,
    id: string,
    { told }: { told: boolean }
  ): Promise<number> {
    let found = 0
    for (let kept = await this.next(runs, id); kept.length > 0; kept = await this.next(runs, id)) {
      for (const { index, part } of kept) {
        const chunk = this.chunks[index]
        if (chunk === undefined) throw new RangeError(`there is no chunk ${index} in this run`)
        const whole = unpacked(part) as Part
        this.add(chunk, whole)
        found++
        if (!told) continue
        this.plan.onPart?.(chunk, whole)
        this.plan.onProgress?.(this.draws, this.plan.draws)
      }
    }
    if (found > 0) this.heard = performance.now()
    return found
  }

  private next(runs: Cluster['runs'], id: string): ReturnType<Cluster['runs']['parts']> {
    return patiently(this.patience, () => runs.parts(id, this.low, [...this.ahead]))
  }

  private add({ index, count }: Chunk, part: Part): void {
    this.parts.set(index, part)
    this.draws += count
    this.ahead.add(index)
    while (this.ahead.delete(this.low)) this.low++
  }

  /** Says now and then that nobody computes. */
  private async tellAlone({ runs }: Cluster): Promise<void> {
    if (performance.now() - this.heard < ALONE) return
    this.heard = performance.now() + 5 * ALONE
    const workers = await runs.workers()
    const others = workers.filter(({ engine }) => !sameEngine(engine, engineHere()))
    if (others.length < workers.length) return
    this.place.tell?.(
      others.length === 0
        ? 'no worker is there: start some with truce worker --database, on any computer; this waits'
        : `no worker of this version is there (${others.map(({ name, engine }) => `${name} is of ${engine.version}, ${engine.arithmetic}`).join('; ')}; this is of ${engineHere().version}, ${engineHere().arithmetic}): start some of the same version`
    )
  }

  /** The tasks of what is missing: stretches of chunks in order. */
  private stretches(): readonly Stretch[] {
    const most = Math.max(1, Math.min(LONGEST, Math.floor(this.chunks.length / TASKS)))
    const stretches: { from: number; count: number }[] = []
    for (const { index } of this.chunks) {
      if (this.parts.has(index)) continue
      const last = stretches.at(-1)
      if (last && last.from + last.count === index && last.count < most) last.count++
      else stretches.push({ from: index, count: 1 })
    }
    return stretches
  }

  /** Leaves nothing of a run that is done, and of another one what it takes to go on. */
  private async end(cluster: Cluster, id: string): Promise<void> {
    const { runs, queue } = cluster
    if (this.missing() > 0) {
      await runs.stop(id)
      await queue.remove(id)
      // What was written until it was stopped is in the answer.
      await this.collect(cluster, id, { told: true })
    } else await queue.remove(id)
    if (this.missing() > 0) return
    await (this.place.keep === true ? runs.release(id) : runs.remove(id))
  }

  /** How many chunks are not there. */
  missing(): number {
    return this.chunks.length - this.parts.size
  }

  private stopped(): boolean {
    return this.plan.signal?.aborted === true
  }
}
