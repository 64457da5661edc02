import type { Case, Proposal } from '../model/case.ts'
import { centralPoint } from '../worth/scalar.ts'
import { pathProposals } from './carried-out.ts'
import { followersOf, sequenceOf } from './figures.ts'
import { bindingsOf } from './mend.ts'
import { pathOf, stuckIn } from './path.ts'
import type { BestOrder } from './search.ts'
import { bestOrder, MOST_STEPS } from './search.ts'
import { enforcesItself, SLACK_ROUNDING } from './sequence.ts'

/**
 * What is known of the orders of a proposal's steps: one in which nobody gains by breaking any
 * (`enforces`); proved that there is none (`breaks`), or none found (`unsettled`); steps that wait
 * for each other (`stuck`), more than are searched for (`too-many`), nobody to follow (`nobody`).
 */
export type OrderOutcome = 'enforces' | 'breaks' | 'unsettled' | 'stuck' | 'too-many' | 'nobody'

/** Whether some order of a proposal's steps is kept to by everybody, each judgement at its centre. */
export interface KeptOrder {
  readonly outcome: OrderOutcome
  /** The least that keeping to a step of the best order is worth beyond breaking it, in points. */
  readonly least?: number | undefined
  /** To whom, each at the first such step, by what is handed over in it; at the end nothing. */
  readonly binding: readonly { readonly party: string; readonly deliverables: readonly string[] }[]
  /** Who is needed or hands something over and is not followed. */
  readonly unknown: readonly string[]
}

/** How far to look in passing: a small part of what `truce plan` may take. */
const PASSING_EFFORT = 50_000

/** By proposal, for those that the deliverables fit; none where the case has no plan. */
export function keptOrders(source: Case): ReadonlyMap<string, KeptOrder> {
  if (!source.process.plan) return new Map()
  return new Map(pathProposals(source).map((one) => [one.id, keptOrder(source, one)]))
}

function keptOrder(source: Case, proposal: Proposal): KeptOrder {
  const path = pathOf(source, proposal)
  const { parties, unknown } = followersOf(path)
  const none = (outcome: OrderOutcome): KeptOrder => ({ outcome, binding: [], unknown })
  if (parties.length === 0) return none('nobody')
  if (stuckIn(path).length > 0) return none('stuck')
  if (path.steps.length > MOST_STEPS) return none('too-many')
  const sequence = sequenceOf(path, centralPoint(source))
  const best = bestOrder(sequence, PASSING_EFFORT)
  if (!best) return none('stuck')
  const binding = bindingsOf(sequence, best)
  const first = binding.filter(
    ({ party }, k) => binding.findIndex((other) => other.party === party) === k
  )
  return {
    outcome: outcomeOf(best),
    least: best.least,
    binding: first.map(({ party, step }) => ({
      party,
      deliverables:
        step === undefined ? [] : (path.steps[step]?.deliverables ?? []).map(({ id }) => id)
    })),
    unknown
  }
}

function outcomeOf(best: BestOrder): OrderOutcome {
  if (enforcesItself(best)) return 'enforces'
  return best.exact || best.most < -SLACK_ROUNDING ? 'breaks' : 'unsettled'
}
