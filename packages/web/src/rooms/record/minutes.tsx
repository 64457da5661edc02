import type { HeldMeeting } from '@truce/core/record'
import { minutesOf } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { OfferedForm } from './entry/offers.tsx'
import { EntryLink } from './entry-link.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

/** The minutes in each language, and who has signed which of them. */
export function Minutes({ meeting }: { readonly meeting: HeldMeeting }): ReactNode {
  const { t, view, party, time } = useRecord()
  const { minutes, signatures } = meeting
  const account = minutesOf(view.fold.state).find(({ held }) => held.id === meeting.held?.id)
  const missing = account?.unwritten ?? []
  const versions = (account?.languages ?? []).flatMap(({ last }) => last?.id ?? [])
  const unsigned = (account?.sides ?? []).filter((side) => side.missing.length > 0)
  return (
    <>
      {minutes.map((one) => (
        <Disclosure
          key={one.id}
          label={t('record.minutes.in', { language: one.content.language, at: time(one.received) })}
        >
          <p className={classes['words']} lang={one.content.language} dir="auto">
            {one.content.text}
          </p>
          <EntryLink entry={one} />
        </Disclosure>
      ))}
      {missing.length > 0 ? (
        <Quiet as="p">{t('record.minutes.missing', { languages: missing.join(', ') })}</Quiet>
      ) : null}
      {signatures.map((one) => (
        <p key={one.id}>
          {t('record.minutes.signed', {
            party: party(one.author.party),
            n: one.content.versions.length,
            at: time(one.received)
          })}
          {Object.values(one.content.reservation ?? {}).map((said) => (
            <span key={said} dir="auto">
              {' '}
              {t('record.minutes.reservation', { said })}
            </span>
          ))}
        </p>
      ))}
      {minutes.length === 0 ? null : unsigned.length === 0 ? (
        <p>{t('record.minutes.complete')}</p>
      ) : (
        <Quiet as="p">
          {t('record.minutes.unsigned', {
            who: unsigned.map((side) => party(side.party)).join(', ')
          })}
        </Quiet>
      )}
      <OfferedForm
        kind="minutes.written"
        label={t('record.minutes.write')}
        given={{ held: meeting.id }}
        likely={missing[0] === undefined ? {} : { language: missing[0] }}
      />
      {minutes.length > 0 ? (
        <OfferedForm
          kind="minutes.signed"
          label={t('record.minutes.sign')}
          given={{ held: meeting.id, versions }}
          submit={t('record.sign.go')}
        />
      ) : null}
    </>
  )
}
