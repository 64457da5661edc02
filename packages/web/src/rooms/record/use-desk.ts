import type { Case, SourceFile } from '@truce/core'
import { caseOfField, clockZone } from '@truce/core/record'
import type { RecordBody } from '@truce/server'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { openEngine } from '../../engine/open.ts'
import { presence } from '../../state/api.ts'
import { messageOf } from '../../state/message-of.ts'
import { openKeep } from './browser-keep.ts'
import type { RecordPlace } from './place.ts'
import { usePlace } from './place.ts'
import { followRecords, RecordApi } from './record-api.ts'
import type { DeskView } from './record-desk.ts'
import { RecordDesk } from './record-desk.ts'

const SECOND = 1000

/** A record at work, or why it could not be opened. */
export interface Opening {
  readonly desk: RecordDesk | undefined
  readonly error: string | undefined
}

/** Opens a record: its case as it was when it began, its entries, and the news of it. */
export function useDesk(chosen: RecordBody): Opening {
  const place = usePlace()
  const [opening, setOpening] = useState<Opening>({ desk: undefined, error: undefined })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a record stays with the case it began under
  useEffect(() => {
    let gone = false
    const stops: (() => void)[] = []
    openDesk(chosen, place).then(
      (desk) => {
        if (gone) return
        const refresh = (): void => void desk.refresh()
        stops.push(
          followRecords(place.of, place.open ? undefined : chosen.id, (grown) => {
            if (grown === undefined || grown.record === chosen.id) refresh()
          }),
          presence.subscribe(refresh)
        )
        setOpening({ desk, error: undefined })
      },
      (error: unknown) => setOpening({ desk: undefined, error: messageOf(error) })
    )
    return () => {
      gone = true
      for (const stop of stops) stop()
    }
  }, [chosen.id])
  return opening
}

async function openDesk(head: RecordBody, place: RecordPlace): Promise<RecordDesk> {
  const api = new RecordApi(place.of, head.id, place.keeps)
  const [keep, ground] = await Promise.all([openKeep(), groundOf(api, place)])
  const desk = new RecordDesk({ api, keep, head, ...ground })
  await desk.refresh()
  return desk
}

/** What the record is folded over, and the zone of its hours. */
async function groundOf(
  api: RecordApi,
  { reads, open }: RecordPlace
): Promise<{ readonly source: Case; readonly zone: string }> {
  if (reads === 'field') {
    const ground = await api.field()
    return { source: caseOfField(ground), zone: ground.zone }
  }
  const source = await caseOf(await api.ground(), open)
  return { source, zone: clockZone(source) }
}

/** The case of a record: the open one where its text is the same, else read anew. */
async function caseOf(files: readonly SourceFile[], open: RecordPlace['open']): Promise<Case> {
  if (open?.case && sameTexts(files, open.files)) return open.case
  const engine = openEngine()
  try {
    const { case: source } = await engine.ask('read', { files })
    if (source) return source
    throw new Error('the case of this record cannot be read')
  } finally {
    engine.close()
  }
}

function sameTexts(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  const texts = new Map(b.map(({ name, text }) => [name, text]))
  return a.length === b.length && a.every(({ name, text }) => texts.get(name) === text)
}

/** What a desk shows now. */
export const useDeskView = (desk: RecordDesk): DeskView =>
  useSyncExternalStore(desk.subscribe, desk.snapshot)

/** The hour by the record's clock, which goes on by itself. */
export function useHour(desk: RecordDesk, every = 10 * SECOND): number {
  const [now, setNow] = useState(desk.now)
  useEffect(() => {
    const tell = (): void => setNow(desk.now())
    const timer = setInterval(tell, every)
    const stop = desk.subscribe(tell)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [desk, every])
  return now
}
