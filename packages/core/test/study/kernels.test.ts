import { expect, test } from 'vitest'
import type { Range } from '../../src/model/judgement.ts'
import type { Ranked } from '../../src/study/smaa.ts'
import { smaa } from '../../src/study/smaa.ts'
import type { OutputFunction } from '../../src/study/sobol.ts'
import { sobol } from '../../src/study/sobol.ts'
import { published } from '../published.ts'
import { ISHIGAMI } from './known-indices.ts'

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

test.skipIf(!theory.there)('the indices of the Ishigami function are the published ones', () => {
  const published =
    theory.read<Record<string, { V: number; S: number[]; ST: number[] }>>('theory.json')[
      'sobol_ishigami_a7_b0.1'
    ]
  expect(ISHIGAMI.variance).toBeCloseTo(published?.V as number, 10)
  for (const i of [0, 1, 2]) {
    expect(ISHIGAMI.truth[i]?.first).toBeCloseTo(published?.S[i] as number, 10)
    expect(ISHIGAMI.truth[i]?.total).toBeCloseTo(published?.ST[i] as number, 10)
  }
})

test('an input that is not read has index 0 exactly; a constant has no indices; a sum has totals equal to firsts', () => {
  const sum: OutputFunction = ([a, b]) =>
    (a as Float64Array).map((x, i) => 3 * x + (b?.[i] as number))
  const [most, rest, none] = sobol(sum, 3, { samples: 3000, seed: 4 })
  expect(none).toEqual({
    first: { value: 0, low: 0, high: 0 },
    total: { value: 0, low: 0, high: 0 },
    rests: 0
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
