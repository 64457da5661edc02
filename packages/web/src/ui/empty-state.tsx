import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** What a room wants before it can say something, and the next step. */
export interface EmptyStateProps {
  readonly title: string
  readonly sentence: string
  /** What is to be written, or how. */
  readonly children?: ReactNode
  readonly step: { readonly label: string; readonly go: () => void }
}

/** A room that cannot say anything yet: why, and the way on. */
export function EmptyState({ title, sentence, children, step }: EmptyStateProps): ReactNode {
  return (
    <section className={styles['empty']}>
      <h2>{title}</h2>
      <p>{sentence}</p>
      {children}
      <Button variant="default" onClick={step.go}>
        {step.label}
      </Button>
    </section>
  )
}
