import { Button, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import type { InvitationListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { Invitations } from './invitations.tsx'
import { Ask, LinkOnce, Part, Said } from './parts.tsx'
import styles from './people.module.css'
import type { OrganisationMember, OwnOrganisation } from './people-api.ts'
import { organisationOf, ownAccount } from './people-api.ts'
import { useDoing } from './use-doing.ts'

const ROLES = ['lead', 'analyst', 'reader', 'monitor'] as const

/** An organisation for its members; its leads change roles and invite. */
export default function OrganisationPage({ id }: { readonly id: string }): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [own, setOwn] = useState<OwnOrganisation>()
  const [members, setMembers] = useState<readonly OrganisationMember[]>([])
  const organisation = useMemo(() => organisationOf(id), [id])
  const load = async (): Promise<void> => {
    setMembers(await organisation.members())
    setOwn((await ownAccount.organisations()).find((one) => one.id === id))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another organisation is loaded anew
  useEffect(() => void doing.run(load), [id])
  useEffect(() => {
    document.title = `${own?.name ?? t('people.organisation')} · Truce`
  }, [own, t])
  const leads = own?.role === 'lead'
  const does = (work: () => Promise<unknown>): void => void doing.run(() => work().then(load))
  return (
    <main className={styles['page']}>
      <Title order={1}>{own?.name ?? t('people.organisation')}</Title>
      {own && <Text>{t('people.own-role', { role: t(`people.role.${own.role}`) })}</Text>}
      <Said doing={doing} />
      <Part title={t('people.members')}>
        <ul className={styles['rows']}>
          {members.map(({ person, name, role }) => (
            <li key={person}>
              <span>
                {name ?? person}
                {!leads && ` · ${t(`people.role.${role}`)}`}
              </span>
              {leads && (
                <span className={styles['acts']}>
                  <NativeSelect
                    aria-label={t('people.role.of', { name: name ?? person })}
                    value={role}
                    data={ROLES.map((one) => ({ value: one, label: t(`people.role.${one}`) }))}
                    onChange={({ currentTarget: { value } }) =>
                      does(() => organisation.give(person, value))
                    }
                  />
                  <Button
                    variant="default"
                    aria-label={t('people.remove.of', { name: name ?? person })}
                    onClick={() => does(() => organisation.leave(person))}
                  >
                    {t('people.remove')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Part>
      {leads && <Inviting key={id} organisation={organisation} />}
    </main>
  )
}

function Inviting({
  organisation
}: {
  readonly organisation: ReturnType<typeof organisationOf>
}): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [list, setList] = useState<InvitationListBody['invitations']>([])
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<string>('analyst')
  const [made, setMade] = useState<{ readonly link: string; readonly name: string }>()
  const load = async (): Promise<void> => setList((await organisation.invitations()).invitations)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void doing.run(load), [])
  const invite = async (): Promise<void> => {
    const { link } = await organisation.invite(email, role)
    setMade({ link, name: email })
    setEmail('')
    await load()
  }
  return (
    <Part title={t('people.invite')}>
      <Text>{t('people.invite.about')}</Text>
      <Ask doing={doing} go={t('people.invite.go')} onGo={invite}>
        <TextInput
          label={t('people.email')}
          type="email"
          value={email}
          autoComplete="off"
          required
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.role')}
          value={role}
          data={ROLES.map((one) => ({ value: one, label: t(`people.role.${one}`) }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
      </Ask>
      {made && <LinkOnce {...made} />}
      <Invitations
        list={list}
        onWithdraw={(id) => void doing.run(() => organisation.withdraw(id).then(load))}
      />
    </Part>
  )
}
