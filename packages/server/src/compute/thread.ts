import { parentPort, threadId } from 'node:worker_threads'
import type { Task } from './tasks.ts'
import { perform } from './tasks.ts'

/** A task and the number by which its thread speaks of it. */
export interface Numbered {
  readonly number: number
  readonly task: Task
}

/** Said when a thread begins with a task. */
export interface Begun {
  readonly number: number
  readonly thread: number
}

/** What a thread of the pool does. A failure ends the thread, for it may have left traces there. */
export default function run({ number, task }: Numbered): Promise<string> {
  const begun: Begun = { number, thread: threadId }
  parentPort?.postMessage(begun)
  return new Promise((resolve) => {
    perform(task).then(resolve, (error: unknown) =>
      // Thrown where nobody catches it.
      setImmediate(() => {
        throw error
      })
    )
  })
}
