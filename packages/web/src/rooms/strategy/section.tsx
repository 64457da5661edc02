import type { ReactNode } from 'react'
import classes from './strategy.module.css'

/** A part of the room under its heading. */
export function Section({
  id,
  title,
  children
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section aria-labelledby={`strategy-${id}`} className={classes['section']}>
      <h3 id={`strategy-${id}`}>{title}</h3>
      {children}
    </section>
  )
}
