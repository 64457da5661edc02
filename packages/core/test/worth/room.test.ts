import { expect, test } from 'vitest'
import { sound, synthetic } from '../../../../bench/synthetic.ts'
import { check } from '../../src/check/check.ts'
import type { Case } from '../../src/model/case.ts'
import { factsOf, holds } from '../../src/model/condition.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { checkReport } from '../../src/report/index.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { admissible, canHold } from '../../src/worth/admissible.ts'
import { relaxed, roomOf } from '../../src/worth/room.ts'

const source = sound(synthetic({ issues: 7, options: 3, parties: 5 }))

/** Every package, looked at one by one. */
function counted({ issues }: Case, excluded: readonly Condition[]): bigint {
  const packages = issues.reduce<readonly ReadonlyMap<string, string>[]>(
    (some, { id, options }) =>
      some.flatMap((terms) => options.map((option) => new Map([...terms, [id, option.id]]))),
    [new Map()]
  )
  const keeps = packages.filter((terms) =>
    excluded.every((one) => holds(one, factsOf(terms)) !== true)
  )
  return BigInt(keeps.length)
}

test('with steps enough every count of a room is the number of packages', () => {
  const { levels, admissible: binding, exact } = roomOf(source)
  expect(exact).toBe(true)
  for (const level of levels)
    expect(level).toEqual({
      at: level.at,
      admissible: counted(source, admissible(source, level.at)),
      exact: true
    })
  expect(binding).toBe(levels.find(({ at }) => at === 0.5)?.admissible)
})

test('without, each is at most that and says so, and no redline at the edge is counted', () => {
  const whole = roomOf(source)
  const few = roomOf(source, { count: 30, level: 30, edges: 30 })
  expect(few.exact).toBe(false)
  few.levels.forEach(({ admissible: least, exact }, k) => {
    const truth = whole.levels[k]?.admissible ?? 0n
    expect(exact ? least === truth : least > 0n && least <= truth).toBe(true)
  })
  expect(few.edges).toEqual([])
  expect(few.uncounted.length).toBeGreaterThanOrEqual(whole.edges.length)
})

test('edges that steps suffice for are as with all steps; the others are told as not counted', () => {
  const whole = roomOf(source)
  expect(whole.edges.length).toBeGreaterThan(2)
  const some = roomOf(source, { count: 1_000_000, level: 1_000_000, edges: 1000 })
  expect(some.edges.length).toBeGreaterThan(0)
  expect(some.uncounted.length).toBeGreaterThan(0)
  expect(whole.edges).toEqual(expect.arrayContaining([...some.edges]))
  expect(whole.uncounted).toEqual([])
})

test('the report says at least where counting ended', () => {
  const steps = { count: 30, level: 30, edges: 30 }
  const result = check(source, { draws: 20, repairs: 0, steps })
  const text = renderPlain(checkReport(source, { ...result, findings: [] }))
  expect(text).toMatch(/at least [\d,]+ respect the\s+rules/)
  expect(text).toContain('counting ended at its limit')
})

test('what the steps do not tell is neither yes nor no, and drops no redline', () => {
  const [first] = source.issues
  const condition: Condition = {
    kind: 'is',
    issue: first?.id ?? '',
    options: [first?.options[0]?.id ?? '']
  }
  expect(canHold(condition, source, 0)).toBeUndefined()
  expect(canHold(condition, source)).toBe(true)
  expect(relaxed(source, 0.3, 0)).toMatchObject({ dropped: [], found: false })
})
