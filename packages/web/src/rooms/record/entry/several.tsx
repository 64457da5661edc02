import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { Among } from '../parts.tsx'
import classes from '../record.module.css'
import { useRecord } from '../use-record.ts'
import type { Option } from './choices.ts'

interface Props {
  readonly label: string
  readonly needed: boolean
  readonly chosen: readonly string[]
  readonly options: readonly Option[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Some of a long list: one is chosen, and then, where there is more, another beside it. */
export function Several({ label, chosen, options, onChange }: Props): ReactNode {
  const { t } = useRecord()
  const change = (place: number, value: string): void =>
    onChange([...chosen.slice(0, place), value, ...chosen.slice(place + 1)].filter(Boolean))
  return (
    <div className={classes['row']}>
      {[...chosen, ''].map((value, place) => (
        <Among
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order
          key={place}
          label={place === 0 ? label : t('record.field.also', { what: label })}
          value={value}
          onChange={(one) => change(place, one)}
          options={[
            { value: '', label: t(place === 0 ? 'record.field.not-said' : 'record.field.no-more') },
            ...options.filter((one) => one.value === value || !chosen.includes(one.value))
          ]}
        />
      ))}
    </div>
  )
}

/** Some of a few: each is ticked. */
export function Ticks({ label, chosen, options, onChange }: Props): ReactNode {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={classes['row']}>
        {options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            size="xs"
            label={name}
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
