import type { JsonValue } from '@truce/core/log'
import type { EntryProblem } from '@truce/core/record'

/** Where in a form a problem is shown: at the path of the field, or below all where that is empty. */
export interface PlacedProblem {
  readonly at: string
  readonly problem: EntryProblem
}

/**
 * Which field each problem is about: the one whose path it names, or else the first that holds what
 * it speaks of.
 */
export const placedIn = (
  content: JsonValue,
  problems: readonly EntryProblem[]
): readonly PlacedProblem[] => {
  const leaves = leavesOf(content, '')
  return problems.map((problem) => {
    const { code, data } = problem
    if (code === 'bad-content') return { at: String(data['path'] ?? ''), problem }
    const told = new Set(Object.values(data).map(String))
    return { at: leaves.find(({ value }) => told.has(value))?.at ?? '', problem }
  })
}

interface Leaf {
  readonly at: string
  readonly value: string
}

function leavesOf(value: JsonValue | undefined, at: string): readonly Leaf[] {
  if (typeof value === 'string') return [{ at, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one as JsonValue, at === '' ? key : `${at}.${key}`)
  )
}

/** Those of a field, and of what it holds where its form is no finer. */
export const problemsAt = (
  placed: readonly PlacedProblem[],
  path: string
): readonly EntryProblem[] =>
  placed.flatMap(({ at, problem }) => (at === path || at.startsWith(`${path}.`) ? [problem] : []))
