import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSampler } from '../../src/draws/sampler.ts'
import { sequenceOf } from '../../src/plan/figures.ts'
import { pathOf } from '../../src/plan/path.ts'
import { drawnWhatIf, whatIf } from '../../src/plan/what-if.ts'
import { centralPoint } from '../../src/worth/scalar.ts'
import { tried } from '../laws.ts'
import { slacksIn } from './every-order.ts'
import type { GatedSpec } from './gated-cases.ts'
import { gatedCase, gatedSpecs } from './gated-cases.ts'
import { readPlan } from './small-plan.ts'

/** The order gone through again and again, a thing left out: each step that is ready is done. */
function rerun({ steps, gates }: GatedSpec, fails: string): readonly number[] {
  const done: number[] = []
  const open = (k: number): boolean => {
    const { verified, any, gate } = gates[k] as GatedSpec['gates'][number]
    return (
      fails !== `gate.g${k}` &&
      verified.every((one) => done.includes(one)) &&
      (any.length === 0 || any.some((one) => done.includes(one))) &&
      (gate === undefined || open(gate))
    )
  }
  for (let more = true; more; ) {
    const next = steps.findIndex(
      (_, k) =>
        !done.includes(k) &&
        fails !== `deliverable.d${k}` &&
        gates.every(({ opens }, g) => opens !== k || open(g))
    )
    more = next >= 0
    if (more) done.push(next)
  }
  return done
}

describe('what follows if a thing of a path fails', () => {
  it('is what going through the steps again without it comes to', () => {
    tried(
      fc.property(gatedSpecs(), fc.nat(), (spec, pick) => {
        const source = readPlan(gatedCase(spec))
        const [proposal] = source.proposals
        if (!proposal) throw new Error('no proposal')
        const path = pathOf(source, proposal)
        const sequence = sequenceOf(path, centralPoint(source))
        const order = spec.steps.map((_, k) => k)
        const things = [
          ...order.map((k) => `deliverable.d${k}` as const),
          ...spec.gates.map((_, k) => `gate.g${k}` as const)
        ]
        const fails = things[pick % things.length] ?? 'deliverable.d0'
        const found = whatIf(path, fails, { sequence, order })
        const again = rerun(spec, fails)
        const missing = order.filter((k) => !again.includes(k))
        expect(found.missing).toEqual(missing)
        const first = missing[0] ?? order.length
        expect(found.done).toEqual(order.slice(0, first))
        expect([...found.done, ...found.left].sort()).toEqual([...again].sort())
        // what is left comes in an order in which it can
        expect(found.left).toEqual(again.filter((k) => k >= first))
        sequence.parties.forEach((_, i) => {
          const worth = (list: readonly number[]): number =>
            list.reduce((sum, k) => {
              const { stream, cost } = sequence.steps[k] ?? { stream: [], cost: [] }
              const discount = sequence.discount[i] ?? 0
              return sum + (stream[i] ?? 0) / (1 - discount) - (cost[i] ?? 0)
            }, 0)
          expect(found.byThen[i]).toBeCloseTo(worth(found.done), 8)
          expect(found.afterAll[i]).toBeCloseTo(worth(again), 8)
        })
        const rest = [...found.done, ...found.left]
        const slacks = slacksIn(sequence, rest)
        const at = slacks.findIndex((row, t) => t >= found.done.length && Math.min(...row) < -1e-9)
        expect(found.stops.map(({ party, step }) => [party, step])).toEqual(
          (slacks[at] ?? []).flatMap((slack, i) =>
            slack < -1e-9 ? [[sequence.parties[i], rest[at]]] : []
          )
        )
      }),
      { seed: 41, runs: 27, seeds: 15 }
    )
  })

  it('is under draws of judgements that are all certain what it is at their centres', () => {
    const spec: GatedSpec = {
      steps: [
        { by: 'east', verified: true },
        { by: 'west', verified: true },
        { by: 'east', verified: true }
      ],
      gates: [{ opens: 1, verified: [0], any: [] }],
      figures: [
        [-2, 4, 1],
        [4, -2, 0],
        [-1, 3, 0]
      ]
    }
    const source = readPlan(gatedCase(spec))
    const [proposal] = source.proposals
    if (!proposal) throw new Error('no proposal')
    const path = pathOf(source, proposal)
    const sequence = sequenceOf(path, centralPoint(source))
    const found = whatIf(path, 'gate.g0', { sequence, order: [0, 1, 2] })
    expect([found.missing, found.done, found.left]).toEqual([[1], [0], [2]])
    // east: -2 a period at 0.9 for good, less 1; west: 4 a period at 0.8
    expect(found.byThen).toEqual([expect.closeTo(-21), expect.closeTo(20)])
    const drawn = drawnWhatIf(
      path,
      found,
      randomSampler(source.scenarios, { draws: 20, seed: 1, dependence: 'independent' })
    )
    expect(drawn.byThen[0]).toEqual([expect.closeTo(-21), expect.closeTo(-21)])
    const stopping = new Set(found.stops.map(({ party }) => party))
    expect(drawn.stops).toEqual(sequence.parties.map((party) => (stopping.has(party) ? 1 : 0)))
    expect(drawn.nobody).toBe(found.stops.length === 0 ? 1 : 0)
  })
})
