import { Anchor, Button, NativeSelect, Text, Title } from '@mantine/core'
import type { TracksBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { addressOf } from '../../state/address.ts'
import { TextLink } from '../../ui/text-link.tsx'
import styles from './sharing.module.css'
import type { Known } from './standings.ts'
import { team } from './team-api.ts'
import { useTold } from './use-told.ts'

interface InProps extends Pick<Known, 'organisations'> {
  readonly track: TracksBody['tracks'][number]
  readonly isLead: boolean
}

/** Who is in a track, and for whoever leads it whom they may take in. */
export function InTrack({ track, organisations, isLead }: InProps): ReactNode {
  const t = useMessages()
  const ask = useCallback(async () => {
    if (track.name === null) return { members: [], people: [] }
    const [members, people] = await Promise.all([
      team.inTrack(track.id),
      isLead ? team.candidates(track.id) : []
    ])
    return { members, people }
  }, [track.id, track.name, isLead])
  const { told, trouble, isBusy, act } = useTold(ask)
  const [chosen, setChosen] = useState('')
  if (track.name === null) return <Text>{t('sharing.tracks.unnamed')}</Text>
  const nameOf = (id: string): string =>
    organisations.find((one) => one.id === id)?.name ?? t('sharing.thing.organisation.unnamed')
  const people = told?.people ?? []
  const known = people.find((one) => keyOf(one) === chosen)
  return (
    <>
      <Title order={3} mt="md">
        <Anchor inherit href={addressOf({ page: 'sharing', of: ['track', track.id] })}>
          {track.name}
        </Anchor>
      </Title>
      <ul className={styles['list']}>
        {told?.members.map((one) => {
          const name = one.name ?? t('sharing.somebody')
          return (
            <li key={one.person}>
              <span>
                {t('sharing.tracks.for', { name, organisation: nameOf(one.organisation) })}
              </span>
              {isLead && (
                <TextLink
                  disabled={isBusy}
                  aria-label={t('sharing.dismiss.of', { name })}
                  onClick={() => act(() => team.dismiss(track.id, one.person))}
                >
                  {t('sharing.dismiss')}
                </TextLink>
              )}
            </li>
          )
        })}
      </ul>
      {isLead && (
        <div className={styles['form']}>
          <NativeSelect
            label={t('sharing.admit.who')}
            description={t('sharing.admit.about')}
            value={known ? chosen : ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: '', label: t('sharing.choose') },
              ...people.map((one) => ({
                value: keyOf(one),
                label: t('sharing.tracks.for', {
                  name: one.name,
                  organisation: nameOf(one.organisation)
                })
              }))
            ]}
          />
          <Button
            disabled={isBusy || !known}
            onClick={() =>
              known && act(() => team.admit(track.id, known.person, known.organisation))
            }
          >
            {t('sharing.admit')}
          </Button>
        </div>
      )}
      {trouble !== undefined && <Text role="alert">{trouble}</Text>}
    </>
  )
}

const keyOf = (one: { readonly person: string; readonly organisation: string }): string =>
  `${one.person} ${one.organisation}`
