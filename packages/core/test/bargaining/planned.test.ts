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
