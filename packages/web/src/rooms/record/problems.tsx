import type { EntryProblem } from '@truce/core/record'
import { problemWords } from '@truce/core/report/record'
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
  const { said } = useRecord()
  if (problems.length === 0 && failed === undefined) return null
  return (
    <ul role="alert" className={classes['problems']}>
      {failed === undefined ? null : <li>{failed}</li>}
      {problems.map((problem, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order and may be alike
        <li key={place}>{problemWords(said, problem)}</li>
      ))}
    </ul>
  )
}
