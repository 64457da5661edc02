import { describe, expect, test } from 'vitest'
import type { Frontier, FrontierSolution } from '../../src/bargaining/index.ts'
import { frontier, opposition, solutions } from '../../src/bargaining/index.ts'
import { listed } from './listed.ts'
import type { Vector } from './vectors.ts'
import { domainNames, expectedOf, hasDomains, readDomain, WHY_SKIPPED } from './vectors.ts'

/** The utilities of a solution's points, as the domain's file counts them. */
function utilities(
  { space, biases }: Vector,
  found: Frontier,
  solution: FrontierSolution | undefined
): readonly (readonly number[])[] {
  return (solution?.points ?? []).map((point) =>
    (listed(found)[point] ?? []).map(
      (gain, k) =>
        (gain + (space.noDeal[k] as number)) / (space.unitsPerPoint[k] as number) +
        (biases[k] as number)
    )
  )
}

const near = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, k) => Math.abs(value - (b[k] as number)) < 1e-8)

function expectAmong(
  some: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[]
): void {
  const common = some.filter((one) => wanted.some((other) => near(one, other)))
  if (common.length === 0) expect(some).toEqual(wanted)
}

describe.skipIf(!hasDomains)(`published domains (${hasDomains ? 'all' : WHY_SKIPPED})`, () => {
  test('all fourteen are at hand', () => expect(domainNames()).toHaveLength(14))

  describe.each(domainNames())('%s', (name) => {
    const vector = readDomain(name)
    const found = frontier(vector.space)
    const { nash, maxMin, mostEqual, egalitarian, welfare } = solutions(found)
    const { independent, ks, opposition: distance } = expectedOf(name)
    const of = (solution: FrontierSolution | undefined): readonly (readonly number[])[] =>
      utilities(vector, found, solution)

    test('the size of the frontier', () => {
      expect(found.within).toBeUndefined()
      expect(found.gains.count).toBe(independent.pareto_size_rounded10)
    })

    test('Nash', () => {
      expectAmong(of(nash), [independent.nash])
      expect((nash?.value ?? 0) / independent.nash_product).toBeCloseTo(1, 8)
    })

    test('Kalai-Smorodinsky: the greatest least share, and the most equal shares', () => {
      expectAmong(of(maxMin), [independent.ks_maxmin])
      expect(maxMin?.value).toBeCloseTo(independent.ks_maxmin_value, 9)
      expectAmong(of(mostEqual), ks)
    })

    test('egalitarian and welfare', () => {
      expectAmong(of(egalitarian), [independent.egalitarian])
      expectAmong(of(welfare), [independent.max_welfare])
    })

    if (distance !== undefined)
      test('opposition', () => expect(opposition(found)).toBeCloseTo(distance, 9))
  })

  test.each(['ItexVsCypress', 'Vacation3', 'KillerRobot5'])(
    '%s: the most equal shares are not the greatest least share',
    (name) => {
      const found = frontier(readDomain(name).space)
      const { maxMin, mostEqual } = solutions(found)
      expect(maxMin?.points).not.toEqual(mostEqual?.points)
    }
  )
})
