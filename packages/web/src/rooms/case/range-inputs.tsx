import { Button, TextInput } from '@mantine/core'
import type { Range } from '@truce/core'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import classes from './number.module.css'
import { isAllowed, scaleOf, typed } from './scale.ts'

/** The three numbers of a range, typed; the middle one may stay empty. */
export function RangeInputs({
  at,
  range,
  settle
}: {
  /** Where the range is written: it says which numbers are allowed. */
  readonly at: string
  readonly range: Range
  readonly settle: (range: Range) => void
}) {
  const t = useMessages()
  const [draft, write] = useState<{ readonly from: Range; readonly texts: readonly string[] }>()
  // What was typed counts only over the range it was typed for; the fields stay, and with them the
  // focus.
  const texts = draft?.from === range ? draft.texts : textsOf(range)
  const [low = '', mode = '', high = ''] = texts
  const numbers = typed(low, mode, high)
  const made = numbers && isAllowed(at, numbers) ? numbers : undefined
  const { min, max } = scaleOf(at, range)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (made) settle(made)
  }
  const set = (index: number, text: string): void =>
    write({ from: range, texts: texts.map((one, i) => (i === index ? text : one)) })
  return (
    <form onSubmit={submit}>
      <div className={classes.inputs}>
        {(['low', 'mode', 'high'] as const).map((name, index) => (
          <TextInput
            key={name}
            size="xs"
            label={t(`case.range.${name}`)}
            value={texts[index] ?? ''}
            inputMode="decimal"
            error={made === undefined}
            onChange={(event) => set(index, event.currentTarget.value)}
          />
        ))}
      </div>
      {made === undefined && (
        <p role="alert">
          {numbers
            ? t('case.range.ends', { min: String(min), max: String(max) })
            : t('case.range.order')}
        </p>
      )}
      <Button
        type="submit"
        size="compact-xs"
        variant="default"
        mt="xs"
        disabled={made === undefined}
      >
        {t('case.range.set')}
      </Button>
    </form>
  )
}

const textsOf = ({ low, mode, high }: Range): readonly string[] => [
  String(low),
  mode === undefined ? '' : String(mode),
  String(high)
]
