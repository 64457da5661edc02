import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { textOf, textsOf } from './draft.ts'
import sheet from './forms.module.css'
import type { InputProps } from './spec.ts'
import { isNeeded } from './spec.ts'

const common = ({ field, about, label, problem }: InputProps) => ({
  label,
  withAsterisk: isNeeded(field, about),
  error: problem
})

/** A line of text, a number, a date or a link. */
export function LineInput(props: InputProps): ReactNode {
  const { field, value, write } = props
  const shared = {
    ...common(props),
    value: textOf(value),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      write(event.currentTarget.value)
  }
  if (field.long) return <Textarea {...shared} autosize minRows={1} />
  return (
    <TextInput
      {...shared}
      inputMode={field.kind === 'number' ? 'decimal' : field.kind === 'link' ? 'url' : 'text'}
    />
  )
}

/** One thing a line. */
export function LinesInput(props: InputProps): ReactNode {
  const { value, write } = props
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={3}
      value={textOf(value)}
      onChange={(event) => write(event.currentTarget.value)}
    />
  )
}

/** One of a list. Nothing is chosen before somebody chooses. */
export function ChoiceInput(props: InputProps): ReactNode {
  const { field, about, draft, value, write } = props
  const choices = field.among?.(about, draft) ?? []
  return (
    <NativeSelect
      {...common(props)}
      value={textOf(value)}
      data={[{ value: '', label: about.say('forms.choose') }, ...choices]}
      onChange={(event) => write(event.currentTarget.value)}
    />
  )
}

/** Some of a list, each with a box of its own. */
export function SeveralInput({ field, about, draft, value, write }: InputProps): ReactNode {
  return <Boxes choices={field.among?.(about, draft) ?? []} chosen={textsOf(value)} write={write} />
}

/** A box for each choice; what is chosen stays in the order of the choices. */
export function Boxes({
  choices,
  chosen,
  write
}: {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly write: (chosen: readonly string[]) => void
}): ReactNode {
  const toggle = (value: string, on: boolean): void =>
    write(
      choices.map((one) => one.value).filter((one) => (one === value ? on : chosen.includes(one)))
    )
  return (
    <div className={sheet['boxes']}>
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          size="sm"
          label={label}
          checked={chosen.includes(value)}
          onChange={(event) => toggle(value, event.currentTarget.checked)}
        />
      ))}
    </div>
  )
}
