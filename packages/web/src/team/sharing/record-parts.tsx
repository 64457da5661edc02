import { Button, NativeSelect, Text, Title } from '@mantine/core'
import { textIn } from '@truce/core/model'
import type { OrganisationsBody, RecordBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import styles from './sharing.module.css'
import { team } from './team-api.ts'
import { useTold } from './use-told.ts'

interface Props {
  readonly id: string
  readonly isLead: boolean
  readonly organisations: OrganisationsBody['organisations']
}

/** Which organisation stands for which party in each record of a case. */
export function RecordParts(props: Props): ReactNode {
  const t = useMessages()
  const { id } = props
  const ask = useCallback(() => team.records(id), [id])
  const { told } = useTold(ask)
  return told?.map((record) => (
    <section key={record.id}>
      <Title order={2}>{t('sharing.record', { title: record.title })}</Title>
      <Parts {...props} record={record} />
    </section>
  ))
}

function Parts({
  id,
  isLead,
  organisations,
  record
}: Props & { readonly record: RecordBody }): ReactNode {
  const t = useMessages()
  const language = useLanguage()
  const ask = useCallback(() => team.parts(id, record.id), [id, record.id])
  const { told, trouble, isBusy, act } = useTold(ask)
  const [organisation, setOrganisation] = useState('')
  const [party, setParty] = useState('')
  const nameOf = (wanted: string): string =>
    organisations.find((one) => one.id === wanted)?.name ?? t('sharing.thing.organisation.unnamed')
  const partyName = (wanted: string): string =>
    textIn(told?.parties.find((one) => one.id === wanted)?.name ?? wanted, language)
  // An organisation stands for one party, and a party has one that stands for it.
  const taken = told?.participants ?? []
  const parties = (told?.parties ?? []).filter(({ id }) => !taken.some((one) => one.party === id))
  const others = organisations.filter((one) => !taken.some((part) => part.organisation === one.id))
  const isReady = parties.some((one) => one.id === party) && organisation !== ''
  return (
    <>
      <ul className={styles['list']}>
        {taken.map((part) => (
          <li key={part.organisation}>
            <span>
              {t(part.keeps ? 'sharing.part.keeps' : 'sharing.part', {
                name: nameOf(part.organisation),
                party: partyName(part.party)
              })}
            </span>
            {isLead && !part.keeps && (
              <TextLink
                disabled={isBusy}
                aria-label={t('sharing.end.of', { name: nameOf(part.organisation) })}
                onClick={() => act(() => team.stepOut(id, record.id, part.organisation))}
              >
                {t('sharing.end')}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
      {isLead && (
        <div className={styles['form']}>
          <NativeSelect
            label={t('sharing.part.who')}
            value={organisation}
            onChange={(event) => setOrganisation(event.currentTarget.value)}
            data={[
              { value: '', label: t('sharing.choose') },
              ...others.map((one) => ({ value: one.id, label: one.name }))
            ]}
          />
          <NativeSelect
            label={t('sharing.part.party')}
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
            data={[
              { value: '', label: t('sharing.choose') },
              ...parties.map(({ id: value }) => ({ value, label: partyName(value) }))
            ]}
          />
          <Button
            disabled={isBusy || !isReady}
            onClick={() => act(() => team.takePart(id, record.id, { organisation, party }))}
          >
            {t('sharing.part.add')}
          </Button>
        </div>
      )}
      {trouble !== undefined && <Text role="alert">{trouble}</Text>}
    </>
  )
}
