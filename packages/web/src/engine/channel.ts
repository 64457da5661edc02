import type { FromWorker, WorkerLike } from './port.ts'
import type { Heed, Question, Questions } from './protocol.ts'
import { Superseded } from './protocol.ts'

/** A question that waits for its answer. */
interface Waiting {
  readonly lane: string
  readonly resolve: (answer: Questions[Question]['answer']) => void
  readonly reject: (error: Error) => void
  readonly progress?: ((share: number) => void) | undefined
}

/** Asks one worker; of the questions in a lane only the newest is answered. */
export class Channel {
  private readonly worker: WorkerLike
  private readonly waiting = new Map<number, Waiting>()
  private last = 0

  constructor(worker: WorkerLike) {
    this.worker = worker
    worker.addEventListener('message', ({ data }) => this.take(data))
    worker.addEventListener('error', ({ message }) =>
      this.fail(new Error(message ?? 'the analysis stopped'))
    )
  }

  ask<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    { lane: own = '', progress, signal }: Heed = {}
  ): Promise<Questions[Q]['answer']> {
    const lane = `${question} ${own}`
    for (const [id, one] of this.waiting)
      if (one.lane === lane) this.drop(id, 'a newer question was asked')
    const id = ++this.last
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { lane, resolve: resolve as Waiting['resolve'], reject, progress })
      this.worker.postMessage({ id, question, ask })
      signal?.addEventListener('abort', () => this.drop(id, 'nobody waits for the answer any more'))
    })
  }

  close(): void {
    this.worker.terminate()
    this.fail(new Superseded('the case was closed'))
  }

  private drop(id: number, why: string): void {
    const waiting = this.waiting.get(id)
    if (!this.waiting.delete(id)) return
    this.worker.postMessage({ drop: id })
    waiting?.reject(new Superseded(why))
  }

  private take(message: FromWorker): void {
    const waiting = this.waiting.get(message.id)
    if (!waiting) return
    if ('share' in message) {
      waiting.progress?.(message.share)
      return
    }
    this.waiting.delete(message.id)
    if ('error' in message) waiting.reject(new Error(message.error))
    else waiting.resolve(message.answer)
  }

  private fail(error: Error): void {
    const waiting = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}
