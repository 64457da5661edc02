import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../src/calendar/calendar.ts'
import { canCome } from '../../src/gates/can-come.ts'
import { lateGates } from '../../src/gates/late.ts'
import { datesOf } from '../../src/plan/dates.ts'
import { pathOf } from '../../src/plan/path.ts'
import { dayAt } from '../../src/time/counted.ts'
import { tried } from '../laws.ts'
import type { GatedSpec } from '../plan/gated-cases.ts'
import { gatedCase, gatedSpecs } from '../plan/gated-cases.ts'
import { readPlan, smallPlan } from '../plan/small-plan.ts'

/** Whether a gate can open, looked for from the gate downward: nothing may wait for what waits for it. */
function canOpen(
  { steps, gates }: GatedSpec,
  gate: number,
  above: readonly number[] = []
): boolean {
  if (above.includes(gate)) return false
  const { verified, any, gate: other } = gates[gate] as GatedSpec['gates'][number]
  const within = [...above, gate]
  const comes = (k: number): boolean =>
    steps[k]?.verified === true &&
    gates.every(({ opens }, g) => opens !== k || canOpen({ steps, gates, figures: [] }, g, within))
  return (
    verified.every(comes) &&
    (any.length === 0 || any.some(comes)) &&
    (other === undefined || canOpen({ steps, gates, figures: [] }, other, within))
  )
}

describe('whether a gate can ever open', () => {
  it('is what looking from the gate downward finds', () => {
    tried(
      fc.property(gatedSpecs(false), (spec) => {
        const { process } = readPlan(gatedCase(spec))
        const come = canCome(process)
        spec.gates.forEach((_, k) => {
          const gate = process.gates.get(`g${k}`)
          expect(come.has(`gate.g${k}`)).toBe(canOpen(spec, k))
          expect(gate && come.blocking(gate).length === 0).toBe(canOpen(spec, k))
        })
      }),
      { seed: 43, runs: 40, seeds: 15 }
    )
  })

  it('is denied where it waits only for what it opens itself, each way on', () => {
    const deliverables = `
  - {id: a, by: east, verified-by: [watch], source: own}
  - {id: b, by: west, verified-by: [watch], source: own}`
    const gates = `gates:
  - {id: to-a, opens: deliverable.a, when: {any: [{verified: [a]}, {verified: [b]}]}, source: own}
  - {id: to-b, opens: deliverable.b, when: {any: [{verified: [a]}, {verified: [b]}]}, source: own}`
    const { process } = readPlan(smallPlan({ deliverables, gates }))
    expect([canCome(process).has('gate.to-a'), canCome(process).has('gate.to-b')]).toEqual([
      false,
      false
    ])
    const gate = process.gates.get('to-a')
    // and asking when it opens comes to an end
    expect(gate && new Calendar(process, { done: 'soonest' }).gate(gate)).toBeUndefined()
  })
})

const CALM = `gates:
  - {id: calm, opens: deliverable.arms, when: {violations-per-day: {at-most: 2, for-days: 30}, any: [{verified: [pull-back]}, {meetings: {id: weekly, held-at-least: 90%}}]}, decided-by: [watch], source: own}`
const MEETINGS =
  'meetings: [{id: weekly, kind: working-group, cadence: weekly, at: "10:00[Europe/Vienna]"}]'
const steps = (due: string): string => `
  - {id: arms, by: west, gives: {arms: laid-down}, verified-by: [watch], due: ${due}, source: own}
  - {id: pull-back, by: east, gives: {front: river}, verified-by: [watch], source: own}`

describe('the first day of a gate', () => {
  it('counts days of quiet from the ceasefire, and is late for what is due before', () => {
    const text = (due: string): string =>
      smallPlan({ deliverables: steps(due), gates: CALM, guarantees: MEETINGS })
    const [late, ...others] = lateGates(readPlan(text('"2024-07-21T08:00[Europe/Vienna]"')).process)
    expect(others).toEqual([])
    // 30 days from the first of July
    expect(late && dayAt(late.opens.at, late.zone)).toBe('2024-07-31')
    expect(late?.opens.awaits).toEqual({ kind: 'quiet', atMost: 2, forDays: 30 })
    expect(late && (late.opens.at - late.due) / 86_400).toBe(10)
    expect(lateGates(readPlan(text('"2024-07-31T08:00[Europe/Vienna]"')).process)).toEqual([])
    expect(lateGates(readPlan(text('{after: ceasefire, days: 29}')).process)).toHaveLength(1)
    // what counts from a step that may be done later is not called late
    expect(lateGates(readPlan(text('{after: verified.pull-back, days: 1}')).process)).toEqual([])
  })

  it('is in no order before the day told without one', () => {
    tried(
      fc.property(gatedSpecs(), (spec) => {
        const source = readPlan(gatedCase(spec))
        const [proposal] = source.proposals
        if (!proposal) throw new Error('no proposal')
        const calendar = new Calendar(source.process, { done: 'soonest' })
        const dates = datesOf(
          pathOf(source, proposal),
          spec.steps.map((_, k) => k)
        )
        for (const gate of source.process.gates.values()) {
          const first = calendar.gate(gate)
          const then = dates?.gates.get(gate.id)
          if (first && 'at' in first.when && then)
            expect(then.day >= dayAt(first.when.at.seconds, 'Europe/Vienna')).toBe(true)
        }
      }),
      { seed: 47, runs: 20, seeds: 15 }
    )
  })
})
