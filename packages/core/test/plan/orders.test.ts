import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { countOrders } from '../../src/plan/orders.ts'
import { bestOrder } from '../../src/plan/search.ts'
import type { Sequence } from '../../src/plan/sequence.ts'
import { SLACK_ROUNDING, valued } from '../../src/plan/sequence.ts'
import { tried } from '../laws.ts'
import { published } from '../published.ts'
import { everyOrder, slacksIn } from './every-order.ts'
import { sequences } from './sequences.ts'

const leastIn = (sequence: Sequence, order: readonly number[]): number =>
  Math.min(...slacksIn(sequence, order).flat())

describe('against every order written out', () => {
  test('slacks are those of sums from the beginning of each period', () => {
    tried(
      fc.property(sequences(5), (sequence) => {
        const order = sequence.steps.map((_, k) => k)
        const slacks = valued(sequence, order).slacks.flat()
        slacksIn(sequence, order)
          .flat()
          .forEach((slack, at) => {
            expect(slacks[at]).toBeCloseTo(slack, 8)
          })
      }),
      { seed: 20_261_129, runs: 67, seeds: 30 }
    )
  })

  test('no order leaves a greater least slack, and orders that enforce themselves are all counted', () => {
    let [enforcing, none] = [0, 0]
    tried(
      fc.property(sequences(6), (sequence) => {
        const orders = everyOrder(sequence)
        const least = orders.map((order) => leastIn(sequence, order))
        const best = bestOrder(sequence)
        expect(best?.exact).toBe(true)
        expect(best?.least).toBeCloseTo(Math.max(...least), 8)
        expect(leastIn(sequence, best?.order ?? [])).toBeCloseTo(Math.max(...least), 8)
        const held = least.filter((one) => one >= -SLACK_ROUNDING).length
        expect(countOrders(sequence)).toEqual({ all: BigInt(orders.length), enforcing: held })
        if (held > 0) enforcing++
        else none++
      }),
      { seed: 7, runs: 40, seeds: 30 }
    )
    expect(enforcing).toBeGreaterThan(3)
    expect(none).toBeGreaterThan(5)
  })

  test('of orders with the same least slack it is worth most at its beginning, and ties are told', () => {
    tried(
      fc.property(sequences(5), (sequence) => {
        const best = bestOrder(sequence)
        if (!best) return
        const early = (order: readonly number[]): number =>
          (valued(sequence, order).values[0] ?? []).reduce((sum, one) => sum + one, 0)
        const alike = everyOrder(sequence).filter(
          (order) => leastIn(sequence, order) >= best.least - SLACK_ROUNDING
        )
        const most = Math.max(...alike.map(early))
        expect(early(best.order)).toBeCloseTo(most, 8)
        const tied = alike.filter((order) => early(order) >= most - SLACK_ROUNDING)
        if (tied.length <= 8) expect(best.ties.length).toBe(tied.length - 1)
      }),
      { seed: 11, runs: 34, seeds: 30 }
    )
  })

  it('a search cut short still gives an order, and a bound that none exceeds', () => {
    let open = 0
    tried(
      fc.property(sequences(6), (sequence) => {
        const best = bestOrder(sequence, 1)
        const most = Math.max(...everyOrder(sequence).map((order) => leastIn(sequence, order)))
        expect(best?.most).toBeGreaterThanOrEqual(most - 1e-8)
        expect(best?.least).toBeLessThanOrEqual(most + 1e-8)
        if (best?.exact) expect(best.least).toBeCloseTo(most, 8)
        else open++
      }),
      { seed: 5, runs: 100, seeds: 30 }
    )
    expect(open).toBeGreaterThan(0)
  })
})

describe('laws', () => {
  test('steps and parties in another order change nothing', () => {
    tried(
      fc.property(sequences(5), (sequence) => {
        const last = sequence.steps.length - 1
        const flip = <T>(list: readonly T[]): readonly T[] => [...list].reverse()
        const turned: Sequence = {
          parties: flip(sequence.parties),
          discount: flip(sequence.discount),
          before: flip(sequence.before),
          breakdown: flip(sequence.breakdown),
          bond: flip(sequence.bond),
          steps: flip(sequence.steps).map((step) => ({
            cost: flip(step.cost),
            stream: flip(step.stream),
            grab: flip(step.grab),
            caught: flip(step.caught),
            owes: flip(step.owes),
            penalty: flip(step.penalty),
            kept: flip(step.kept),
            after: step.after.map((place) => last - place)
          }))
        }
        expect(bestOrder(turned)?.least).toBeCloseTo(bestOrder(sequence)?.least ?? Number.NaN, 8)
      }),
      { seed: 3, runs: 34, seeds: 30 }
    )
  })

  test('bonds and penalties help, grabs and a better way back hurt', () => {
    tried(
      fc.property(sequences(5), fc.integer({ min: 1, max: 20 }), (sequence, more) => {
        const best = bestOrder(sequence)?.least ?? Number.NaN
        const add = (list: readonly number[]): readonly number[] => list.map((one) => one + more)
        const each = (change: (step: Sequence['steps'][number]) => object): Sequence => ({
          ...sequence,
          steps: sequence.steps.map((step) => ({ ...step, ...change(step) }))
        })
        const least = (changed: Sequence): number => bestOrder(changed)?.least ?? Number.NaN
        expect(least({ ...sequence, bond: add(sequence.bond) })).toBeGreaterThanOrEqual(best - 1e-8)
        expect(least(each(({ penalty }) => ({ penalty: add(penalty) })))).toBeGreaterThanOrEqual(
          best - 1e-8
        )
        expect(least(each(({ grab }) => ({ grab: add(grab) })))).toBeLessThanOrEqual(best + 1e-8)
        expect(least({ ...sequence, breakdown: add(sequence.breakdown) })).toBeLessThanOrEqual(
          best + 1e-8
        )
      }),
      { seed: 13, runs: 20, seeds: 30 }
    )
  })
})

const theory = published('games', 'theory.json')

interface Finite {
  readonly packages: readonly {
    readonly give: readonly number[]
    readonly stream: readonly number[]
    readonly grab: readonly number[]
  }[]
  readonly delta: number
  readonly bond: readonly number[]
  readonly feasibleOrders: number
  readonly totalOrders: number
  readonly bestMinSlack: number
  readonly bestOrder: readonly number[]
  readonly bestSlacks: readonly number[]
  readonly worstMinSlack: number
}

describe.skipIf(!theory.there)(`a published schedule (${theory.why})`, () => {
  const finite = theory.there
    ? theory.read<{ readonly finite_schedule: readonly Finite[] }>('theory.json').finite_schedule
    : []
  it('has these slacks, this best, this worst, and so many orders that enforce themselves', () => {
    expect(finite.length).toBe(4)
    for (const one of finite) {
      const sequence: Sequence = {
        parties: ['a', 'b'],
        discount: [one.delta, one.delta],
        before: [0, 0],
        breakdown: [0, 0],
        bond: one.bond,
        steps: one.packages.map(({ give, stream, grab }) => ({
          cost: give,
          stream,
          grab,
          caught: [1, 1],
          owes: [true, true],
          penalty: [0, 0],
          kept: [0, 0],
          after: []
        }))
      }
      expect(countOrders(sequence)).toEqual({
        all: BigInt(one.totalOrders),
        enforcing: one.feasibleOrders
      })
      expect(bestOrder(sequence)?.least).toBeCloseTo(one.bestMinSlack, 9)
      const slacks = valued(sequence, one.bestOrder).slacks.slice(0, -1).flat()
      one.bestSlacks.forEach((slack, at) => {
        expect(slacks[at]).toBeCloseTo(slack, 9)
      })
      const all = everyOrder(sequence).map((order) => valued(sequence, order).least)
      expect(Math.min(...all)).toBeCloseTo(one.worstMinSlack, 9)
      // in exact fractions too it is all six orders that end with the heaviest step
      if (one.delta === 0.9)
        expect(all.filter((least) => Math.abs(least - 6.6) < 1e-9).length).toBe(6)
    }
  })
})
