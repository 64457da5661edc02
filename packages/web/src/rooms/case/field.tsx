import { Button, Group, Textarea } from '@mantine/core'
import type { FormEvent, KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { writtenAt } from './places.ts'
import { useRoom } from './room.ts'

interface Props {
  /** Where the text stands, or is to stand. */
  readonly at: string
  readonly text: string | undefined
  /** What the text is, for whoever cannot see it in its place. */
  readonly label: string
}

/**
 * A text of the case, with a quiet word beside it that turns it into a field. Enter keeps, Escape
 * leaves it as it was.
 */
export function Field({ at, text, label }: Props) {
  const t = useMessages()
  const { workbench } = useRoom()
  const [draft, write] = useState<string>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    write(undefined)
    // The button comes back only with the next picture.
    requestAnimationFrame(() => opener.current?.focus())
  }
  const keep = (): void => {
    if (draft !== undefined && draft.trim() !== '' && draft !== text)
      workbench.set(textPlace(at, workbench.view.files), draft.trim())
    close()
  }
  if (draft !== undefined)
    return <FieldForm draft={draft} write={write} keep={keep} close={close} label={label} />
  return (
    <span className={sheet.field}>
      {text}{' '}
      <button
        ref={opener}
        type="button"
        className={`${sheet.change} no-print`}
        aria-label={t(text === undefined ? 'case.field.addLabel' : 'case.field.changeLabel', {
          label
        })}
        onClick={() => write(text ?? '')}
      >
        {text === undefined ? t('case.field.add', { label }) : t('case.field.change')}
      </button>
    </span>
  )
}

interface FormProps {
  readonly draft: string
  readonly write: (text: string) => void
  readonly keep: () => void
  readonly close: () => void
  readonly label: string
}

function FieldForm({ draft, write, keep, close, label }: FormProps) {
  const t = useMessages()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    keep()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      keep()
    }
  }
  return (
    <form onSubmit={submit} className={sheet.form}>
      <Textarea
        aria-label={label}
        value={draft}
        autosize
        minRows={1}
        data-autofocus
        ref={(area) => area?.focus()}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm">
          {t('case.field.keep')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          {t('case.field.leave')}
        </Button>
      </Group>
    </form>
  )
}

/** A text given by language is changed in the language that is shown. */
function textPlace(at: string, files: Parameters<typeof writtenAt>[0]): string {
  const now = writtenAt(files, at)
  if (typeof now !== 'object' || now === null || Array.isArray(now)) return at
  return 'en' in now ? `${at}/en` : `${at}/${Object.keys(now)[0] ?? 'en'}`
}
