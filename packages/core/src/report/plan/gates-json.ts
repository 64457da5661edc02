import type { CarriedOut, FailedOrder, FoundOrder } from '../../plan/carried-out.ts'
import { verifiedFor } from '../../plan/path.ts'
import type { WhatIf } from '../../plan/what-if.ts'
import type { PlanDocument } from './plan-shape.ts'

type FoundDocument = NonNullable<PlanDocument['found']>
type FailureDocument = FoundDocument['ifGateFails'][number]

/** What is handed over in a step, by ids. */
export const idsOfStep = ({ path }: CarriedOut, place: number): readonly string[] =>
  (path.steps[place]?.deliverables ?? []).map(({ id }) => id)

/** The gates of a case, as documents hold them. */
export const gatesJson = (about: CarriedOut): PlanDocument['gates'] =>
  about.gates.map(({ gate, before, opens, blocking, undelivered, gains, ...found }) => ({
    gate: gate.id,
    opens: gate.opens ?? null,
    before: before.map((place) => idsOfStep(about, place)),
    day: opens?.day ?? null,
    awaits: opens?.awaits ?? null,
    blocking,
    undelivered,
    decidedBy: gate.decidedBy,
    gains: [...gains].map(([party, points]) => ({ party, points })),
    gainersDecide: found.gainersDecide.length > 0,
    oneSided: found.oneSided
  }))

/** When the gates before steps can open: a picture shows them there. */
export const openingJson = (
  { gates, path: { steps, source } }: CarriedOut,
  { best, dates }: FoundOrder
): FoundDocument['opening'] =>
  gates
    .filter(({ before }) => before.length > 0)
    .map(({ gate }) => {
      const waits = verifiedFor(gate, source)
      const done = best.order.map((place, period) =>
        steps[place]?.deliverables.some(({ id }) => waits.includes(id)) ? period + 1 : 0
      )
      return {
        gate: gate.id,
        day: dates?.gates.get(gate.id)?.day ?? null,
        period: Math.max(0, ...done)
      }
    })

/** What follows if one thing fails, as documents hold it. */
export function failureJson(about: CarriedOut, one: WhatIf): FailureDocument {
  const stepsOf = (places: readonly number[]) => places.map((place) => idsOfStep(about, place))
  const { steps, source } = about.path
  const given = one.done.flatMap((place) => steps[place]?.deliverables ?? [])
  return {
    fails: one.fails,
    shut: one.shut,
    missing: stepsOf(one.missing),
    done: stepsOf(one.done),
    left: stepsOf(one.left),
    parties: about.sequence.parties.map((party, i) => ({
      party,
      handed: given
        .filter(({ id }) => source.process.deliverables.get(id)?.by === party)
        .map(({ id }) => id),
      byThen: one.byThen[i] ?? 0,
      afterAll: one.afterAll[i] ?? 0,
      whole: one.whole[i] ?? 0
    })),
    stops: one.stops.map(({ party, step, slack }) => ({
      party,
      step: step === undefined ? null : idsOfStep(about, step),
      slack
    }))
  }
}

/** The same with what the draws say. */
export function failingJson(
  about: CarriedOut,
  one: FailedOrder
): NonNullable<FoundDocument['failing']> {
  const { parties, ...rest } = failureJson(about, one)
  return {
    ...rest,
    parties: parties.map((party, i) => {
      const [low, high] = one.drawn.byThen[i] ?? [0, 0]
      return { ...party, low, high, stops: one.drawn.stops[i] ?? 0 }
    }),
    nobody: one.drawn.nobody
  }
}
