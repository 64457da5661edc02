import { msOf } from './entry.ts'
import { RecordState } from './state/record-state.ts'

/**
 * A record as it was known at an instant: only what it had received by then, and what that came to.
 * What was told later of an earlier hour is not in it.
 */
export function asKnown(state: RecordState, now: number): RecordState {
  if (state.until === '' || msOf(state.until) <= now) return state
  const known = new RecordState(state.source)
  for (const entry of state.entries()) if (msOf(entry.received) <= now) known.apply(entry)
  return known
}
