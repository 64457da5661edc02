import { Anchor, Text, Title } from '@mantine/core'
import type { CaseBody } from '@truce/server'
import { useEffect, useState } from 'react'
import { openEngine } from '../engine/open.ts'
import type { Engine } from '../engine/protocol.ts'
import { useMessages } from '../messages/index.ts'
import type { Address } from '../state/address.ts'
import { api, presence, Refused } from '../state/api.ts'
import { CaseStore } from '../state/case-store.ts'
import { keepOf } from '../state/keep.ts'
import { messageOf } from '../state/message-of.ts'
import { useNumbers } from '../ui/use-numbers.ts'
import styles from './app.module.css'
import { CaseFrame } from './case-frame.tsx'
import { loadRoom } from './rooms.tsx'
import { Waiting } from './waiting.tsx'

type CaseAddress = Extract<Address, { readonly page: 'case' }>

/** An open case with the engine that answers about it. */
interface Open {
  readonly store: CaseStore
  readonly engine: Engine
}

/** Fetches a case and opens it; closes it when another is gone to. */
export default function CasePage({ address }: { readonly address: CaseAddress }): React.ReactNode {
  const [open, setOpen] = useState<Open>()
  const [error, setError] = useState<unknown>()
  const { id } = address
  // Only to have it early: what goes wrong is said where the room is drawn.
  useEffect(() => void loadRoom(address.room).catch(() => undefined), [address.room])
  // The writing of numbers takes a while to begin: now, while the case is read.
  useNumbers()
  useEffect(() => {
    let gone = false
    // Its workers load while the case is fetched.
    const engine = openEngine()
    let store: CaseStore | undefined
    opening(id).then((body) => {
      if (gone) return
      store = new CaseStore(body, { api, engine, keep: keepOf(body.id), now: () => Date.now() })
      setOpen({ engine, store })
    }, setError)
    return () => {
      gone = true
      if (store) store.close()
      else engine.close()
    }
  }, [id])
  useEffect(() => {
    if (!open) return
    const { lookAgain, saveNow } = open.store
    addEventListener('focus', lookAgain)
    const back = presence.subscribe(() => {
      if (presence.isAway()) return
      void saveNow()
      lookAgain()
    })
    return () => {
      removeEventListener('focus', lookAgain)
      back()
    }
  }, [open])
  if (error !== undefined) return <NoCase error={error} />
  return open ? <CaseFrame {...open} room={address.room} focus={address.focus} /> : <Waiting />
}

/** The case of an address; one that ships is copied first, as the library does. */
async function opening(id: string): Promise<CaseBody> {
  try {
    return await api.read(id)
  } catch (error) {
    if (!isUnknown(error)) throw error
    return api.make({ from: 'library', library: id, once: true }).catch((other: unknown) => {
      throw isUnknown(other) ? error : other
    })
  }
}

const isUnknown = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'no-such-case'

function NoCase({ error }: { readonly error: unknown }): React.ReactNode {
  const t = useMessages()
  return (
    <div role="alert" className={styles['trouble']}>
      <Title order={1}>{t('app.case.none')}</Title>
      <Text>{messageOf(error)}</Text>
      {error instanceof Refused && <Text c="dimmed">{error.help}</Text>}
      <Anchor href="#/">{t('app.library')}</Anchor>
    </div>
  )
}
