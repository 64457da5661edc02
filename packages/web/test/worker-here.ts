import type { FromWorker, ToWorker, WorkerLike } from '../src/engine/port.ts'
import type { Afterwards } from '../src/engine/queue.ts'
import { answering } from '../src/engine/queue.ts'

/** A worker of the engine that runs here, and everything that was sent to it. Once ended it works on nothing. */
export function workerHere(sent: ToWorker[] = [], afterwards?: Afterwards): WorkerLike {
  const listeners: ((event: { readonly data: FromWorker }) => void)[] = []
  const asked = new Set<number>()
  const take = answering((data) => {
    for (const listener of listeners) listener({ data: structuredClone(data) })
  }, afterwards)
  return {
    postMessage: (message) => {
      sent.push(message)
      if ('id' in message) asked.add(message.id)
      take(structuredClone(message))
    },
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message')
        listeners.push(listener as (event: { readonly data: FromWorker }) => void)
    },
    terminate: () => {
      listeners.length = 0
      for (const drop of asked) take({ drop })
    }
  }
}
