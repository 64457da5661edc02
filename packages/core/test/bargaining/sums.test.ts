import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../../src/bargaining/index.ts'
import { greatestSum, wholeNumbers } from '../../src/bargaining/index.ts'
import { search } from '../../src/bargaining/search/search.ts'
import { tried } from '../laws.ts'
import { gainsOf, isAdmissible, packagesOf } from '../oracle/deals.ts'
import { spaces } from './spaces.ts'

const SEED = 20_261_129

test('the greatest sum in units of payment is that of all packages', () => {
  const rates = fc.array(fc.constantFrom(1, 2, 5, 0.5), { minLength: 4, maxLength: 4 })
  const small = spaces({ parties: [1, 4], packages: [1, 200] })
  tried(
    fc.property(small, rates, (space, given) => {
      const own = space.parties.map((_, party) => given[party] as number)
      const sum = (choice: readonly number[]): number =>
        gainsOf(space, choice).reduce(
          (total, gain, party) =>
            total + gain / ((space.unitsPerPoint[party] as number) * (own[party] as number)),
          0
        )
      const all = [...packagesOf(space)].filter((choice) => isAdmissible(space, choice))
      const found = greatestSum(space, own)
      if (all.length === 0) expect(found).toBeUndefined()
      else {
        expect(isAdmissible(space, found ?? [])).toBe(true)
        expect(sum(found ?? [])).toBeCloseTo(Math.max(...all.map(sum)), 9)
      }
    }),
    { seed: SEED, runs: 50, seeds: 4 }
  )
})

const table = (noDeal: number, ...worth: readonly (readonly number[])[]): Table => ({
  parties: ['a'],
  issues: worth.map((own, k) => ({
    id: `i${k}`,
    options: own.map((_, option) => `o${option}`),
    worth: own.map((value) => [value])
  })),
  noDeal: [noDeal]
})

test('the largest sum is the largest of each issue, whatever its sign, and no deal', () => {
  const most = 2 ** 51
  expect(() => wholeNumbers(table(0, [most, 1], [0, -most]))).not.toThrow()
  for (const broken of [
    table(-1, [most, 1], [0, -most]),
    table(1, [most, 1], [0, -most]),
    table(0, [most, 1], [0, -most - 1]),
    table(0, [-most - 1, most], [most])
  ])
    expect(() => wholeNumbers(broken)).toThrow(/^a: its numbers are too large/)
})

test('a number that is noise beside a point is no fraction of its own', () => {
  expect(wholeNumbers(table(0, [1e-12, 0])).exact).toEqual([false])
  expect(wholeNumbers(table(0, [1e-9, 0]))).toMatchObject({ exact: [true] })
})

test('a search that its limit stops says that it is not complete, and that its bound is open', () => {
  const parts = Array.from({ length: 8 }, (_, part) => ({
    width: 3,
    count: 3,
    values: Float64Array.from({ length: 9 }, (_value, k) => ((part * 7 + k * 5) % 11) + (k % 3))
  }))
  const game = { parts, base: new Float64Array(3), unitsPerPoint: Float64Array.of(1, 1, 1) }
  const [cut, whole] = [1, 20_000].map((maxNodes) =>
    search(game, { kind: 'nash' }, { maxNodes, tolerance: 0 })
  )
  expect(whole).toMatchObject({ complete: true })
  expect(cut).toMatchObject({ complete: false, nodes: 1 })
  expect(cut?.bound).toBeGreaterThanOrEqual(whole?.value ?? 0)
})
