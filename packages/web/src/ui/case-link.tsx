import type { ReactNode } from 'react'
import { addressOf } from '../state/address.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import styles from './ui.module.css'

/**
 * Words that lead to where the case can be read about something, such as
 * `stances/russia/redlines/no-nato`; in red where it is a crossed redline.
 */
export function CaseLink({
  to,
  crossed = false,
  children
}: {
  readonly to: string
  readonly crossed?: boolean
  readonly children: ReactNode
}): ReactNode {
  const { id } = useWorkbench().view
  return (
    <a
      className={styles['link']}
      data-crossed={crossed}
      href={addressOf({ page: 'case', id, room: 'case', focus: to })}
    >
      {children}
    </a>
  )
}
