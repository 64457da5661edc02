import type { Case } from '../model/case.ts'
import type { Gate, GateTest } from '../model/gates.ts'
import type { Deliverable } from '../model/plan.ts'
import type { Withdrawal } from '../model/withdrawals.ts'

/** What of a case gates hang on. */
export type Gated = Case['process']

/** All tests of a gate that must hold, and those of which one is enough. */
export const testsOf = ({
  when
}: Gate): readonly [all: readonly GateTest[], any: readonly GateTest[]] => [
  [when, ...when.all],
  when.any
]

/** What is verified under a name: a withdrawal or a deliverable. */
export const verifiedThing = (
  { withdrawals, deliverables }: Pick<Gated, 'withdrawals' | 'deliverables'>,
  id: string
): Withdrawal | Deliverable | undefined => withdrawals.get(id) ?? deliverables.get(id)

/**
 * Finds the gates that must be open before a deliverable, in the order of all: those that open it, or
 * that its day counts from. The gates are gone through once, however many ask.
 */
export function gatesBefore({
  gates
}: Pick<Gated, 'gates'>): (one: Deliverable) => readonly Gate[] {
  const all = [...gates.values()]
  const places = new Map(all.map((gate, at) => [gate, at]))
  const named = new Map(all.map((gate) => [`gate.${gate.id}`, gate]))
  const opening = Map.groupBy(all, ({ opens }) => opens)
  const place = (gate: Gate): number => places.get(gate) ?? -1
  return ({ id, due }) => {
    const found = new Set(opening.get(`deliverable.${id}`))
    const counted = due !== undefined && 'after' in due ? named.get(due.after) : undefined
    if (counted) found.add(counted)
    return [...found].sort((one, other) => place(one) - place(other))
  }
}
