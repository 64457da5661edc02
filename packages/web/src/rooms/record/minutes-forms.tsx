import type { ReactNode } from 'react'
import { useState } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { EntryForm, Line, Lines } from './parts.tsx'
import { filled, useRecord, useWriting } from './use-record.ts'

/** The minutes of a meeting in one language. */
export function MinutesForm({
  held,
  languages
}: {
  readonly held: string
  readonly languages: readonly string[]
}): ReactNode {
  const { t } = useRecord()
  const writing = useWriting()
  const [language, setLanguage] = useState(languages[0] ?? 'en')
  const [text, setText] = useState('')
  const send = async (): Promise<void> => {
    const content = filled({ held, language, text })
    if (await writing.send({ kind: 'minutes.written', content })) setText('')
  }
  return (
    <EntryForm writing={writing} submit={t('record.minutes.go')} onSubmit={() => void send()}>
      <Line label={t('record.minutes.language')} value={language} required onChange={setLanguage} />
      <Lines label={t('record.minutes.text')} value={text} required onChange={setText} />
    </EntryForm>
  )
}

/** A side signs the minutes as they stand, with a reservation where it has one. */
export function SignForm({
  held,
  versions
}: {
  readonly held: string
  readonly versions: readonly string[]
}): ReactNode {
  const { t } = useRecord()
  const language = useLanguage()
  const writing = useWriting()
  const [reservation, setReservation] = useState('')
  const send = async (): Promise<void> => {
    const content = filled({
      held,
      versions,
      ...(reservation !== '' && { reservation: { [language]: reservation } })
    })
    await writing.send({ kind: 'minutes.signed', content })
  }
  return (
    <EntryForm writing={writing} submit={t('record.sign.go')} onSubmit={() => void send()}>
      <Lines label={t('record.sign.reservation')} value={reservation} onChange={setReservation} />
    </EntryForm>
  )
}
