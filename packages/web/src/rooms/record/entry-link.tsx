import type { EntryHead } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Correction } from './entry/correction.tsx'
import { useRecord } from './use-record.ts'

/**
 * Where an entry stands in the record, who wrote it and who may read it; what it stands instead of,
 * struck, and what stands instead of it; and for its author the way to correct it.
 */
export function EntryLink({ entry }: { readonly entry: EntryHead }): ReactNode {
  const { t, party, time, view } = useRecord()
  const { state } = view.fold
  const old = entry.supersedes === undefined ? undefined : state.entry(entry.supersedes)
  const later = state.entry(state.replacedBy(entry.id) ?? '')
  const whole = state.entry(entry.id)
  return (
    <Quiet as="div">
      <NumberLink number={entry.number} />{' '}
      {t('record.entry.by', { party: party(entry.author.party), at: time(entry.received) })}
      {entry.audience
        ? ` · ${t('record.entry.audience', { who: entry.audience.map(party).join(', ') })}`
        : ''}
      {old ? (
        <>
          {' '}
          · {t('record.entry.instead')}{' '}
          <del>
            <NumberLink number={old.number} />
          </del>
        </>
      ) : null}
      {later ? (
        <>
          {' '}
          · {t('record.entry.replaced')} <NumberLink number={later.number} />
        </>
      ) : null}{' '}
      {whole ? <Correction entry={whole} /> : null}
    </Quiet>
  )
}

function NumberLink({ number }: { readonly number: number }): ReactNode {
  const { t, goTo } = useRecord()
  return (
    <TextLink onClick={() => goTo('log', String(number))}>
      {t('record.entry', { n: number })}
    </TextLink>
  )
}
