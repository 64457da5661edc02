import { Postgres } from '../database/index.ts'
import { migrate } from '../database/migrations.ts'
import { Runs } from './runs.ts'
import { STEPS } from './tables.ts'
import { TaskQueue } from './task-queue.ts'

/** The database through which those who ask and those who compute find each other. */
export interface Cluster {
  readonly runs: Runs
  readonly queue: TaskQueue
  /** Removes a run with all that belongs to it; whoever is at it stops. False where there is none. */
  readonly forget: (run: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Opens it, and makes its tables where there are none. Workers look after the queue as well. */
export async function openCluster(
  url: string,
  { supervise = false }: { readonly supervise?: boolean } = {}
): Promise<Cluster> {
  const database = await Postgres.open(url)
  try {
    await migrate(database, 'ensemble', STEPS)
    const queue = await TaskQueue.open(url, { supervise })
    const runs = new Runs(database)
    return {
      runs,
      queue,
      forget: async (run) => {
        const removed = await runs.remove(run)
        await queue.remove(run)
        return removed
      },
      close: async () => {
        await queue.close()
        await database.close()
      }
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
