import { parentPort } from 'node:worker_threads'
import type { Task } from './tasks.ts'
import { perform } from './tasks.ts'

parentPort?.on('message', (task: Task) => {
  perform(task).then(
    (answer) => parentPort?.postMessage(answer),
    // Thrown where nobody catches it, it ends the thread, and the pool hears of it.
    (error: unknown) =>
      setImmediate(() => {
        throw error
      })
  )
})
