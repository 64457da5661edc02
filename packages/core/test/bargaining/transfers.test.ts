import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DivisibleProblem } from '../../src/bargaining/transfers.ts'
import { bestAmounts, sidePayments } from '../../src/bargaining/transfers.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_614
const number = (text: string): number => {
  const [top = '', bottom = '1'] = text.split('/')
  return Number(top) / Number(bottom)
}
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
const product = (list: readonly number[]): number => list.reduce((all, one) => all * one, 1)
const greatest = (list: readonly number[]): number =>
  list.reduce((high, one) => Math.max(high, one), Number.NEGATIVE_INFINITY)

describe('side payments', () => {
  test('the loser of the better package is paid by the winner', () => {
    expect(
      sidePayments({
        packages: [
          [10, 20],
          [90, -20]
        ],
        pointsPerUnit: [1, 1]
      })
    ).toEqual({
      best: [1],
      surplus: '70',
      nash: { gains: ['35', '35'], payments: [['-55', '55']] },
      egalitarian: { gains: ['35', '35'], payments: [['-55', '55']] }
    })
  })

  test('a unit that is worth more to one party: equal units by Nash, equal points otherwise; ties listed', () => {
    expect(
      sidePayments({
        packages: [
          [6, 0],
          [0, 3],
          [1, 1]
        ],
        pointsPerUnit: [2, 1]
      })
    ).toEqual({
      best: [0, 1],
      surplus: '3',
      nash: {
        gains: ['3', '3/2'],
        payments: [
          ['-3/2', '3/2'],
          ['3/2', '-3/2']
        ]
      },
      egalitarian: {
        gains: ['2', '2'],
        payments: [
          ['-2', '2'],
          ['1', '-1']
        ]
      }
    })
  })

  test('no surplus, no payments; a worthless unit is refused', () => {
    expect(
      sidePayments({
        packages: [
          [1, -1],
          [-2, -2]
        ],
        pointsPerUnit: [1, 1]
      })
    ).toBeNull()
    expect(sidePayments({ packages: [], pointsPerUnit: [1, 1] })).toBeNull()
    expect(() => sidePayments({ packages: [[1, 1]], pointsPerUnit: [1, 0] })).toThrow(RangeError)
  })

  const problem = fc.integer({ min: 2, max: 3 }).chain((parties) =>
    fc.record({
      packages: fc.array(
        fc.array(
          fc.integer({ min: -80, max: 80 }).map((tenths) => tenths / 10),
          { minLength: parties, maxLength: parties }
        ),
        {
          minLength: 1,
          maxLength: 5
        }
      ),
      pointsPerUnit: fc.array(fc.constantFrom(0.5, 1, 1.2, 3), {
        minLength: parties,
        maxLength: parties
      })
    })
  )

  test('payments add up to nothing and give what is said', () => {
    tried(
      fc.property(problem, (table) => {
        const found = sidePayments(table)
        for (const { gains, payments } of found ? [found.nash, found.egalitarian] : [])
          for (const [k, index] of (found?.best ?? []).entries()) {
            const paid = (payments[k] ?? []).map(number)
            expect(sum(paid)).toBeCloseTo(0, 10)
            const had = (table.packages[index] ?? []).map(
              (gain, p) => gain + (paid[p] as number) * (table.pointsPerUnit[p] as number)
            )
            for (const [p, gain] of gains.entries()) expect(had[p]).toBeCloseTo(number(gain), 10)
          }
        if (found) expect(new Set(found.egalitarian.gains).size).toBe(1)
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('no package with payments on a fine grid does better, by product or by least gain', () => {
    const steps = Array.from({ length: 61 }, (_, k) => (k - 30) * 0.5)
    let solved = 0
    tried(
      fc.property(problem, (table) => {
        const paid =
          table.pointsPerUnit.length === 2
            ? steps.map((t) => [t, -t])
            : steps.flatMap((s) => steps.map((t) => [s, t, -s - t]))
        const reachable = table.packages.flatMap((gains) =>
          paid.map((row) =>
            gains.map((gain, p) => gain + (row[p] as number) * (table.pointsPerUnit[p] as number))
          )
        )
        const found = sidePayments(table)
        const gainful = reachable.filter((gains) => Math.min(...gains) > 1e-9)
        if (!found) {
          expect(gainful).toEqual([])
          return
        }
        solved++
        expect(greatest([0, ...gainful.map(product)])).toBeLessThanOrEqual(
          product(found.nash.gains.map(number)) * (1 + 1e-9)
        )
        const least = greatest(reachable.map((gains) => Math.min(...gains)))
        expect(least).toBeLessThanOrEqual(number(found.egalitarian.gains[0] as string) + 1e-9)
      }),
      { seed: SEED, runs: 50, seeds: 2 }
    )
    expect(solved).toBeGreaterThan(20)
  })
})

describe('a divisible issue', () => {
  test('between knots, exactly', () => {
    const knots = [
      { amount: 0, worth: [0, 10] },
      { amount: 7, worth: [20, 0] }
    ]
    expect(bestAmounts({ knots, rest: [0, 0] })).toEqual({
      nash: [{ amount: 3.5, exactly: '7/2', gains: [10, 5] }],
      maxMin: [{ amount: 7 / 3, exactly: '7/3', gains: [20 / 3, 20 / 3] }]
    })
    expect(bestAmounts({ knots, rest: [0, 2] }).nash).toEqual([
      { amount: 4.2, exactly: '21/5', gains: [12, 6] }
    ])
  })

  test('three parties: the root of a polynomial, to a rounding; exactly where halving meets it', () => {
    const at = (worth: readonly (readonly number[])[]): DivisibleProblem => ({
      knots: worth.map((row, k) => ({ amount: k, worth: row })),
      rest: (worth[0] ?? []).map(() => 0)
    })
    const [cubic] = bestAmounts(
      at([
        [0, 0, 1],
        [1, 1, 0]
      ])
    ).nash
    expect(cubic?.amount).toBeCloseTo(2 / 3, 14)
    expect(cubic?.exactly).toBeUndefined()
    expect(
      bestAmounts(
        at([
          [0, 0, 1, 1],
          [1, 1, 0, 0]
        ])
      ).nash
    ).toEqual([{ amount: 0.5, exactly: '1/2', gains: [0.5, 0.5, 0.5, 0.5] }])
  })

  test('ties are listed, a level stretch by its knots; nobody gains: no Nash amount', () => {
    const knots = [0, 1, 2].map((amount) => ({
      amount,
      worth: [amount === 1 ? 4 : 5, amount === 1 ? 5 : 4]
    }))
    expect(bestAmounts({ knots, rest: [0, 0] }).maxMin.map(({ exactly }) => exactly)).toEqual([
      '1/2',
      '3/2'
    ])
    const level = [3, 5].map((amount) => ({ amount, worth: [1, 2] }))
    expect(bestAmounts({ knots: level, rest: [0, 0] }).nash.map(({ exactly }) => exactly)).toEqual([
      '3',
      '5'
    ])
    expect(bestAmounts({ knots: level, rest: [-1, 0] }).nash).toEqual([])
    expect(bestAmounts({ knots: level, rest: [-1, 0] }).maxMin.length).toBe(2)
  })

  test('ties ascend and stand once, wherever they were found', () => {
    const lines = [
      [0, 2, 1],
      [2, 0, 1],
      [1, 1, 1]
    ].map((worth, amount) => ({ amount, worth }))
    expect(
      bestAmounts({ knots: lines, rest: [0, 0, 0] }).maxMin.map(({ amount }) => amount)
    ).toEqual([0.5, 2])
  })

  test('a party that never gains leaves no Nash amount, however many gains change', () => {
    const knots = [
      [0, 0, 2, 0],
      [2, 1, 0, 0]
    ].map((worth, amount) => ({ amount, worth }))
    expect(bestAmounts({ knots, rest: [1, 1, 1, 0] }).nash).toEqual([])
  })

  test('the least gain tied, the next decides', () => {
    const knots = [
      { amount: 0, worth: [1, 2] },
      { amount: 1, worth: [1, 9] }
    ]
    expect(bestAmounts({ knots, rest: [0, 0] }).maxMin.map(({ amount }) => amount)).toEqual([1])
  })

  test('knots must be there and ascend', () => {
    expect(() => bestAmounts({ knots: [], rest: [0] })).toThrow(RangeError)
    expect(() =>
      bestAmounts({ knots: [1, 1].map((amount) => ({ amount, worth: [0] })), rest: [0] })
    ).toThrow(RangeError)
  })

  const problem = fc.integer({ min: 1, max: 4 }).chain((parties) => {
    const row = fc.array(fc.integer({ min: -9, max: 9 }), {
      minLength: parties,
      maxLength: parties
    })
    return fc.record({
      rest: row,
      knots: fc
        .array(fc.tuple(fc.integer({ min: 1, max: 30 }), row), { minLength: 1, maxLength: 4 })
        .map((list) =>
          list.map(([, worth], k) => ({
            amount: sum(list.slice(0, k + 1).map(([step]) => step)) / 10,
            worth
          }))
        )
    })
  })

  /** Gains at an amount, read off the line between the knots around it. */
  function gainsAt({ knots, rest }: DivisibleProblem, amount: number): readonly number[] {
    const after = Math.max(
      knots.length === 1 ? 0 : 1,
      knots.findIndex((knot) => knot.amount >= amount - 1e-12)
    )
    const [from, to] = [knots[Math.max(0, after - 1)], knots[after]]
    const share = from && to && to !== from ? (amount - from.amount) / (to.amount - from.amount) : 0
    return rest.map(
      (start, p) =>
        Number(start) +
        (1 - share) * Number(from?.worth[p] ?? 0) +
        share * Number(to?.worth[p] ?? 0)
    )
  }

  test('no amount on a fine grid does better, by product, by least gain or, that tied, by the next', () => {
    const GRID = 240
    let inside = 0
    tried(
      fc.property(problem, (table) => {
        const { nash, maxMin } = bestAmounts(table)
        for (const { amount, gains } of [...nash, ...maxMin])
          for (const [p, gain] of gains.entries())
            expect(gainsAt(table, amount)[p]).toBeCloseTo(gain, 9)
        const [low, high] = [table.knots[0]?.amount ?? 0, table.knots.at(-1)?.amount ?? 0]
        const grid = Array.from({ length: GRID + 1 }, (_, k) =>
          gainsAt(table, low + (k / GRID) * (high - low))
        )
        const products = grid.filter((gains) => Math.min(...gains) > 1e-9).map(product)
        expect(greatest([0, ...products])).toBeLessThanOrEqual(
          product(nash[0]?.gains ?? [0]) * (1 + 1e-9)
        )
        const sorted = (gains: readonly number[]): readonly number[] =>
          [...gains].sort((a, b) => a - b)
        const [least = 0, next = 0] = sorted(maxMin[0]?.gains ?? [])
        for (const [one = 0, other = 0] of grid.map(sorted)) {
          expect(one).toBeLessThanOrEqual(least + 1e-9)
          if (one > least - 1e-9) expect(other).toBeLessThanOrEqual(next + 1e-9)
        }
        if (
          [...nash, ...maxMin].some(
            ({ amount }) => !table.knots.some((knot) => knot.amount === amount)
          )
        )
          inside++
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
    expect(inside).toBeGreaterThan(10)
  })
})
