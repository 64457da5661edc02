import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'

/** What a form is opened by. */
export interface OpenerProps {
  readonly words: string
  /** What the button is called where its words alone do not tell it from another. */
  readonly label: string
  readonly id?: string
  readonly children: (close: () => void) => ReactNode
}

/** The button that opens a form below it; closed, the focus is on it again. */
export function Opener({ words, label, id, children }: OpenerProps): ReactNode {
  const opener = useRef<HTMLButtonElement>(null)
  const [isOpen, open] = useState(false)
  const close = (): void => {
    open(false)
    opener.current?.focus()
  }
  return (
    <div className="no-print">
      <Button
        ref={opener}
        size="compact-sm"
        variant="subtle"
        px={0}
        aria-expanded={isOpen}
        aria-label={label}
        id={id}
        onClick={() => open(!isOpen)}
      >
        {words}
      </Button>
      {isOpen && children(close)}
    </div>
  )
}
