import { glossaryTerm } from '@truce/core/report/words'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import styles from './ui.module.css'

/** A word of art, and what stands for it in the text. */
export interface TermProps {
  /** Its id in the glossary, or another word for it. */
  readonly of: string
  readonly children: ReactNode
}

interface Place {
  readonly left: number
  readonly top: number
}

/** As wide as a note may get, in pixels. */
const WIDE = 352

/**
 * A word with what it means in plain English: a note on pointing, on focus and on touch, which
 * Escape takes away. A word that the glossary does not have stands alone.
 */
export function Term({ of, children }: TermProps): ReactNode {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [place, setPlace] = useState<Place>()
  const close = (): void => setPlace(undefined)
  useEffect(() => {
    if (!place) return
    const hide = (): void => setPlace(undefined)
    // the note hangs on the window, so that no frame cuts it off; it does not follow what scrolls
    window.addEventListener('scroll', hide, true)
    return () => window.removeEventListener('scroll', hide, true)
  }, [place])
  const term = glossaryTerm(of)
  if (!term) return children
  const open = (): void => {
    const box = button.current?.getBoundingClientRect()
    if (!box) return
    setPlace({ left: Math.max(8, Math.min(box.left, innerWidth - WIDE - 8)), top: box.bottom })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !place) return
    event.stopPropagation()
    close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the note keeps it; keys have the button
    <span onMouseEnter={open} onMouseLeave={close}>
      <button
        ref={button}
        type="button"
        className={styles['term']}
        aria-describedby={place ? id : undefined}
        onFocus={open}
        onBlur={close}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {place ? (
        <span id={id} role="tooltip" className={styles['meaning']} style={place}>
          {term.means} {term.example}
        </span>
      ) : null}
    </span>
  )
}
