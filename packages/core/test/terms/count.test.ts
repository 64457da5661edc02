import { expect, test } from 'vitest'
import type { Condition } from '../../src/model/judgement.ts'
import { conflictCores, countPackages, findPackage, totalPackages } from '../../src/terms/index.ts'
import { all, chained, ISSUES, is, issues, OPTIONS, pairs, wide, wideConditions } from './large.ts'

/** How long each count takes is measured by bench/counting.ts. */
const count = (excluded: readonly Condition[]): bigint => {
  const { count: packages, exact } = countPackages({ issues, excluded })
  expect(exact).toBe(true)
  return packages
}

test('all combinations of 20 issues with 5 options', () => {
  expect(totalPackages(issues)).toBe(5n ** 20n)
  expect(count([])).toBe(5n ** 20n)
})

test('chained constraints: neighbours never both 0, nor 1 then 2 (transfer matrix)', () => {
  let ways = Array.from({ length: OPTIONS }, () => 1n)
  for (let step = 1; step < ISSUES; step++) {
    ways = ways.map((_, to) =>
      ways.reduce(
        (sum, way, from) =>
          (from === 0 && to === 0) || (from === 1 && to === 2) ? sum : sum + way,
        0n
      )
    )
  }
  expect(count(chained)).toBe(ways.reduce((sum, way) => sum + way))
})

test('factored constraints: ten pairs that agree (a product)', () => {
  // Both in (2 x 3) or both out (3 x 2) of the 25.
  expect(count(pairs)).toBe(12n ** 10n)
})

test('wide constraints: overlapping ones over many issues (inclusion and exclusion)', () => {
  let bad = 0n
  for (let subset = 1; subset < 1 << wide.length; subset++) {
    const allowed = issues.map(() => new Set([0, 1, 2, 3, 4]))
    wide.forEach((parts, k) => {
      if (subset & (1 << k))
        for (const { issue, options } of parts)
          allowed[issue] = new Set(options.filter((option) => allowed[issue]?.has(option)))
    })
    const both = allowed.reduce((product, options) => product * BigInt(options.size), 1n)
    bad += subset.toString(2).replaceAll('0', '').length % 2 === 1 ? both : -both
  }
  expect(count(wideConditions)).toBe(5n ** 20n - bad)
})

test('a condition on scenarios alone decides no package; one that always holds leaves none', () => {
  const excluded: readonly Condition[] = [{ kind: 'scenario', id: 's' }]
  expect(count(excluded)).toBe(5n ** 20n)
  expect(findPackage({ issues, excluded })).toBeInstanceOf(Map)
  expect(count([all()])).toBe(0n)
  expect(findPackage({ issues, excluded: [all()] })).toBe('none')
})

test('what hangs on a scenario once the issues are settled rules no package out', () => {
  const excluded = [all(is(0, 0), { kind: 'scenario', id: 's' })]
  expect(count(excluded)).toBe(5n ** 20n)
  expect(findPackage({ issues, excluded })).toBeInstanceOf(Map)
})

test('cores come smallest first and at most 64', () => {
  const demands = Array.from({ length: 5 }, (_, option) => ({
    id: `d${option}`,
    excludes: is(0, option)
  }))
  expect(conflictCores({ issues, excluded: [] }, demands)).toEqual({
    cores: [['d0', 'd1', 'd2', 'd3', 'd4']],
    complete: true
  })
  const clashing = Array.from({ length: 20 }, (_, k) => ({
    id: `c${k}`,
    excludes: k < 10 ? is(0, 0, 1, 2) : is(0, 3, 4)
  }))
  const { cores, complete } = conflictCores({ issues, excluded: [] }, clashing)
  expect(cores.length).toBe(64)
  expect(complete).toBe(false)
  expect(cores.every((core) => core.length === 2)).toBe(true)
})
