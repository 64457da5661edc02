import type { Afterwards } from './queue.ts'

/** By the name a worker is begun with, what it does of itself once it has read a case. */
export const AFTERWARDS = {
  truce: 'judge',
  'truce-long': 'load',
  'truce-reading': 'nothing'
} as const satisfies Record<string, Afterwards>

/** What a worker may be named. */
export type WorkerName = keyof typeof AFTERWARDS

/** What a worker of that name does of itself; nothing where it has another. */
export const afterwardsOf = (name: string): Afterwards =>
  name in AFTERWARDS ? AFTERWARDS[name as WorkerName] : 'nothing'
