import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import styles from './ui.module.css'
import { useWords } from './use-words.ts'

interface MomentPickProps {
  readonly label: string
  readonly zones: readonly string[]
  /** What it is set to at first, such as `2024-08-01T00:00`, on the clocks of the first zone. */
  readonly first?: string
  /** `2024-08-01T00:00[Europe/Kyiv]`, or nothing. */
  readonly onMoment: (moment: string | undefined) => void
}

/** A day and an hour on the clocks of a zone; it holds as soon as it is whole. */
export function MomentPick({ label, zones, first = '', onMoment }: MomentPickProps): ReactNode {
  const { t } = useWords()
  const [local, setLocal] = useState(first)
  const [picked, setPicked] = useState<string>()
  const zone = picked ?? zones[0] ?? 'UTC'
  const tell = (time: string, where: string): void =>
    onMoment(time === '' ? undefined : `${time}[${where}]`)
  return (
    <div className={styles['moment']}>
      <TextInput
        size="xs"
        type="datetime-local"
        label={label}
        value={local}
        onChange={({ currentTarget: { value } }) => {
          setLocal(value)
          tell(value, zone)
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('work.moment.zone', { of: label })}
        value={zone}
        data={[...(zones.length > 0 ? zones : [zone])]}
        onChange={({ currentTarget: { value } }) => {
          setPicked(value)
          tell(local, value)
        }}
      />
      {local === '' ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('work.moment.clearLabel', { of: label })}
          onClick={() => {
            setLocal('')
            onMoment(undefined)
          }}
        >
          {t('work.moment.clear')}
        </Button>
      )}
    </div>
  )
}
