import { expect, test } from 'vitest'
import { wholeNumbers } from '../../src/bargaining/deal-space.ts'
import { Effort, TooWide } from '../../src/bargaining/effort.ts'
import { linkedGroups } from '../../src/bargaining/groups.ts'
import { all, is } from '../terms/large.ts'

/** Issues in a row, then as many that each are linked to all others: the row alone costs sums. */
const space = (row: number, clique: number) =>
  wholeNumbers({
    parties: ['a', 'b'],
    issues: Array.from({ length: row + clique }, (_, issue) => ({
      id: `i${issue}`,
      options: ['o0', 'o1', 'o2', 'o3'],
      worth: [0, 1, 2, 3].map((option) => [option, 3 * issue - option])
    })),
    noDeal: [0, 0],
    excluded: Array.from({ length: row + clique }, (_, a) =>
      Array.from({ length: a }, (_, b) => b)
        .filter((b) => b === a - 1 || (b >= row && a >= row))
        .map((b) => all(is(a, 0), is(b, 1)))
    ).flat()
  })

test('issues too widely linked are refused before anything is summed', () => {
  expect(() => linkedGroups(space(6, 12), new Effort(0))).toThrow(/settle them one after another/)
})

test('of issues that are not, the sums are counted as before', () => {
  expect(() => linkedGroups(space(6, 3), new Effort(0))).toThrow(/too many packages are efficient/)
  expect(linkedGroups(space(6, 3), new Effort())).toHaveLength(1)
  expect(() => linkedGroups(space(0, 12))).toThrow(TooWide)
})

/**
 * Three issues with so many options, the first linked to the second, and that by so many conditions
 * to the third. The first is settled by the options of both, then the second by its own, those of
 * the third and everything that speaks of it, then the third by its own.
 */
const inRow = ([s, t, u]: readonly [number, number, number], conditions: number) =>
  wholeNumbers({
    parties: ['a'],
    issues: [s, t, u].map((count, issue) => ({
      id: `i${issue}`,
      options: Array.from({ length: count }, (_, option) => `o${option}`),
      worth: Array.from({ length: count }, (_, option) => [option])
    })),
    noDeal: [0],
    excluded: [all(is(0, 0), is(1, 0)), ...Array(conditions).fill(all(is(1, 0), is(2, 0)))]
  })

test('two million looks are begun, and one more is refused before the first', () => {
  expect(2 * 149 + 149 * 122 * (109 + 1) + 122).toBe(2_000_000)
  expect(() => linkedGroups(inRow([2, 149, 122], 109), new Effort(0))).toThrow(/are efficient/)
  expect(2 * 138 + 138 * 105 * (137 + 1) + 105).toBe(2_000_001)
  expect(() => linkedGroups(inRow([2, 138, 105], 137), new Effort(0))).toThrow(/one after another/)
})
