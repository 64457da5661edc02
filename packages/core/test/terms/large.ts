import type { Issue } from '../../src/model/case.ts'
import type { Condition } from '../../src/model/judgement.ts'

/** Issues of the spaces below. */
export const ISSUES = 20
/** Options of each issue. */
export const OPTIONS = 5

/** Issues `i0`, `i1`, .. with options `o0`, `o1`, .. */
export const issuesOf = (count: number, options: number): readonly Issue[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `i${i}`,
    title: '',
    ordered: false,
    at: '',
    options: Array.from({ length: options }, (_, o) => ({ id: `o${o}`, title: '' }))
  }))

/** The issues themselves. */
export const issues = issuesOf(ISSUES, OPTIONS)

/** The issue takes one of these options. */
export const is = (issue: number, ...options: readonly number[]): Condition => ({
  kind: 'is',
  issue: `i${issue}`,
  options: options.map((option) => `o${option}`)
})

/** All of these hold. */
export const all = (...parts: readonly Condition[]): Condition => ({ kind: 'all', parts })

/** Neighbours never both 0, nor 1 then 2. */
export const chained: readonly Condition[] = issues
  .slice(1)
  .flatMap((_, i) => [all(is(i, 0), is(i + 1, 0)), all(is(i, 1), is(i + 1, 2))])

/** Ten pairs that agree. */
export const pairs: readonly Condition[] = Array.from({ length: 10 }, (_, k) => ({
  kind: 'not',
  part: { kind: 'iff', left: is(2 * k, 0, 1), right: is(2 * k + 1, 0, 1, 2) }
}))

/** Six exclusions over twelve issues each, overlapping, as the options that each takes of an issue. */
export const wide = [0, 1, 2, 3, 4, 5].map((k) =>
  Array.from({ length: 12 }, (_, i) => ({
    issue: (3 * k + i) % ISSUES,
    options: i % 2 === 0 ? [0, 1] : [k % 5, (k + 1) % 5, 4]
  }))
)

/** The same as conditions. */
export const wideConditions: readonly Condition[] = wide.map((parts) =>
  all(...parts.map(({ issue, options }) => is(issue, ...options)))
)
