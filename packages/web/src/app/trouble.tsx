import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Component } from 'react'
import { message } from '../messages/index.ts'
import { messageOf } from '../state/message-of.ts'
import styles from './app.module.css'

/**
 * Keeps a fault of one part from taking the rest with it: says what happened, and that nothing is
 * lost.
 */
export class Trouble extends Component<
  { readonly children: ReactNode },
  { readonly error: unknown }
> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error: error ?? new Error('unknown') }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <div role="alert" className={styles['trouble']}>
        <Title order={2}>{message('app.trouble')}</Title>
        <Text>{messageOf(error)}</Text>
        <Text c="dimmed">{message('app.trouble.help')}</Text>
        <Button variant="default" mt="md" onClick={() => location.reload()}>
          {message('app.reload')}
        </Button>
      </div>
    )
  }
}
