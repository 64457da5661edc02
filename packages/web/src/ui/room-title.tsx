import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** The name of a room, at the same place and in the same letters in each; what belongs beside it. */
export function RoomTitle({
  children,
  beside
}: {
  readonly children: ReactNode
  readonly beside?: ReactNode
}): ReactNode {
  return (
    <div className={styles['titled']}>
      <h2 className={styles['title']}>{children}</h2>
      {beside}
    </div>
  )
}
