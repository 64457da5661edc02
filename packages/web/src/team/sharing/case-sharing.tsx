import { Button, NativeSelect, Text, Title } from '@mantine/core'
import type { MeBody, OrganisationsBody, TracksBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { RecordParts } from './record-parts.tsx'
import styles from './sharing.module.css'
import { StandingLine } from './standing-line.tsx'
import { standingOf } from './standings.ts'
import type { Somebody } from './team-api.ts'
import { hear, team } from './team-api.ts'
import { useTold } from './use-told.ts'

/** What the page of a case's sharing is made of. */
export interface CaseSharingProps {
  readonly id: string
  readonly me: MeBody
  readonly organisations: OrganisationsBody['organisations']
  readonly tracks: TracksBody['tracks']
  /** What the cases are called that one may read. */
  readonly titles: ReadonlyMap<string, string>
}

/** Whose a case is, who is in it now, with whom it is shared, and who takes part in its records. */
export function CaseSharing(props: CaseSharingProps): ReactNode {
  const t = useMessages()
  const { id, me, organisations, titles } = props
  const mine = me.cases.find((one) => one.id === id)
  if (!mine) return <Text>{t('sharing.case.none', { id })}</Text>
  return (
    <>
      <section>
        <Title order={2}>{titles.get(id) ?? id}</Title>
        <Text>
          <StandingLine standing={standingOf(mine, props)} />
        </Text>
        <Here id={id} me={me.id} />
      </section>
      {mine.may.includes('share') ? (
        <Shares {...props} />
      ) : (
        <Text c="dimmed">{t('sharing.lead-only')}</Text>
      )}
      <RecordParts id={id} isLead={mine.may.includes('share')} organisations={organisations} />
    </>
  )
}

/** Who else is in the case at this moment, as far as one may know. */
function Here({ id, me }: { readonly id: string; readonly me: string }): ReactNode {
  const t = useMessages()
  const [people, setPeople] = useState<readonly Somebody[]>([])
  useEffect(() => hear(id, setPeople), [id])
  const others = people.filter((one) => one.id !== me).map(({ name }) => name)
  return (
    <Text aria-live="polite">
      {others.length === 0 ? t('sharing.alone') : t('sharing.here', { names: others.join(', ') })}
    </Text>
  )
}

function Shares({ id, me, organisations, tracks }: CaseSharingProps): ReactNode {
  const t = useMessages()
  const ask = useCallback(() => team.shares(id), [id])
  const { told, trouble, isBusy, act } = useTold(ask)
  const [target, setTarget] = useState('')
  const [may, setMay] = useState('read')
  const owner = me.cases.find((one) => one.id === id)?.organisation
  const targets = [
    ...organisations
      .filter((one) => one.id !== owner)
      .map((one) => ({ value: `organisation/${one.id}`, label: one.name })),
    ...tracks.flatMap((one) =>
      one.name === null
        ? []
        : [{ value: `track/${one.id}`, label: t('sharing.track', { name: one.name }) }]
    )
  ]
  const nameOf = (value: string): string =>
    targets.find((one) => one.value === value)?.label ?? t('sharing.thing.organisation.unnamed')
  return (
    <section>
      <Title order={2}>{t('sharing.with')}</Title>
      {told?.length === 0 && <Text>{t('sharing.with.nobody')}</Text>}
      <ul className={styles['list']}>
        {told?.map((share) => {
          const value = `${share.kind}/${share.target}`
          return (
            <li key={value}>
              <span>{t(`sharing.may.${share.may}`, { name: nameOf(value) })}</span>
              <TextLink
                disabled={isBusy}
                aria-label={t('sharing.end.of', { name: nameOf(value) })}
                onClick={() => act(() => team.unshare(id, value))}
              >
                {t('sharing.end')}
              </TextLink>
            </li>
          )
        })}
      </ul>
      <div className={styles['form']}>
        <NativeSelect
          label={t('sharing.with.whom')}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
          data={[{ value: '', label: t('sharing.choose') }, ...targets]}
        />
        <NativeSelect
          label={t('sharing.with.may')}
          value={may}
          onChange={(event) => setMay(event.currentTarget.value)}
          data={['read', 'write'].map((value) => ({ value, label: t(`sharing.${value}`) }))}
        />
        <Button
          disabled={isBusy || target === ''}
          onClick={() => act(() => team.share(id, target, may))}
        >
          {t('sharing.share')}
        </Button>
      </div>
      <Text size="sm" c="dimmed">
        {t('sharing.kept')}
      </Text>
      {trouble !== undefined && <Text role="alert">{trouble}</Text>}
    </section>
  )
}
