import type { Question, Questions } from './protocol.ts'

/** What goes to the worker: a question with its number, or that an answer is no longer wanted. */
export type ToWorker =
  | { readonly id: number; readonly question: Question; readonly ask: Questions[Question]['ask'] }
  | { readonly drop: number }

/** What comes back: the answer, one message of what went wrong, or how far a long one is. */
export type FromWorker =
  | { readonly id: number; readonly answer: Questions[Question]['answer'] }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly share: number }

/** As much of a worker as the page uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void
  terminate(): void
}
