import type { EntryProblem } from '@truce/core/record'
import type { ReactNode } from 'react'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

/** What stands against an entry, in words. */
export function ProblemList({
  problems,
  failed
}: {
  readonly problems: readonly EntryProblem[]
  readonly failed?: string | undefined
}): ReactNode {
  const { t, party, source } = useRecord()
  if (problems.length === 0 && failed === undefined) return null
  const named = (data: EntryProblem['data']): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        typeof value === 'string' && source.parties.has(value) ? party(value) : value
      ])
    )
  return (
    <ul role="alert" className={classes['problems']}>
      {failed === undefined ? null : <li>{failed}</li>}
      {problems.map(({ code, data }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order and may be alike
        <li key={place}>{t(`record.problem.${code}`, named(data))}</li>
      ))}
    </ul>
  )
}
