import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { futuresOf, togetherOf } from '../../src/plan/futures.ts'
import { bestOrder } from '../../src/plan/search.ts'
import type { Sequence } from '../../src/plan/sequence.ts'
import { SLACK_ROUNDING, valued } from '../../src/plan/sequence.ts'
import { orderCount, setsOf } from '../../src/plan/sets.ts'
import { sampled, tried } from '../laws.ts'
import { bestByEnds } from '../oracle/ends.ts'
import { everyOrder, slacksIn } from './every-order.ts'
import { exchanges, sequences } from './sequences.ts'

const sum = (values: readonly number[] = []): number => values.reduce((all, one) => all + one, 0)

/** Near for figures that a discount of 0.9999 makes 10,000 times as great. */
const near = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-8 * Math.max(1, Math.abs(one), Math.abs(other))

describe('the best order, against', () => {
  test('every order written out: 2 to 4 parties, steps alike, together, behind others', () => {
    let [alike, led] = [0, 0]
    tried(
      fc.property(exchanges(6), (sequence) => {
        const all = everyOrder(sequence).map((order) => ({
          order,
          least: Math.min(...slacksIn(sequence, order).flat()),
          early: sum(valued(sequence, order).values[0])
        }))
        const best = bestOrder(sequence)
        if (!best) throw new Error('no order')
        const least = Math.max(...all.map((one) => one.least))
        expect([best.exact, best.earliest]).toEqual([true, true])
        expect(near(best.least, least)).toBe(true)
        const good = all.filter((one) => one.least >= least - SLACK_ROUNDING)
        const early = Math.max(...good.map((one) => one.early))
        expect(near(sum(best.values[0]), early)).toBe(true)
        if (good.length > 1) alike++
        if (good.some((one) => !near(one.early, early))) led++
      }),
      { seed: 31, runs: 27, seeds: 30 }
    )
    expect(alike).toBeGreaterThan(10)
    expect(led).toBeGreaterThan(10)
  })

  test('a search from the end backwards, of up to 9 steps', () => {
    for (const [kind, seed] of [
      [exchanges(9), 41],
      [sequences(9), 43]
    ] as const)
      tried(
        fc.property(kind, (sequence) => {
          const [best, known] = [bestOrder(sequence), bestByEnds(sequence)]
          if (!best || !known) throw new Error('no order')
          expect(best.exact).toBe(true)
          expect(best.most).toBe(best.least)
          expect(best.earliest).toBe(true)
          expect(near(best.least, known.least)).toBe(true)
          expect(near(sum(best.values[0]), known.early)).toBe(true)
        }),
        { seed, runs: 14, seeds: 29 }
      )
  }, 300_000)
})

describe('what rules orders out', () => {
  test('never rules out one that keeps the level: each of its sets is within every bound', () => {
    tried(
      fc.property(exchanges(6), (sequence) => {
        const sets = setsOf(sequence)
        if (!sets) throw new Error('no order')
        const orders = everyOrder(sequence).map((order) => valued(sequence, order))
        // a level that about half of the orders keep
        const levels = orders.map(({ least }) => least).sort((a, b) => a - b)
        const level = levels[Math.floor(levels.length / 2)] as number
        const futures = futuresOf(sets, level)
        const sums = togetherOf(
          sets,
          futures,
          sequence.parties.map((_, i) => i + 1)
        )
        for (const { order, values, least } of orders) {
          if (least < level) continue
          expect(futures.greatest).toBeGreaterThanOrEqual(least - 1e-8)
          let mask = 0
          for (let t = 0; t <= order.length; t++) {
            const place = sets.places[mask] as number
            let weighed = 0
            sequence.parties.forEach((_, i) => {
              const value = values[t]?.[i] as number
              const at = place * sets.width + i
              const slack = 1e-8 * Math.max(1, Math.abs(value))
              expect(value).toBeLessThanOrEqual((futures.most[at] as number) + slack)
              expect(value).toBeGreaterThanOrEqual((futures.least[at] as number) - slack)
              weighed += (sums.weights[t * sets.width + i] as number) * value
            })
            const most = sums.most[place] as number
            expect(weighed).toBeLessThanOrEqual(most + 1e-8 * Math.max(1, Math.abs(most)))
            if (t < order.length) {
              expect((futures.ways[place] as number) & (1 << (order[t] as number))).not.toBe(0)
              mask |= 1 << (order[t] as number)
            }
          }
        }
      }),
      { seed: 47, runs: 14, seeds: 29 }
    )
  })
})

describe('many steps', () => {
  /** Parties that give in turn, the next one takes; each step of another size. */
  const inTurn = (steps: number, parties: number): Sequence => {
    const each = <T>(make: (i: number) => T): readonly T[] =>
      Array.from({ length: parties }, (_, i) => make(i))
    return {
      parties: each((i) => `party-${i}`),
      discount: each((i) => 0.95 - i / 100),
      before: each(() => 0),
      breakdown: each(() => 0),
      bond: each(() => 0),
      steps: Array.from({ length: steps }, (_, k) => {
        const [giver, taker] = [k % parties, (k + 1) % parties]
        const size = 1 + (k % 5) / 3 + (k % 3) / 2
        return {
          cost: each(() => 0),
          stream: each((i) => (i === giver ? -size / 3 : i === taker ? size : size / 20)),
          grab: each((i) => (i === giver ? size / 2 : 0)),
          caught: each((i) => (i === giver ? 0.9 : 1)),
          owes: each((i) => i === giver),
          penalty: each(() => 0),
          kept: each(() => 0),
          after: []
        }
      })
    }
  }

  it('are ordered, and that no order leaves more is proved, for 18 free steps', () => {
    for (const parties of sampled([2, 3], [3])) {
      const sequence = inTurn(18, parties)
      const best = bestOrder(sequence)
      expect(best?.exact).toBe(true)
      expect([...(best?.order ?? [])].sort((a, b) => a - b)).toEqual([...sequence.steps.keys()])
      expect(best?.least).toBe(valued(sequence, best?.order ?? []).least)
    }
  })

  it('where it cannot be proved in the effort given, an order stands beside a bound no lower', () => {
    const sequence = inTurn(12, 2)
    const proved = bestOrder(sequence)
    if (!proved?.exact) throw new Error('not proved')
    for (const effort of [1, 1000, 100_000]) {
      const best = bestOrder(sequence, effort)
      if (!best) throw new Error('no order')
      expect(best.most).toBeGreaterThanOrEqual(proved.least - SLACK_ROUNDING)
      expect(best.least).toBeLessThanOrEqual(proved.least + SLACK_ROUNDING)
      if (best.exact) expect(best.least).toBeCloseTo(proved.least, 8)
    }
    expect(bestOrder(sequence, 1)?.exact).toBe(false)
  })

  it('in pairs one behind the other: as good as a search from the end finds', () => {
    const free = inTurn(8, 2)
    const sequence = {
      ...free,
      steps: free.steps.map((step, k) => ({ ...step, after: k % 2 === 1 ? [k - 1] : [] }))
    }
    const [best, known] = [bestOrder(sequence), bestByEnds(sequence)]
    expect(best?.exact).toBe(true)
    expect(best?.least).toBeCloseTo(known?.least ?? Number.NaN, 8)
    expect(sum(best?.values[0])).toBeCloseTo(known?.early ?? Number.NaN, 8)
    expect(orderCount(sequence)).toBe(2520n)
  })

  it('more orders than are counted one by one are counted over sets: 18 steps have 18!', () => {
    const factorial = Array.from({ length: 18 }, (_, k) => BigInt(k + 1)).reduce((a, b) => a * b)
    expect(orderCount(inTurn(18, 2))).toBe(factorial)
    expect(orderCount({ steps: [] })).toBe(1n)
  })
})
