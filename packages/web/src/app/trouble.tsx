import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Component } from 'react'
import { message } from '../messages/index.ts'
import { presence } from '../state/api.ts'
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

  private forget = (): void => undefined

  /** A part that could not be fetched while the server was away is there once it is back. */
  override componentDidMount(): void {
    this.forget = presence.subscribe(() => {
      const { error } = this.state
      if (!presence.isAway() && error !== undefined && isUnfetched(error)) location.reload()
    })
  }

  override componentWillUnmount(): void {
    this.forget()
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

/** Said by browsers, each in its own words, of code or styles that did not come. */
const isUnfetched = (error: unknown): boolean =>
  /preload CSS|dynamically imported module|importing a module script/i.test(messageOf(error))
