import { Anchor, Button, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import type { TracksBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { addressOf } from '../../state/address.ts'
import { TextLink } from '../../ui/text-link.tsx'
import type { CaseSharingProps } from './case-sharing.tsx'
import styles from './sharing.module.css'
import { team } from './team-api.ts'
import type { Told } from './use-told.ts'
import { useTold } from './use-told.ts'

type Track = TracksBody['tracks'][number]
type Props = Omit<CaseSharingProps, 'id'> & Pick<Told<unknown>, 'act' | 'trouble'>

const KINDS = ['primary', 'sideline', 'observers'] as const

/** The tracks one is in or leads, who is in them, and a way to open another. */
export function Tracks({ me, organisations, tracks, act, trouble }: Props): ReactNode {
  const t = useMessages()
  const leads = me.organisations.filter((one) => one.role === 'lead' && one.kind === 'mediation')
  const [name, setName] = useState('')
  const [kind, setKind] = useState('sideline')
  const [leading] = leads
  const open = (): void => {
    if (!leading) return
    act(() => team.openTrack({ name, kind, organisation: leading.id }))
    setName('')
  }
  return (
    <section>
      <Title order={2}>{t('sharing.tracks')}</Title>
      {tracks.length === 0 && <Text>{t('sharing.tracks.none')}</Text>}
      {tracks.map((track) => (
        <InTrack
          key={track.id}
          track={track}
          organisations={organisations}
          isLead={leads.some(({ id }) => id === track.organisation)}
        />
      ))}
      {leading && (
        <div className={styles['form']}>
          <TextInput
            label={t('sharing.tracks.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('sharing.tracks.kind')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
            data={KINDS.map((value) => ({ value, label: t(`sharing.tracks.${value}`) }))}
          />
          <Button disabled={name === ''} onClick={open}>
            {t('sharing.tracks.open')}
          </Button>
        </div>
      )}
      {trouble !== undefined && <Text role="alert">{trouble}</Text>}
    </section>
  )
}

interface InProps extends Pick<CaseSharingProps, 'organisations'> {
  readonly track: Track
  readonly isLead: boolean
}

function InTrack({ track, organisations, isLead }: InProps): ReactNode {
  const t = useMessages()
  const ask = useCallback(
    async () => (track.name === null ? [] : team.inTrack(track.id)),
    [track.id, track.name]
  )
  const { told, trouble, isBusy, act } = useTold(ask)
  const [person, setPerson] = useState('')
  const [organisation, setOrganisation] = useState('')
  if (track.name === null) return <Text>{t('sharing.tracks.unnamed')}</Text>
  const nameOf = (id: string): string =>
    organisations.find((one) => one.id === id)?.name ?? t('sharing.another')
  return (
    <>
      <Title order={3} mt="md">
        <Anchor inherit href={addressOf({ page: 'sharing', of: ['track', track.id] })}>
          {track.name}
        </Anchor>
      </Title>
      <ul className={styles['list']}>
        {told?.map((one) => (
          <li key={one.person}>
            <span>
              {t('sharing.tracks.for', {
                name: one.name ?? one.person,
                organisation: nameOf(one.organisation)
              })}
            </span>
            {isLead && (
              <TextLink
                disabled={isBusy}
                aria-label={t('sharing.dismiss.of', { name: one.name ?? one.person })}
                onClick={() => act(() => team.dismiss(track.id, one.person))}
              >
                {t('sharing.dismiss')}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
      {isLead && (
        <div className={styles['form']}>
          <TextInput
            label={t('sharing.admit.who')}
            description={t('sharing.admit.id')}
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('sharing.admit.for')}
            value={organisation}
            onChange={(event) => setOrganisation(event.currentTarget.value)}
            data={[
              { value: '', label: t('sharing.choose') },
              ...organisations.map((one) => ({ value: one.id, label: one.name }))
            ]}
          />
          <Button
            disabled={isBusy || person === '' || organisation === ''}
            onClick={() => act(() => team.admit(track.id, person.trim(), organisation))}
          >
            {t('sharing.admit')}
          </Button>
        </div>
      )}
      {trouble !== undefined && <Text role="alert">{trouble}</Text>}
    </>
  )
}
