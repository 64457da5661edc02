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

/** The gates that must be open before a deliverable: those that open it, or that its day counts from. */
export const gatesBefore = (
  { gates }: Pick<Gated, 'gates'>,
  { id, due }: Deliverable
): readonly Gate[] =>
  [...gates.values()].filter(
    (gate) =>
      gate.opens === `deliverable.${id}` ||
      (due !== undefined && 'after' in due && due.after === `gate.${gate.id}`)
  )
