import type { Draft, Value } from './draft.ts'
import { entriesOf, listOf, mapOf, scalarsIn, textOf, textsOf } from './draft.ts'
import type { About } from './spec.ts'

/** One clause of a condition: an issue that is settled as one of these options, or as none. */
export interface Clause {
  readonly issue: string
  readonly is: 'one' | 'none'
  readonly options: readonly string[]
}

/** The clauses that stand in a field. */
export const clausesOf = (value: Value | undefined): readonly Clause[] =>
  listOf(mapOf(value)['clauses']).map((one) => {
    const { issue, is, options } = mapOf(one)
    return {
      issue: textOf(issue),
      is: textOf(is) === 'none' ? 'none' : 'one',
      options: textsOf(options)
    }
  })

/** Whether all clauses must hold, or any. */
export const joinOf = (value: Value | undefined): 'all' | 'any' =>
  textOf(mapOf(value)['join']) === 'any' ? 'any' : 'all'

/** A field's value of clauses. */
export const joined = (join: 'all' | 'any', clauses: readonly Clause[]): Value => ({
  join,
  clauses: clauses.map(({ issue, is, options }): Draft => ({ issue, is, options }))
})

/** A condition as a case writes it. */
export function conditionWritten(value: Value): unknown {
  const clauses = clausesOf(value)
  const parts = clauses.map(({ issue, is, options }) => {
    const part = { [issue]: options.length === 1 ? options[0] : options }
    return is === 'none' ? { not: part } : part
  })
  if (parts.length === 1) return parts[0]
  const isPlain =
    clauses.every(({ is }) => is === 'one') &&
    new Set(clauses.map(({ issue }) => issue)).size === clauses.length
  return joinOf(value) === 'all' && isPlain
    ? Object.assign({}, ...parts)
    : { [joinOf(value)]: parts }
}

/** A written condition as clauses; undefined where it is more than a list of them. */
export function conditionRead(told: unknown, { names }: About): Value | undefined {
  const entries = Object.entries(entriesOf(told) ?? {})
  const [first] = entries
  if (!first) return undefined
  const [key, value] = first
  if (entries.length === 1 && (key === 'any' || key === 'all') && Array.isArray(value)) {
    const parts = value.flatMap((part) => partsIn(part, names) ?? [])
    return parts.length === value.length ? joined(key, parts) : undefined
  }
  const parts = partsIn(told, names)
  return parts && joined('all', parts)
}

function partsIn(told: unknown, names: About['names']): readonly Clause[] | undefined {
  const entries = Object.entries(entriesOf(told) ?? {})
  const parts = entries.flatMap(([key, value]): readonly Clause[] => {
    if (key === 'not') {
      const inner = partsIn(value, names)
      return inner?.length === 1 ? inner.map((part) => ({ ...part, is: 'none' as const })) : []
    }
    const options = scalarsIn(value)
    const isIssue = names.source.issues.some(({ id }) => id === key)
    return isIssue && options ? [{ issue: key, is: 'one', options }] : []
  })
  return parts.length === entries.length && parts.length > 0 ? parts : undefined
}
