import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** What is there for who asks: a line that unfolds the rest below it. */
export function Disclosure({
  label,
  children
}: {
  readonly label: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <details className={styles['disclosure']}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}
