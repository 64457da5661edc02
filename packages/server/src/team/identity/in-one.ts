import type { Postgres, Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'

/**
 * Does all of it in the database or nothing. A refusal of ours undoes it too, and is told as it is:
 * what the database says of failures is for its own.
 */
export async function inOne<T>(database: Postgres, work: (run: Run) => Promise<T>): Promise<T> {
  let refused: Refusal | undefined
  try {
    return await database.together((run) =>
      work(run).catch((error: unknown) => {
        if (error instanceof Refusal) refused = error
        throw error
      })
    )
  } catch (error) {
    throw refused ?? error
  }
}
