import { expect, test } from 'vitest'
import { wholeNumbers } from '../../src/bargaining/deal-space.ts'
import { Effort, TooWide } from '../../src/bargaining/effort.ts'

const layer = (count: number): { readonly count: number } => ({ count })

test('an effort of 12 sums makes 3 x 4 of them, and then none', () => {
  const effort = new Effort(12)
  effort.spend(layer(2), layer(3))
  effort.spend(layer(6), layer(1))
  expect(() => effort.spend(layer(1), layer(1))).toThrow(TooWide)
})

const table = (worth: number): Parameters<typeof wholeNumbers>[0] => ({
  parties: ['a'],
  issues: [{ id: 'i', options: ['o'], worth: [[worth]] }],
  noDeal: [0]
})

test('sums up to 2^52 are added exactly, and one more is refused', () => {
  expect(wholeNumbers(table(2 ** 52)).issues[0]?.worth[0]).toEqual(Float64Array.of(2 ** 52))
  expect(() => wholeNumbers(table(2 ** 52 + 1))).toThrow(/^a: .*too large/)
})
