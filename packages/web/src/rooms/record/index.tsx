import '../../engine/without-eval.ts'
import type { OwnRecordsBody, RecordBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { addressOf } from '../../state/address.ts'
import { messageOf } from '../../state/message-of.ts'
import { isTeam } from '../../state/person.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { Wanting } from '../../ui/wanting.tsx'
import { Begin } from './begin.tsx'
import { OpenRecord } from './open-record.tsx'
import type { RecordPlace } from './place.ts'
import { PlaceContext } from './place.ts'
import classes from './record.module.css'
import { ownRecords, recordsOf } from './record-api.ts'

const NEW = 'new'

/** The room Record: what has happened since the ceasefire, signed by those who say it. */
export default function RecordRoom(): ReactNode {
  const t = useMessages()
  const { view, focus, go } = useWorkbench()
  const { records, own, error, again } = useRecords(view.id)
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
      <InRoom
        key={chosen.id}
        part={own?.find((one) => one.record === chosen.id)}
        isTeam={own !== undefined}
      >
        <OpenRecord chosen={chosen} records={records} at={at} />
      </InRoom>
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

interface InRoomProps {
  /** One's part in the record, on a team's server. */
  readonly part: Part | undefined
  readonly isTeam: boolean
  readonly children: ReactNode
}

/** The room of an open case, where a workspace of one person keeps the record itself. */
function InRoom({ part, isTeam: hasParts, children }: InRoomProps): ReactNode {
  const { view, go, show } = useWorkbench()
  const { id } = view
  const keeps = !hasParts || (part?.may.includes('keep') ?? false)
  const party = part?.party
  const place = useMemo(
    (): RecordPlace => ({
      of: id,
      open: view,
      reads: 'text',
      keeps,
      party,
      href: (focus) => addressOf({ page: 'case', id, room: 'record', focus }),
      go: (focus) => go('record', focus),
      show
    }),
    [id, view, go, show, keeps, party]
  )
  return <PlaceContext value={place}>{children}</PlaceContext>
}

type Part = OwnRecordsBody['records'][number]

interface Listed {
  readonly records: readonly RecordBody[] | undefined
  /** One's parts in them, on a team's server alone. */
  readonly own: readonly Part[] | undefined
  readonly error: string | undefined
  readonly again: () => Promise<void>
}

/** The records of the case, as the server lists them. */
function useRecords(id: string): Listed {
  const [found, setFound] = useState<Pick<Listed, 'records' | 'own'>>()
  const [error, setError] = useState<string>()
  const again = useCallback(
    () =>
      Promise.all([recordsOf(id), isTeam() ? ownRecords() : undefined]).then(
        ([records, own]) => setFound({ records, own: own?.filter((one) => one.case === id) }),
        (failed: unknown) => setError(messageOf(failed))
      ),
    [id]
  )
  useEffect(() => void again(), [again])
  return { records: found?.records, own: found?.own, error, again }
}
