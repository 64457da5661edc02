import '../../engine/without-eval.ts'
import { Anchor, Text, Title } from '@mantine/core'
import { textIn } from '@truce/core/model'
import type { OwnRecordsBody, RecordBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { SettingsMenu } from '../../app/settings-menu.tsx'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { addressOf, goTo } from '../../state/address.ts'
import { messageOf } from '../../state/message-of.ts'
import { Quiet } from '../../ui/quiet.tsx'
import classes from './field-page.module.css'
import { OpenRecord } from './open-record.tsx'
import type { RecordPlace } from './place.ts'
import { PlaceContext } from './place.ts'
import { ownRecords, RecordApi } from './record-api.ts'

type Part = OwnRecordsBody['records'][number]

interface Props {
  readonly of: string
  /** The record, and after it what is shown of it. */
  readonly focus: string
}

/** A record by itself, for whoever takes part in it, also where its case is not theirs to read. */
export default function FieldPage({ of, focus }: Props): ReactNode {
  const t = useMessages()
  const [id = '', shown, ...rest] = focus.split('/')
  const { found, error } = useOwn(of, id)
  useEffect(() => {
    document.title = `${found?.head.title ?? t('record.alone.title')} · Truce`
  }, [found, t])
  return (
    <>
      <header className={classes['header']}>
        <Anchor href="#/">Truce</Anchor>
        <Title order={1}>{t('record.alone.title')}</Title>
        <SettingsMenu />
      </header>
      <main id="room" tabIndex={-1} className={classes['main']}>
        {error !== undefined && <Text role="alert">{t('record.failed', { reason: error })}</Text>}
        {found === null && <Text role="alert">{t('record.alone.none')}</Text>}
        {found === undefined && error === undefined && (
          <Quiet as="p" role="status">
            {t('record.loading')}
          </Quiet>
        )}
        {found ? (
          <Found
            key={id}
            {...found}
            at={{ shown, item: rest.length > 0 ? rest.join('/') : undefined }}
          />
        ) : null}
      </main>
    </>
  )
}

interface Own {
  readonly part: Part
  readonly head: RecordBody
}

/** One's part in a record with its head; `null` where one has none. */
function useOwn(of: string, id: string) {
  const [found, setFound] = useState<Own | null>()
  const [error, setError] = useState<string>()
  useEffect(() => {
    let isOver = false
    const ask = async (): Promise<Own | null> => {
      const part = (await ownRecords()).find((one) => one.case === of && one.record === id)
      return part ? { part, head: await new RecordApi(of, id).head() } : null
    }
    ask().then(
      (own) => isOver || setFound(own),
      (failed: unknown) => isOver || setError(messageOf(failed))
    )
    return () => {
      isOver = true
    }
  }, [of, id])
  return { found, error }
}

function Found({
  part,
  head,
  at
}: Own & { readonly at: Parameters<typeof OpenRecord>[0]['at'] }): ReactNode {
  const t = useMessages()
  const language = useLanguage()
  const place = useMemo(() => placeOf(part), [part])
  const name = textIn(part.name, language)
  return (
    <PlaceContext value={place}>
      <Quiet as="p">
        {t(place.reads === 'text' ? 'record.alone.for' : 'record.alone.for-alone', { name })}
      </Quiet>
      <OpenRecord chosen={head} records={[head]} at={at} />
    </PlaceContext>
  )
}

function placeOf({ case: of, may, party, readsCase }: Part): RecordPlace {
  const at = (focus: string) => ({ page: 'record', of, focus }) as const
  return {
    of,
    open: undefined,
    reads: may.includes('text') ? 'text' : 'field',
    keeps: may.includes('keep'),
    party,
    href: (focus) => addressOf(at(focus)),
    go: (focus) => goTo(at(focus)),
    // Only a text that is shown leads to its case.
    show: (focus) => {
      if (readsCase) goTo({ page: 'case', id: of, room: 'case', focus: `text:${focus}` })
    }
  }
}
