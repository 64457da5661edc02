import { Quiet } from '../../ui/quiet.tsx'
import classes from './deals.module.css'
import type { Difference } from './packages.ts'
import type { Words } from './use-words.ts'

/** In what one package differs from another: each issue, how it is settled, and how it was. */
export function Differences({
  words,
  changed
}: {
  readonly words: Words
  readonly changed: readonly Difference[]
}) {
  return (
    <ul className={classes['terms']}>
      {changed.map(({ issue, from, to }) => (
        <li key={issue}>
          <Quiet>{words.issue(issue)}</Quiet> {words.option(issue, to ?? '')}{' '}
          {from !== undefined && (
            <Quiet>{words.t('deals.instead', { option: words.option(issue, from) })}</Quiet>
          )}
        </li>
      ))}
    </ul>
  )
}
