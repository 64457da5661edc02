import { Refusal } from '../refusal.ts'
import type { Pool } from './pool.ts'
import type { Task } from './tasks.ts'

/** What does tasks. */
export type Computes = Pick<Pool, 'run'>

/** How many of one person's tasks are with the threads at once, and how many wait for that. */
export interface ShareLimits {
  readonly atOnce: number
  readonly waiting: number
}

/**
 * One person's share of threads that others ask as well: what they ask for beyond it waits here, and
 * not before what the others ask.
 */
export class Share implements Computes {
  private readonly threads: Computes
  private readonly limits: ShareLimits
  private readonly waiting: (() => void)[] = []
  private running = 0

  constructor(threads: Computes, limits: ShareLimits) {
    this.threads = threads
    this.limits = limits
  }

  /** The answer to a task, in the order of asking. */
  async run(task: Task, signal?: AbortSignal): Promise<string> {
    if (this.running >= this.limits.atOnce) await this.turn()
    else this.running++
    try {
      // One that nobody waits for any more is stopped by the threads, as soon as it begins.
      return await this.threads.run(task, signal)
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.limits.waiting)
      throw new Refusal(503, 'busy', {
        message: 'you have asked for too much at once',
        help: 'wait for an answer, then ask again'
      })
    return new Promise((resolve) => this.waiting.push(resolve))
  }
}
