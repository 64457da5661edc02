import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { ArrayTaskQueue, Piscina } from 'piscina'
import { Refusal } from '../refusal.ts'
import type { Kind, Task } from './tasks.ts'
import type { Begun, Numbered } from './thread.ts'

/** How many threads, how many tasks may wait, and how long one may take. */
export interface PoolLimits {
  readonly threads: number
  readonly waiting: number
  readonly milliseconds: number
}

const LIMITS: PoolLimits = {
  // One core is left for answering.
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 64,
  milliseconds: 60_000
}

/** A briefing is a check, a study, a deal space and a graph in one. */
const LONGER: Partial<Readonly<Record<Kind, number>>> = { briefing: 5 }

/**
 * Threads that do tasks, each one at a time, in the order of asking. A thread that fails or takes
 * too long is replaced.
 */
export class Pool {
  private readonly limits: PoolLimits
  private readonly running = new Map<number, (thread: number) => void>()
  private threads: Piscina<Numbered, string> | undefined
  private spare: AbortController | undefined
  private asked = 0
  private closed = false

  constructor(limits: Partial<PoolLimits> = {}) {
    this.limits = { ...LIMITS, ...limits }
  }

  /** How many tasks can be done at once. */
  get size(): number {
    return this.limits.threads
  }

  /** How many tasks are done at this moment, and how many wait for it. */
  get load(): { readonly running: number; readonly waiting: number } {
    const waiting = this.threads?.queueSize ?? 0
    return { running: Math.max(0, this.running.size - waiting), waiting }
  }

  /** The answer to a task, as JSON; one that nobody waits for any more is stopped. */
  async run(task: Task, signal?: AbortSignal): Promise<string> {
    this.spare?.abort()
    return this.perform(task, signal)
  }

  /** As `run`, for an answer that nobody waits for: stopped as soon as anybody asks for another. */
  async runSpare(task: Task): Promise<string> {
    const stopper = new AbortController()
    this.spare = stopper
    return this.perform(task, stopper.signal)
  }

  private async perform(task: Task, signal?: AbortSignal): Promise<string> {
    const threads = this.started()
    if (this.closed || threads.queueSize >= this.limits.waiting) throw tooBusy()
    const number = ++this.asked
    const milliseconds = this.limits.milliseconds * (LONGER[task.kind] ?? 1)
    let timer: NodeJS.Timeout | undefined
    let stopped = false
    let stop = (): void => undefined
    // A task's time begins with its work: what it waited for others is not its own.
    this.running.set(number, (thread) => {
      stop = () => {
        stopped = true
        void threads.threads.find(({ threadId }) => threadId === thread)?.terminate()
      }
      timer = setTimeout(stop, milliseconds)
      if (signal?.aborted) stop()
    })
    const leave = (): void => stop()
    signal?.addEventListener('abort', leave)
    try {
      return await threads.run({ number, task })
    } catch (error) {
      if (stopped) throw signal?.aborted ? unwanted() : tooLong(milliseconds)
      throw this.closed ? tooBusy() : error
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      this.running.delete(number)
    }
  }

  /** Ends all threads; what was not done yet is refused. */
  async close(): Promise<void> {
    this.closed = true
    await this.threads?.destroy()
  }

  /** The threads: the first one starts with the first task, others when there is work for them. */
  private started(): Piscina<Numbered, string> {
    this.threads ??= pooled(this.limits.threads, ({ number, thread }) =>
      this.running.get(number)?.(thread)
    )
    return this.threads
  }
}

function pooled(threads: number, begun: (begun: Begun) => void): Piscina<Numbered, string> {
  const pool = new Piscina<Numbered, string>({
    // From source and from dist alike.
    filename: new URL(`./thread${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    // Together these two keep the order. With a signal for each task piscina would not: it puts
    // those behind whatever comes later, so a thread is stopped by its number instead.
    stricterFIFO: true,
    taskQueue: new ArrayTaskQueue(),
    recordTiming: false
  })
  pool.on('message', begun)
  // A thread that fails without a task is replaced, and nobody waits for it.
  pool.on('error', () => undefined)
  return pool
}

const tooBusy = (): Refusal =>
  new Refusal(503, 'busy', {
    message: 'too much is being computed already',
    help: 'ask again in a moment'
  })

const unwanted = (): Refusal =>
  new Refusal(503, 'left', {
    message: 'nobody waits for the answer any more',
    help: 'ask again'
  })

const tooLong = (milliseconds: number): Refusal =>
  new Refusal(503, 'too-long', {
    message: `the computation was stopped after ${Math.round(milliseconds / 1000)} seconds`,
    help: 'ask for fewer draws or fewer proposals, or use the command line'
  })
