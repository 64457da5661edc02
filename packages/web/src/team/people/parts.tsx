import { Button, CopyButton, Group, Text, TextInput, Title } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useId } from 'react'
import { useMessages } from '../../messages/index.ts'
import styles from './people.module.css'
import type { Doing } from './use-doing.ts'

/** A part of a page under a heading of its own. */
export function Part({
  title,
  children
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['part']}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </section>
  )
}

/** What went wrong, told at once. */
export function Said({ doing }: { readonly doing: Doing }): ReactNode {
  return doing.trouble === undefined ? null : (
    <Text role="alert" c="var(--truce-crossed)">
      {doing.trouble}
    </Text>
  )
}

/** Fields, a button, and what went wrong. */
export function Ask({
  doing,
  go,
  onGo,
  children
}: {
  readonly doing: Doing
  readonly go: string
  readonly onGo: () => Promise<unknown>
  readonly children?: ReactNode
}): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void doing.run(onGo)
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {children}
      <Said doing={doing} />
      <Group gap="sm">
        <Button type="submit" loading={doing.busy}>
          {go}
        </Button>
      </Group>
    </form>
  )
}

/** A field for the six digits of an app. */
export function CodeInput({
  value,
  onChange
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}): ReactNode {
  const t = useMessages()
  return (
    <TextInput
      label={t('people.code')}
      description={t('people.code.about')}
      value={value}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      required
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ''))}
    />
  )
}

/** A link that is shown this once, to be handed over. */
export function LinkOnce({
  link,
  name
}: {
  readonly link: string
  readonly name: string
}): ReactNode {
  const t = useMessages()
  return (
    <div role="status" className={styles['once']}>
      <TextInput
        readOnly
        label={t('people.link', { name })}
        description={t('people.link.about')}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'people.copied' : 'people.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}

/** When something was, or that it never was. */
export function When({ at }: { readonly at: string | null }): ReactNode {
  const t = useMessages()
  if (at === null) return t('people.never')
  return <time dateTime={at}>{new Date(at).toLocaleString()}</time>
}
