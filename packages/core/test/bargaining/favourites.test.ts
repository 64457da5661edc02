import { expect, test } from 'vitest'
import { wholeNumbers } from '../../src/bargaining/deal-space.ts'
import type { DealSpace } from '../../src/bargaining/index.ts'
import { twoParties } from '../../src/bargaining/two-parties.ts'

/** Two parties, each issue as the worth of its options to one and to the other. */
const space = (...issues: readonly (readonly (readonly [number, number])[])[]): DealSpace =>
  wholeNumbers({
    parties: ['a', 'b'],
    issues: issues.map((worth, k) => ({
      id: `i${k}`,
      options: worth.map((_, option) => `o${option}`),
      worth
    })),
    noDeal: [0, 0]
  })

test('of two options that a party likes best, the one the other likes better is its favourite', () => {
  // a likes o0 and o1 alike, so o1 counts, which costs b 1 and not 5; b wants o2.
  const water = [
    [6, 0],
    [6, 4],
    [2, 5]
  ] as const
  // The same the other way round: b likes o0 and o2 alike, of which a prefers o2.
  const land = [
    [0, 6],
    [7, 1],
    [4, 6]
  ] as const
  const found = twoParties(space(water, land))
  // water: 4 to a, 1 to b. land: 3 to a, 5 to b.
  expect(found?.adjustedWinner?.start).toEqual({
    wins: [['i0'], ['i1']],
    tied: [],
    points: ['4', '5']
  })
  expect(found?.agreed).toEqual([])
})

test('where both like one option best, nothing is divided; of options alike to both, the first', () => {
  const same = [
    [1, 1],
    [5, 3],
    [5, 3]
  ] as const
  const found = twoParties(space(same))
  expect(found?.agreed).toEqual([{ issue: 'i0', option: 'o1' }])
  expect(found?.adjustedWinner).toBeUndefined()
})

test('a plain package is no lottery', () => {
  const found = twoParties(
    space([
      [1, 1],
      [5, 3]
    ])
  )
  expect(found?.nash).toBeUndefined()
  expect(found?.kalaiSmorodinsky).toBeUndefined()
})

test('of options alike to both, the first counts', () => {
  const alike = [
    [5, 3],
    [5, 3],
    [1, 1]
  ] as const
  expect(twoParties(space(alike))?.agreed).toEqual([{ issue: 'i0', option: 'o0' }])
})
