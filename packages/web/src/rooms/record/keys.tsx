import { Button } from '@mantine/core'
import type { RingKey } from '@truce/core/log'
import { base64, bytesOf, keyId } from '@truce/core/log'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { AskToJoin } from './ask-to-join.tsx'
import { makeKeys } from './browser-signing.ts'
import { GIVEN_ROLES, readRequest } from './join-request.ts'
import { Among, EntryForm, Line, Part } from './parts.tsx'
import { ProblemList } from './problems.tsx'
import classes from './record.module.css'
import { filled, useRecord, useWriting } from './use-record.ts'

/** Whose keys the record believes, which of them are in this browser, and how one is added or revoked. */
export function Keys(): ReactNode {
  const { t, view, writer } = useRecord()
  const keys = view.fold.log.ring.all()
  return (
    <Part title={t('record.keys.title')} count={keys.length}>
      <Quiet as="p">{t('record.keys.about')}</Quiet>
      <ul className={classes['list']}>
        {keys.map((key) => (
          <KeyTold key={key.id} ringKey={key} />
        ))}
      </ul>
      {writer.role === 'head' ? (
        <Disclosure label={t('record.keys.add')}>
          <AddKey />
        </Disclosure>
      ) : null}
      <Disclosure label={t('record.join.title')}>
        <AskToJoin />
      </Disclosure>
    </Part>
  )
}

function KeyTold({ ringKey }: { readonly ringKey: RingKey }): ReactNode {
  const { t, view, word, writer } = useRecord()
  const writing = useWriting()
  const { id, party, role, name, revoked } = ringKey
  const isHere = view.writers.some(({ key }) => key.id === id)
  const mayRevoke =
    revoked === undefined &&
    writer.key !== undefined &&
    (writer.key.id === id || (writer.role === 'head' && writer.party === party))
  return (
    <li>
      <PartyMark party={party} /> · {word('role', role)} {name ?? ''}{' '}
      <Quiet>
        <span className={classes['code']}>{id}</span>
        {isHere ? ` · ${t('record.keys.here')}` : ''}
        {role === 'operator' ? ` · ${t('record.keys.server')}` : ''}
        {revoked ? ` · ${t('record.keys.revoked', { n: revoked.entry })}` : ''}
      </Quiet>{' '}
      {mayRevoke ? (
        <TextLink
          onClick={() => void writing.send({ kind: 'key.revoked', content: { key: id } })}
          disabled={writing.busy}
        >
          {t('record.keys.revoke')}
        </TextLink>
      ) : null}
      <ProblemList problems={writing.problems} failed={writing.failed} />
    </li>
  )
}

/**
 * A party's head says that another key speaks for it: one made here, or one brought along, alone or
 * within the request of whoever made it.
 */
function AddKey(): ReactNode {
  const { t, writer, word, view } = useRecord()
  const writing = useWriting()
  const [role, setRole] = useState('delegate')
  const [name, setName] = useState('')
  const [brought, setBrought] = useState('')
  const read = readRequest(brought, { record: view.head.name, party: writer.party })
  const request = read && 'request' in read ? read.request : undefined
  const key = bytesOf(request?.publicKey ?? brought.trim())
  const add = async (publicKey: string): Promise<void> => {
    const asked = { role: request?.role ?? role, name: request?.name ?? name }
    const content = filled({ party: writer.party, ...asked, publicKey })
    if (await writing.send({ kind: 'key.added', content })) setBrought('')
  }
  const make = async (): Promise<void> => {
    const made = await makeKeys()
    await view.desk.keep.putKey({ ...made, id: keyId(made.publicKey) })
    await add(base64(made.publicKey))
  }
  return (
    <EntryForm
      writing={writing}
      submit={t('record.keys.bring')}
      onSubmit={() => {
        if (!read || request) void add(request?.publicKey ?? brought.trim())
      }}
    >
      {request ? (
        <p>
          {t('record.join.wants', {
            who: request.name || t('record.join.somebody'),
            role: word('role', request.role)
          })}
        </p>
      ) : (
        <>
          <Among
            label={t('record.keys.role')}
            value={role}
            onChange={setRole}
            options={GIVEN_ROLES.map((value) => ({
              value,
              label: word('role', value)
            }))}
          />
          <Line label={t('record.keys.name')} value={name} onChange={setName} />
        </>
      )}
      <Line label={t('record.keys.public')} value={brought} onChange={setBrought} />
      {read && 'wrong' in read ? <p role="alert">{t(`record.join.wrong.${read.wrong}`)}</p> : null}
      {key?.length === 32 ? (
        <Quiet as="p">{t('record.join.compare', { key: keyId(key) })}</Quiet>
      ) : null}
      {request ? null : (
        <Button size="xs" variant="default" onClick={() => void make()} disabled={writing.busy}>
          {t('record.keys.make')}
        </Button>
      )}
    </EntryForm>
  )
}
