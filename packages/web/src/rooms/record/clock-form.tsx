import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Line, Lines } from './parts.tsx'
import { ProblemList } from './problems.tsx'
import classes from './record.module.css'
import { filled, useRecord } from './use-record.ts'
import { instantIn, localIn } from './zone-time.ts'

/** In an exercise: the clock is moved on, and injects are written, by whoever runs it. */
export function ClockForm(): ReactNode {
  const { t } = useRecord()
  return (
    <Disclosure label={t('record.clock.label')}>
      <Move />
      <Inject />
    </Disclosure>
  )
}

const HOUR = 3_600_000

function Move(): ReactNode {
  const { t, now, zone, time, view } = useRecord()
  const [to, setTo] = useState('')
  const [failed, setFailed] = useState<string>()
  const local = to === '' ? localIn(now + HOUR, zone) : to
  const move = (event: FormEvent): void => {
    event.preventDefault()
    const at = instantIn(local, zone)
    setFailed(at === undefined ? t('record.clock.none', { zone }) : undefined)
    if (at === undefined) return
    const text = t('record.clock.text', { from: time(now), to: time(at), zone })
    view.desk.move(at, text).then(
      () => setTo(''),
      (error: unknown) => setFailed(messageOf(error))
    )
  }
  return (
    <form className={classes['form']} onSubmit={move}>
      <Line
        type="datetime-local"
        label={t('record.clock.to', { zone })}
        value={local}
        onChange={setTo}
      />
      <Button type="submit" size="xs" variant="default">
        {t('record.clock.go')}
      </Button>
      <ProblemList problems={[]} failed={failed} />
    </form>
  )
}

function Inject(): ReactNode {
  const { t, now, view } = useRecord()
  const [text, setText] = useState('')
  const [failed, setFailed] = useState<string>()
  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const content = filled({ text, at: new Date(now).toISOString() })
    await view.desk.operates({ kind: 'inject', content }).then(
      (written) => {
        setFailed(written.outcome === 'refused' ? t('record.inject.failed') : undefined)
        if (written.outcome !== 'refused') setText('')
      },
      (error: unknown) => setFailed(messageOf(error))
    )
  }
  return (
    <form className={classes['form']} onSubmit={(event) => void write(event)}>
      <Lines label={t('record.inject.text')} value={text} required onChange={setText} />
      <Button type="submit" size="xs" variant="default">
        {t('record.inject.go')}
      </Button>
      <ProblemList problems={[]} failed={failed} />
    </form>
  )
}
