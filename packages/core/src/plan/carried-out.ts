import type { DrawSettings } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Guarantee } from '../model/overtures.ts'
import type { Point } from '../worth/scalar.ts'
import { centralPoint } from '../worth/scalar.ts'
import type { Dated } from './dates.ts'
import { datesOf } from './dates.ts'
import type { DrawnPath } from './drawn.ts'
import { drawnPath } from './drawn.ts'
import { covers, followersOf, sequenceOf } from './figures.ts'
import type { Tranches } from './gradual.ts'
import { tranchesOf } from './gradual.ts'
import type { Habit } from './habits.ts'
import { habitsOf } from './habits.ts'
import type { Binding, Mend } from './mend.ts'
import { bindingsOf, mendsOf } from './mend.ts'
import type { OrderCount } from './orders.ts'
import { countOrders } from './orders.ts'
import type { ReadOtherwise } from './otherwise.ts'
import { readOtherwise } from './otherwise.ts'
import type { Path } from './path.ts'
import { pathOf, stuckIn } from './path.ts'
import type { PathGate } from './path-gates.ts'
import { pathGates } from './path-gates.ts'
import type { BestOrder } from './search.ts'
import { bestOrder, MOST_STEPS } from './search.ts'
import type { Sequence } from './sequence.ts'
import { enforcesItself } from './sequence.ts'
import type { DrawnWhatIf, Failing, WhatIf } from './what-if.ts'
import { drawnWhatIf, whatIf } from './what-if.ts'

/** How draws are taken, and what is supposed to fail. */
export interface CarryingSettings extends DrawSettings {
  readonly fails?: Failing
}

/** Whether a proposal would be carried out, and in which order. */
export interface CarriedOut {
  readonly settings: CarryingSettings
  readonly path: Path
  /** Every judgement at its centre. */
  readonly sequence: Sequence
  /** Who is needed or hands something over and is not looked at: no discount, or no interests. */
  readonly unknown: readonly string[]
  /** Guarantees that speak of no step. */
  readonly idle: readonly Guarantee[]
  /** Every gate of the case, as the path meets it. */
  readonly gates: readonly PathGate[]
  /** Absent where no order keeps to what waits for what, or where there are too many steps. */
  readonly found?: FoundOrder
  /** Steps that can never come, because they wait for each other. */
  readonly stuck: readonly number[]
  /** Whether there are more steps than orders are searched for. */
  readonly tooMany: boolean
}

/** The best order of a path. */
export interface FoundOrder {
  readonly best: BestOrder
  /** Whether nobody gains by breaking any step, every judgement at its centre. */
  readonly enforcing: boolean
  readonly orders: OrderCount
  /** Where keeping to it is worth least. */
  readonly binding: readonly Binding[]
  /** What would mend it; empty where nothing is to mend. */
  readonly mends: readonly Mend[]
  /** The steps that fail, each in equal parts; empty where none does. */
  readonly tranches: readonly Tranches[]
  readonly otherwise: readonly ReadOtherwise[]
  readonly drawn: DrawnPath
  /** Absent where the case does not say when the ceasefire begins. */
  readonly dates?: Dated
  readonly habits: readonly Habit[]
  /** What follows if a gate does not open, for each that some step waits for. */
  readonly ifGateFails: readonly WhatIf[]
  /** What follows from what is supposed to fail, where that was asked. */
  readonly failing?: FailedOrder
}

/** What follows if one thing fails, at the centres and over the draws. */
export interface FailedOrder extends WhatIf {
  readonly drawn: DrawnWhatIf
}

/** The order in which a proposal's steps are best carried out, and whether it enforces itself. */
export function carriedOut(
  source: Case,
  proposal: Proposal,
  settings: CarryingSettings
): CarriedOut {
  const path = pathOf(source, proposal)
  const point = centralPoint(source)
  const sequence = sequenceOf(path, point)
  const tooMany = path.steps.length > MOST_STEPS
  const stuck = stuckIn(path)
  const about = {
    settings,
    path,
    sequence,
    unknown: followersOf(path).unknown,
    idle: idleIn(path),
    stuck,
    tooMany
  }
  const best = stuck.length > 0 ? undefined : bestOrder(sequence)
  if (!best || path.steps.length === 0 || sequence.parties.length === 0)
    return { ...about, gates: pathGates(path, point) }
  const dates = datesOf(path, best.order)
  const gates = pathGates(path, point, dates)
  return {
    ...about,
    gates,
    found: {
      ...weighed(path, point, best),
      drawn: drawnPath(path, best.order, randomSampler(source.scenarios, settings)),
      ...(dates ? { dates } : {}),
      habits: habitsOf(path, sequence, best.order),
      ...failuresOf(about, gates, best.order)
    }
  }
}

function weighed(path: Path, point: Point, best: BestOrder) {
  const sequence = sequenceOf(path, point)
  const enforcing = enforcesItself(best)
  return {
    best,
    enforcing,
    orders: countOrders(sequence),
    binding: bindingsOf(sequence, best),
    mends: enforcing ? [] : mendsOf(path, point, best),
    tranches: enforcing ? [] : tranchesOf(sequence, best),
    otherwise: readOtherwise(path, point, best.order)
  }
}

function failuresOf(
  { path, sequence, settings }: Pick<CarriedOut, 'path' | 'sequence' | 'settings'>,
  gates: readonly PathGate[],
  order: readonly number[]
): Pick<FoundOrder, 'ifGateFails' | 'failing'> {
  const without = (fails: Failing): WhatIf => whatIf(path, fails, { sequence, order })
  const { fails } = settings
  const failed = fails && without(fails)
  return {
    ifGateFails: gates
      .filter(({ before }) => before.length > 0)
      .map(({ gate }) => without(`gate.${gate.id}`)),
    ...(failed
      ? {
          failing: {
            ...failed,
            drawn: drawnWhatIf(path, failed, randomSampler(path.source.scenarios, settings))
          }
        }
      : {})
  }
}

const idleIn = ({ source, steps }: Path): readonly Guarantee[] =>
  source.process.guarantees.filter(
    (one) => !steps.some(({ deliverables }) => covers(one, deliverables))
  )

/**
 * The proposals whose terms most deliverables of the case bring about: those that a path can be
 * asked of without naming one, several where they tie.
 */
export function pathProposals(source: Case): readonly Proposal[] {
  const counts = source.proposals.map((proposal) =>
    pathOf(source, proposal).steps.reduce((sum, { deliverables }) => sum + deliverables.length, 0)
  )
  const most = Math.max(0, ...counts)
  return most === 0 ? [] : source.proposals.filter((_, k) => counts[k] === most)
}
