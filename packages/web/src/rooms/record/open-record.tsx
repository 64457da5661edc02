import type { RecordBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { GroundContext } from '../../ui/ground.ts'
import { namesIn } from '../../ui/names.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { RoomTitle } from '../../ui/room-title.tsx'
import { ClockForm } from './clock-form.tsx'
import { DailyView } from './daily-view.tsx'
import { Gates } from './gates-board.tsx'
import { GroundView } from './ground-view.tsx'
import { Hotline } from './hotline.tsx'
import { Incidents } from './incidents.tsx'
import { LogView } from './log-view.tsx'
import { Meetings } from './meetings.tsx'
import { usePlace } from './place.ts'
import { QueueNote } from './queue-note.tsx'
import classes from './record.module.css'
import type { RecordDesk } from './record-desk.ts'
import { SignalsView } from './signals-view.tsx'
import { Today } from './today.tsx'
import { useDesk, useDeskView, useHour } from './use-desk.ts'
import type { Writer } from './use-record.ts'
import { OpenedContext, useRecord } from './use-record.ts'

const VIEWS = [
  'today',
  'incidents',
  'meetings',
  'hotline',
  'signals',
  'gates',
  'ground',
  'daily',
  'log'
] as const
type View = (typeof VIEWS)[number]

/** What can be shown without the text of the case: the rest speaks of what that says. */
const IN_THE_FIELD: readonly View[] = ['today', 'incidents', 'log']

interface Place {
  readonly shown: string | undefined
  readonly item: string | undefined
}

interface Props {
  readonly chosen: RecordBody
  readonly records: readonly RecordBody[]
  readonly at: Place
}

/** A record of the case, and what is shown of it. */
export function OpenRecord({ chosen, records, at }: Props): ReactNode {
  const t = useMessages()
  const { desk, error } = useDesk(chosen)
  if (error !== undefined) return <p role="alert">{t('record.failed', { reason: error })}</p>
  if (desk) return <AtDesk desk={desk} records={records} at={at} />
  return (
    <Quiet as="p" role="status">
      {t('record.loading')}
    </Quiet>
  )
}

function AtDesk({
  desk,
  records,
  at
}: {
  readonly desk: RecordDesk
  readonly records: readonly RecordBody[]
  readonly at: Place
}): ReactNode {
  const language = useLanguage()
  const { show, keeps, party } = usePlace()
  const view = useDeskView(desk)
  const hour = useHour(desk)
  const [picked, setPicked] = useState<string>()
  const { source, until } = view.fold.state
  // Nothing that is in the record is still to come, whatever the clock of this computer says.
  const now = until === '' ? hour : Math.max(hour, Date.parse(until))
  const ground = useMemo(() => ({ ...namesIn(source, language), show }), [source, language, show])
  const unkeyed: Writer = keeps
    ? { key: undefined, party: view.head.operator, role: 'operator' }
    : { key: undefined, party: party ?? '', role: 'none' }
  const writers: readonly Writer[] =
    keeps || view.writers.length === 0 ? [...view.writers, unkeyed] : view.writers
  const writer = writers.find((one) => nameOf(one) === picked) ?? (writers[0] as Writer)
  const writeAs = (one: Writer): void => setPicked(nameOf(one))
  return (
    <GroundContext value={ground}>
      <OpenedContext value={{ view, writer, writers, writeAs, now }}>
        <div className={classes['room']}>
          <Head records={records} />
          <Views at={at} />
          <QueueNote />
          <Shown at={at} />
        </div>
      </OpenedContext>
    </GroundContext>
  )
}

const nameOf = ({ key, party, role }: Writer): string => key?.id ?? `${party}/${role}`
const viewsOf = (reads: 'text' | 'field'): readonly View[] =>
  reads === 'text' ? VIEWS : IN_THE_FIELD

/** What is shown now. */
function useShown({ shown }: Place): View {
  const { reads } = usePlace()
  return viewsOf(reads).find((one) => one === shown) ?? 'today'
}

/** Which record, whether it is for practice, its hour, and who writes. */
function Head({ records }: { readonly records: readonly RecordBody[] }): ReactNode {
  const { t, view, now, time, zone, writer, writers, writeAs, party, word } = useRecord()
  const { go, keeps, open } = usePlace()
  const { head } = view
  return (
    <div>
      <RoomTitle
        beside={
          head.exercise ? <span className={classes['exercise']}>{t('record.exercise')}</span> : null
        }
      >
        {head.title}
      </RoomTitle>
      <Quiet as="p">{t('record.hour', { now: time(now), zone, n: head.size })}</Quiet>
      <FilterBar>
        <Pick
          label={t('record.write-as')}
          value={nameOf(writer)}
          options={writers.map((one) => ({
            value: nameOf(one),
            label: t('record.writer', { party: party(one.party), role: word('role', one.role) })
          }))}
          onPick={(name) => writeAs(writers.find((one) => nameOf(one) === name) ?? writer)}
        />
        {open ? (
          <Pick
            label={t('record.which')}
            value={head.id}
            options={[
              ...records.map(({ id, title }) => ({ value: id, label: title })),
              { value: 'new', label: t('record.new') }
            ]}
            onPick={go}
          />
        ) : null}
      </FilterBar>
      {head.exercise && keeps ? <ClockForm /> : null}
    </div>
  )
}

function Views({ at }: { readonly at: Place }): ReactNode {
  const { t, view } = useRecord()
  const { reads, href } = usePlace()
  const shown = useShown(at)
  return (
    <nav aria-label={t('record.views')} className={classes['views']}>
      {viewsOf(reads).map((one) => (
        <a
          key={one}
          href={href(`${view.head.id}/${one}`)}
          aria-current={one === shown ? 'page' : undefined}
        >
          {t(`record.view.${one}`)}
        </a>
      ))}
    </nav>
  )
}

function Shown({ at }: { readonly at: Place }): ReactNode {
  const view = useShown(at)
  if (view === 'incidents') return <Incidents item={at.item} />
  if (view === 'meetings') return <Meetings />
  if (view === 'hotline') return <Hotline />
  if (view === 'signals') return <SignalsView />
  if (view === 'gates') return <Gates />
  if (view === 'ground') return <GroundView />
  if (view === 'daily') return <DailyView />
  if (view === 'log') return <LogView item={at.item} />
  return <Today />
}
