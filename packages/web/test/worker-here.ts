import type { FromWorker, ToWorker, WorkerLike } from '../src/engine/port.ts'
import type { Afterwards } from '../src/engine/queue.ts'
import { answering } from '../src/engine/queue.ts'

/** A worker of the engine that runs here, and everything that was sent to it. */
export function workerHere(sent: ToWorker[] = [], afterwards?: Afterwards): WorkerLike {
  const listeners: ((event: { readonly data: FromWorker }) => void)[] = []
  const take = answering((data) => {
    for (const listener of listeners) listener({ data: structuredClone(data) })
  }, afterwards)
  return {
    postMessage: (message) => {
      sent.push(message)
      take(structuredClone(message))
    },
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message')
        listeners.push(listener as (event: { readonly data: FromWorker }) => void)
    },
    terminate: () => {}
  }
}
