import type { ReactNode } from 'react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { Quiet } from '../../../ui/quiet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

/** The forms come when the first of them is opened. */
const KeyedEntry = lazy(() => import('./keyed-entry.tsx'))

interface WriteHereProps {
  /** The pointer to what is written, or to what lacks it. */
  readonly at: string
  readonly keys?: readonly string[]
  readonly words: string
  /** What the button and the form are called where the words alone do not tell them apart. */
  readonly label: string
}

/** Words that open, in their place, the form of what a clause is made of. */
export function WriteHere({ at, keys = [], words, label }: WriteHereProps): ReactNode {
  const t = useMessages()
  const [isOpen, open] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    open(false)
    opener.current?.focus()
  }
  return (
    <div className="no-print">
      <TextLink
        ref={opener}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {words}
      </TextLink>
      {isOpen ? (
        <Suspense fallback={<Quiet role="status">{t('app.loading')}</Quiet>}>
          <KeyedEntry written={{ at, keys }} label={label} close={close} />
        </Suspense>
      ) : null}
    </div>
  )
}
