import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import styles from '../sharing/sharing.module.css'
import type { Pins } from './key-keep.ts'
import { Groups } from './key-part.tsx'
import type { TrackKey } from './papers-api.ts'

interface Props {
  /** Everybody else in the track. */
  readonly others: readonly TrackKey[]
  readonly pins: Pins
  readonly onSame: (one: TrackKey) => void
}

/** Whether a key was compared: only to such keys anything is sealed. */
export const isPinned = (pins: Pins, { person, key }: TrackKey): boolean =>
  key !== undefined && pins[person]?.at(-1) === key

/** Keys that this browser has not seen, or that have changed, to be compared by voice. */
export function PinsPart({ others, pins, onSame }: Props): ReactNode {
  const t = useMessages()
  const open = others.filter((one) => !isPinned(pins, one))
  if (open.length === 0) return null
  return (
    <section>
      <Title order={2}>{t('sharing.pin.title')}</Title>
      <ul className={styles['list']}>
        {open.map((one) => (
          <Open key={one.person} one={one} before={pins[one.person]?.at(-1)} onSame={onSame} />
        ))}
      </ul>
    </section>
  )
}

interface OpenProps {
  readonly one: TrackKey
  readonly before: string | undefined
  readonly onSame: Props['onSame']
}

function Open({ one, before, onSame }: OpenProps): ReactNode {
  const t = useMessages()
  const name = one.name ?? one.person
  if (one.key === undefined) return <li>{t('sharing.pin.none', { name })}</li>
  return (
    <li>
      <Text className={styles['wide']} role={before === undefined ? undefined : 'alert'}>
        {t(before === undefined ? 'sharing.pin.new' : 'sharing.pin.changed', { name })}
      </Text>
      <Groups of={one.key} />
      {before !== undefined && (
        <div className={styles['wide']}>
          <Text size="sm">{t('sharing.pin.before')}</Text>
          <Groups of={before} />
        </div>
      )}
      <Text className={styles['wide']} size="sm" c="dimmed">
        {t('sharing.pin.until')}
      </Text>
      <Button
        variant="default"
        aria-label={t('sharing.pin.same.of', { name })}
        onClick={() => onSame(one)}
      >
        {t('sharing.pin.same')}
      </Button>
    </li>
  )
}
