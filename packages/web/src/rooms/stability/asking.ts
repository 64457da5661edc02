import type { Case } from '@truce/core'
import type { GraphQuestions } from './graph-answers.ts'

/**
 * The case's graph, compiled in a worker of its own: what the document leaves out is asked here.
 */
export interface GraphAsker {
  readonly ask: <Q extends Exclude<keyof GraphQuestions, 'open'>>(
    question: Q,
    ask: GraphQuestions[Q]['ask']
  ) => Promise<GraphQuestions[Q]['answer']>
  readonly close: () => void
}

/** Starts the worker and hands it the case; questions wait their turn. */
export function openGraph(source: Case): GraphAsker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  worker.onmessage = ({
    data
  }: MessageEvent<{ readonly id: number; readonly answer: unknown }>): void => {
    waiting.get(data.id)?.(data.answer)
    waiting.delete(data.id)
  }
  const send = (question: keyof GraphQuestions, ask: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      worker.postMessage({ id: last, question, ask })
    })
  void send('open', source)
  return {
    ask: (question, ask) => send(question, ask) as never,
    close: () => worker.terminate()
  }
}
