import type { Checkpoint } from '@truce/core'

/** Whether two checkpoints say the same, or both are none. */
export function sameNote(a: Checkpoint | undefined, b: Checkpoint | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Buffer.from(a.note).equals(b.note)
}
