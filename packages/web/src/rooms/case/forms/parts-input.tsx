import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { parties } from './choices.ts'
import { mapOf, textOf } from './draft.ts'
import sheet from './forms.module.css'
import { LAGS, UNITS } from './moments.ts'
import { events } from './process-choices.ts'
import type { About, Choice, InputProps } from './spec.ts'

/** One of several small inputs that make a value together. */
interface Part {
  readonly key: string
  readonly label: string
  /** What it is one of; without it, it is written. */
  readonly among?: readonly Choice[]
  readonly isNumber?: boolean
}

/** Several small inputs side by side, each with its label, under the label of the whole. */
function Parts({
  parts,
  value,
  write,
  about,
  label
}: Pick<InputProps, 'value' | 'write' | 'about' | 'label'> & { readonly parts: readonly Part[] }) {
  const told = mapOf(value)
  const put = (key: string, text: string): void => write({ ...told, [key]: text })
  return (
    <div className={sheet['parts']}>
      {parts.map(({ key, label: of, among, isNumber }) => {
        const shared = { size: 'sm', label: of, 'aria-label': `${label}: ${of}` } as const
        const now = textOf(told[key])
        return among ? (
          <NativeSelect
            key={key}
            {...shared}
            value={now}
            data={[{ value: '', label: about.say('forms.choose') }, ...among]}
            onChange={(event) => put(key, event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key={key}
            {...shared}
            inputMode={isNumber ? 'decimal' : 'text'}
            value={now}
            onChange={(event) => put(key, event.currentTarget.value)}
          />
        )
      })}
    </div>
  )
}

const part = ({ say }: About, key: string): Part => ({ key, label: say(`forms.part.${key}`) })

const among = (about: About, key: string, words: readonly string[]): Part => ({
  ...part(about, key),
  among: words.map((value) => ({ value, label: about.say(`forms.${key}.${value}`) }))
})

const hour = (about: About): readonly Part[] => [part(about, 'time'), part(about, 'zone')]

/** A day, and the hour where it matters. */
export function MomentInput(props: InputProps): ReactNode {
  return <Parts {...props} parts={[part(props.about, 'day'), ...hour(props.about)]} />
}

/** A time of day with its zone. */
export function ClockInput(props: InputProps): ReactNode {
  return <Parts {...props} parts={hour(props.about)} />
}

/** So many minutes, hours, days or weeks. */
export function LapseInput(props: InputProps): ReactNode {
  const { about } = props
  const count = { ...part(about, 'count'), isNumber: true }
  return <Parts {...props} parts={[count, among(about, 'unit', UNITS)]} />
}

/** A moment of its own, or so long after an event of the case. */
export function WhenInput(props: InputProps): ReactNode {
  const { about, value } = props
  const sort = mapOf(value)['sort']
  const after: readonly Part[] = [
    { ...part(about, 'event'), among: events(about) },
    { ...part(about, 'lag'), key: 'count', isNumber: true },
    among(about, 'unit', LAGS)
  ]
  const more =
    sort === 'moment' ? [part(about, 'day'), ...hour(about)] : sort === 'after' ? after : []
  return <Parts {...props} parts={[among(about, 'sort', ['moment', 'after']), ...more]} />
}

/** One thing for each party: chosen where the field says of what, else a number. */
export function EachInput(props: InputProps): ReactNode {
  const { about, field, draft } = props
  const parts = (field.among ?? parties)(about, draft).map(({ value, label }): Part => {
    const of = field.each?.(about, draft)
    return of
      ? { key: value, label, among: of }
      : { key: value, label, isNumber: field.kind === 'each' }
  })
  return <Parts {...props} parts={parts} />
}
