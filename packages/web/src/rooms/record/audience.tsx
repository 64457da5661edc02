import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

interface Props {
  /** Undefined: everybody. */
  readonly value: readonly string[] | undefined
  readonly onChange: (value: readonly string[] | undefined) => void
}

/** Who may read what is written: everybody, or some parties. */
export function Audience({ value, onChange }: Props): ReactNode {
  const { t, source, party, writer } = useRecord()
  const toggle = (id: string, on: boolean): void => {
    const next = on ? [...(value ?? []), id] : (value ?? []).filter((one) => one !== id)
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <fieldset>
      <Checkbox
        size="xs"
        label={t('record.audience.some')}
        checked={value !== undefined}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked ? [writer.party] : undefined)
        }
      />
      {value === undefined ? null : (
        <>
          <Quiet as="p">{t('record.audience.about')}</Quiet>
          <div className={classes['row']}>
            {[...source.parties.keys()].map((id) => (
              <Checkbox
                key={id}
                size="xs"
                label={party(id)}
                checked={value.includes(id)}
                onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
              />
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}
