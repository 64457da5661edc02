import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { KindForm } from './entry/kind-form.tsx'
import { EntryLink } from './entry-link.tsx'
import classes from './record.module.css'
import { mayWrite, useRecord } from './use-record.ts'

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
  if (!mayWrite(record, 'dissent')) return null
  return (
    <Disclosure label={t('record.dissent.new')}>
      <KindForm kind="dissent" given={{ about }} submit={t('record.dissent.go')} />
    </Disclosure>
  )
}
