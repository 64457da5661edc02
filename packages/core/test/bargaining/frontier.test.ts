import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealSpace, Frontier, FrontierSolution } from '../../src/bargaining/index.ts'
import { frontier, opposition, solutions, TooWide } from '../../src/bargaining/index.ts'
import { pointOf } from '../../src/bargaining/layer.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { tried } from '../laws.ts'
import type { Best } from '../oracle/deals.ts'
import {
  efficientAmong,
  gainsOf,
  isAdmissible,
  oppositionOf,
  reachedIn,
  standardsOf
} from '../oracle/deals.ts'
import { listed } from './listed.ts'
import type { Wanted } from './spaces.ts'
import { spaces } from './spaces.ts'

const SEED = 20_250_604

function expectFrontier(space: DealSpace, floor?: Float64Array): Frontier {
  const found = frontier(space, floor ? { floor } : {})
  const wanted = efficientAmong(reachedIn(space, floor))
  expect(found.within).toBeUndefined()
  expect(listed(found).map((gains, point) => `${gains.join()} x${found.packages(point)}`)).toEqual(
    wanted.map(({ gains, packages }) => `${gains.join()} x${packages}`)
  )
  for (const [point, gains] of listed(found).entries()) {
    const choice = found.choice(point)
    expect(isAdmissible(space, choice)).toBe(true)
    expect(gainsOf(space, choice)).toEqual(gains)
  }
  return found
}

function expectSolutions(found: Frontier, floor?: Float64Array): void {
  const reached = reachedIn(found.space, floor)
  const wanted = standardsOf(found.space, reached)
  const got = solutions(found)
  expect([...got.ideal]).toEqual(wanted.ideal)
  expect(got.gainless).toEqual(wanted.gainless)
  for (const standard of ['nash', 'maxMin', 'mostEqual', 'egalitarian', 'welfare'] as const)
    expectBest(found, { standard, got: got[standard], wanted: wanted[standard] })
  const distance = oppositionOf(found.space, reached)
  if (distance === undefined) expect(opposition(found)).toBeUndefined()
  else expect(opposition(found)).toBeCloseTo(distance, 9)
}

function expectBest(
  { gains }: Frontier,
  {
    standard,
    got,
    wanted
  }: { standard: string; got: FrontierSolution | undefined; wanted: Best | undefined }
): void {
  const points = got?.points.map((point) => [...pointOf(gains, point)].join()).sort()
  expect(points, standard).toEqual(wanted?.gains.map((one) => one.join()).sort())
  const scale = Math.max(1, wanted?.value ?? 0)
  expect((got?.value ?? 0) / scale, standard).toBeCloseTo((wanted?.value ?? 0) / scale, 11)
}

describe('the frontier and its solutions are those of all packages', () => {
  const sizes: readonly (readonly [name: string, wanted: Wanted, runs: number])[] = [
    ['up to 300 packages', {}, 150],
    ['many ties', { worth: [0, 1], packages: [1, 200] }, 75],
    [
      'tightly linked issues',
      { conditions: [3, 8], issues: [3, 6], options: [2, 3], packages: [1, 300] },
      75
    ],
    ['up to 10,000 packages', { issues: [4, 9], packages: [1000, 10_000], worth: [0, 9] }, 10],
    [
      'up to 100,000 packages',
      { parties: [2, 3], issues: [9, 12], packages: [20_000, 100_000], worth: [0, 30] },
      2
    ]
  ]
  test.each(sizes)('%s', (_, wanted, runs) => {
    tried(
      fc.property(spaces(wanted), (space) => expectSolutions(expectFrontier(space))),
      { seed: SEED, runs, seeds: 4 }
    )
  })

  test('near ties of great numbers are told apart', () => {
    const great = (space: DealSpace): DealSpace => ({
      ...space,
      unitsPerPoint: space.unitsPerPoint.map(() => 1),
      issues: space.issues.map((issue) => ({
        ...issue,
        worth: issue.worth.map((row, option) =>
          row.map((worth, party) => worth * 1e13 + ((option + party) % 3))
        )
      })),
      noDeal: space.noDeal.map((noDeal) => noDeal * 1e13)
    })
    tried(
      fc.property(spaces({ worth: [0, 4] }).map(great), (space) =>
        expectSolutions(expectFrontier(space))
      ),
      { seed: SEED, runs: 38, seeds: 4 }
    )
  })

  test('with a floor above no deal', () => {
    tried(
      fc.property(
        spaces(),
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 6 }),
        (space, some) => {
          const floor = Float64Array.from(some).subarray(0, space.parties.length)
          expectSolutions(expectFrontier(space, floor), floor)
        }
      ),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('with a floor below no deal: the frontier', () => {
    tried(
      fc.property(
        spaces(),
        fc.array(fc.integer({ min: -12, max: 2 }), { minLength: 6, maxLength: 6 }),
        (space, some) => {
          expectFrontier(space, Float64Array.from(some).subarray(0, space.parties.length))
        }
      ),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('the random spaces show what they should: none, one and many points, null, ties and gainless parties', () => {
    const seen = new Set<string>()
    for (const space of fc.sample(spaces(), { seed: SEED, numRuns: 150 })) {
      const { nash, maxMin, mostEqual, gainless } = solutions(frontier(space))
      seen.add(`points ${Math.min(2, frontier(space).gains.count)}`)
      if (maxMin && !nash) seen.add('no Nash')
      if (maxMin && gainless.length > 0) seen.add('gainless')
      for (const tied of [nash, maxMin, mostEqual])
        if ((tied?.points.length ?? 0) > 1) seen.add('tie')
      if (nash && maxMin && mostEqual && maxMin.points.join() !== mostEqual.points.join())
        seen.add('two ways to be equal')
    }
    expect([...seen].sort()).toEqual([
      'gainless',
      'no Nash',
      'points 0',
      'points 1',
      'points 2',
      'tie',
      'two ways to be equal'
    ])
  })
})

const is = (issue: string, ...options: readonly string[]): Condition => ({
  kind: 'is',
  issue,
  options
})

/** Two parties; `worths`: by issue, by option. */
function spaceOf(
  worths: readonly (readonly (readonly [number, number])[])[],
  excluded: readonly Condition[]
): DealSpace {
  return {
    parties: ['north', 'south'],
    issues: worths.map((worth, k) => ({
      id: `i${k}`,
      options: worth.map((_, option) => `o${option}`),
      worth: worth.map((row) => Float64Array.from(row))
    })),
    noDeal: new Float64Array(2),
    unitsPerPoint: new Float64Array(2).fill(1),
    exact: [true, true],
    excluded
  }
}

describe('conditions', () => {
  test('a dominated option stays where a condition allows it what it forbids the better one', () => {
    const worths = [
      [
        [5, 5],
        [4, 3]
      ],
      [
        [0, 0],
        [10, 10]
      ]
    ] as const
    const found = expectFrontier(
      spaceOf(worths, [{ kind: 'all', parts: [is('i0', 'o0'), is('i1', 'o1')] }])
    )
    expect(listed(found)).toEqual([[14, 13]])
    expect(found.choice(0)).toEqual([1, 1])
  })

  test('what no package can meet leaves nothing: a certain exclusion, one issue forbidden, two that clash', () => {
    const worths = [
      [
        [1, 0],
        [0, 1]
      ],
      [
        [1, 0],
        [0, 1]
      ]
    ] as const
    const clash: readonly Condition[] = [
      { kind: 'iff', left: is('i0', 'o0'), right: is('i1', 'o0') },
      { kind: 'not', part: { kind: 'iff', left: is('i0', 'o0'), right: is('i1', 'o0') } }
    ]
    for (const excluded of [[{ kind: 'all', parts: [] } as const], [is('i0', 'o0', 'o1')], clash]) {
      const found = expectFrontier(spaceOf(worths, excluded))
      expect(found.gains.count).toBe(0)
      expect(solutions(found)).toEqual({ ideal: new Float64Array(2), gainless: [0, 1] })
      expect(opposition(found)).toBeUndefined()
    }
  })

  test('what hangs on a scenario or a move excludes nothing', () => {
    const open: readonly Condition[] = [
      { kind: 'scenario', id: 's' },
      { kind: 'move', party: 'north', move: 'm', taken: false },
      { kind: 'all', parts: [is('i0', 'o0'), { kind: 'scenario', id: 's' }] }
    ]
    expect(expectFrontier(spaceOf([[[1, 1]]], open)).gains.count).toBe(1)
  })

  test('too many issues in one condition are refused', () => {
    const issues = Array.from({ length: 8 }, () =>
      Array.from({ length: 8 }, (_, k) => [k, 8 - k] as const)
    )
    const one: Condition = { kind: 'all', parts: issues.map((_, k) => is(`i${k}`, 'o0')) }
    expect(() => frontier(spaceOf(issues, [one]))).toThrow(TooWide)
  })
})
