import { clausesOf, joined, joinOf } from './condition.ts'
import type { Value } from './draft.ts'
import { entriesOf, listOf, scalarIn } from './draft.ts'

/** What a graph's state is like: moves that are made, and moves that are not. */
export function patternWritten(value: Value): unknown {
  const parts = clausesOf(value).map(({ issue, options }) => [issue, options[0] ?? 'yes'] as const)
  if (joinOf(value) === 'all') return Object.fromEntries(parts)
  return { any: parts.map(([move, made]) => ({ [move]: made })) }
}

/** A written pattern as clauses; undefined where it is more than a list of moves. */
export function patternRead(told: unknown): Value | undefined {
  const entries = Object.entries(entriesOf(told) ?? {})
  const parts = entries.flatMap(([move, made]) => {
    const word = scalarIn(made)
    return move.includes('.') && word !== undefined
      ? [{ issue: move, is: 'one' as const, options: [/^(yes|true)$/.test(word) ? 'yes' : 'no'] }]
      : []
  })
  return parts.length === entries.length && parts.length > 0 ? joined('all', parts) : undefined
}

/** A party's statements, the most important first. */
export const statementsWritten = (value: Value): unknown => listOf(value).map(patternWritten)

/** Written statements; undefined where one is more than a list of moves. */
export function statementsRead(told: unknown): Value | undefined {
  if (!Array.isArray(told)) return undefined
  const read = told.flatMap((one) => patternRead(one) ?? [])
  return read.length === told.length ? read : undefined
}
