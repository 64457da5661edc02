import type { When } from '../model/moment.ts'
import { secondsOf } from '../time/counted.ts'
import type { Earliest } from './calendar.ts'
import { GateCalendar } from './calendar.ts'
import type { Gated } from './tests.ts'

/** What is due before the gate that opens it can open. */
export interface LateGate {
  readonly gate: string
  /** What it opens, such as `deliverable.arms`. */
  readonly of: string
  /** In seconds. */
  readonly due: number
  readonly opens: Earliest
  readonly zone: string
}

/**
 * Deliverables and withdrawals due on a day that is fixed, before the gate that opens them can open
 * at its earliest, even if every step took no time at all.
 */
export function lateGates(process: Gated): readonly LateGate[] {
  const calendar = new GateCalendar(process)
  return [...process.gates.values()].flatMap((gate) => {
    const of = gate.opens
    const [kind = '', id = ''] = (of ?? '').split('.')
    const when =
      kind === 'deliverable'
        ? process.deliverables.get(id)?.due
        : kind === 'withdrawal'
          ? process.withdrawals.get(id)?.starts
          : undefined
    const due = of && fixed(when, process)
    const opens = due && calendar.gate(gate)
    if (!due || !opens || opens.at <= due.at) return []
    return [{ gate: gate.id, of, due: due.at, opens, zone: due.zone }]
  })
}

interface Fixed {
  readonly at: number
  readonly zone: string
}

/** A moment that hangs on nothing that may be done earlier or later. */
function fixed(when: When | undefined, process: Gated, depth = 0): Fixed | undefined {
  if (!when || depth > process.withdrawals.size + 2) return undefined
  if (!('after' in when)) return { at: secondsOf(when), zone: when.zone }
  const from = fixedEvent(when.after, process, depth + 1)
  return from && { ...from, at: from.at + when.seconds }
}

function fixedEvent(event: string, process: Gated, depth: number): Fixed | undefined {
  if (event === 'ceasefire') return fixed(process.ceasefire?.entersIntoForce, process, depth)
  const [kind = '', id = ''] = event.split('.')
  const withdrawal = process.withdrawals.get(id)
  if (!withdrawal || (kind !== 'verified' && kind !== 'withdrawal')) return undefined
  const start = fixed(withdrawal.starts, process, depth)
  const { ends } = withdrawal
  if (kind === 'withdrawal' || !ends) return start
  if ('after' in ends && ends.after === 'starts')
    return start && { ...start, at: start.at + ends.seconds }
  return fixed(ends, process, depth)
}
