import { expect, test } from 'vitest'
import type { Issue } from '../../src/model/case.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { conflictCores, countPackages, findPackage, totalPackages } from '../../src/terms/index.ts'

const ISSUES = 20
const OPTIONS = 5
const issues = Array.from(
  { length: ISSUES },
  (_, i): Issue => ({
    id: `i${i}`,
    title: '',
    ordered: false,
    at: '',
    options: Array.from({ length: OPTIONS }, (_, o) => ({ id: `o${o}`, title: '' }))
  })
)
const is = (issue: number, ...options: readonly number[]): Condition => ({
  kind: 'is',
  issue: `i${issue}`,
  options: options.map((option) => `o${option}`)
})
const all = (...parts: readonly Condition[]): Condition => ({ kind: 'all', parts })

/** Counts, and fails when it takes a second. */
function timed(excluded: readonly Condition[]): bigint {
  const started = performance.now()
  const count = countPackages({ issues, excluded })
  expect(performance.now() - started).toBeLessThan(1000)
  return count
}

test('all combinations of 20 issues with 5 options', () => {
  expect(totalPackages(issues)).toBe(5n ** 20n)
  expect(timed([])).toBe(5n ** 20n)
})

test('chained constraints: neighbours never both 0, nor 1 then 2 (transfer matrix)', () => {
  const chained = issues
    .slice(1)
    .flatMap((_, i) => [all(is(i, 0), is(i + 1, 0)), all(is(i, 1), is(i + 1, 2))])
  let ways = Array.from({ length: OPTIONS }, () => 1n)
  for (let step = 1; step < ISSUES; step++) {
    ways = ways.map((_, to) =>
      ways.reduce(
        (sum, count, from) =>
          (from === 0 && to === 0) || (from === 1 && to === 2) ? sum : sum + count,
        0n
      )
    )
  }
  expect(timed(chained)).toBe(ways.reduce((sum, count) => sum + count))
})

test('factored constraints: ten pairs that agree (a product)', () => {
  const pairs = Array.from(
    { length: 10 },
    (_, k): Condition => ({
      kind: 'not',
      part: { kind: 'iff', left: is(2 * k, 0, 1), right: is(2 * k + 1, 0, 1, 2) }
    })
  )
  // Both in (2 x 3) or both out (3 x 2) of the 25.
  expect(timed(pairs)).toBe(12n ** 10n)
})

test('wide constraints: overlapping ones over many issues (inclusion and exclusion)', () => {
  const wide = [0, 1, 2, 3, 4, 5].map((k) =>
    Array.from({ length: 12 }, (_, i) => ({
      issue: (3 * k + i) % ISSUES,
      options: i % 2 === 0 ? [0, 1] : [k % 5, (k + 1) % 5, 4]
    }))
  )
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
  expect(
    timed(wide.map((parts) => all(...parts.map(({ issue, options }) => is(issue, ...options)))))
  ).toBe(5n ** 20n - bad)
})

test('a condition on scenarios alone decides no package; one that always holds leaves none', () => {
  const excluded: readonly Condition[] = [{ kind: 'scenario', id: 's' }]
  expect(countPackages({ issues, excluded })).toBe(5n ** 20n)
  expect(findPackage({ issues, excluded })).toBeDefined()
  expect(countPackages({ issues, excluded: [all()] })).toBe(0n)
  expect(findPackage({ issues, excluded: [all()] })).toBeUndefined()
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
