import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AdjustedWinner, AwardItem } from '../../src/bargaining/adjusted-winner.ts'
import { adjustedWinner } from '../../src/bargaining/adjusted-winner.ts'
import { fractionOf, fractionText, quotientOf } from '../../src/fractions/fraction.ts'
import { tried } from '../laws.ts'
import { published } from '../published.ts'

const SEED = 20_250_611

/**
 * Points of the United States and Panama for the Panama Canal talks of 1974: H. Raiffa, The Art and
 * Science of Negotiation, 1982.
 */
const PANAMA: readonly AwardItem[] = [
  { id: 'US defense rights', points: [22, 9] },
  { id: 'Use rights', points: [22, 15] },
  { id: 'Land and water', points: [15, 15] },
  { id: 'Expansion rights', points: [14, 3] },
  { id: 'Duration', points: [11, 15] },
  { id: 'Expansion routes', points: [6, 5] },
  { id: 'Compensation', points: [4, 11] },
  { id: 'Jurisdiction', points: [2, 7] },
  { id: 'US military rights', points: [2, 7] },
  { id: 'Defense role of Panama', points: [2, 13] }
]

const divide = (items: readonly AwardItem[]): AdjustedWinner =>
  adjustedWinner(items) as AdjustedWinner
const item = (id: string, ...points: readonly [number, number]): AwardItem => ({ id, points })

describe('published divisions', () => {
  test('Panama Canal: 66 points each, land and water divided 2/15 to 13/15', () => {
    expect(divide(PANAMA)).toEqual({
      start: {
        wins: [
          ['US defense rights', 'Use rights', 'Expansion rights', 'Expansion routes'],
          [
            'Duration',
            'Compensation',
            'Jurisdiction',
            'US military rights',
            'Defense role of Panama'
          ]
        ],
        tied: ['Land and water'],
        points: ['64', '53']
      },
      holds: [
        ['US defense rights', 'Use rights', 'Expansion rights', 'Expansion routes'],
        ['Duration', 'Compensation', 'Jurisdiction', 'US military rights', 'Defense role of Panama']
      ],
      split: { item: 'Land and water', shares: ['2/15', '13/15'] },
      interchangeable: [],
      worthless: [],
      points: ['66', '66'],
      percent: '66'
    })
  })

  const results = published('bargaining', 'aw_cases.json')
  test.skipIf(!results.there)('the tables of the vectors', () => {
    type Row = readonly [string, number, number]
    const tables = results.read<Record<string, { readonly items: readonly Row[] }>>('aw_cases.json')
    const read = (name: string): AdjustedWinner =>
      divide((tables[name]?.items ?? []).map(([id, a, b]) => item(id, a, b)))
    expect(read('panama_canal')).toEqual(divide(PANAMA))
    const jagger = read('jagger_hall')
    expect(jagger.start).toEqual({
      wins: [['Downe House'], ['Mustique', 'Art', 'Classic cars']],
      tied: ['La Forchette', 'New York'],
      points: ['35', '35']
    })
    expect([jagger.points, jagger.interchangeable]).toEqual([
      ['60', '60'],
      ['La Forchette', 'New York']
    ])
    expect(read('camp_david')).toMatchObject({
      split: { item: 'Sinai', shares: ['1/6', '5/6'] },
      points: ['395/6', '395/6']
    })
  })

  test('four goods of 200 points each: the second is divided 95/156 to 61/156, however the first party weighs the last two', () => {
    for (const third of [10, 20, 29.5]) {
      const goods = divide([
        item('1', 86, 19),
        item('2', 75, 81),
        item('3', third, 60),
        item('4', 39 - third, 40)
      ])
      expect(goods.split).toEqual({ item: '2', shares: ['95/156', '61/156'] })
      expect(goods.points).toEqual(['6847/52', '6847/52'])
      expect(6847 / 52).toBeCloseTo(131.673, 3)
    }
  })
})

describe('edges', () => {
  test('one item is halved', () => {
    expect(divide([item('a', 3, 7)])).toMatchObject({
      split: { item: 'a', shares: ['1/2', '1/2'] },
      points: ['3/2', '7/2'],
      percent: '50'
    })
  })

  test('opposite interests divide nothing', () => {
    const { holds, split, interchangeable, percent } = divide([item('a', 1, 0), item('b', 0, 5)])
    expect([holds, split, interchangeable, percent]).toEqual([[['a'], ['b']], undefined, [], '100'])
  })

  test('equal items: halves, and any of them will do', () => {
    const { holds, split, interchangeable, percent } = divide(
      ['a', 'b', 'c', 'd'].map((id) => item(id, 5, 2))
    )
    expect([holds, split, interchangeable, percent]).toEqual([
      [
        ['a', 'b'],
        ['c', 'd']
      ],
      undefined,
      ['a', 'b', 'c', 'd'],
      '50'
    ])
  })

  test('items tied on one side of a cut that divides nothing are not interchangeable', () => {
    const { holds, split, interchangeable } = divide([
      item('a', 2, 1),
      item('b', 2, 1),
      item('c', 1, 2),
      item('d', 1, 2)
    ])
    expect([holds, split, interchangeable]).toEqual([
      [
        ['a', 'b'],
        ['c', 'd']
      ],
      undefined,
      []
    ])
  })

  test('an item worth nothing to both is in no holding, and no points at all are no division', () => {
    expect(divide([item('a', 1, 1), item('b', 0, 0)])).toMatchObject({
      start: { tied: ['a'] },
      worthless: ['b'],
      holds: [[], []]
    })
    expect(adjustedWinner([item('a', 0, 1)])).toBeUndefined()
    expect(adjustedWinner([])).toBeUndefined()
  })

  test('points below nothing, or not finite, are refused', () => {
    expect(() => adjustedWinner([item('a', 2, 1), item('b', -1, 1)])).toThrow(RangeError)
    expect(() => adjustedWinner([item('a', Number.NaN, 1)])).toThrow(RangeError)
  })

  test('decimals are read as written', () => {
    expect(divide([item('a', 0.1, 0.2), item('b', 0.2, 0.1)])).toMatchObject({
      points: ['1/5', '1/5'],
      percent: '200/3'
    })
    for (const value of [0.1, -2.5e-7, 1e21, 1.5e300, 0, 123.456])
      expect(quotientOf(fractionOf(value))).toBe(value)
    expect(fractionText(fractionOf(2.5e-7))).toBe('1/4000000')
  })
})

describe('laws', () => {
  const points = fc.oneof(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 400 }).map((cents) => cents / 100)
  )
  const table = fc
    .array(fc.tuple(points, points), { minLength: 1, maxLength: 5 })
    .filter((rows) => rows.some(([a]) => a > 0) && rows.some(([, b]) => b > 0))
    .map((rows) => rows.map((row, index) => item(`i${index}`, ...row)))

  /** What each party holds of each item, from 0 to 1; worthless items to nobody. */
  const held = ({ holds, split }: AdjustedWinner, id: string): readonly [number, number] => {
    if (split?.item === id) return [number(split.shares[0]), number(split.shares[1])]
    return [holds[0].includes(id) ? 1 : 0, holds[1].includes(id) ? 1 : 0]
  }
  const number = (text: string): number => {
    const [top = '', bottom = '1'] = text.split('/')
    return Number(top) / Number(bottom)
  }
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)

  test('the holdings are a division, worth what is said, equitable and envy-free', () => {
    tried(
      fc.property(table, (items) => {
        const result = divide(items)
        for (const { id } of items)
          expect(sum(held(result, id))).toBeCloseTo(result.worthless.includes(id) ? 0 : 1, 12)
        for (const party of [0, 1] as const) {
          const own = sum(
            items.map(({ id, points: worth }) => held(result, id)[party] * worth[party])
          )
          const others = sum(
            items.map(
              ({ id, points: worth }) => held(result, id)[(1 - party) as 0 | 1] * worth[party]
            )
          )
          expect(own).toBeCloseTo(number(result.points[party]), 9)
          expect(own).toBeGreaterThanOrEqual(others - 1e-9)
          expect((100 * own) / (own + others)).toBeCloseTo(number(result.percent), 9)
        }
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })

  test('no division with any one item divided on a fine grid serves the worse-off better, and one comes near', () => {
    const GRID = 40
    tried(
      fc.property(table, (items) => {
        const totals = [0, 1].map((party) =>
          sum(items.map(({ points: worth }) => worth[party] as number))
        )
        let best = 0
        for (let divided = 0; divided < items.length; divided++)
          for (let mask = 0; mask < 2 ** items.length; mask++)
            for (let step = 0; step <= GRID; step++) {
              const first = items.map((_, index) =>
                index === divided ? step / GRID : (mask >> index) & 1
              )
              const worth = [0, 1].map((party) =>
                sum(
                  items.map(
                    ({ points: p }, i) =>
                      (p[party] as number) *
                      (party === 0 ? (first[i] as number) : 1 - (first[i] as number))
                  )
                )
              )
              best = Math.max(
                best,
                Math.min(...worth.map((one, party) => (100 * one) / (totals[party] as number)))
              )
            }
        const percent = number(divide(items).percent)
        expect(best).toBeLessThanOrEqual(percent + 1e-9)
        expect(best).toBeGreaterThanOrEqual(percent - 100 / GRID)
      }),
      { seed: SEED, runs: 10, seeds: 4 }
    )
  })

  test('names, order and sides do not matter', () => {
    tried(
      fc.property(table, fc.infiniteStream(fc.nat()), (items, keys) => {
        const result = divide(items)
        const shuffled = items
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
        const turned = divide(
          shuffled.map(({ one }) => item(`${one.id}'`, one.points[1], one.points[0]))
        )
        const names = (ids: readonly string[]): readonly string[] =>
          ids.map((id) => `${id}'`).sort()
        expect([turned.percent, turned.points]).toEqual([
          result.percent,
          [...result.points].reverse()
        ])
        expect([...turned.interchangeable].sort()).toEqual(names(result.interchangeable))
        expect(turned.start.wins.map((ids) => [...ids].sort())).toEqual([
          names(result.start.wins[1]),
          names(result.start.wins[0])
        ])
        if (result.interchangeable.length === 0)
          expect(turned.split?.shares).toEqual(result.split && [...result.split.shares].reverse())
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('interchangeable items have the same ratio of points, and the divided one is among them', () => {
    tried(
      fc.property(table, (items) => {
        const { interchangeable, split } = divide(items)
        const rows = items
          .filter(({ id }) => interchangeable.includes(id))
          .map(({ points: row }) => row.map((one) => Math.round(100 * one)))
        expect(rows.length).not.toBe(1)
        for (const [a, b] of rows)
          expect((a as number) * (rows[0]?.[1] as number)).toBe(
            (b as number) * (rows[0]?.[0] as number)
          )
        if (split && interchangeable.length > 0) expect(interchangeable).toContain(split.item)
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })
})
