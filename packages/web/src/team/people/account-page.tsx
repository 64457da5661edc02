import { Button, Group, PasswordInput, Text, Title } from '@mantine/core'
import type { AccountBody, SessionListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { browserOf } from './browser-of.ts'
import { Ask, Part, Said, When } from './parts.tsx'
import styles from './people.module.css'
import { ownAccount } from './people-api.ts'
import { AddPasskey, BackupCodes, SetUpCodes } from './set-up-factor.tsx'
import { useDoing } from './use-doing.ts'

interface Props {
  readonly account: AccountBody
  readonly onChanged: () => void
}

/** One's own account: password, second factors, and where one is signed in. */
export default function AccountPage({ account, onChanged }: Props): ReactNode {
  const t = useMessages()
  const [codes, show] = useState<readonly string[]>()
  useEffect(() => {
    document.title = `${t('people.account')} · Truce`
  }, [t])
  const kept = (made: readonly string[]): void => {
    if (made.length > 0) show(made)
    onChanged()
  }
  return (
    <main className={styles['page']}>
      <Title order={1}>{t('people.account')}</Title>
      <Text>
        {account.name}, {account.email}
      </Text>
      {codes && <BackupCodes codes={codes} onDone={() => show(undefined)} />}
      <Factors account={account} onChanged={onChanged} onKept={kept} />
      <Sessions />
      <Password />
    </main>
  )
}

function Factors({
  account,
  onChanged,
  onKept
}: Props & { readonly onKept: (codes: readonly string[]) => void }): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const does = (work: () => Promise<unknown>) => () => void doing.run(() => work().then(onChanged))
  const renew = async (): Promise<void> => onKept((await ownAccount.renewBackupCodes()).backupCodes)
  return (
    <>
      <Said doing={doing} />
      <Part title={t('people.codes')}>
        {account.codes ? (
          <Group gap="sm">
            <Text>{t('people.codes.there')}</Text>
            <Button variant="default" onClick={does(ownAccount.removeCodes)}>
              {t('people.codes.remove')}
            </Button>
          </Group>
        ) : (
          <SetUpCodes onKept={onKept} />
        )}
      </Part>
      <Part title={t('people.passkeys')}>
        <ul className={styles['rows']}>
          {account.passkeys.map(({ id, name, used, copied }) => (
            <li key={id}>
              <span>
                {name} · {t('people.used')} <When at={used} />
                {copied !== null && (
                  <Text c="var(--truce-crossed)">{t('people.passkey.copied')}</Text>
                )}
              </span>
              <Button
                variant="default"
                aria-label={t('people.passkey.remove.of', { name })}
                onClick={does(() => ownAccount.removePasskey(id))}
              >
                {t('people.passkey.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <AddPasskey onKept={onKept} />
      </Part>
      <Part title={t('people.paper.title')}>
        <Group gap="sm">
          <Text>{t('people.paper.left', { n: account.backupCodes })}</Text>
          <Button variant="default" onClick={() => void doing.run(renew)}>
            {t('people.paper.renew')}
          </Button>
        </Group>
      </Part>
    </>
  )
}

function Sessions(): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [sessions, set] = useState<SessionListBody['sessions']>([])
  const load = async (): Promise<void> => set((await ownAccount.sessions()).sessions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void doing.run(load), [])
  const end = (work: () => Promise<unknown>): void => void doing.run(() => work().then(load))
  return (
    <Part title={t('people.sessions')}>
      <ul className={styles['rows']}>
        {sessions.map(({ id, address, browser, used, this: isThis }) => (
          <li key={id}>
            <span>
              {browserOf(browser) ?? t('people.browser.none')}, {address} ·{' '}
              {isThis ? t('people.session.this') : <When at={used} />}
            </span>
            {!isThis && (
              <Button
                variant="default"
                aria-label={t('people.session.end.of', { address })}
                onClick={() => end(() => ownAccount.endSession(id))}
              >
                {t('people.session.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Said doing={doing} />
      {sessions.length > 1 && (
        <Group>
          <Button variant="default" onClick={() => end(ownAccount.endOthers)}>
            {t('people.session.others')}
          </Button>
        </Group>
      )}
    </Part>
  )
}

function Password(): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isDone, done] = useState(false)
  const change = async (): Promise<void> => {
    done(false)
    await ownAccount.changePassword(current, password)
    setCurrent('')
    setPassword('')
    done(true)
  }
  return (
    <Part title={t('people.password')}>
      <Ask doing={doing} go={t('people.password.change')} onGo={change}>
        <PasswordInput
          label={t('people.password.now')}
          value={current}
          autoComplete="current-password"
          required
          onChange={(event) => setCurrent(event.currentTarget.value)}
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
        {isDone && <Text role="status">{t('people.password.changed')}</Text>}
      </Ask>
    </Part>
  )
}
