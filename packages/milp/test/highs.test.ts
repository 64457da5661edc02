import type { Milp } from '@truce/core/ports'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealSpace } from '../../core/src/bargaining/deal-space.ts'
import type { MilpFinding, MilpSolution } from '../../core/src/bargaining/milp/finding.ts'
import { milpSolutions } from '../../core/src/bargaining/milp/milp.ts'
import { spaces } from '../../core/test/bargaining/spaces.ts'
import { triedInTime } from '../../core/test/laws.ts'
import {
  type Best,
  gainsOf,
  isAdmissible,
  reachedIn,
  standardsOf
} from '../../core/test/oracle/deals.ts'
import { HighsFailed, highsSolver } from '../src/highs.ts'

const SEED = 20_251_118
const solver = highsSolver()

describe('the bargaining solutions by HiGHS', () => {
  const small = spaces({ parties: [2, 5], issues: [2, 6], packages: [2, 4000], conditions: [0, 5] })
  const NO_FLOOR = Array.from({ length: 5 }, () => Number.NEGATIVE_INFINITY)

  test('are those of all packages', async () => {
    const seen = { none: 0, some: 0, nash: 0 }
    await triedInTime(
      fc.asyncProperty(small, async (space) => {
        const reached = reachedIn(space)
        const standards = standardsOf(space, reached)
        const found = await milpSolutions(space, solver)
        found.ideal?.forEach((finding, party) => {
          if (reached.length === 0) expect(finding).toBe('none')
          else expect(checked(space, finding).gains[party]).toBe(standards.ideal[party])
        })
        for (const standard of ['nash', 'maxMin', 'egalitarian', 'welfare'] as const)
          agree(space, found[standard], standards[standard])
        seen[reached.length === 0 ? 'none' : 'some']++
        if (standards.nash) seen.nash++
      }),
      { seed: SEED, runs: 8, seeds: 2 }
    )
    expect(Object.values(seen).every((count) => count > 1)).toBe(true)
  })

  test('compare from any baseline and in any scale, losses and all', async () => {
    const measures = fc.array(
      fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 1, max: 9 })),
      {
        minLength: 5,
        maxLength: 5
      }
    )
    await triedInTime(
      fc.asyncProperty(small, measures, async (space, measure) => {
        const baseline = space.noDeal.map((_, party) => measure[party]?.[0] as number)
        const scale = space.noDeal.map((_, party) => measure[party]?.[1] as number)
        const wanted = ['egalitarian', 'welfare'] as const
        const { egalitarian, welfare } = await milpSolutions(space, solver, {
          wanted,
          baseline,
          scale,
          rational: false
        })
        agree(space, welfare, standardsOf(space, reachedIn(space, NO_FLOOR)).welfare)
        // The same, said of a space whose no-deal is the baseline and whose points are of that
        // scale.
        const noDeal = space.noDeal.map((units, party) => units + (baseline[party] as number))
        const moved: DealSpace = { ...space, noDeal, unitsPerPoint: scale }
        const best = standardsOf(moved, reachedIn(moved, NO_FLOOR)).egalitarian
        const shift = (gains: readonly number[]): readonly number[] =>
          gains.map((gain, party) => gain + (baseline[party] as number))
        agree(space, egalitarian, best && { ...best, gains: best.gains.map(shift) })
      }),
      { seed: SEED, runs: 6, seeds: 3 }
    )
  })

  test('say so when a limit leaves them open', async () => {
    const space = trades(24)
    const { welfare, egalitarian } = await milpSolutions(space, highsSolver({ nodes: 1 }), {
      wanted: ['welfare', 'egalitarian']
    })
    const { value, bound, gap, complete } = egalitarian as MilpSolution
    const proved = await milpSolutions(space, solver, { wanted: ['egalitarian'] })
    expect([complete, (welfare as MilpSolution).complete, bound > value, gap > 0]).toEqual([
      false,
      true,
      true,
      true
    ])
    expect(checked(space, proved.egalitarian).value).toBeLessThanOrEqual(bound)
    expect(
      (await milpSolutions(space, highsSolver({ seconds: 0 }), { wanted: ['nash', 'maxMin'] })).nash
    ).toBe('unknown')
  })
})

/** The package is one of the best, and proved so. */
function agree(space: DealSpace, finding: MilpFinding | undefined, best: Best | undefined): void {
  if (!best) {
    expect(finding).toBe('none')
    return
  }
  const { value, gains } = checked(space, finding)
  expect(value).toBeCloseTo(best.value, 9)
  expect(best.gains).toContainEqual([...gains])
}

/** Says of itself only what holds. */
function checked(space: DealSpace, finding: MilpFinding | undefined): MilpSolution {
  expect(finding).toBeTypeOf('object')
  const solution = finding as MilpSolution
  expect(isAdmissible(space, solution.choice)).toBe(true)
  expect([...solution.gains]).toEqual(gainsOf(space, solution.choice))
  expect(solution.complete).toBe(true)
  expect(solution.bound).toBeGreaterThanOrEqual(solution.value)
  expect(solution.gap).toBeLessThan(2e-6)
  return solution
}

/**
 * Three parties, four options on each issue; what one party gains by an option the next one loses,
 * more or less.
 */
function trades(issues: number): DealSpace {
  const parties = ['p0', 'p1', 'p2']
  const worth = (issue: number, option: number, party: number): number =>
    ((issue * 37 + party * 29) % 41) * ((option + party) % 4) +
    ((issue * 13 + option * 7 + party * 5) % 17)
  return {
    parties,
    issues: Array.from({ length: issues }, (_, issue) => ({
      id: `i${issue}`,
      options: ['o0', 'o1', 'o2', 'o3'],
      worth: [0, 1, 2, 3].map((option) =>
        Float64Array.from(parties, (_, party) => worth(issue, option, party))
      )
    })),
    noDeal: new Float64Array(3),
    unitsPerPoint: Float64Array.of(10, 10, 10),
    exact: [true, true, true],
    excluded: []
  }
}

describe('a model handed to HiGHS', () => {
  const unit = { lower: 0, upper: 1, whole: true }

  test.each([0.1, 1 / 3, 1e-7, 123456789.12345678, 2 ** 52 + 1, 5e-8])(
    'has %d in it, to the last digit',
    async (factor) => {
      const model: Milp = {
        sense: 'maximise',
        objective: [[0, factor]],
        variables: [unit],
        rows: []
      }
      expect(await solver.solve(model)).toMatchObject({
        status: 'optimal',
        best: { objective: factor }
      })
    }
  )

  test('keeps its sense, its order, its bounds on both sides and its empty rows', async () => {
    const model: Milp = {
      sense: 'minimise',
      objective: [[2, 1]],
      variables: [
        unit,
        { lower: -5, upper: 5, whole: true },
        { lower: -9.5, upper: 3, whole: false }
      ],
      rows: [
        { terms: [[1, 2], [2, -1]], lower: 1, upper: 4 },
        { terms: [[0, 1], [1, 1]], lower: -1, upper: -1 },
        { terms: [], lower: Number.NEGATIVE_INFINITY, upper: 0 }
      ] // biome-ignore format: rows
    }
    const answer = await solver.solve(model)
    expect(answer).toMatchObject({ status: 'optimal', best: { objective: -8 }, bound: -8 })
    expect(await solver.solve({ ...model, rows: [{ terms: [], lower: 1, upper: 2 }] })).toEqual({
      status: 'infeasible',
      work: 0
    })
  })

  test('fails aloud when malformed, and leaves the solver usable', async () => {
    const model: Milp = { sense: 'maximise', objective: [[0, 1]], variables: [unit], rows: [] }
    const broken: readonly Partial<Milp>[] = [
      { objective: [[0, Number.NaN]] },
      { rows: [{ terms: [[1, 1]], lower: 0, upper: 1 }] },
      { variables: [{ lower: 0, upper: Number.POSITIVE_INFINITY, whole: false }] }
    ]
    for (const part of broken)
      await expect(solver.solve({ ...model, ...part })).rejects.toThrow(HighsFailed)
    expect(await solver.solve(model)).toMatchObject({ status: 'optimal', bound: 1 })
  })
})
