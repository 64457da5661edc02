import type { ReadsBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

const MOST = 100

/** Who read confidential bodies or took a copy. */
export function Reads(): ReactNode {
  const { t, view, source, party, time } = useRecord()
  const [reads, setReads] = useState<ReadsBody['reads']>()
  const [failed, setFailed] = useState<string>()
  const look = (): void => {
    view.desk.api.reads().then(setReads, (error: unknown) => setFailed(messageOf(error)))
  }
  return (
    <Part title={t('record.reads.title')}>
      <Quiet as="p">{t('record.reads.about')}</Quiet>
      <TextLink onClick={look}>{t('record.reads.look')}</TextLink>
      {failed === undefined ? null : <p role="alert">{failed}</p>}
      {reads === undefined ? null : reads.length === 0 ? (
        <p role="status">{t('record.reads.none')}</p>
      ) : (
        <ul className={classes['list']}>
          {reads
            .toReversed()
            .slice(0, MOST)
            .map(({ at, reader, what, from, to }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two looks may be of one instant
              <li key={place}>
                {time(at)} · {source.parties.has(reader) ? party(reader) : t('record.reads.here')} ·{' '}
                {t(`record.reads.${what}`, { from, to: Math.max(from, to - 1) })}
              </li>
            ))}
        </ul>
      )}
    </Part>
  )
}
