import type { Incident } from '@truce/core/record'
import { verificationOf } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRecord } from './use-record.ts'

/** An incident in a line: what, where, when, who says so, and how far the looking has come. */
export function IncidentLine({ incident }: { readonly incident: Incident }): ReactNode {
  const { t, time, word, party, goTo } = useRecord()
  const [first] = incident.accounts
  const parties = [...new Set(incident.accounts.map(({ author }) => author.party))]
  const outcome = verificationOf(incident)
  if (!first) return null
  const { content } = first
  return (
    <li>
      <TextLink onClick={() => goTo('incidents', incident.id)}>
        {t('record.incident.line', {
          what: word('category', content.category),
          where: content.place.name ?? content.place.area ?? t('record.incident.nowhere')
        })}
      </TextLink>{' '}
      {time(content.occurred.at)}{' '}
      <Quiet>
        {t('record.incident.by', { who: parties.map(party).join(', ') })} ·{' '}
        {outcome === undefined || incident.status !== 'verified'
          ? word('status', incident.status)
          : word('outcome', outcome)}
        {incident.lead ? ` · ${t('record.incident.lead')}` : ''}
      </Quiet>
    </li>
  )
}
