import type { Afterwards } from './queue.ts'

/** By the name a worker is begun with, what it does of itself once it has read a case. */
export const AFTERWARDS: Readonly<Record<string, Afterwards>> = {
  truce: 'judge',
  'truce-long': 'load'
}
