import { Button } from '@mantine/core'
import type { Verified } from '@truce/core/log'
import { placedProblem } from '@truce/core/report/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'
import { notesSeen, verifyHere } from './verify-record.ts'

/** Verifies the record in this browser, and says what that proved. */
export function Verify(): ReactNode {
  const { t, view } = useRecord()
  const { head, desk } = view
  const [verified, setVerified] = useState<Verified>()
  const [share, setShare] = useState<number>()
  const [failed, setFailed] = useState<string>()
  const verify = async (): Promise<void> => {
    setShare(0)
    setFailed(undefined)
    try {
      setVerified((await verifyHere(desk, head.name, setShare)).verified)
      await desk.refresh()
    } catch (error) {
      setFailed(messageOf(error))
    }
    setShare(undefined)
  }
  return (
    <Part title={t('record.verify.title')}>
      <Quiet as="p">{t('record.verify.about')}</Quiet>
      <Button
        size="xs"
        variant="default"
        disabled={share !== undefined}
        onClick={() => void verify()}
      >
        {t('record.verify.go')}
      </Button>
      <div role="status">
        {share === undefined ? null : (
          <Quiet as="p">{t('record.verify.working', { share: Math.round(100 * share) })}</Quiet>
        )}
        {verified && share === undefined ? <Proved verified={verified} /> : null}
      </div>
      {failed === undefined ? null : <p role="alert">{failed}</p>}
    </Part>
  )
}

/** How many problems are told one by one. */
const MOST = 10

function Proved({ verified }: { readonly verified: Verified }): ReactNode {
  const { t, view, said } = useRecord()
  const { sound, size, root, keys, checkpoints, first, problems, opening } = verified
  const before = notesSeen(view.head.name).length
  return (
    <>
      {sound ? (
        <p>
          <strong>{t('record.verify.sound', { n: size })}</strong>{' '}
          {t('record.verify.proved', { keys: keys.length, checkpoints: checkpoints.length })}{' '}
          {t('record.verify.before', { n: Math.max(0, before - 1) })}
        </p>
      ) : (
        <>
          <p className={classes['overdue']}>
            {first?.entry === undefined
              ? t('record.verify.bad')
              : t('record.verify.bad-entry', { n: first.entry, problems: problems.length })}
          </p>
          <ul className={classes['problems']}>
            {problems.slice(0, MOST).map((problem, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order and may be alike
              <li key={place}>{placedProblem(said, problem)}</li>
            ))}
          </ul>
        </>
      )}
      <dl className={classes['facts']}>
        <dt>{t('record.verify.root')}</dt>
        <dd className={classes['code']}>{root}</dd>
        <dt>{t('record.verify.opening')}</dt>
        <dd className={classes['code']}>{opening}</dd>
      </dl>
    </>
  )
}
