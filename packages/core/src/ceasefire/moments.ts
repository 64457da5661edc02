import type { Case } from '../model/case.ts'
import type { When } from '../model/moment.ts'
import type { TimePoint } from '../time/counted.ts'
import { laterBy, timePointOf } from '../time/counted.ts'

/**
 * The moment in seconds, where the case fixes it: as written, or counted from the ceasefire or the
 * start of a withdrawal. Undefined where it hangs on what nobody has dated.
 */
export const momentIn = (source: Case, when: When | undefined): number | undefined =>
  pointIn(source, when)?.seconds

function pointIn(source: Case, when: When | undefined): TimePoint | undefined {
  if (!when) return undefined
  if (!('after' in when)) return timePointOf(when)
  const { ceasefire, withdrawals } = source.process
  const [kind, id = ''] = when.after.split('.')
  const from =
    kind === 'ceasefire'
      ? ceasefire?.entersIntoForce
      : kind === 'withdrawal'
        ? withdrawals.get(id)?.starts
        : undefined
  // Circles are refused when the case is read.
  const start = pointIn(source, from)
  return start && laterBy(start, when)
}
