import type { Case } from '../model/case.ts'
import type { When } from '../model/moment.ts'
import { secondsOf } from '../time/counted.ts'

/**
 * The moment in seconds, where the case fixes it: as written, or counted from the ceasefire or the
 * start of a withdrawal. Undefined where it hangs on what nobody has dated.
 */
export function momentIn(source: Case, when: When | undefined): number | undefined {
  if (!when) return undefined
  if (!('after' in when)) return secondsOf(when)
  const { ceasefire, withdrawals } = source.process
  const [kind, id = ''] = when.after.split('.')
  const from =
    kind === 'ceasefire'
      ? ceasefire?.entersIntoForce
      : kind === 'withdrawal'
        ? withdrawals.get(id)?.starts
        : undefined
  // Circles are refused when the case is read.
  const start = momentIn(source, from)
  return start === undefined ? undefined : start + when.seconds
}
