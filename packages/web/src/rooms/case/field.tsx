import { Button, Group, Textarea } from '@mantine/core'
import type { Text } from '@truce/core/model'
import type { FormEvent, KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import { TextLink } from '../../ui/text-link.tsx'
import sheet from './case.module.css'
import { writtenAt } from './places.ts'

interface Props {
  /** Where the text stands, or is to stand. */
  readonly at: string
  readonly text: Text | undefined
  /** What the text is, for whoever cannot see it in its place. */
  readonly label: string
  /** Whether a form beside it changes it too: then only what a form cannot, a text by language. */
  readonly inForm?: boolean
}

/**
 * A text of the case, with a quiet word beside it that turns it into a field. Enter keeps, Escape
 * leaves it as it was.
 */
export function Field({ at, text: written, label, inForm = false }: Props) {
  const t = useMessages()
  const language = useLanguage()
  const names = useGround()
  const { view, set } = useWorkbench()
  const text = written === undefined ? undefined : names.text(written)
  const [draft, write] = useState<string>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    write(undefined)
    // The button comes back only with the next picture.
    requestAnimationFrame(() => opener.current?.focus())
  }
  const keep = (): void => {
    if (draft !== undefined && draft.trim() !== '' && draft !== text)
      set(textPlace(writtenAt(view.files, at), at, language), draft.trim())
    close()
  }
  if (inForm && typeof written !== 'object') return text
  if (draft !== undefined)
    return <FieldForm draft={draft} write={write} keep={keep} close={close} label={label} />
  return (
    <span className={sheet.field}>
      {text}{' '}
      <TextLink
        bare
        ref={opener}
        aria-label={t(text === undefined ? 'case.field.addLabel' : 'case.field.changeLabel', {
          label
        })}
        onClick={() => write(text ?? '')}
      >
        {text === undefined ? t('case.field.add', { label }) : t('case.field.change')}
      </TextLink>
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
function textPlace(now: unknown, at: string, language: string): string {
  if (typeof now !== 'object' || now === null || Array.isArray(now)) return at
  const shown = [language, 'en', ...Object.keys(now)].find((one) => one in now)
  return `${at}/${shown ?? language}`
}
