import type { Refused } from './answer.ts'

/**
 * Thrown inside an import and caught at its door: one sentence that says where, what is wrong and
 * what to do.
 */
export class Refusal extends Error {}

/**
 * What the work gives, or the sentence with which it was refused. Other errors pass: they are ours.
 */
export function refusing<T>(work: () => T): T | Refused {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message }
    throw error
  }
}
