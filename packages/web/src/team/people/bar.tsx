import type { AccountBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import styles from './people.module.css'
import type { OwnOrganisation } from './people-api.ts'
import { ownAccount, waysIn } from './people-api.ts'
import { useDoing } from './use-doing.ts'

/** Who is signed in, the pages of the team, and the way out. */
export function Bar({
  account,
  page
}: {
  readonly account: AccountBody
  readonly page: string
}): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [organisations, set] = useState<readonly OwnOrganisation[]>([])
  useEffect(() => {
    ownAccount.organisations().then(set, () => undefined)
  }, [])
  const out = async (): Promise<void> => {
    await waysIn.out()
    history.replaceState(null, '', '#/')
    location.reload()
  }
  const current = (name: string) => (page === name ? { 'aria-current': 'page' as const } : {})
  return (
    <nav aria-label={t('people.bar')} className={`${styles['bar']} no-print`}>
      <a href="#/" {...current('')}>
        {t('people.cases')}
      </a>
      {organisations.map(({ id, name }) => (
        <a key={id} href={`#/organisation/${encodeURIComponent(id)}`}>
          {name}
        </a>
      ))}
      {account.administrator && (
        <a href="#/people" {...current('people')}>
          {t('people.people')}
        </a>
      )}
      <span className={styles['who']}>
        <a href="#/account" {...current('account')}>
          {t('people.who', { name: account.name })}
        </a>
        <TextLink bare disabled={doing.busy} onClick={() => void doing.run(out)}>
          {t('people.out')}
        </TextLink>
      </span>
    </nav>
  )
}
