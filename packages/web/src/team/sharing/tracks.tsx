import { Button, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import type { CaseSharingProps } from './case-sharing.tsx'
import { InTrack } from './in-track.tsx'
import styles from './sharing.module.css'
import { team } from './team-api.ts'
import type { Told } from './use-told.ts'

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
