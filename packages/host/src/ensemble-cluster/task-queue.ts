import type { PgBoss } from 'pg-boss'
import { PostgresProblems } from '../database/postgres-problems.ts'

/**
 * Seconds after which a task whose worker is silent is given to another: the least that the queue
 * allows.
 */
const SILENT = 10
/** Seconds between two looks for silent workers. */
const LOOKING = 1
/** How long a task may take if its worker goes on saying that it lives: the most there is. */
const LONGEST = 23 * 3600
/** Enough that whoever takes a task decides whether it has been tried enough. */
const TRIES = 10_000
const AT_ONCE = 1000

/** Chunks one after another, worked through by one thread. Nothing else stands in the queue. */
export interface Stretch {
  readonly from: number
  readonly count: number
}

/** A stretch that this worker has taken. */
export interface Task extends Stretch {
  readonly run: string
  readonly id: string
  /** How often it was taken before and not finished. */
  readonly retryCount: number
}

/** The tasks of all runs, each run in a queue of its own. */
export class TaskQueue {
  private readonly boss: PgBoss
  private readonly problems: PostgresProblems

  private constructor(boss: PgBoss, problems: PostgresProblems) {
    this.boss = boss
    this.problems = problems
  }

  /** Opens the queue, and makes its tables where there are none. Workers `supervise`. */
  static async open(url: string, { supervise }: { supervise: boolean }): Promise<TaskQueue> {
    const { PgBoss } = await import('pg-boss')
    const boss = new PgBoss({
      connectionString: url,
      application_name: 'truce queue',
      schema: 'truce_queue',
      max: 3,
      schedule: false,
      supervise,
      superviseIntervalSeconds: LOOKING,
      monitorIntervalSeconds: LOOKING,
      registerInstance: false,
      monitorVacuum: false
    })
    // Whatever fails in the background is tried again by the next look; calls tell their own.
    boss.on('error', () => undefined)
    const queue = new TaskQueue(boss, new PostgresProblems(url))
    await queue.asking(() => boss.start())
    return queue
  }

  /** Puts the tasks of a run in place of those it had. */
  async fill(run: string, stretches: readonly Stretch[]): Promise<void> {
    await this.asking(async () => {
      await this.boss.deleteQueue(queueOf(run))
      await this.boss.createQueue(queueOf(run), {
        retryLimit: TRIES,
        retryDelay: 1,
        heartbeatSeconds: SILENT,
        expireInSeconds: LONGEST
      })
    })
    await this.add(run, stretches)
  }

  /** Adds tasks to those that a run has. */
  async add(run: string, stretches: readonly Stretch[]): Promise<void> {
    for (let at = 0; at < stretches.length; at += AT_ONCE) {
      const jobs = stretches.slice(at, at + AT_ONCE).map(({ from, count }) => ({
        data: { from, count }
      }))
      await this.asking(() => this.boss.insert(queueOf(run), jobs))
    }
  }

  /** Takes the next task of a run; none where there is none to be had now. */
  async take(run: string): Promise<Task | undefined> {
    const jobs = await this.asking(() => this.boss.fetch<Stretch>(queueOf(run)), [])
    const job = jobs[0]
    if (job === undefined) return undefined
    const { id, retryCount, data } = job
    return { run, id, retryCount, from: Number(data.from), count: Number(data.count) }
  }

  /** Says that the worker of a task lives. */
  async touch({ run, id, retryCount }: Task): Promise<void> {
    await this.asking(() => this.boss.touch(queueOf(run), { id, retryCount }), undefined)
  }

  async finish({ run, id, retryCount }: Task): Promise<void> {
    await this.asking(() => this.boss.complete(queueOf(run), { id, retryCount }), undefined)
  }

  /** Gives a task back, for anybody to try again. */
  async giveBack({ run, id, retryCount }: Task): Promise<void> {
    await this.asking(() => this.boss.fail(queueOf(run), { id, retryCount }), undefined)
  }

  /** Removes what is left of a run's tasks. */
  async remove(run: string): Promise<void> {
    await this.asking(() => this.boss.deleteQueue(queueOf(run)))
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, close: true })
  }

  /** `gone`: what is answered where the run's queue is no longer there. */
  private async asking<T>(ask: () => Promise<T>, ...gone: readonly T[]): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      const missing = error instanceof Error && /^Queue .* does not exist$/.test(error.message)
      if (missing && gone.length > 0) return gone[0] as T
      throw this.problems.of(error)
    }
  }
}

const queueOf = (run: string): string => `run.${run.slice(0, 40)}`
