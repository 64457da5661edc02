import type { ComponentType, ReactNode } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import { listOf, mapOf } from './draft.ts'
import sheet from './forms.module.css'
import type { InputProps } from './spec.ts'

/** Entries with fields of their own, each in a frame, with the way to add one and to take one out. */
export function RowsInput({
  about,
  field,
  value,
  write,
  label,
  Field
}: InputProps & { readonly Field: ComponentType<InputProps> }): ReactNode {
  const { say } = about
  const rows = listOf(value).map(mapOf)
  return (
    <>
      {rows.map((row, place) => {
        const named = say('forms.rows.one', { what: label, number: place + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what a row says is being written
          <fieldset key={place} className={sheet['inner']}>
            <legend>{named}</legend>
            {(field.parts ?? []).map((part) => (
              <Field
                key={part.key}
                field={part}
                about={about}
                draft={row}
                value={row[part.key] ?? ''}
                write={(next) => write(rows.with(place, { ...row, [part.key]: next }))}
                label={say(`forms.field.${part.label}`)}
                problem={undefined}
              />
            ))}
            <TextLink
              bare
              aria-label={say('forms.rows.removeOne', { one: named })}
              onClick={() => write(rows.toSpliced(place, 1))}
            >
              {say('forms.rows.remove')}
            </TextLink>
          </fieldset>
        )
      })}
      <TextLink
        bare
        aria-label={say('forms.rows.addTo', { what: label })}
        onClick={() => write([...rows, {}])}
      >
        {say('forms.rows.add')}
      </TextLink>
    </>
  )
}
