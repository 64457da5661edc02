import { Button, Group, Modal, Text } from '@mantine/core'
import type { AccountBody } from '@truce/server'
import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Waiting } from '../../app/waiting.tsx'
import { useMessages } from '../../messages/index.ts'
import { LINE_LOST, news, Refused, SIGNED_OUT } from '../../state/api.ts'
import { signedInAs } from '../../state/person.ts'
import { Bar } from './bar.tsx'
import styles from './people.module.css'
import { ownAccount } from './people-api.ts'
import { SecondFactor } from './second-factor.tsx'
import type { Way } from './sign-in.tsx'
import { SignIn } from './sign-in.tsx'
import { ConfirmContext, troubleOf } from './use-doing.ts'
import { Welcome } from './welcome.tsx'

const AccountPage = lazy(() => import('./account-page.tsx'))
const AdministrationPage = lazy(() => import('./administration-page.tsx'))
const OrganisationPage = lazy(() => import('./organisation-page.tsx'))

/** Where the page is, before anything is asked. */
type State =
  | { readonly at: 'asking' }
  | { readonly at: 'broken'; readonly why: string }
  | { readonly at: 'out'; readonly from: Way }
  | { readonly at: 'in'; readonly account: AccountBody; readonly ended: boolean }

const FIRST: Way = { next: 'sign-in', ways: [] }

/**
 * Stands around the page of a team. Nobody who is not signed in sees more than the ways in; where a
 * session ends, what was being done stays as it is behind them.
 */
export function TeamGate({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useMessages()
  const [state, set] = useState<State>({ at: 'asking' })
  const [page = '', argument = ''] = useHash().replace(/^#\/?/, '').split('/')
  const look = useCallback(
    () =>
      ownAccount.read().then(
        (account) => {
          if (account.next !== 'nothing')
            return set({ at: 'out', from: { next: account.next, ways: account.ways } })
          signedInAs(account.id)
          set({ at: 'in', account, ended: false })
        },
        (error: unknown) =>
          set(
            error instanceof Refused && error.code === 'sign-in'
              ? { at: 'out', from: FIRST }
              : { at: 'broken', why: troubleOf(error) }
          )
      ),
    []
  )
  useEffect(() => void look(), [look])
  useEffect(() => {
    const ended = (): void => set((now) => (now.at === 'in' ? { ...now, ended: true } : now))
    // Its answer tells whether a session that has ended is why a stream was refused.
    const asked = (): void => void ownAccount.read().catch(() => undefined)
    addEventListener(SIGNED_OUT, ended)
    addEventListener(LINE_LOST, asked)
    return () => {
      removeEventListener(SIGNED_OUT, ended)
      removeEventListener(LINE_LOST, asked)
    }
  }, [])
  if (state.at === 'asking') return <Waiting />
  if (state.at === 'broken')
    return (
      <div className={styles['entrance']}>
        <Text role="alert">{state.why}</Text>
        <Group>
          <Button onClick={() => void look()}>{t('people.again')}</Button>
        </Group>
      </div>
    )
  if (page === 'welcome') {
    const account = state.at === 'in' ? state.account : undefined
    return <Welcome key={argument} token={argument} account={account} onIn={begin} />
  }
  if (state.at === 'out') {
    const because = page === 'sign-in' ? t('people.refused-there') : undefined
    const onIn = page === 'sign-in' ? begin : () => location.reload()
    return <SignIn from={state.from} because={because} onIn={onIn} />
  }
  const { account, ended } = state
  const back = (): void => {
    // Somebody else must not find what was open here.
    void ownAccount.read().then(
      (now) => {
        if (now.id !== account.id) return location.reload()
        set({ at: 'in', account: now, ended: false })
        news.callBack()
      },
      () => undefined
    )
  }
  return (
    <Confirming account={account}>
      <div hidden={ended}>
        <Bar account={account} page={page} />
        <Suspense fallback={<Waiting />}>
          {page === 'account' && <AccountPage account={account} onChanged={() => void look()} />}
          {page === 'people' && account.administrator && <AdministrationPage />}
          {page === 'organisation' && <OrganisationPage id={decodeURIComponent(argument)} />}
        </Suspense>
        {!TEAM_PAGES.has(page) && children}
      </div>
      {ended && <SignIn from={FIRST} because={t('people.ended')} onIn={back} />}
    </Confirming>
  )
}

const TEAM_PAGES: ReadonlySet<string> = new Set(['account', 'people', 'organisation'])

/** Begins with the start page, signed in; a link that was used is in no address any more. */
function begin(): void {
  history.replaceState(null, '', '#/')
  location.reload()
}

/** Asks for the second factor again where it was shown long ago. */
function Confirming({
  account,
  children
}: {
  readonly account: AccountBody
  readonly children: ReactNode
}): ReactNode {
  const t = useMessages()
  const [answer, ask] = useState<{ readonly done: (shown: boolean) => void }>()
  const confirm = useCallback(() => new Promise<boolean>((resolve) => ask({ done: resolve })), [])
  const end = (shown: boolean): void => {
    answer?.done(shown)
    ask(undefined)
  }
  return (
    <ConfirmContext value={confirm}>
      {children}
      <Modal
        opened={answer !== undefined}
        onClose={() => end(false)}
        title={t('people.confirm')}
        closeButtonProps={{ 'aria-label': t('people.leave') }}
      >
        <div className={styles['part']}>
          <Text>{t('people.confirm.about')}</Text>
          <SecondFactor ways={account.ways} onShown={() => end(true)} />
        </div>
      </Modal>
    </ConfirmContext>
  )
}

function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener)
      return () => removeEventListener('hashchange', listener)
    },
    () => location.hash
  )
}
