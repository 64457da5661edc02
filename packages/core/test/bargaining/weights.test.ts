import { expect, test } from 'vitest'
import { weightsOver } from '../../src/bargaining/milp/weights.ts'

const key = (weights: readonly number[]): string => weights.map((one) => one.toFixed(12)).join()

test.each([1, 2, 3, 4, 5, 6, 8])(
  'weights on %i parties are above zero, sum to 1, and are the same in any order',
  (parties) => {
    const all = weightsOver(parties, { most: 40, edges: true })
    for (const weights of all) {
      expect(weights).toHaveLength(parties)
      expect(Math.min(...weights)).toBeGreaterThan(0)
      expect(weights.reduce((sum, one) => sum + one)).toBeCloseTo(1, 12)
    }
    const keys = new Set(all.map(key))
    expect(keys.size).toBe(all.length)
    expect(
      new Set(all.map((weights) => key([...weights.slice(1), ...weights.slice(0, 1)])))
    ).toEqual(keys)
    expect(new Set(all.map((weights) => key(weights.toReversed())))).toEqual(keys)
  }
)

test('there are as many as asked for at most, but for one near each party', () => {
  for (const parties of [2, 3, 4, 5, 6])
    for (const most of [12, 40]) {
      const count = (edges: boolean): number => weightsOver(parties, { most, edges }).length
      expect(count(false)).toBeLessThanOrEqual(most)
      expect(count(false)).toBeGreaterThan(1)
      expect(count(true)).toBe(count(false) + parties)
    }
})
