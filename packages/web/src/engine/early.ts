import type { WorkerLike } from './port.ts'

/** What `public/early.js` began before the page was there. */
interface Early {
  readonly id: string
  reader?: WorkerLike | undefined
  answer?: Promise<Response> | undefined
}

const early = (): Early | undefined => (globalThis as { readonly truceEarly?: Early }).truceEarly

/** The worker that was begun early, for the first who asks. */
export function earlyReader(): WorkerLike | undefined {
  const begun = early()
  const reader = begun?.reader
  if (begun) begun.reader = undefined
  return reader
}

/** The server's answer about a case, where it was asked for early: for the first who asks. */
export function earlyAnswer(id: string): Promise<Response> | undefined {
  const begun = early()
  if (begun?.id !== id) return undefined
  const { answer } = begun
  begun.answer = undefined
  return answer
}
