import { describe, expect, test } from 'vitest'
import type { Index } from '../../src/study/sobol.ts'
import { baseSums, FEW, indexOf, sobol, swapSums } from '../../src/study/sobol.ts'
import { student95 } from '../../src/study/student.ts'
import { joinedSums } from '../../src/study/sums.ts'
import type { KnownIndices } from './known-indices.ts'
import { ACCEPTED, G_FUNCTION, ISHIGAMI, SELDOM, weighedSum } from './known-indices.ts'

const RUNS = 250

/** How often the intervals of each input hold the truth, first order and total. */
function held({ of, truth }: KnownIndices, samples: number) {
  const counts = truth.map(() => ({ first: 0, total: 0, rests: 0 }))
  for (let seed = 1; seed <= RUNS; seed++)
    for (const [k, index] of sobol(of, truth.length, { samples, seed }).entries()) {
      const count = counts[k] as (typeof counts)[number]
      const known = truth[k] as KnownIndices['truth'][number]
      if (!index) throw new Error('the function varies')
      expect(index.first.low).toBeLessThanOrEqual(index.total.high)
      for (const which of ['first', 'total'] as const)
        if (index[which].low <= known[which] && known[which] <= index[which].high)
          count[which] += 1 / RUNS
      count.rests += index.rests / RUNS
    }
  return counts
}

/**
 * Of 250 intervals that hold with 0.95 each, fewer than 0.91 or more than 0.99 hold with a chance of
 * some 1 in 300; great effects and tiny ones alike.
 */
describe('95 per cent intervals hold about as often as they say', () => {
  test.each([
    ['Ishigami', ISHIGAMI, 500],
    ['the g-function', G_FUNCTION, 300],
    ['the chance of a deal', ACCEPTED, 500],
    ['a sum, one input nine tenths of it', weighedSum([3, 1]), 1000]
  ] as const)('%s', (_, known, samples) => {
    for (const { first, total } of held(known, samples))
      for (const share of [first, total]) {
        expect(share).toBeGreaterThanOrEqual(0.91)
        expect(share).toBeLessThanOrEqual(0.99)
      }
  })

  test('an input that matters in one draw of a hundred: never too narrow, and said to rest on few', () => {
    const [often, seldom] = held(SELDOM, 300)
    for (const share of [often?.first, often?.total, seldom?.first, seldom?.total])
      expect(share).toBeGreaterThanOrEqual(0.91)
    expect(seldom?.rests).toBeLessThan(FEW)
    expect(often?.rests).toBeGreaterThan(FEW)
    const [, more] = held(SELDOM, 2000)
    expect(more?.rests).toBeGreaterThan(FEW)
    for (const share of [more?.first, more?.total]) {
      expect(share).toBeGreaterThanOrEqual(0.91)
      expect(share).toBeLessThanOrEqual(0.99)
    }
  })
})

const columns = (samples: number) => {
  const { of } = ACCEPTED
  const number = (i: number, k: number): number => ((i * 7919 + k * 104_729) % 9973) / 9973
  const column = (k: number): Float64Array =>
    Float64Array.from({ length: samples }, (_, i) => number(i, k))
  const [a, b] = [
    [column(1), column(2), column(3)],
    [column(4), column(5), column(6)]
  ] as const
  const shifted = (rows: readonly Float64Array[]): Float64Array => of(rows).map((y) => 40 + y)
  return {
    atA: shifted(a),
    atB: shifted(b),
    swapped: shifted([b[0] as Float64Array, ...a.slice(1)])
  }
}

/** The same by the definition, sample by sample. */
function plainly({ atA, atB, swapped }: ReturnType<typeof columns>): Index {
  const n = atA.length
  const total = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
  const mean = total([...atA, ...atB]) / (2 * n)
  const rows = [...atA].map((a, i) => {
    const [b, c] = [(atB[i] as number) - mean, (swapped[i] as number) - a]
    return { square: ((a - mean) ** 2 + b ** 2) / 2, product: b * c, half: c ** 2 / 2 }
  })
  const variance = total(rows.map(({ square }) => square)) / n
  const rests = total(rows.map(({ half }) => half)) ** 2 / total(rows.map(({ half }) => half ** 2))
  const interval = (which: 'product' | 'half') => {
    const value = total(rows.map((row) => row[which])) / n / variance
    const pulls = rows.map((row) => (row[which] - value * row.square) / variance)
    const error = Math.sqrt(total(pulls.map((pull) => pull ** 2)) / (n - 1) / n)
    const reach = student95(rests - 1) * error
    return { value, low: value - reach, high: value + reach }
  }
  const [first, whole] = [interval('product'), interval('half')]
  return { first: { ...first, low: Math.min(first.low, whole.high) }, total: whole, rests }
}

test('stretches with pivots of their own come to what the definition says over all samples', () => {
  const all = columns(420)
  const stretches = [0, 100, 130, 420].flatMap((from, i, ends) => {
    const to = ends[i + 1]
    return to === undefined ? [] : [[from, to] as const]
  })
  const cut = ([from, to]: readonly [number, number]) => ({
    atA: all.atA.subarray(from, to),
    atB: all.atB.subarray(from, to),
    swapped: all.swapped.subarray(from, to)
  })
  const base = joinedSums(stretches.map(cut).map(({ atA, atB }) => baseSums(atA, atB)))
  const swap = joinedSums(stretches.map(cut).map(swapSums))
  const [index, plain] = [indexOf(base, swap), plainly(all)]
  for (const which of ['first', 'total'] as const)
    for (const at of ['value', 'low', 'high'] as const)
      expect(index?.[which][at]).toBeCloseTo(plain[which][at], 8)
  expect(index?.rests).toBeCloseTo(plain.rests, 8)
})

test("Student's quantiles are those of the tables", () => {
  for (const [freedom, quantile] of [
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042]
  ] as const)
    expect(student95(freedom)).toBeCloseTo(quantile, 1)
  expect(student95(0)).toBe(student95(1))
})
