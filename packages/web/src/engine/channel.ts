import type { FromWorker, WorkerLike } from './port.ts'
import type { Heed, Question, Questions } from './protocol.ts'
import { Superseded } from './protocol.ts'

/** A question that waits for its answer. */
interface Waiting {
  readonly lane: string
  readonly question: Question
  readonly ask: Questions[Question]['ask']
  readonly resolve: (answer: Questions[Question]['answer']) => void
  readonly reject: (error: Error) => void
  readonly progress?: ((share: number) => void) | undefined
}

const UNWANTED = 'nobody waits for the answer any more'

/** How long a worker may go on with what nobody waits for before another takes its place. */
const PATIENCE = 1000

/**
 * Asks one worker; of the questions in a lane only the newest is answered. A worker that cannot be
 * interrupted, and works on something that was dropped, is ended: another goes on with the rest.
 */
export class Channel {
  private readonly start: () => WorkerLike
  private worker: WorkerLike
  private readonly waiting = new Map<number, Waiting>()
  private begun: number | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private read: Questions['read']['ask'] | undefined
  private last = 0
  /** What is known before it is asked, of the reading with this number. */
  private ahead = { of: 0, known: new Map<string, Questions[Question]['answer']>() }

  constructor(start: () => WorkerLike) {
    this.start = start
    this.worker = this.started()
  }

  ask<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    { lane: own = '', progress, signal }: Heed = {}
  ): Promise<Questions[Q]['answer']> {
    const lane = `${question} ${own}`
    for (const [id, one] of this.waiting)
      if (one.lane === lane) this.drop(id, 'a newer question was asked')
    if (signal?.aborted) return Promise.reject(new Superseded(UNWANTED))
    const id = ++this.last
    if (question === 'read') {
      this.read = ask as Questions['read']['ask']
      this.ahead = { of: id, known: new Map() }
    }
    const known = question === 'judge' ? this.ahead.known.get(JSON.stringify(ask)) : undefined
    if (known) return Promise.resolve(known as Questions[Q]['answer'])
    return new Promise((resolve, reject) => {
      const answered = { resolve: resolve as Waiting['resolve'], reject, progress }
      this.waiting.set(id, { lane, question, ask, ...answered })
      this.worker.postMessage({ id, question, ask })
      signal?.addEventListener('abort', () => this.drop(id, UNWANTED))
    })
  }

  /** Drops all that is asked, which is about texts that are no longer the case's. */
  leave(): void {
    this.read = undefined
    this.ahead = { of: 0, known: new Map() }
    for (const id of [...this.waiting.keys()]) this.drop(id, 'the case was changed')
  }

  close(): void {
    clearTimeout(this.timer)
    this.worker.terminate()
    this.fail(new Superseded('the case was closed'))
  }

  private drop(id: number, why: string): void {
    const waiting = this.waiting.get(id)
    if (!this.waiting.delete(id)) return
    this.worker.postMessage({ drop: id })
    waiting?.reject(new Superseded(why))
    if (id !== this.begun) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.begun === id && this.restart(), PATIENCE)
  }

  /** Ends the worker in the middle of its work, and has another do what is still waited for. */
  private restart(): void {
    this.worker.terminate()
    this.begun = undefined
    this.worker = this.started()
    const waits = [...this.waiting]
    if (this.read && !waits.some(([, { question }]) => question === 'read'))
      this.worker.postMessage({ id: ++this.last, question: 'read', ask: this.read })
    for (const [id, { question, ask }] of waits) this.worker.postMessage({ id, question, ask })
  }

  private started(): WorkerLike {
    const worker = this.start()
    worker.addEventListener('message', ({ data }) => {
      if (worker === this.worker) this.take(data)
    })
    worker.addEventListener('error', ({ message }) => {
      if (worker === this.worker) this.fail(new Error(message ?? 'the analysis stopped'))
    })
    return worker
  }

  private take(message: FromWorker): void {
    if ('ahead' in message) {
      const { ask, answer } = message.ahead
      if (message.id === this.ahead.of) this.ahead.known.set(JSON.stringify(ask), answer)
      return
    }
    if (!('share' in message)) {
      const isBegun = 'now' in message && message.now === 'begun'
      this.begun = isBegun ? message.id : undefined
    }
    const waiting = this.waiting.get(message.id)
    if (!waiting) return
    if ('now' in message) return
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
