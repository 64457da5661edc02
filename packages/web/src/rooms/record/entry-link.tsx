import type { EntryHead } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRecord } from './use-record.ts'

/** Where an entry stands in the record, who wrote it and who may read it. */
export function EntryLink({ entry }: { readonly entry: EntryHead }): ReactNode {
  const { t, goTo, party, time } = useRecord()
  return (
    <Quiet as="div">
      <TextLink onClick={() => goTo('log', String(entry.number))}>
        {t('record.entry', { n: entry.number })}
      </TextLink>{' '}
      {t('record.entry.by', { party: party(entry.author.party), at: time(entry.received) })}
      {entry.audience
        ? ` · ${t('record.entry.audience', { who: entry.audience.map(party).join(', ') })}`
        : ''}
    </Quiet>
  )
}
