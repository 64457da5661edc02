import '../../engine/without-eval.ts'
import type { RecordBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { addressOf } from '../../state/address.ts'
import { messageOf } from '../../state/message-of.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { Wanting } from '../../ui/wanting.tsx'
import { Begin } from './begin.tsx'
import { OpenRecord } from './open-record.tsx'
import type { RecordPlace } from './place.ts'
import { PlaceContext } from './place.ts'
import classes from './record.module.css'
import { recordsOf } from './record-api.ts'

const NEW = 'new'

/** The room Record: what has happened since the ceasefire, signed by those who say it. */
export default function RecordRoom(): ReactNode {
  const t = useMessages()
  const { view, focus, go } = useWorkbench()
  const place = useRoomPlace()
  const { records, error, again } = useRecords(view.id)
  if (error !== undefined) return <p role="alert">{t('record.failed', { reason: error })}</p>
  if (records === undefined)
    return (
      <Quiet as="p" role="status">
        {t('record.loading')}
      </Quiet>
    )
  const [wanted = '', shown, ...rest] = (focus ?? '').split('/')
  const chosen =
    wanted === NEW ? undefined : (records.find(({ id }) => id === wanted) ?? records.at(-1))
  if (chosen) {
    const at = { shown, item: rest.length > 0 ? rest.join('/') : undefined }
    return (
      <PlaceContext value={place}>
        <OpenRecord key={chosen.id} chosen={chosen} records={records} at={at} />
      </PlaceContext>
    )
  }
  if (!view.case || !view.sound) return <Wanting />
  return (
    <div className={classes['room']}>
      <RoomTitle>{t('app.room.record')}</RoomTitle>
      <Begin
        source={view.case}
        onBegun={(made) => {
          void again().then(() => go('record', made.id))
        }}
      />
    </div>
  )
}

/** The room of an open case. */
function useRoomPlace(): RecordPlace {
  const { view, go, show } = useWorkbench()
  const { id } = view
  return useMemo(
    () => ({
      of: id,
      open: view,
      reads: 'text',
      keeps: true,
      party: undefined,
      href: (focus) => addressOf({ page: 'case', id, room: 'record', focus }),
      go: (focus) => go('record', focus),
      show
    }),
    [id, view, go, show]
  )
}

interface Listed {
  readonly records: readonly RecordBody[] | undefined
  readonly error: string | undefined
  readonly again: () => Promise<void>
}

/** The records of the case, as the server lists them. */
function useRecords(id: string): Listed {
  const [records, setRecords] = useState<readonly RecordBody[]>()
  const [error, setError] = useState<string>()
  const again = useCallback(
    () => recordsOf(id).then(setRecords, (failed: unknown) => setError(messageOf(failed))),
    [id]
  )
  useEffect(() => void again(), [again])
  return { records, error, again }
}
