import type { Deliverable, Plan } from '../../model/plan.ts'
import type { Document } from '../schema/document.ts'
import { evidenceOf, present, solid, sourced, sourcedMap } from './context.ts'
import type { Listed } from './listed.ts'

/** A deliverable. */
export function resolveDeliverable(deliverable: Listed<'deliverables'>, at: string): Deliverable {
  const { id, by, to, title, gives, cost, stream, grab, caught, lasting, due } = deliverable
  const evidence = evidenceOf(deliverable)
  return {
    id,
    by,
    with: solid(deliverable.with),
    cost: sourcedMap(cost, evidence),
    stream: sourcedMap(stream, evidence),
    grab: sourcedMap(grab, evidence),
    verifiedBy: solid(deliverable['verified-by']),
    at,
    ...evidence,
    ...present({ to, title, gives, lasting, due, caught: sourced(caught, evidence) })
  }
}

/** The plan's period, discounts and bonds. */
export function resolvePlan(plan: NonNullable<Document['plan']>): Plan {
  const evidence = evidenceOf(plan)
  return {
    period: plan.period,
    discount: sourcedMap(plan.discount, evidence),
    bond: sourcedMap(plan.bond, evidence),
    at: 'plan',
    ...evidence
  }
}
