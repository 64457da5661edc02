import { Button, Textarea } from '@mantine/core'
import { base64, keyId } from '@truce/core/log'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { makeKeys } from './browser-signing.ts'
import { GIVEN_ROLES, requestText } from './join-request.ts'
import { Among, Line } from './parts.tsx'
import { usePlace } from './place.ts'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

/**
 * For somebody who has no key yet: makes one in this browser, and writes the request that the head
 * of their delegation accepts. The private half never leaves the browser.
 */
export function AskToJoin(): ReactNode {
  const { t, view, word, party } = useRecord()
  const heads = new Set(
    view.fold.log.ring
      .all()
      .flatMap((key) => (key.role === 'head' && !key.revoked ? [key.party] : []))
  )
  const [first = ''] = heads
  const own = usePlace().party ?? ''
  const [side, setSide] = useState(heads.has(own) ? own : first)
  const [role, setRole] = useState('delegate')
  const [name, setName] = useState('')
  const [asked, setAsked] = useState<{ readonly text: string; readonly key: string }>()
  const [failed, setFailed] = useState<string>()
  if (heads.size === 0) return <Quiet as="p">{t('record.join.no-head')}</Quiet>
  const make = async (): Promise<void> => {
    const made = await makeKeys()
    const id = keyId(made.publicKey)
    await view.desk.keep.putKey({ ...made, id })
    const given = GIVEN_ROLES.find((one) => one === role) ?? 'delegate'
    const publicKey = base64(made.publicKey)
    const text = requestText({ record: view.head.name, party: side, role: given, name, publicKey })
    setAsked({ text, key: id })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    make().catch((error: unknown) => setFailed(messageOf(error)))
  }
  return (
    <form onSubmit={submit} className={classes['form']}>
      <Quiet as="p">{t(view.desk.keep.lasts ? 'record.join.about' : 'record.no-keep')}</Quiet>
      <Among
        label={t('record.join.party')}
        value={side}
        onChange={setSide}
        options={[...heads].map((value) => ({ value, label: party(value) }))}
      />
      <Among
        label={t('record.keys.role')}
        value={role}
        onChange={setRole}
        options={GIVEN_ROLES.map((value) => ({ value, label: word('role', value) }))}
      />
      <Line label={t('record.keys.name')} value={name} onChange={setName} />
      <div className={classes['send']}>
        <Button type="submit" size="xs" variant="default">
          {t('record.join.make')}
        </Button>
      </div>
      {failed === undefined ? null : <p role="alert">{failed}</p>}
      {asked === undefined ? null : (
        <div className={classes['wide']} role="status">
          <Textarea
            size="xs"
            readOnly
            autosize
            label={t('record.join.request')}
            value={asked.text}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <Quiet as="p">{t('record.join.next', { key: asked.key, party: party(side) })}</Quiet>
        </div>
      )}
    </form>
  )
}
