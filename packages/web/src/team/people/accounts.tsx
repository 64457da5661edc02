import { Menu, Text } from '@mantine/core'
import type { PeopleListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { Part, Said, When } from './parts.tsx'
import styles from './people.module.css'
import { administration } from './people-api.ts'
import { useDoing } from './use-doing.ts'

/** Everybody with an account, and what is done to accounts. */
export function Accounts({
  people,
  onChanged
}: {
  readonly people: PeopleListBody['people']
  readonly onChanged: () => Promise<void>
}): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const does = (work: () => Promise<unknown>) => () => void doing.run(() => work().then(onChanged))
  return (
    <Part title={t('people.accounts')}>
      <Said doing={doing} />
      <ul className={styles['rows']}>
        {people.map(({ id, name, email, administrator, suspended, used, codes, passkeys }) => (
          <li key={id}>
            <span>
              {name}, {email}
              {administrator && ` · ${t('people.administrator')}`}
              {suspended && ` · ${t('people.suspended')}`}
              {!codes && passkeys === 0 && ` · ${t('people.no-factor')}`}
              <Text c="dimmed">
                {t('people.used')} <When at={used} />
              </Text>
            </span>
            <Menu position="bottom-end" withinPortal={false}>
              <Menu.Target>
                <TextLink aria-label={t('people.more.of', { name })}>{t('people.more')}</TextLink>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={does(() => administration.endSessions(id))}>
                  {t('people.end-sessions')}
                </Menu.Item>
                <Menu.Item onClick={does(() => administration.suspend(id, !suspended))}>
                  {t(suspended ? 'people.restore' : 'people.suspend')}
                </Menu.Item>
                <Menu.Item onClick={does(() => administration.appoint(id, !administrator))}>
                  {t(administrator ? 'people.dismiss' : 'people.appoint')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
    </Part>
  )
}
