import type { ReactNode } from 'react'
import { TextLink } from '../../ui/text-link.tsx'
import { ProblemList } from './problems.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

/** What was written here and is not in the record: waiting to be sent, or not taken and why. */
export function QueueNote(): ReactNode {
  const { t, view, kindName, party, time } = useRecord()
  const { waiting, away, desk } = view
  if (waiting.length === 0 && !away) return null
  return (
    <div className={classes['note']} role="status">
      {away ? <p>{t('record.away')}</p> : null}
      {waiting.length === 0 ? null : (
        <ul className={classes['list']}>
          {waiting.map(({ id, draft, problems }) => (
            <li key={id}>
              {t(problems ? 'record.refused' : 'record.waiting', {
                what: kindName(draft.kind),
                party: party(draft.author.party),
                at: time(draft.recorded)
              })}{' '}
              {problems ? (
                <>
                  <ProblemList problems={problems} />
                  <TextLink onClick={() => void desk.discard(id)}>{t('record.discard')}</TextLink>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {view.desk.keep.lasts ? null : <p>{t('record.no-keep')}</p>}
    </div>
  )
}
