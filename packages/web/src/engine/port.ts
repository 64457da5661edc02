import type { Question, Questions } from './protocol.ts'

/**
 * What goes to the worker: a question with its number, that an answer is no longer wanted, or what
 * may be asked next, to be answered while nothing else waits.
 */
export type ToWorker =
  | { readonly id: number; readonly question: Question; readonly ask: Questions[Question]['ask'] }
  | { readonly drop: number }
  | { readonly foreseen: readonly Questions['judge']['ask'][] }

/**
 * What comes back: that a question was begun, the answer, one message of what went wrong, how far a
 * long one is, that one was ended unanswered, or what will be asked next.
 */
export type FromWorker =
  | { readonly id: number; readonly answer: Questions[Question]['answer'] }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly now: 'begun' | 'ended' }
  | { readonly id: number; readonly ahead: Ahead }

/**
 * What was answered before it was asked: `id` is that of the reading it is about. The worker that is
 * quick does this while the page draws what was read, and while a package rests on the desk.
 */
export interface Ahead {
  readonly ask: Questions['judge']['ask']
  readonly answer: Questions['judge']['answer']
}

/** As much of a worker as the page uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void
  terminate(): void
}
