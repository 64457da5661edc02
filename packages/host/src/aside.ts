import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Whether there is a second processor for what is done aside. */
export const HAS_ROOM = availableParallelism() >= 2

/**
 * What a module makes of something on a thread of its own, while whoever asks can compute something
 * else; `module`: beside `beside`, without its ending. It posts one answer. Rejects with what the
 * thread fails with. The thread ends with its answer, or with the one that began it.
 */
export function aside<Answer>(module: string, beside: string, given: unknown): Promise<Answer> {
  // From source and from dist alike.
  const ending = beside.slice(beside.lastIndexOf('.'))
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(`${module}${ending}`, beside), { workerData: given })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`${module} ended with ${code}`)))
  })
}
