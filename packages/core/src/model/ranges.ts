import type { Case } from './case.ts'
import type { Judgement, Range } from './judgement.ts'
import { isJudgement } from './judgements.ts'

/**
 * The case with other ranges for some judgements, by their keys; whatever the judgement said under
 * scenarios gives way too. Parts without such a judgement are the very same objects.
 */
export function withRanges(source: Case, ranges: ReadonlyMap<string, Range>): Case {
  return withFigures(
    source,
    new Map([...ranges].map(([key, range]) => [key, { range, cases: [] }] as const))
  )
}

/** What a judgement says, whatever its place and whoever answers for it. */
export type Figures = Pick<Judgement, 'range' | 'cases'>

/** The same with what judgements say under scenarios put in too. */
export function withFigures(source: Case, figures: ReadonlyMap<string, Figures>): Case {
  return figures.size === 0 ? source : (replaced(source, figures) as Case)
}

function replaced(value: unknown, figures: ReadonlyMap<string, Figures>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map)
    return rebuilt(value, [...value], { figures, build: (entries) => new Map(entries) })
  if (Array.isArray(value))
    return rebuilt(value, [...value.entries()], {
      figures,
      build: (entries) => entries.map(([, item]) => item)
    })
  const instead = isJudgement(value) ? figures.get(value.key) : undefined
  if (instead) return { ...value, ...instead }
  return rebuilt(value, Object.entries(value), {
    figures,
    build: (entries) => Object.fromEntries(entries as [string, unknown][])
  })
}

interface Building {
  readonly figures: ReadonlyMap<string, Figures>
  readonly build: (entries: [unknown, unknown][]) => unknown
}

function rebuilt(
  value: unknown,
  entries: readonly (readonly [unknown, unknown])[],
  { figures, build }: Building
): unknown {
  const next = entries.map(([key, item]): [unknown, unknown] => [key, replaced(item, figures)])
  return next.some(([, item], index) => item !== entries[index]?.[1]) ? build(next) : value
}
