import { Button, Group, PasswordInput, Text, TextInput, Title } from '@mantine/core'
import type { AccountBody, LinkReadBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { Ask, Said } from './parts.tsx'
import styles from './people.module.css'
import { waysIn } from './people-api.ts'
import { SetUpFactor } from './set-up-factor.tsx'
import { troubleOf, useDoing } from './use-doing.ts'

interface Props {
  readonly token: string
  /** Who is signed in already, if anybody. */
  readonly account: AccountBody | undefined
  readonly onIn: () => void
}

/** What a link leads to: the first administrator's account, an account, a way back, an organisation. */
export function Welcome({ token, account, onIn }: Props): ReactNode {
  const t = useMessages()
  const [link, setLink] = useState<LinkReadBody>()
  const [trouble, say] = useState<string>()
  const [isUsed, used] = useState(false)
  useEffect(() => {
    waysIn.readLink(token).then(setLink, (error: unknown) => say(troubleOf(error)))
  }, [token])
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isUsed) heading.current?.focus()
  }, [isUsed])
  if (trouble !== undefined)
    return (
      <div className={styles['entrance']}>
        <Title order={1}>{t('people.link.none')}</Title>
        <Text role="alert">{trouble}</Text>
        <a href="#/">{t('people.to-start')}</a>
      </div>
    )
  if (!link) return null
  const place = {
    organisation: link.organisationName,
    role: link.role === '' ? '' : t(`people.role.${link.role}`)
  }
  return (
    <div className={styles['entrance']}>
      <Title ref={heading} tabIndex={-1} order={1}>
        {t(isUsed ? 'people.set-up' : `people.welcome.${link.kind}`)}
      </Title>
      {isUsed && <SetUpFactor onDone={onIn} />}
      {!isUsed && link.organisation !== '' && <Text>{t('people.welcome.place', place)}</Text>}
      {!isUsed && account?.email === link.email && link.kind === 'invitation' && (
        <Join token={token} onIn={onIn} />
      )}
      {!isUsed && (account?.email !== link.email || link.kind !== 'invitation') && (
        <NewAccount link={link} token={token} onUsed={() => used(true)} />
      )}
    </div>
  )
}

function Join({ token, onIn }: { readonly token: string; readonly onIn: () => void }): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  return (
    <>
      <Said doing={doing} />
      <Group>
        <Button
          loading={doing.busy}
          onClick={() => void doing.run(() => waysIn.join(token).then(onIn))}
        >
          {t('people.join')}
        </Button>
      </Group>
    </>
  )
}

interface NewProps {
  readonly link: LinkReadBody
  readonly token: string
  readonly onUsed: () => void
}

function NewAccount({ link, token, onUsed }: NewProps): ReactNode {
  const t = useMessages()
  const [name, setName] = useState('')
  const [email, setEmail] = useState(link.email)
  const [password, setPassword] = useState('')
  const doing = useDoing()
  const isSetup = link.kind === 'setup'
  const isNew = link.kind !== 'recovery'
  const use = async (): Promise<void> => {
    await waysIn.takeLink({
      ...{ token, password },
      ...(isNew ? { name } : {}),
      ...(isSetup ? { email } : {})
    })
    onUsed()
  }
  return (
    <Ask doing={doing} go={t('people.go-on')} onGo={use}>
      {isNew && (
        <TextInput
          label={t('people.name')}
          description={t('people.name.about')}
          value={name}
          maxLength={100}
          autoComplete="name"
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('people.email')}
        type="email"
        value={email}
        readOnly={!isSetup}
        autoComplete="username"
        required
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('people.password.new')}
        description={t('people.password.about')}
        value={password}
        minLength={12}
        maxLength={128}
        autoComplete="new-password"
        required
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {isNew && link.kind === 'invitation' && <Text c="dimmed">{t('people.welcome.there')}</Text>}
    </Ask>
  )
}
