import { expect, test } from 'vitest'
import type { Range } from '../../src/model/judgement.ts'
import type { Ranked } from '../../src/study/smaa.ts'
import { smaa } from '../../src/study/smaa.ts'
import type { OutputFunction } from '../../src/study/sobol.ts'
import { sobol } from '../../src/study/sobol.ts'
import { published } from '../published.ts'

const theory = published('games', 'theory.json')

const exactly = (value: number): Range => ({ low: value, high: value })
const near = (
  estimate: { readonly p: number; readonly standardError: number } | undefined,
  p: number
): void => {
  expect(Math.abs((estimate?.p as number) - p)).toBeLessThanOrEqual(
    3 * (estimate?.standardError as number) + 1e-12
  )
}

test.skipIf(!theory.there)(
  'SMAA-2 meets the exact values of the published example within three standard errors',
  () => {
    const { smaa2 } = theory.read<{
      smaa2: Record<string, number[][]> & { exactFirstRank: number[] }
    }>('theory.json')
    const measurements = (smaa2['measurements'] as number[][]).map((row) => row.map(exactly))
    const ranked = smaa(measurements, { draws: 40_000, seed: 1 })
    smaa2.exactFirstRank.forEach((p, one) => {
      near(ranked[one]?.ranks[0], p)
    })
    const pairs = smaa2['exactPairwise(A0>A1,A1>A2,A0>A2)'] as unknown as number[]
    near(ranked[0]?.wins[1], pairs[0] as number)
    near(ranked[1]?.wins[2], pairs[1] as number)
    near(ranked[0]?.wins[2], pairs[2] as number)
    for (const [one, weights] of (smaa2['centralWeightsExact'] as number[][]).entries())
      for (const [criterion, weight] of weights.entries()) {
        const drawn = ranked[one]?.centralWeights?.[criterion]
        expect(Math.abs((drawn?.mean as number) - weight)).toBeLessThan(
          3 * (drawn?.standardError as number)
        )
      }
  }
)

/** On two criteria the weight of the first is uniform: everything is a stretch of [0, 1]. */
test('SMAA-2 on two criteria is what geometry says', () => {
  const ranked = smaa(
    [
      [exactly(1), exactly(0)],
      [exactly(0.6), exactly(0.6)],
      [exactly(0), exactly(0.9)],
      [exactly(0), exactly(0)]
    ],
    {
      draws: 30_000,
      seed: 2
    }
  )
  const [gold, middle, silver, last] = ranked as [Ranked, Ranked, Ranked, Ranked]
  near(gold.ranks[0], 0.4)
  near(middle.ranks[0], 0.6 - 1 / 3)
  near(silver.ranks[0], 1 / 3)
  near(gold.wins[2], 1 - 0.9 / 1.9)
  expect(last.ranks[3]?.p).toBe(1)
  expect(last.centralWeights).toBeNull()
  expect(last.confidence).toBeNull()
  expect(Math.abs((gold.centralWeights?.[0]?.mean as number) - 0.8)).toBeLessThan(
    3 * (gold.centralWeights?.[0]?.standardError as number)
  )
  expect([gold, middle, silver].map(({ confidence }) => confidence?.p)).toEqual([1, 1, 1])
})

test('uncertain measurements lower confidence; ranks add up to 1 both ways, ties shared', () => {
  const spread = { low: 0, high: 1 }
  const ranked = smaa(
    [
      [spread, spread],
      [spread, spread],
      [exactly(0.5), exactly(0.5)],
      [exactly(0.5), exactly(0.5)]
    ],
    { draws: 4000, seed: 3 }
  )
  const rows = ranked.map(({ ranks }) => ranks.map(({ p }) => p))
  for (const [i, row] of rows.entries()) {
    expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
    expect(rows.reduce((sum, other) => sum + (other[i] as number), 0)).toBeCloseTo(1, 12)
  }
  // The two that are alike share every rank.
  expect(rows[2]).toEqual(rows[3])
  expect(ranked[2]?.wins[3]?.p).toBe(0.5)
  expect(ranked[0]?.confidence?.p).toBeGreaterThan(0.3)
  expect(ranked[0]?.confidence?.p).toBeLessThan(0.7)
})

/**
 * Ishigami and Homma 1990, with a = 7 and b = 0.1; the shares of variance follow by integration.
 */
const ishigami: OutputFunction = ([x, y, z]) =>
  (x as Float64Array).map((_, i) => {
    const [a, b, c] = [x, y, z].map((column) => Math.PI * (2 * (column?.[i] as number) - 1)) as [
      number,
      number,
      number
    ]
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
  })
const main = [(1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2, 49 / 8, 0]
const together = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50)
const variance = main.reduce((sum, part) => sum + part, together)
const FIRST = main.map((part) => part / variance)
const TOTAL = main.map((part, i) => (part + (i === 1 ? 0 : together)) / variance)

test.skipIf(!theory.there)('the indices of the Ishigami function are the published ones', () => {
  const published =
    theory.read<Record<string, { V: number; S: number[]; ST: number[] }>>('theory.json')[
      'sobol_ishigami_a7_b0.1'
    ]
  expect(variance).toBeCloseTo(published?.V as number, 10)
  for (const i of [0, 1, 2]) {
    expect(FIRST[i]).toBeCloseTo(published?.S[i] as number, 10)
    expect(TOTAL[i]).toBeCloseTo(published?.ST[i] as number, 10)
  }
})

test('Sobol indices lie in their intervals, which hold as often as they say', () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1)
  const held = seeds.flatMap((seed) =>
    sobol(ishigami, 3, { samples: 2000, seed }).flatMap((index, i) => {
      if (!index) throw new Error('the function varies')
      expect(index.first.low).toBeLessThanOrEqual(index.total.high)
      return [
        index.first.low <= (FIRST[i] as number) && (FIRST[i] as number) <= index.first.high,
        index.total.low <= (TOTAL[i] as number) && (TOTAL[i] as number) <= index.total.high
      ]
    })
  )
  // 240 intervals of 95 per cent: fewer than 0.9 of them hold with a chance below 1 in 1,000.
  expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.9)
})

test('an input that is not read has index 0 exactly; a constant has no indices; a sum has totals equal to firsts', () => {
  const sum: OutputFunction = ([a, b]) =>
    (a as Float64Array).map((x, i) => 3 * x + (b?.[i] as number))
  const [most, rest, none] = sobol(sum, 3, { samples: 3000, seed: 4 })
  expect(none).toEqual({
    first: { value: 0, low: 0, high: 0 },
    total: { value: 0, low: 0, high: 0 }
  })
  for (const [index, share] of [
    [most, 0.9],
    [rest, 0.1]
  ] as const) {
    for (const { value, low, high } of index ? [index.first, index.total] : [])
      expect(Math.abs(value - share)).toBeLessThan(high - low)
    expect(index).not.toBeNull()
  }
  expect(sobol(([a]) => (a as Float64Array).map(() => 50.1), 1, { samples: 500, seed: 5 })).toEqual(
    [null]
  )
})

/**
 * Sobol's g-function, prod (|4 x - 2| + a) / (1 + a), whose indices follow by integration: V_i = 1 /
 * (3 (1 + a)^2), and the variance of the product is prod (1 + V_i) - 1.
 */
test('intervals of tiny effects hold too, on as few as 300 samples, and no first order stands above its total', () => {
  const a = [0, 1, 9, 99, 99]
  const parts = a.map((one) => 1 / (3 * (1 + one) ** 2))
  const product = parts.reduce((all, one) => all * (1 + one), 1)
  const truth = parts.map((one) => ({
    first: one / (product - 1),
    total: (one * product) / (1 + one) / (product - 1)
  }))
  const g: OutputFunction = (inputs) =>
    Float64Array.from(inputs[0] as Float64Array, (_, i) =>
      a.reduce(
        (all, one, k) =>
          (all * (Math.abs(4 * ((inputs[k] as Float64Array)[i] as number) - 2) + one)) / (1 + one),
        1
      )
    )
  const runs = 200
  const held = truth.map(() => ({ first: 0, total: 0 }))
  for (let seed = 1; seed <= runs; seed++)
    for (const [k, index] of sobol(g, a.length, { samples: 300, seed }).entries())
      for (const of of ['first', 'total'] as const) {
        const { low, high } = index?.[of] ?? { low: 1, high: 0 }
        const value = truth[k]?.[of] ?? -1
        if (low <= value && value <= high) (held[k] as (typeof held)[number])[of]++
        expect(index?.first.low).toBeLessThanOrEqual(index?.total.high ?? 0)
      }
  // Of 200 intervals of 95 per cent fewer than 0.9 hold with a chance below 1 in 300.
  for (const { first, total } of held) {
    expect(first / runs).toBeGreaterThanOrEqual(0.9)
    expect(total / runs).toBeGreaterThanOrEqual(0.9)
  }
})
