import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import type { InvitationListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { Invitations } from './invitations.tsx'
import { Ask, LinkOnce, Part } from './parts.tsx'
import type { KnownOrganisation } from './people-api.ts'
import { administration } from './people-api.ts'
import { useDoing } from './use-doing.ts'

const KINDS = ['mediation', 'delegation', 'mission', 'observers'] as const

/** Organisations are made, and people invited: without one, or as the first lead of one. */
export function AdministratorInvites({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [organisations, setOrganisations] = useState<readonly KnownOrganisation[]>([])
  const [list, setList] = useState<InvitationListBody['invitations']>([])
  const doing = useDoing()
  const load = async (): Promise<void> => {
    setOrganisations(await administration.organisations())
    setList((await administration.invitations()).invitations)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void doing.run(load), [])
  const t = useMessages()
  const [email, setEmail] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [administrator, setAdministrator] = useState(false)
  const [made, setMade] = useState<{ readonly link: string; readonly name: string }>()
  const invite = async (): Promise<void> => {
    const to = organisation === '' ? {} : { organisation }
    const { link } = await administration.invite({ email, administrator, ...to })
    setMade({ link, name: email })
    setEmail('')
    await load()
    onDone()
  }
  return (
    <>
      <NewOrganisation list={organisations} onMade={load} />
      <Part title={t('people.invite')}>
        <Text>{t('people.invite.administrator')}</Text>
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
            label={t('people.first-lead')}
            value={organisation}
            data={[
              { value: '', label: t('people.first-lead.none') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name }))
            ]}
            onChange={(event) => setOrganisation(event.currentTarget.value)}
          />
          <Checkbox
            label={t('people.as-administrator')}
            checked={administrator}
            onChange={(event) => setAdministrator(event.currentTarget.checked)}
          />
        </Ask>
        {made && <LinkOnce {...made} />}
        <Invitations
          list={list}
          nameOf={(id) => organisations.find((one) => one.id === id)?.name ?? id}
          onWithdraw={(id) => void doing.run(() => administration.withdraw(id).then(load))}
        />
      </Part>
    </>
  )
}

function NewOrganisation({
  list,
  onMade
}: {
  readonly list: readonly KnownOrganisation[]
  readonly onMade: () => Promise<void>
}): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<string>('delegation')
  const make = async (): Promise<void> => {
    await administration.makeOrganisation(name.trim(), kind)
    setName('')
    await onMade()
  }
  return (
    <Part title={t('people.organisations')}>
      {list.length > 0 && (
        <Text>{list.map((one) => `${one.name} (${t(`people.kind.${one.kind}`)})`).join(', ')}</Text>
      )}
      <Ask doing={doing} go={t('people.organisation.make')} onGo={make}>
        <TextInput
          label={t('people.organisation.name')}
          value={name}
          maxLength={200}
          autoComplete="off"
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.organisation.kind')}
          value={kind}
          data={KINDS.map((one) => ({ value: one, label: t(`people.kind.${one}`) }))}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
      </Ask>
    </Part>
  )
}
