import { UnstyledButton } from '@mantine/core'
import type { AriaAttributes, MouseEvent, ReactNode, Ref } from 'react'
import styles from './ui.module.css'

/** Words that do something. */
export interface TextLinkProps extends AriaAttributes {
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  readonly children: ReactNode
  readonly id?: string
  /** Without a line under it, where its place says that it can be pressed. */
  readonly bare?: boolean
  readonly disabled?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** Words in a sentence, or beside it, that lead somewhere or do something. */
export function TextLink({ bare = false, children, ...rest }: TextLinkProps): ReactNode {
  return (
    <UnstyledButton {...rest} className={styles['link']} data-bare={bare}>
      {children}
    </UnstyledButton>
  )
}
