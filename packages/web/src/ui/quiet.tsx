import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** Text of second rank: a little smaller, and paler, than what it stands beside. */
export function Quiet({
  as: Element = 'span',
  role,
  children
}: {
  readonly as?: 'span' | 'p' | 'div' | 'figcaption' | 'li'
  readonly role?: 'status'
  readonly children: ReactNode
}): ReactNode {
  return (
    <Element className={styles['quiet']} role={role}>
      {children}
    </Element>
  )
}
