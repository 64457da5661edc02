import type { ReactNode } from 'react'
import { useState } from 'react'
import { useWorkbench } from '../../../state/use-workbench.ts'
import { PlaceLink } from '../../../ui/place-link.tsx'
import { useWords } from '../../../ui/use-words.ts'
import { EntryForm } from './form.tsx'
import type { WrittenBy } from './keyed-form.ts'
import { keyedForm } from './keyed-form.ts'

interface KeyedEntryProps {
  readonly written: WrittenBy
  readonly label: string
  readonly close: () => void
}

/** The form that writes a key of the case, with the fields of that key first. */
export default function KeyedEntry({ written, label, close }: KeyedEntryProps): ReactNode {
  const { t } = useWords()
  const { files } = useWorkbench().view
  // What it is about stays while it is written, whatever else changes meanwhile.
  const [form] = useState(() => keyedForm(files, written))
  if (!form) return <PlaceLink to={written.at}>{t('forms.asText')}</PlaceLink>
  return (
    <EntryForm
      wanted={form.wanted}
      only={form.only}
      label={label}
      done={t('forms.did.change', { what: label })}
      close={close}
    />
  )
}
