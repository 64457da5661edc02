import type { RecordProblem } from '../../log/problems.ts'
import type { RecordEntry } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import type { DoorCode } from './door-problems.ts'

/** What stands against an entry at the door. */
export type DoorProblem = RecordProblem<DoorCode>

/** What a rule of the door is given: the entry, and the record before it. */
export interface AtTheDoor<E extends RecordEntry = RecordEntry> {
  readonly entry: E
  readonly state: RecordState
  /** Seconds that a clock may be ahead of the record's. */
  readonly tolerance: number
}

/** One rule of the door: what it has against an entry. */
export type DoorRule = (at: AtTheDoor) => readonly DoorProblem[]

/** A problem with an entry. */
export function against(
  { id }: { readonly id: string },
  code: DoorCode,
  data: DoorProblem['data'] = {}
): readonly DoorProblem[] {
  return [{ code, id, data }]
}
