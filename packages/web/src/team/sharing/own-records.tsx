import { Anchor, Text, Title } from '@mantine/core'
import { textIn } from '@truce/core/model'
import type { OwnRecordsBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { addressOf } from '../../state/address.ts'
import styles from './sharing.module.css'

type Record = OwnRecordsBody['records'][number]

/** The records one takes part in: in the room of the case, or by themselves where that is not to be read. */
export function OwnRecords({
  records,
  heading
}: {
  readonly records: readonly Record[]
  /** How the headings of the page look. */
  readonly heading?: string | undefined
}): ReactNode {
  const t = useMessages()
  const language = useLanguage()
  if (records.length === 0) return null
  return (
    <section aria-labelledby="own-records">
      <Title order={2} id="own-records" {...(heading && { className: heading })}>
        {t('sharing.records')}
      </Title>
      <ul className={styles['list']}>
        {records.map((one) => (
          <li key={`${one.case}/${one.record}/${one.party}`}>
            <Anchor href={addressOf(placeOf(one))}>{one.title}</Anchor>
            <Text span size="sm" c="dimmed">
              {t(`sharing.records.${partOf(one)}`, { name: textIn(one.name, language) })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}

const placeOf = ({ case: of, record, readsCase }: Record) =>
  readsCase
    ? ({ page: 'case', id: of, room: 'record', focus: record } as const)
    : ({ page: 'record', of, focus: record } as const)

function partOf({ may }: Record): 'keep' | 'file' | 'read' {
  if (may.includes('keep')) return 'keep'
  return may.includes('file') ? 'file' : 'read'
}
