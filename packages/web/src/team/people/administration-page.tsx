import { Title } from '@mantine/core'
import type { PeopleListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { Accounts } from './accounts.tsx'
import { AdministratorInvites } from './administrator-invites.tsx'
import { Deeds } from './deeds.tsx'
import { Said } from './parts.tsx'
import styles from './people.module.css'
import { administration } from './people-api.ts'
import { Recoveries } from './recoveries.tsx'
import { useDoing } from './use-doing.ts'

/** What administrators do: accounts, invitations, organisations, recoveries. They see no paper here. */
export default function AdministrationPage(): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [people, set] = useState<PeopleListBody['people']>([])
  const [news, tell] = useState(0)
  const load = async (): Promise<void> => {
    set((await administration.people()).people)
    tell((n) => n + 1)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void doing.run(load), [])
  useEffect(() => {
    document.title = `${t('people.people')} · Truce`
  }, [t])
  return (
    <main className={styles['page']}>
      <Title order={1}>{t('people.people')}</Title>
      <Said doing={doing} />
      <AdministratorInvites onDone={() => void doing.run(load)} />
      <Accounts people={people} onChanged={load} />
      <Recoveries people={people} onDone={() => void doing.run(load)} />
      <Deeds key={news} />
    </main>
  )
}
