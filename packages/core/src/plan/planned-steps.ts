import type { Supposed } from '../calendar/calendar.ts'
import type { Case } from '../model/case.ts'
import type { TimePoint } from '../time/counted.ts'
import { centralPoint } from '../worth/scalar.ts'
import { pathProposals } from './carried-out.ts'
import { datesOf } from './dates.ts'
import { sequenceOf } from './figures.ts'
import { pathOf, stuckIn } from './path.ts'
import { bestOrder } from './search.ts'

/** A step of the best order: what is handed over in it, in the order of the ids, and when it is done. */
export interface DatedStep {
  readonly deliverables: readonly string[]
  readonly done: TimePoint
}

/**
 * The steps of the case's plan on their days, in the order that the plan comes to, by the ceasefire
 * supposed where one is; none where the
 * case has no plan, its steps fit several proposals alike, or no order of them has days.
 */
export function plannedSteps(source: Case, supposed: Supposed = {}): readonly DatedStep[] {
  if (!source.process.plan || source.process.deliverables.size === 0) return []
  const [proposal, ...others] = pathProposals(source)
  if (!proposal || others.length > 0) return []
  const path = pathOf(source, proposal)
  const sequence = sequenceOf(path, centralPoint(source))
  if (path.steps.length === 0 || sequence.parties.length === 0 || stuckIn(path).length > 0)
    return []
  const order = bestOrder(sequence)?.order
  const dates = order && datesOf(path, order, supposed)
  if (!order || !dates) return []
  return order.flatMap((place, period) => {
    const done = dates.moments[period]
    const deliverables = path.steps[place]?.deliverables.map(({ id }) => id).sort() ?? []
    return done ? [{ deliverables, done }] : []
  })
}
