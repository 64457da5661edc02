import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Effort, TooWide } from '../../src/bargaining/effort.ts'
import { gainsOf, improve, searchedImprovement } from '../../src/bargaining/index.ts'
import { tried } from '../laws.ts'
import { spaces } from './spaces.ts'

test('an effort counts comparisons beside sums', () => {
  const effort = new Effort(1000, 10)
  effort.compared(10)
  expect(() => effort.compared(1)).toThrow(TooWide)
})

test('a search finds something better just where the list of what is better has something', () => {
  let better = 0
  tried(
    fc.property(
      spaces({ packages: [2, 200], conditions: [0, 2] }),
      fc.boolean(),
      (space, noDeal) => {
        const gains = gainsOf(
          space,
          space.issues.map(() => 0)
        )
        const listed = improve(space, gains, { noDeal })
        const { improvement, decided } = searchedImprovement(space, gains, { noDeal })
        if (improvement) {
          better++
          expect(improvement.adds.every((add) => add >= 0)).toBe(true)
          expect(improvement.adds.some((add) => add > 0)).toBe(true)
          expect(listed).toBeDefined()
        } else if (decided) expect(listed).toBeUndefined()
      }
    ),
    { seed: 20_261_130, runs: 75, seeds: 4 }
  )
  expect(better).toBeGreaterThan(10)
})
