import { Button } from '@mantine/core'
import type { InvitationListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { When } from './parts.tsx'
import styles from './people.module.css'

/** Invitations, those that are open with a button that makes them of no use. */
export function Invitations({
  list,
  nameOf,
  onWithdraw
}: {
  readonly list: InvitationListBody['invitations']
  /** The name of an organisation, where it is to be said. */
  readonly nameOf?: (organisation: string) => string
  readonly onWithdraw: (id: string) => void
}): ReactNode {
  const t = useMessages()
  return (
    <ul className={styles['rows']}>
      {list.map(({ id, email, organisation, role, administrator, expires, state }) => (
        <li key={id}>
          <span>
            {email}
            {organisation !== '' && nameOf && ` · ${nameOf(organisation)}`}
            {role !== '' && ` · ${t(`people.role.${role}`)}`}
            {administrator && ` · ${t('people.administrator')}`} · {t(`people.invitation.${state}`)}
            {state === 'open' && (
              <>
                {' '}
                <When at={expires} />
              </>
            )}
          </span>
          {state === 'open' && (
            <Button
              variant="default"
              aria-label={t('people.withdraw.of', { email })}
              onClick={() => onWithdraw(id)}
            >
              {t('people.withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
