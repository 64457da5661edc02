import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealSpace } from '../../src/bargaining/index.ts'
import { frontier } from '../../src/bargaining/index.ts'
import { tried } from '../laws.ts'
import { covers, gainsOf, isAdmissible } from '../oracle/deals.ts'
import { listed } from './listed.ts'
import { spaces } from './spaces.ts'

const SEED = 20_250_607

describe('an approximate frontier', () => {
  const large = spaces({
    parties: [2, 3],
    issues: [6, 9],
    packages: [1000, 8000],
    worth: [0, 1000],
    conditions: [0, 1]
  })
  const most = fc.constantFrom(30, 100, 300)

  /**
   * The last party wants what the others do not, all but a trifle, so that most packages are
   * efficient.
   */
  const opposed = (space: DealSpace): DealSpace => ({
    ...space,
    issues: space.issues.map((issue) => ({
      ...issue,
      worth: issue.worth.map((row) => row.with(-1, rest(row)))
    })),
    noDeal: new Float64Array(space.parties.length),
    unitsPerPoint: new Float64Array(space.parties.length).fill(1)
  })
  const rest = (row: Float64Array): number =>
    row.subarray(0, -1).reduce((left, worth) => left - worth, 1000 * (row.length - 1)) +
    ((row.at(-1) as number) % 20)

  test('lists attainable points, at most so many, and misses no exact point by more than it says', () => {
    let missed = 0
    tried(
      fc.property(large.map(opposed), most, (space, limit) => {
        const [exact, some] = [frontier(space), frontier(space, { most: limit })]
        expect(some.gains.count).toBeLessThanOrEqual(limit)
        for (const [point, gains] of listed(some).entries()) {
          expect(isAdmissible(space, some.choice(point))).toBe(true)
          expect(gainsOf(space, some.choice(point))).toEqual(gains)
          expect(some.packages(point)).toBe(some.within ? undefined : exact.packages(point))
        }
        const { within } = some
        if (!within) expect(listed(some)).toEqual(listed(exact))
        for (const gains of listed(exact)) {
          const less = gains.map((gain, party) => gain - (within?.[party] ?? 0))
          if (less.some((gain) => gain < 0)) continue
          expect(listed(some).some((near) => covers(near, less))).toBe(true)
          if (!listed(some).some((near) => covers(near, gains))) missed++
        }
      }),
      { seed: SEED, runs: 8, seeds: 6 }
    )
    expect(missed).toBeGreaterThan(30)
  })

  test('keeps to its limit where there is but one issue, too', () => {
    const worth = Array.from({ length: 50 }, (_, option) => Float64Array.of(option, 50 - option))
    const space: DealSpace = {
      parties: ['north', 'south'],
      issues: [{ id: 'border', options: worth.map((_, option) => `o${option}`), worth }],
      noDeal: new Float64Array(2),
      unitsPerPoint: new Float64Array(2).fill(1),
      exact: [true, true],
      excluded: []
    }
    const some = frontier(space, { most: 10 })
    expect(some.gains.count).toBeLessThanOrEqual(10)
    expect(some.within).toBeDefined()
    for (const [point, gains] of listed(some).entries())
      expect(gainsOf(space, some.choice(point))).toEqual(gains)
  })
})
