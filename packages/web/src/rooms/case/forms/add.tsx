import type { ReactNode } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { EntryForm } from './form.tsx'
import { Opener } from './opener.tsx'
import type { FormName } from './specs/index.ts'
import type { Wanted } from './use-entry.ts'

/** What `Add` adds, and to what. */
export interface AddProps {
  readonly form: FormName
  /** The map or list that it is added to; the entry's own place where it stands alone. */
  readonly to: string
  /** Whose entry it will be, for a button that stands on the page more than once. */
  readonly of?: string
  /** Whether the page says whose too, where the button does not stand with its owner. */
  readonly shown?: boolean
  readonly party?: string
  readonly issue?: string
}

/** The button that opens the form of a new entry below it; closed, the focus is on it again. */
export function Add({ form, to, of, shown = false, party, issue }: AddProps): ReactNode {
  const t = useMessages()
  const words = t(`forms.${form}.add`)
  const label = of === undefined ? words : t('forms.addTo', { what: words, of })
  const wanted: Wanted = {
    form,
    at: to,
    isNew: true,
    ...(party === undefined ? {} : { party }),
    ...(issue === undefined ? {} : { issue })
  }
  return (
    <Opener words={shown ? label : words} label={label} id={`add:${form}:${to}`}>
      {(close) => <EntryForm wanted={wanted} label={label} close={close} />}
    </Opener>
  )
}
