import type { ConflictInWords } from '@truce/core/report/timetable'
import type { ReactNode } from 'react'
import { CaseLink } from '../../ui/case-link.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import { WriteHere } from '../case/forms/write-here.tsx'
import classes from './ceasefire.module.css'
import { entryOf } from './entry-of.ts'
import { inNames } from './plain-words.ts'

/** What cannot be kept or is not clear, each with what to change and the forms that change it. */
export function Conflicts({
  conflicts
}: {
  readonly conflicts: readonly ConflictInWords[]
}): ReactNode {
  const words = useWords()
  const { t, said } = words
  return (
    <section aria-labelledby="days-conflicts">
      <h3 id="days-conflicts" className={classes['heading']}>
        {said.say('timetable.conflicts')}
      </h3>
      {conflicts.length === 0 ? <p>{said.say('timetable.conflicts.none')}</p> : null}
      {conflicts.map(({ severity, named, message, help, places }) => (
        <div key={message} className={classes['open']} data-severity={severity}>
          <p>
            <b>{named}</b>: {inNames(words, message)}
          </p>
          <Quiet as="p">{inNames(words, help)}</Quiet>
          {places.map(({ at, text }) => (
            <div key={at} className={classes['place']}>
              <CaseLink to={entryOf(at)}>{text}</CaseLink>
              <WriteHere
                at={at}
                words={t('ceasefire.days.change')}
                label={t('ceasefire.days.changeLabel', { at, message })}
              />
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
