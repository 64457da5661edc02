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

/**
 * How long a worker may go on with what nobody waits for before another takes its place:
 * milliseconds at least, and how many times as long as a worker needs to begin and to read. One that
 * takes its place begins anew and is slow at first, so on a busy machine ending it too soon makes
 * the next answer come later, and the one after that.
 */
const PATIENCE = { least: 1000, beginnings: 4 } as const

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
  /** The reading that waits for its answer, and since when; how long the last one took. */
  private reading: { readonly id: number; readonly since: number } | undefined
  private beginning = 0
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
      this.reading = { id, since: performance.now() }
      this.ahead = { of: id, known: new Map() }
    }
    const known = this.known(question, ask)
    if (known) return Promise.resolve(known)
    return new Promise((resolve, reject) => {
      const answered = { resolve: resolve as Waiting['resolve'], reject, progress }
      this.waiting.set(id, { lane, question, ask, ...answered })
      this.worker.postMessage({ id, question, ask })
      signal?.addEventListener('abort', () => this.drop(id, UNWANTED))
    })
  }

  /** The answer, where it was found before it is asked for. */
  known<Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask']
  ): Questions[Q]['answer'] | undefined {
    return question === 'judge' ? this.ahead.known.get(JSON.stringify(ask)) : undefined
  }

  /** Has these judged while nothing else is asked, instead of what was foreseen before. */
  foresee(asks: readonly Questions['judge']['ask'][]): void {
    const wanted = new Map(asks.map((ask) => [JSON.stringify(ask), ask]))
    const known = [...this.ahead.known].filter(([key]) => wanted.has(key))
    this.ahead = { ...this.ahead, known: new Map(known) }
    for (const [key] of known) wanted.delete(key)
    this.worker.postMessage({ foreseen: [...wanted.values()] })
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
    const patience = Math.max(PATIENCE.least, PATIENCE.beginnings * this.beginning)
    this.timer = setTimeout(() => this.begun === id && this.restart(), patience)
  }

  /** Ends the worker in the middle of its work, and has another do what is still waited for. */
  private restart(): void {
    this.worker.terminate()
    this.begun = undefined
    this.worker = this.started()
    const waits = [...this.waiting]
    if (this.read && !waits.some(([, { question }]) => question === 'read')) {
      this.reading = { id: ++this.last, since: performance.now() }
      this.worker.postMessage({ id: this.last, question: 'read', ask: this.read })
    }
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
      if (!isBegun && message.id === this.reading?.id)
        this.beginning = performance.now() - this.reading.since
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
