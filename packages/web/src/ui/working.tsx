import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/index.ts'
import { Quiet } from './quiet.tsx'
import { TextLink } from './text-link.tsx'
import styles from './ui.module.css'
import type { Steered } from './use-answer.ts'
import { useSeconds } from './use-seconds.ts'

interface Props {
  /** What is being worked out. */
  readonly children: ReactNode
  readonly of: Pick<Steered<unknown>, 'stopped' | 'progress' | 'stop' | 'again'>
}

/** Seconds after which it is worth saying that something takes its time. */
const LONG = 2

/** Something is being worked out: how far it is, how long it takes so far, and the way to end it. */
export function Working({ children, of }: Props): ReactNode {
  return of.stopped ? <Stopped again={of.again} /> : <Going of={of}>{children}</Going>
}

function Going({ children, of: { progress, stop } }: Props): ReactNode {
  const t = useMessages()
  const n = useSeconds()
  return (
    <div className={styles['working']}>
      <Quiet as="p" role="status">
        {children}
      </Quiet>
      {n < LONG ? null : (
        <>
          <Quiet>{t('work.seconds', { n })}</Quiet>
          {progress > 0 ? <Progress value={100 * progress} size="xs" aria-hidden="true" /> : null}
          <TextLink onClick={stop}>{t('work.stop')}</TextLink>
        </>
      )}
    </div>
  )
}

function Stopped({ again }: { readonly again: () => void }): ReactNode {
  const t = useMessages()
  return (
    <Quiet as="p" role="status">
      {t('work.stopped')} <TextLink onClick={again}>{t('work.again')}</TextLink>
    </Quiet>
  )
}
