import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'
import type { Task } from './tasks.ts'

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

interface Job {
  readonly task: Task
  readonly resolve: (answer: string) => void
  readonly reject: (error: Error) => void
}

/**
 * Threads that do tasks, each one at a time, in the order of asking. A thread that fails or takes
 * too long is replaced.
 */
export class Pool {
  private readonly limits: PoolLimits
  private readonly idle: Worker[] = []
  private readonly busy = new Set<Worker>()
  private readonly queue: Job[] = []
  private closed = false

  constructor(limits: Partial<PoolLimits> = {}) {
    this.limits = { ...LIMITS, ...limits }
  }

  /** The answer to a task, as JSON. */
  run(task: Task): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.closed || this.queue.length >= this.limits.waiting) return reject(tooBusy())
      this.queue.push({ task, resolve, reject })
      this.next()
    })
  }

  /** Ends all threads; what was not done yet is refused. */
  async close(): Promise<void> {
    this.closed = true
    for (const { reject } of this.queue.splice(0)) reject(tooBusy())
    await Promise.all([...this.idle.splice(0), ...this.busy].map((worker) => worker.terminate()))
  }

  private next(): void {
    if (this.queue.length === 0 || this.busy.size >= this.limits.threads) return
    const worker = this.idle.pop() ?? this.started()
    this.busy.add(worker)
    this.perform(worker, this.queue.shift() as Job)
  }

  private started(): Worker {
    // From source and from dist alike.
    const worker = new Worker(new URL(`./thread${extname(import.meta.url)}`, import.meta.url))
    worker.unref()
    // Heard while it works by `perform`; an idle one that ends is not used again.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      const at = this.idle.indexOf(worker)
      if (at >= 0) this.idle.splice(at, 1)
    })
    return worker
  }

  private perform(worker: Worker, { task, resolve, reject }: Job): void {
    const timer = setTimeout(() => void worker.terminate(), this.limits.milliseconds)
    let problem: Error | undefined
    const end = (): void => {
      clearTimeout(timer)
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener)
      this.busy.delete(worker)
    }
    const listeners = {
      message: (answer: string) => {
        end()
        this.idle.push(worker)
        resolve(answer)
        this.next()
      },
      error: (error: Error) => {
        problem = error
      },
      exit: () => {
        end()
        reject(problem ?? tooLong(this.limits.milliseconds))
        this.next()
      }
    }
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener)
    worker.postMessage(task)
  }
}

const tooBusy = (): Refusal =>
  new Refusal(503, 'busy', {
    message: 'too much is being computed already',
    help: 'ask again in a moment'
  })

const tooLong = (milliseconds: number): Refusal =>
  new Refusal(503, 'too-long', {
    message: `the computation was stopped after ${Math.round(milliseconds / 1000)} seconds`,
    help: 'ask for fewer draws or fewer proposals, or use the command line'
  })
