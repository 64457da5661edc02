import { Button, Group } from '@mantine/core'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useMessages } from '../../../messages/index.ts'
import { useGround } from '../../../ui/ground.ts'
import { pointerWords } from '../../../ui/names.ts'
import { PlaceLink } from '../../../ui/place-link.tsx'
import { Quiet } from '../../../ui/quiet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { FormField } from './fields.tsx'
import { FormPlace } from './form-context.ts'
import sheet from './forms.module.css'
import type { Entry, Wanted } from './use-entry.ts'
import { useEntry } from './use-entry.ts'

/**
 * The form of an entry, in its place on the page. Its button is always there: pressed too early, it
 * says at each field what is missing, and goes to the first.
 */
export function EntryForm({
  wanted,
  label,
  done = label,
  only,
  close
}: {
  readonly wanted: Wanted
  readonly label: string
  /** What it did, for undo; the label where that says it. */
  readonly done?: string
  /** Keys of the fields that are asked for first; the others come with the whole form. */
  readonly only?: readonly string[] | undefined
  readonly close: () => void
}): ReactNode {
  const t = useMessages()
  const around = useRef<HTMLFormElement>(null)
  const entry = useEntry(wanted, done)
  const first = entry.fields.filter(({ key }) => only?.includes(key))
  const [isWhole, setWhole] = useState(first.length === 0)
  const { about, made, make } = entry
  useEffect(() => {
    firstControl(around.current)?.focus()
  }, [])
  const { show } = useGround()
  const keep = (anyway = false, then: () => void = close): void =>
    void entry.keep(anyway).then((outcome) => {
      if (outcome.kind === 'kept') then()
      if (outcome.kind !== 'wrong') return
      // What is wrong may be among the fields that are not shown yet.
      flushSync(() => setWhole(true))
      firstControl(around.current?.querySelector(`[data-field="${outcome.field}"]`))?.focus()
    })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!entry.isChecking) keep()
  }
  const leave = (): void => (entry.isChecking ? entry.stop() : close())
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave()
  }
  return (
    <FormPlace value={{ made, make, Field: FormField }}>
      <form
        ref={around}
        className={`${sheet['form']} no-print`}
        aria-label={label}
        noValidate
        onSubmit={submit}
        onKeyDown={press}
      >
        <Fields entry={entry} fields={isWhole ? entry.fields : first} />
        {isWhole ? (
          <Unread entry={entry} at={wanted.at} />
        ) : (
          <p>
            <TextLink onClick={() => setWhole(true)}>{t('forms.whole')}</TextLink>
          </p>
        )}
        {entry.trouble !== undefined && (
          <p role="alert" className={sheet['problem']}>
            {entry.trouble}
          </p>
        )}
        <Elsewhere
          entry={entry}
          keep={() => keep(true)}
          go={(at) =>
            keep(true, () => {
              close()
              show(at)
            })
          }
        />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" aria-disabled={entry.isChecking}>
            {t(about.told === undefined ? 'forms.keepNew' : 'forms.keep')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={leave}>
            {t(entry.isChecking ? 'work.stop' : 'forms.leave')}
          </Button>
          <Quiet as="span" role="status">
            {entry.isChecking && t('forms.checking')}
          </Quiet>
        </Group>
      </form>
    </FormPlace>
  )
}

function Fields({
  entry: { about, draft, write, problemOf },
  fields
}: {
  readonly entry: Entry
  readonly fields: Entry['fields']
}): ReactNode {
  return fields.map((field) => (
    <FormField
      key={field.key}
      field={field}
      about={about}
      draft={draft}
      value={draft[field.key] ?? ''}
      write={(value) => write(field.key, value)}
      label={about.say(`forms.field.${field.label}`)}
      problem={problemOf(field.key)}
    />
  ))
}

/**
 * What else the entry would make wrong. It can be kept all the same: such a finding may be the next
 * thing to mend.
 */
function Elsewhere({
  entry: { elsewhere },
  keep,
  go
}: {
  readonly entry: Entry
  readonly keep: () => void
  readonly go: (at: string) => void
}): ReactNode {
  const t = useMessages()
  const names = useGround()
  if (elsewhere.length === 0) return null
  return (
    <div role="alert" className={sheet['problem']}>
      <p>{t('forms.elsewhere', { n: elsewhere.length })}</p>
      <ul>
        {elsewhere.map(({ at, message, help }) => (
          <li key={`${at} ${message}`}>
            {pointerWords(at.split('/'), names)}: {message}
            {help !== undefined && `; ${help}`}{' '}
            <TextLink onClick={() => go(at)}>{t('forms.elsewhere.go')}</TextLink>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={keep}>
        {t('forms.elsewhere.keep')}
      </Button>
    </div>
  )
}

/** What the text says that this form cannot show is left as it is, and said to be. */
function Unread({ entry, at }: { readonly entry: Entry; readonly at: string }): ReactNode {
  const { unread, about } = entry
  if (unread.length === 0) return null
  const what = unread.map(({ label }) => about.say(`forms.field.${label}`)).join(', ')
  return (
    <Quiet as="p">
      {about.say('forms.unread', { what })}{' '}
      <PlaceLink to={at}>{about.say('forms.asText')}</PlaceLink>
    </Quiet>
  )
}

const firstControl = (around: Element | null | undefined): HTMLElement | null | undefined =>
  around?.querySelector<HTMLElement>('input, select, textarea, [role="slider"]')
