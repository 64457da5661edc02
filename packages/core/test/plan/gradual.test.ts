import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_TRANCHES, tranchesOfStep } from '../../src/plan/gradual.ts'
import type { Sequence, SequenceStep } from '../../src/plan/sequence.ts'
import { tried } from '../laws.ts'
import { slacksIn } from './every-order.ts'
import { sequences } from './sequences.ts'

/** The sequence written out with a step in parts, and the order that follows. */
function writtenOut(sequence: Sequence, step: number, parts: number) {
  const share = (list: readonly number[]): readonly number[] => list.map((one) => one / parts)
  const steps = sequence.steps.flatMap((one, place): readonly SequenceStep[] =>
    place === step
      ? Array.from({ length: parts }, () => ({
          ...one,
          cost: share(one.cost),
          stream: share(one.stream),
          grab: share(one.grab),
          kept: share(one.kept)
        }))
      : [one]
  )
  return slacksIn(
    { ...sequence, steps },
    steps.map((_, k) => k)
  )
}

/** One step between two parties that both gain by in the end, with nothing better outside. */
const exchanges = fc
  .record({
    stream: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
    cost: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
    grab: fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })),
    caught: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
    bond: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })),
    breakdown: fc.tuple(fc.integer({ min: -20, max: 0 }), fc.integer({ min: -20, max: 0 }))
  })
  .map(
    ({ stream, cost, grab, caught, bond, breakdown }) =>
      (discount: number): Sequence => ({
        parties: ['east', 'west'],
        discount: [discount, discount],
        before: [0, 0],
        breakdown,
        bond,
        steps: [
          {
            // what it costs is no more than it brings in two periods
            cost: cost.map((one, i) => Math.min(one, 2 * (stream[i] as number))),
            stream,
            grab,
            caught: caught.map((one) => one / 10),
            owes: [true, true],
            penalty: [0, 0],
            kept: [0, 0],
            after: []
          }
        ]
      })
  )

describe('the least number of equal parts in which a step enforces itself', () => {
  it('is the first that holds of all, each written out', () => {
    tried(
      fc.property(sequences(3), (sequence) => {
        const order = sequence.steps.map((_, k) => k)
        const step = order.length - 1
        const found = tranchesOfStep(sequence, order, step)
        for (let parts = 1; parts <= MOST_TRANCHES; parts++) {
          const all = writtenOut(sequence, step, parts)
          const worst = Math.min(...all.slice(step, step + parts).flat())
          // on the very edge rounding may go either way
          if (Math.abs(worst) < 1e-7) return
          if (worst > 0) {
            expect(found.parts).toBe(parts)
            const least = Math.min(...all.flat())
            if (Math.abs(least) > 1e-7) expect(found.mends).toBe(least > 0)
            return
          }
          if (found.nearest) expect(found.nearest.slack).toBeGreaterThanOrEqual(worst - 1e-7)
        }
        expect(found.parts).toBeUndefined()
      }),
      { seed: 53, runs: 20, seeds: 15 }
    )
  })

  it('is never greater where the future counts for more', () => {
    let several = 0
    tried(
      fc.property(
        exchanges,
        fc.integer({ min: 10, max: 18 }),
        fc.integer({ min: 0, max: 9 }),
        (exchange, low, more) => {
          const [a, b] = [low / 20, Math.min(0.95, (low + more) / 20)].map(
            (discount) => tranchesOfStep(exchange(discount), [0], 0).parts ?? Infinity
          ) as [number, number]
          if (a > 1 && a < Infinity) several++
          expect(b).toBeLessThanOrEqual(a)
        }
      ),
      { seed: 59, runs: 50, seeds: 15 }
    )
    expect(several).toBeGreaterThan(5)
  })

  it('is reckoned by hand for one exchange', () => {
    // each period brings 5, to be had for good 50; breaking it 60 at once, always noticed, back to 0
    const exchange: Sequence = {
      parties: ['east', 'west'],
      discount: [0.9, 0.9],
      before: [0, 0],
      breakdown: [0, 0],
      bond: [0, 0],
      steps: [
        {
          cost: [0, 0],
          stream: [5, 5],
          grab: [60, 0],
          caught: [1, 1],
          owes: [true, true],
          penalty: [0, 0],
          kept: [0, 0],
          after: []
        }
      ]
    }
    // whole: 5 + 0.9 x 50 = 50 < 60. In two parts the first is worth 2.5 + 0.9 x (2.5 + 0.9 x 50 + 2.5)
    // = 47.5 against 30, the second 2.5 + 2.5 + 0.9 x 50 = 50 against 2.5 + 30
    expect(tranchesOfStep(exchange, [0], 0)).toEqual({ step: 0, parts: 2, mends: true })
    // never noticed: a part is worth breaking however small
    const unseen = { ...exchange, steps: exchange.steps.map((one) => ({ ...one, caught: [0, 1] })) }
    const none = tranchesOfStep(unseen, [0], 0)
    expect(none.parts).toBeUndefined()
    // (5 - 60) / 50 in each of fifty parts
    expect(none.nearest).toMatchObject({ parts: 50, party: 'east', slack: expect.closeTo(-1.1) })
  })
})
