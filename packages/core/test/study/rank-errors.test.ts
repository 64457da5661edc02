import { expect, test } from 'vitest'
import {
  acceptability,
  addRanks,
  addSums,
  noRanks,
  shareEstimate
} from '../../src/study/rank-acceptability.ts'

const columns = (...rows: readonly (readonly number[])[]): readonly Float64Array[] =>
  rows.map((row) => Float64Array.from(row))

/** The mean of what each draw adds, and its standard error: sd / sqrt(n). */
function byHand(added: readonly number[]): { readonly p: number; readonly standardError: number } {
  const p = added.reduce((sum, one) => sum + one, 0) / added.length
  const squares = added.reduce((sum, one) => sum + (one - p) ** 2, 0)
  return { p, standardError: Math.sqrt(squares / (added.length - 1) / added.length) }
}

// Three alternatives in six draws: clear orders, ties of two for the first and for the last place,
// and a tie of all three.
const WORTHS = columns([3, 3, 1, 2, 3, 1], [2, 1, 2, 2, 1, 1], [1, 2, 3, 1, 1, 1])
const WEIGHTS = columns([0.2, 0.4, 0.6, 0.8, 0.1, 0.7], [0.8, 0.6, 0.4, 0.2, 0.9, 0.3])
const third = 1 / 3

function sums(): ReturnType<typeof noRanks> {
  const all = noRanks(3, 2)
  addRanks(all, WORTHS, WEIGHTS)
  return all
}

test('each rank has the mean and the standard error of what the draws add, ties in parts', () => {
  const [first, second] = acceptability(sums(), 6)
  const wanted = [
    [
      [1, 1, 0, 0.5, 1, third],
      [0, 0, 0, 0.5, 0, third],
      [0, 0, 1, 0, 0, third]
    ],
    [
      [0, 0, 0, 0.5, 0, third],
      [1, 0, 1, 0.5, 0.5, third],
      [0, 1, 0, 0, 0.5, third]
    ]
  ]
  for (const [k, one] of [first, second].entries())
    for (const [rank, added] of (wanted[k] ?? []).entries()) {
      expect(one?.ranks[rank]?.p).toBeCloseTo(byHand(added).p, 12)
      expect(one?.ranks[rank]?.standardError).toBeCloseTo(byHand(added).standardError, 12)
    }
})

test('each comparison too: a tie counts one half, and against itself nothing is uncertain', () => {
  const [first] = acceptability(sums(), 6)
  expect(first?.wins[0]).toEqual({ p: 0.5, standardError: 0 })
  for (const [other, added] of [
    [1, [1, 1, 0, 0.5, 1, 0.5]],
    [2, [1, 1, 0, 1, 1, 0.5]]
  ] as const) {
    expect(first?.wins[other]?.p).toBeCloseTo(byHand(added).p, 12)
    expect(first?.wins[other]?.standardError).toBeCloseTo(byHand(added).standardError, 12)
  }
})

test('central weights are those of the draws it is first in, a shared first place in part', () => {
  const [first] = acceptability(sums(), 6)
  const parts = [1, 1, 0, 0.5, 1, third]
  const firsts = parts.reduce((sum, part) => sum + part, 0)
  for (const [criterion, column] of WEIGHTS.entries()) {
    const mean = parts.reduce((sum, part, i) => sum + part * (column[i] as number), 0) / firsts
    const square = parts.reduce((sum, part, i) => sum + part * (column[i] as number) ** 2, 0)
    const variance = square / firsts - mean ** 2
    expect(first?.centralWeights?.[criterion]?.mean).toBeCloseTo(mean, 12)
    expect(first?.centralWeights?.[criterion]?.standardError).toBeCloseTo(
      Math.sqrt(variance / firsts),
      12
    )
  }
})

test('draws added in two parts are those added at once', () => {
  const [one, other] = [noRanks(3, 2), noRanks(3, 2)]
  const half = (list: readonly Float64Array[], from: number): readonly Float64Array[] =>
    list.map((column) => column.slice(from, from + 3))
  addRanks(one, half(WORTHS, 0), half(WEIGHTS, 0))
  addRanks(other, half(WORTHS, 3), half(WEIGHTS, 3))
  addSums(one, other)
  for (const [key, wanted] of Object.entries(sums())) {
    const found: unknown = one[key as keyof typeof one]
    if (typeof wanted === 'number') expect(found).toBe(wanted)
    else expect([...(found as Float64Array)]).toEqual([...wanted].map((v) => expect.closeTo(v, 12)))
  }
})

test('a share of draws: 3 of 4 is 0.75, give or take sqrt(0.75 x 0.25 / 4); never above 1', () => {
  expect(shareEstimate(3, 4)).toEqual({ p: 0.75, standardError: Math.sqrt(0.1875 / 4) })
  expect(shareEstimate(4.0000001, 4)).toEqual({ p: 1, standardError: 0 })
})
