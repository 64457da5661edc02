import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealSpace } from '../../src/bargaining/deal-space.ts'
import { milpSolutions } from '../../src/bargaining/milp/milp.ts'
import { UnsoundAnswer } from '../../src/bargaining/milp/model.ts'
import { optionVariables, type RuleRows, ruleRows } from '../../src/bargaining/milp/rules.ts'
import { solveWide } from '../../src/bargaining/wide.ts'
import type { Condition } from '../../src/model/judgement.ts'
import type { Milp, MilpAnswer, MilpSolver } from '../../src/ports/index.ts'
import { tried } from '../laws.ts'
import { isAdmissible, packagesOf } from '../oracle/deals.ts'
import { conditionOn, spaces } from './spaces.ts'

const SEED = 20_251_117

const is = (issue: string, ...options: readonly string[]): Condition => ({
  kind: 'is',
  issue,
  options
})
const all = (...parts: readonly Condition[]): Condition => ({ kind: 'all', parts })
const any = (...parts: readonly Condition[]): Condition => ({ kind: 'any', parts })
const not = (part: Condition): Condition => ({ kind: 'not', part })
const iff = (left: Condition, right: Condition): Condition => ({ kind: 'iff', left, right })

/** One party; issues i0, i1, .. with options o0, o1, .. of these worths. */
const spaceOf = (
  worths: readonly (readonly number[])[],
  noDeal: number,
  excluded: readonly Condition[]
): DealSpace => ({
  parties: ['p0'],
  issues: worths.map((worth, issue) => ({
    id: `i${issue}`,
    options: worth.map((_, option) => `o${option}`),
    worth: worth.map((value) => Float64Array.of(value))
  })),
  noDeal: Float64Array.of(noDeal),
  unitsPerPoint: Float64Array.of(1),
  exact: [true],
  excluded
})

const threes = (issues: number, ...excluded: readonly Condition[]): DealSpace =>
  spaceOf(
    Array.from({ length: issues }, () => [0, 0, 0]),
    0,
    excluded
  )

describe('rules as rows', () => {
  test('hold for the admissible packages and no others', () => {
    tried(
      fc.property(spaces({ parties: [1, 1], conditions: [0, 4] }), fc.gen(), (space, gen) => {
        const ruled = { ...space, excluded: [...space.excluded, conditionOn(space, gen, 4)] }
        const rows = ruleRows(ruled)
        for (const choice of packagesOf(ruled))
          expect(satisfiable(ruled, rows, choice)).toBe(isAdmissible(ruled, choice))
      }),
      { seed: SEED, runs: 250, seeds: 4 }
    )
  })

  test.each([
    ['a forbidden pair', all(is('i0', 'o0'), is('i1', 'o1')), 1, 0],
    [
      'a forbidden triple of sets',
      all(is('i0', 'o0', 'o1'), is('i1', 'o1'), is('i2', 'o0', 'o2')),
      1,
      0
    ],
    ['this only with that', not({ kind: 'if', left: is('i0', 'o0'), right: is('i1', 'o1') }), 1, 0],
    [
      'this only with those two',
      not({ kind: 'if', left: is('i0', 'o0'), right: all(is('i1', 'o1'), is('i2', 'o2')) }),
      2,
      0
    ],
    ['this if and only if that', not(iff(is('i0', 'o0'), is('i1', 'o1'))), 2, 0],
    [
      'either of two pairs',
      not(any(all(is('i0', 'o0'), is('i1', 'o1')), all(is('i2', 'o2'), is('i3', 'o0')))),
      5,
      2
    ],
    ['nothing at all', all(is('i0', 'o0'), is('i0', 'o1')), 0, 0],
    [
      'what only a move or a scenario decides',
      all(is('i0', 'o0'), { kind: 'scenario', id: 's' }),
      0,
      0
    ]
  ])('%s takes the fewest rows', (_, excluded, rows, auxiliaries) => {
    const found = ruleRows(threes(4, excluded))
    expect([found.rows.length, found.auxiliaries]).toEqual([rows, auxiliaries])
  })

  test('a forbidden pair is the row that says so', () => {
    const { rows } = ruleRows(threes(2, all(is('i0', 'o0'), is('i1', 'o1'))))
    const terms = [0, 4].map((option) => [option, -1])
    expect(rows).toEqual([{ terms, lower: -1, upper: Number.POSITIVE_INFINITY }])
  })

  test('a chain of if-and-only-if grows by a few rows a link', () => {
    const chain = (links: number): Condition =>
      Array.from({ length: links }, (_, k) => is(`i${k}`, 'o0')).reduce<Condition>(
        (left, right) => iff(left, right),
        is('i0', 'o1')
      )
    const rowsOf = (links: number): number => ruleRows(threes(links, chain(links))).rows.length
    expect(rowsOf(20) - rowsOf(19)).toBe(rowsOf(10) - rowsOf(9))
    expect(rowsOf(20)).toBeLessThan(20 * 8)
  })
})

/**
 * Whether some setting of the auxiliaries satisfies all rows: each is lowered from one as far as a
 * row forces it.
 */
function satisfiable(
  space: DealSpace,
  { rows, auxiliaries }: RuleRows,
  choice: readonly number[]
): boolean {
  const starts = optionVariables(space)
  const options = starts.at(-1) as number
  const values = [...new Float64Array(options), ...new Float64Array(auxiliaries).fill(1)]
  choice.forEach((option, issue) => {
    values[(starts[issue] as number) + option] = 1
  })
  const missing = ({ terms, lower }: Milp['rows'][number]): number =>
    lower -
    terms.reduce((sum, [variable, factor]) => sum + factor * (values[variable] as number), 0)
  for (let lowered = true; lowered; ) {
    lowered = false
    for (const row of rows) {
      const held = row.terms.find(([variable, factor]) => variable >= options && factor < 0)
      if (missing(row) <= 0 || !held || values[held[0]] === 0) continue
      values[held[0]] = Math.max(0, (values[held[0]] as number) + missing(row) / held[1])
      lowered = true
    }
  }
  return rows.every((row) => missing(row) <= 0)
}

describe('an answer of a solver', () => {
  const rule = all(is('i0', 'o0'), is('i1', 'o0'))
  const space = spaceOf(
    [
      [3, 1],
      [3, 1]
    ],
    4,
    [rule]
  ) // o0 and o1 of i0, o0 and o1 of i1 are variables 0 to 3

  /** Answers with these packages in turn, as a solver would whose tolerance is as wide as that. */
  const answering = (...packages: readonly (readonly number[])[]): MilpSolver => {
    const left = [...packages]
    return {
      tolerance: 0,
      solve: async ({ variables }) => {
        const values = new Float64Array(variables.length)
        for (const variable of left.shift() ?? []) values[variable] = 1
        return { status: 'optimal', best: { values, objective: 0 }, bound: 0 }
      }
    }
  }

  test('that breaks a rule is an error', async () => {
    await expect(milpSolutions(space, answering([0, 2]), { wanted: ['welfare'] })).rejects.toThrow(
      UnsoundAnswer
    )
  })

  test('that is no package is an error', async () => {
    await expect(
      milpSolutions(space, answering([0, 1, 2]), { wanted: ['welfare'] })
    ).rejects.toThrow(UnsoundAnswer)
  })

  test('that loses by less than the tolerance is refused, and asked again without it', async () => {
    const rows: number[] = []
    const solver = answering([1, 3], [0, 3])
    const solve = (model: Milp): Promise<MilpAnswer> => {
      rows.push(model.rows.length)
      return solver.solve(model)
    }
    const { welfare } = await milpSolutions(space, { tolerance: 0, solve }, { wanted: ['welfare'] })
    expect(welfare).toMatchObject({ choice: [0, 1], value: 0, complete: true })
    expect(rows[1]).toBe((rows[0] as number) + 1)
  })

  describe('that stops without a bound', () => {
    const values = Float64Array.of(1, 0, 0, 1, 0)
    const bound = Number.POSITIVE_INFINITY
    const stopped: MilpSolver = {
      tolerance: 0,
      solve: async () => ({ status: 'limit', best: { values, objective: 0 }, bound })
    }

    test('is held to what the options can add up to', async () => {
      // 3 + 3 less the 4 of no deal, were there no rule
      const { welfare } = await milpSolutions(space, stopped, { wanted: ['welfare'] })
      expect(welfare).toMatchObject({ value: 0, bound: 2, complete: false })
    })

    test('and names a package in which somebody gains nothing does not prove that none is better', async () => {
      const { gainless, undecided } = await solveWide(space, { solver: stopped })
      expect(gainless).toEqual([])
      expect(undecided?.ideals).toEqual([{ party: 0, bound: 2 }])
    })
  })

  test('of none, or of a limit reached with none, is told apart', async () => {
    const none: MilpSolver = { tolerance: 0, solve: async () => ({ status: 'infeasible' }) }
    const limit: MilpSolver = { tolerance: 0, solve: async () => ({ status: 'limit', bound: 7 }) }
    const nothing = {
      ideal: ['none'],
      nash: 'none',
      maxMin: 'none',
      egalitarian: 'none',
      welfare: 'none'
    }
    expect(await milpSolutions(space, none)).toMatchObject(nothing)
    expect(await milpSolutions(space, limit, { wanted: ['nash', 'welfare'] })).toEqual({
      tolerance: 0,
      nash: 'unknown',
      welfare: 'unknown'
    })
  })
})
