import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EntryLink } from './entry-link.tsx'
import { EntryForm, Lines } from './parts.tsx'
import classes from './record.module.css'
import { filled, mayWrite, useRecord, useWriting } from './use-record.ts'

/** Who does not agree with an entry, and why: beside it for ever. */
export function Dissents({ about }: { readonly about: string }): ReactNode {
  const { t, view, party } = useRecord()
  const found = view.fold.state.dissentsAbout(about)
  if (found.length === 0) return null
  return (
    <ul className={classes['list']}>
      {found.map((one) => (
        <li key={one.id}>
          {t('record.dissent.line', { party: party(one.author.party) })}{' '}
          <span dir="auto">{one.content.because}</span>
          <EntryLink entry={one} />
        </li>
      ))}
    </ul>
  )
}

/** The form to disagree with an entry of another. */
export function Dissent({ about }: { readonly about: string }): ReactNode {
  const record = useRecord()
  const { t } = record
  const writing = useWriting()
  const [because, setBecause] = useState('')
  if (!mayWrite(record, 'dissent')) return null
  const send = async (): Promise<void> => {
    if (await writing.send({ kind: 'dissent', content: filled({ about, because }) })) setBecause('')
  }
  return (
    <Disclosure label={t('record.dissent.new')}>
      <EntryForm writing={writing} submit={t('record.dissent.go')} onSubmit={() => void send()}>
        <Lines label={t('record.dissent.because')} value={because} required onChange={setBecause} />
      </EntryForm>
    </Disclosure>
  )
}
