import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { RemoveNote } from '../../../removing/remove-note.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { EntryForm } from './form.tsx'
import sheet from './forms.module.css'
import type { FormName } from './specs/index.ts'
import type { Wanted } from './use-entry.ts'

/** Which entry can be changed and removed. */
export interface ToolsProps {
  readonly form: FormName
  readonly at: string
  /** What the entry is called, so that no two buttons of the page have one name. */
  readonly title: string
  readonly party?: string
  readonly issue?: string
  /** False for what cannot be done without. */
  readonly removable?: boolean
}

/** Change and remove: two words beside an entry, each opening what it needs below. */
export function EntryTools({
  form,
  at,
  title,
  party,
  issue,
  removable = true
}: ToolsProps): ReactNode {
  const t = useMessages()
  const [opened, open] = useState<'change' | 'remove'>()
  const buttons = {
    change: useRef<HTMLButtonElement>(null),
    remove: useRef<HTMLButtonElement>(null)
  }
  const what = t(`forms.${form}.one`, { title })
  const wanted: Wanted = {
    form,
    at,
    isNew: false,
    ...(party === undefined ? {} : { party }),
    ...(issue === undefined ? {} : { issue })
  }
  const close = (): void => {
    if (opened) buttons[opened].current?.focus()
    open(undefined)
  }
  const button = (which: 'change' | 'remove'): ReactNode => (
    <TextLink
      bare
      ref={buttons[which]}
      id={`${which}:${at}`}
      aria-label={t(`forms.${which}Label`, { what })}
      aria-expanded={opened === which}
      onClick={() => open(opened === which ? undefined : which)}
    >
      {t(`forms.${which}`)}
    </TextLink>
  )
  return (
    <>
      <span className={`${sheet['tools']} no-print`}>
        {button('change')} {removable && button('remove')}
      </span>
      {opened === 'change' && (
        <EntryForm
          wanted={wanted}
          label={t('forms.changeLabel', { what })}
          done={t('forms.did.change', { what })}
          close={close}
        />
      )}
      {opened === 'remove' && <RemoveNote at={at} what={what} close={close} />}
    </>
  )
}
