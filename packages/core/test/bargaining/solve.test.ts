import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkedGroups } from '../../src/bargaining/groups.ts'
import {
  dominating,
  gainsOf,
  improve,
  leastGain,
  STANDARDS,
  solveDeals
} from '../../src/bargaining/index.ts'
import { boundAt } from '../../src/bargaining/search/search.ts'
import { tried } from '../laws.ts'
import { isAdmissible, packagesOf } from '../oracle/deals.ts'
import { spaces } from './spaces.ts'

describe('the solutions of a space', () => {
  test('found by search where the frontier is cut short are worth what those on the frontier are', () => {
    tried(
      fc.property(spaces({ parties: [2, 4] }), (space) => {
        const exact = solveDeals(space, { most: 1_000_000 })
        const cut = solveDeals(space, { most: 1 })
        fc.pre(cut.frontier?.within !== undefined)
        expect([...(cut.ideal ?? [])]).toEqual([...(exact.ideal ?? [])])
        for (const best of cut.standards) {
          const known = exact.standards.find(({ standard }) => standard === best.standard)
          expect(best.value).toBeCloseTo(known?.value ?? Number.NaN, 9)
          const [deal] = best.ties
          expect(deal && isAdmissible(space, deal.choice)).toBe(true)
          expect([...(deal?.gains ?? [])]).toEqual([...gainsOf(space, deal?.choice ?? [])])
        }
      }),
      { seed: 20_260_601, runs: 17, seeds: 12 }
    )
  })
  test('leave out shares of the ideal where nobody can gain, listed or not', () => {
    const worth = [Float64Array.of(2, 0), Float64Array.of(0, 1)]
    const issue = { id: 'i', options: ['a', 'b'], worth }
    const units = Float64Array.of(1, 1)
    const space = {
      parties: ['p', 'q'],
      issues: [issue],
      noDeal: Float64Array.of(2, 0),
      unitsPerPoint: units,
      exact: [true, true],
      excluded: []
    }
    for (const most of [1_000_000, 1])
      expect(solveDeals(space, { most }).standards.map(({ standard }) => standard)).toEqual([
        'egalitarian',
        'welfare'
      ])
  })
  test('come with weights that bound them, which anybody can check', () => {
    tried(
      fc.property(spaces({ parties: [1, 4] }), (space) => {
        const { standards, ideal } = solveDeals(space, { most: 1_000_000 })
        const parts = linkedGroups(space)?.map(({ front }) => front.layer) ?? []
        const game = {
          parts,
          base: space.noDeal.map((noDeal) => -noDeal),
          unitsPerPoint: space.unitsPerPoint
        }
        for (const { standard, value, certificate } of standards) {
          const { lambda, rootBound } = certificate
          if (!lambda || rootBound === undefined) continue
          expect(rootBound).toBeGreaterThanOrEqual(value - 1e-9 * Math.max(1, Math.abs(value)))
          if (standard === 'nash')
            expect(boundAt(game, { kind: 'nash' }, lambda)).toBeCloseTo(rootBound, 6)
        }
        expect(standards.length === 0).toBe(ideal === undefined)
      }),
      { seed: 20_260_601, runs: 24, seeds: 9 }
    )
  })
  test('name every standard that exists', () => {
    expect(STANDARDS).toEqual(['nash', 'maxMin', 'mostEqual', 'egalitarian', 'welfare'])
  })
})

describe('what is better for all than a package', () => {
  test('is efficient, costs nobody anything, and is missing only where nothing dominates', () => {
    tried(
      fc.property(spaces({ parties: [1, 4] }), fc.nat(), (space, pick) => {
        const all = [...packagesOf(space)]
        const from = all[pick % all.length] as (typeof all)[number]
        const gains = gainsOf(space, from)
        const better = all
          .filter((one) => isAdmissible(space, one))
          .map((one) => gainsOf(space, one))
        const dominators = better.filter(
          (other) =>
            other.every((gain, p) => gain >= (gains[p] as number)) &&
            other.some((gain, p) => gain > (gains[p] as number))
        )
        const found = improve(space, gains)
        expect(found === undefined).toBe(dominators.length === 0)
        expect(dominating(space, gains)).toEqual(found?.choice)
        if (!found) return
        expect(isAdmissible(space, found.choice)).toBe(true)
        const reached = gainsOf(space, found.choice)
        expect([...found.adds]).toEqual([...reached.map((gain, p) => gain - (gains[p] as number))])
        expect(
          better.some(
            (other) =>
              other.every((gain, p) => gain >= (reached[p] as number)) &&
              other.some((gain, p) => gain > (reached[p] as number))
          )
        ).toBe(false)
        const least = (other: Float64Array): number =>
          Math.min(
            ...other.map(
              (gain, p) => (gain - (gains[p] as number)) / (space.unitsPerPoint[p] as number)
            )
          )
        expect(
          Math.min(...found.adds.map((add, p) => add / (space.unitsPerPoint[p] as number)))
        ).toBeCloseTo(Math.max(...dominators.map(least)), 9)
      }),
      { seed: 20_260_601, runs: 24, seeds: 9 }
    )
  })
})

test.each([
  ['by taking the space apart', 200_000],
  ['issue by issue, where that is too much effort', 0]
])('the greatest least gain is that of trying every package, %s', (_, sums) => {
  tried(
    fc.property(spaces({ parties: [1, 5] }), (space) => {
      const least = (choice: readonly number[]): number =>
        Math.min(
          ...gainsOf(space, choice).map((gain, p) => gain / (space.unitsPerPoint[p] as number))
        )
      const all = [...packagesOf(space)].filter((choice) => isAdmissible(space, choice)).map(least)
      const found = leastGain(space, sums)
      expect(found.complete).toBe(true)
      expect(found.choice === undefined).toBe(all.length === 0)
      if (!found.choice) return
      expect(isAdmissible(space, found.choice)).toBe(true)
      expect(least(found.choice)).toBeCloseTo(Math.max(...all), 9)
      expect(found.least).toBeCloseTo(Math.max(...all), 9)
    }),
    { seed: 20_260_601, runs: 24, seeds: 9 }
  )
})
