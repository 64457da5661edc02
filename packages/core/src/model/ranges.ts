import type { Case } from './case.ts'
import type { Range } from './judgement.ts'
import { isJudgement } from './judgements.ts'

/**
 * The case with other ranges for some judgements, by their keys; whatever the judgement said under
 * scenarios gives way too. Parts without such a judgement are the very same objects.
 */
export function withRanges(source: Case, ranges: ReadonlyMap<string, Range>): Case {
  return ranges.size === 0 ? source : (replaced(source, ranges) as Case)
}

function replaced(value: unknown, ranges: ReadonlyMap<string, Range>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map)
    return rebuilt(value, [...value], { ranges, build: (entries) => new Map(entries) })
  if (Array.isArray(value))
    return rebuilt(value, [...value.entries()], {
      ranges,
      build: (entries) => entries.map(([, item]) => item)
    })
  const range = isJudgement(value) ? ranges.get(value.key) : undefined
  if (range) return { ...value, range, cases: [] }
  return rebuilt(value, Object.entries(value), {
    ranges,
    build: (entries) => Object.fromEntries(entries as [string, unknown][])
  })
}

interface Building {
  readonly ranges: ReadonlyMap<string, Range>
  readonly build: (entries: [unknown, unknown][]) => unknown
}

function rebuilt(
  value: unknown,
  entries: readonly (readonly [unknown, unknown])[],
  { ranges, build }: Building
): unknown {
  const next = entries.map(([key, item]): [unknown, unknown] => [key, replaced(item, ranges)])
  return next.some(([, item], index) => item !== entries[index]?.[1]) ? build(next) : value
}
