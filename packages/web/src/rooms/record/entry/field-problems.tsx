import type { EntryProblem } from '@truce/core/record'
import type { ReactNode } from 'react'
import { ProblemList } from '../problems.tsx'
import classes from '../record.module.css'
import { useRecord } from '../use-record.ts'

/** What stands against a field, said where it stands: nobody needs to be told its path there. */
export function FieldProblems({
  problems,
  name
}: {
  readonly problems: readonly EntryProblem[]
  readonly name: string
}): ReactNode {
  const { t } = useRecord()
  const malformed = problems.filter(({ code }) => code === 'bad-content')
  const others = problems.filter(({ code }) => code !== 'bad-content')
  return (
    <>
      {malformed.length === 0 ? null : (
        <ul role="alert" className={classes['problems']}>
          {malformed.map(({ data }) => {
            const [path, message] = [String(data['path']), String(data['message'])]
            return <li key={path}>{wordsFor(t, { name, message })}</li>
          })}
        </ul>
      )}
      {others.length === 0 ? null : <ProblemList problems={others} />}
    </>
  )
}

function wordsFor(
  t: ReturnType<typeof useRecord>['t'],
  { name, message }: { readonly name: string; readonly message: string }
): string {
  if (/received undefined|^it is missing/.test(message)) return t('record.wrong.missing')
  const own = t(`record.wrong.${name}`)
  if (own !== `record.wrong.${name}`) return own
  return t('record.wrong', { message })
}
