import { Calendar } from '../calendar/calendar.ts'
import type { Gated } from '../calendar/gate-tests.ts'
import { secondsIn } from '../calendar/reckoned.ts'
import type { Awaited } from '../calendar/waited.ts'
import type { When } from '../model/moment.ts'

/** What is due before the gate that opens it can open. */
export interface LateGate {
  readonly gate: string
  /** What it opens, such as `deliverable.arms`. */
  readonly of: string
  /** In seconds. */
  readonly due: number
  readonly opens: { readonly at: number; readonly awaits: Awaited }
  readonly zone: string
}

/**
 * Deliverables and withdrawals due on a day that is fixed, before the gate that opens them can open
 * at its earliest, even if every step took no time at all.
 */
export function lateGates(process: Gated): readonly LateGate[] {
  const calendar = new Calendar(process, { done: 'soonest' })
  return [...process.gates.values()].flatMap((gate) => {
    const of = gate.opens
    const when = of && dateOf(process, of)
    const due = when && isFixed(when, process) ? calendar.instantOf(when) : undefined
    const opens = due && calendar.gate(gate)
    if (!of || !due || !opens || !('at' in opens.when)) return []
    const at = secondsIn(opens.when)
    if (at <= due.seconds) return []
    const { awaits } = opens
    return [{ gate: gate.id, of, due: due.seconds, opens: { at, awaits }, zone: due.zone }]
  })
}

function dateOf(process: Gated, thing: string): When | undefined {
  const [kind = '', id = ''] = thing.split('.')
  if (kind === 'deliverable') return process.deliverables.get(id)?.due
  return kind === 'withdrawal' ? process.withdrawals.get(id)?.starts : undefined
}

/** Whether a moment hangs on nothing that may be done earlier or later. */
function isFixed(start: When, process: Gated): boolean {
  const seen = new Set<string>()
  const left = [start]
  for (let when = left.pop(); when !== undefined; when = left.pop()) {
    if (!('after' in when) || when.after === 'starts' || seen.has(when.after)) continue
    seen.add(when.after)
    const from = eventsOf(when.after, process)
    if (!from) return false
    left.push(...from)
  }
  return true
}

/** What a fixed event counts from; undefined where it is none. */
function eventsOf(event: string, process: Gated): readonly When[] | undefined {
  const { ceasefire, withdrawals } = process
  if (event === 'ceasefire') return ceasefire && [ceasefire.entersIntoForce]
  const [kind = '', id = ''] = event.split('.')
  const withdrawal = withdrawals.get(id)
  if (!withdrawal || (kind !== 'verified' && kind !== 'withdrawal')) return undefined
  const { starts, ends } = withdrawal
  return kind === 'verified' && ends ? [starts, ends] : [starts]
}
