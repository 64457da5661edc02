import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, holds } from '../../src/model/condition.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { conflictCores, countPackages, findPackage, Steps } from '../../src/terms/index.ts'
import { tried } from '../laws.ts'
import { all, is, issuesOf } from './large.ts'

/** Small spaces, so that every package can be looked at. */
const ISSUES = 5
const OPTIONS = 3
const issues = issuesOf(ISSUES, OPTIONS)
const packages: readonly ReadonlyMap<string, string>[] = issues.reduce<
  readonly ReadonlyMap<string, string>[]
>(
  (some, issue) =>
    some.flatMap((terms) =>
      issue.options.map((option) => new Map([...terms, [issue.id, option.id]]))
    ),
  [new Map()]
)

const pick = fc.tuple(fc.nat(ISSUES - 1), fc.uniqueArray(fc.nat(OPTIONS - 1), { minLength: 1 }))
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom('all', 'any', 'not' as const),
    fc.array(pick, { minLength: 1, maxLength: 3 })
  )
  .map(([kind, parts]): Condition => {
    const leaves = parts.map(([issue, options]) => is(issue, ...options))
    return kind === 'not'
      ? { kind, part: all(...leaves) }
      : kind === 'all'
        ? all(...leaves)
        : { kind: 'any', parts: leaves }
  })
const excludedOnes = fc.array(condition, { minLength: 3, maxLength: 6 })
const meets = (terms: ReadonlyMap<string, string>, excluded: readonly Condition[]): boolean =>
  excluded.every((one) => holds(one, factsOf(terms)) !== true)
const truth = (excluded: readonly Condition[]): bigint =>
  BigInt(packages.filter((terms) => meets(terms, excluded)).length)

test('within any number of steps a count is exact or below the truth, never above it', () => {
  let stopped = 0
  tried(
    fc.property(excludedOnes, fc.nat(24), (excluded, steps) => {
      const { count, exact } = countPackages({ issues, excluded }, new Steps(steps))
      if (!exact) stopped++
      expect(exact ? count === truth(excluded) : count <= truth(excluded)).toBe(true)
    }),
    { seed: 1, runs: 200, seeds: 2 }
  )
  expect(stopped).toBeGreaterThan(5)
})

test('a search ended by its steps says unknown; what it finds or denies is so', () => {
  let unknown = 0
  tried(
    fc.property(excludedOnes, fc.nat(40), (excluded, steps) => {
      const found = findPackage({ issues, excluded }, new Steps(steps))
      if (found === 'unknown') unknown++
      else if (found === 'none') expect(truth(excluded)).toBe(0n)
      else expect(meets(found, excluded)).toBe(true)
    }),
    { seed: 1, runs: 100, seeds: 4 }
  )
  expect(unknown).toBeGreaterThan(20)
})

test('cores found within any number of steps are minimal; where all are told there are no others', () => {
  const subsets = (ids: readonly number[]): readonly (readonly number[])[] =>
    Array.from({ length: 1 << ids.length }, (_, set) => ids.filter((_, bit) => (set >> bit) & 1))
  let partial = 0
  tried(
    fc.property(excludedOnes, fc.nat(400), (excluded, steps) => {
      const demands = excluded.map((excludes, k) => ({ id: String(k), excludes }))
      const clash = (set: readonly number[]): boolean =>
        truth(set.map((k) => excluded[k] as Condition)) === 0n
      const minimal = subsets([...excluded.keys()])
        .filter((set) => clash(set) && set.every((k) => !clash(set.filter((one) => one !== k))))
        .map((set) => set.join())
      const { cores, complete } = conflictCores({ issues, excluded: [] }, demands, new Steps(steps))
      const found = cores.map((core) => core.join())
      if (!complete) partial++
      expect(minimal).toEqual(expect.arrayContaining(found))
      if (complete) expect(new Set(found)).toEqual(new Set(minimal))
    }),
    { seed: 1, runs: 75, seeds: 4 }
  )
  expect(partial).toBeGreaterThan(20)
})

test('the same steps count the same packages', () => {
  const excluded = [all(is(0, 0), is(1, 1)), all(is(1, 1), is(2, 2)), all(is(2, 0), is(4, 1))]
  const once = (): unknown => countPackages({ issues, excluded }, new Steps(12))
  expect(once()).toEqual(once())
})
