import { uniforms } from '@truce/core/draws'
import type { Kernel } from '../src/ensemble.ts'

/**
 * A job small enough to see through: the sum of a chunk's numbers; it may fail or end its process
 * at a given draw.
 */
export interface Counting {
  readonly seed: number
  readonly failsAt?: number
  readonly exitsAt?: number
  /** Milliseconds that each chunk takes beside. */
  readonly takes?: number
  /** A word that must not leave the set-up. */
  readonly secret?: string
}

export interface Counted {
  readonly from: number
  readonly sum: number
}

export function openCounting({
  seed,
  failsAt = -1,
  exitsAt = -1,
  takes = 0
}: Counting): Kernel<Counted> {
  return ({ from, count }) => {
    const holds = (draw: number): boolean => draw >= from && draw < from + count
    if (holds(failsAt)) throw new Error('the abacus broke')
    if (holds(exitsAt)) process.exit(1)
    if (takes > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, takes)
    const numbers = uniforms(seed, 'counting', from + count).subarray(from)
    return { from, sum: numbers.reduce((sum, one) => sum + one, 0) }
  }
}
