import type { Question, Questions } from './protocol.ts'

/** What goes to the worker: a question with its number, or that an answer is no longer wanted. */
export type ToWorker =
  | { readonly id: number; readonly question: Question; readonly ask: Questions[Question]['ask'] }
  | { readonly drop: number }

/**
 * What comes back: that a question was begun, the answer, one message of what went wrong, how far a
 * long one is, or that one was ended unanswered.
 */
export type FromWorker =
  | { readonly id: number; readonly answer: Questions[Question]['answer'] }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly now: 'begun' | 'ended' }

/** As much of a worker as the page uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void
  terminate(): void
}
