import { Answers } from './answers.ts'
import type { FromWorker, ToWorker } from './port.ts'

/** Raised inside a computation that nobody waits for any more. */
class Dropped extends Error {}

type Asked = Extract<ToWorker, { readonly id: number }>

/** What the worker does of itself once a case is read. */
export type Afterwards = 'judge' | 'load' | 'nothing'

/**
 * Takes messages as they come and answers them one after the other. Between two answers, and in the
 * pauses of a long one, messages that have arrived are looked at first: what was dropped meanwhile
 * is never begun.
 */
export function answering(
  post: (message: FromWorker) => void,
  afterwards: Afterwards = 'nothing'
): (message: ToWorker) => void {
  const answers = new Answers()
  const waiting = new Map<number, Asked>()
  const running = new Set<number>()
  let read: number | undefined
  const next = turns(() => void begin())

  async function begin(): Promise<void> {
    const [asked] = waiting.values()
    if (!asked) return goAhead()
    waiting.delete(asked.id)
    running.add(asked.id)
    post({ id: asked.id, now: 'begun' })
    try {
      post({
        id: asked.id,
        answer: await answers.answer(asked.question, asked.ask, patience(asked.id))
      })
    } catch (error) {
      if (error instanceof Dropped) post({ id: asked.id, now: 'ended' })
      else post({ id: asked.id, error: error instanceof Error ? error.message : String(error) })
    }
    running.delete(asked.id)
    if (asked.question === 'read') lookAhead(asked.id)
  }

  /** Begins what will be asked next; it gives way to whatever is asked meanwhile. */
  function lookAhead(id: number): void {
    if (afterwards === 'load') answers.load()
    if (afterwards !== 'judge') return
    read = id
    for (const ahead of answers.ahead) post({ id, ahead })
    next()
  }

  function goAhead(): void {
    const ahead = read === undefined ? undefined : answers.goAhead()
    if (read === undefined || !ahead) return
    post({ id: read, ahead })
    next()
  }

  const patience = (
    id: number
  ): { readonly progress: (share: number) => void; readonly pause: () => Promise<void> } => ({
    progress: (share) => post({ id, share }),
    pause: async () => {
      await new Promise<void>((resolve) => setTimeout(resolve))
      if (!running.has(id)) throw new Dropped()
    }
  })

  return (message) => {
    if ('drop' in message) {
      waiting.delete(message.drop)
      running.delete(message.drop)
    } else if ('foreseen' in message) {
      answers.foresee(message.foreseen)
      next()
    } else {
      waiting.set(message.id, message)
      next()
    }
  }
}

/** Calls back once for each call, later: after the messages that are already there. */
function turns(then: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = then
  return () => port2.postMessage(undefined)
}
