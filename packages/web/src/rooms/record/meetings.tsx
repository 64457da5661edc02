import type { JsonObject } from '@truce/core/log'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { isMissed, meetingDays } from './clocks.ts'
import { openIncidents } from './entry/choices.ts'
import { NOW } from './entry/entry-draft.ts'
import { OfferedForm } from './entry/offers.tsx'
import { HeldTold } from './held-meeting.tsx'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { MeetingName } from './today.tsx'
import { useRecord } from './use-record.ts'
import { instantIn, localIn } from './zone-time.ts'

/** How many hours of a standing meeting are shown. */
const MOST = 30

/** The desk of the meetings: what is due, what became of each, attendance, minutes and who signed them. */
export function Meetings(): ReactNode {
  const { t, source, word, text } = useRecord()
  const all = [...source.process.meetings.values()]
  const [picked, setPicked] = useState('')
  const meeting = all.find(({ id }) => id === picked) ?? all[0]
  if (!meeting) return <p>{t('record.meetings.nothing')}</p>
  return (
    <>
      {all.length > 1 ? (
        <FilterBar>
          <Pick
            label={t('record.meetings.which')}
            value={meeting.id}
            onPick={setPicked}
            options={all.map(({ id, title, kind }) => ({
              value: id,
              label: title ? text(title) : word('meeting', kind)
            }))}
          />
        </FilterBar>
      ) : null}
      <Days meeting={meeting.id} />
      <Forms meeting={meeting.id} />
      <HeldList meeting={meeting.id} />
    </>
  )
}

function Days({ meeting }: { readonly meeting: string }): ReactNode {
  const { t, view, now, began, time, source } = useRecord()
  const days = meetingDays({ state: view.fold.state, began, now }).filter(
    (one) => one.meeting === meeting
  )
  const { rankFloor, minutes } = source.process.meetings.get(meeting) ?? {}
  const count = (outcome: string): number => days.filter((one) => one.outcome === outcome).length
  return (
    <Part title={t('record.meetings.days')}>
      <p>
        <MeetingName id={meeting} />
        {rankFloor ? ` · ${t('record.meetings.floor', { rank: rankFloor })}` : ''}
        {minutes && minutes.length > 0
          ? ` · ${t('record.meetings.languages', { languages: minutes.join(', ') })}`
          : ''}
      </p>
      {days.length === 0 ? (
        <Quiet as="p">{t('record.meetings.not-daily')}</Quiet>
      ) : (
        <>
          <Quiet as="p">
            {t('record.meetings.count', {
              held: count('held') + count('late') + count('below-floor'),
              failed: days.filter(isMissed).length,
              recessed: count('recessed')
            })}
          </Quiet>
          <ul className={classes['list']}>
            {days.slice(0, MOST).map((one) => (
              <li key={one.due}>
                <span className={classes['when']}>{time(one.due)}</span>{' '}
                <span className={isMissed(one) ? classes['overdue'] : undefined}>
                  {t(`record.meeting.outcome.${one.outcome}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

function Forms({ meeting }: { readonly meeting: string }): ReactNode {
  const { t } = useRecord()
  const likely = useLikely(meeting)
  return (
    <Part title={t('record.meetings.write')}>
      {KINDS.map((kind) => (
        <OfferedForm
          key={`${kind} ${meeting}`}
          kind={kind}
          label={t(`record.write.${kind}`)}
          given={{ meeting }}
          likely={likely[kind]}
        />
      ))}
    </Part>
  )
}

const KINDS = [
  'meeting.convened',
  'meeting.held',
  'meeting.failed',
  'meeting.recessed',
  'meeting.recalled'
] as const

const DAY = 86_400_000

/**
 * What most often stands in each form: the last hour of the case that is past, or the next one; a seat for each who must be
 * there; open incidents on the agenda; all sides agreeing on a recess.
 */
function useLikely(meeting: string): Readonly<Record<(typeof KINDS)[number], JsonObject>> {
  const { source, now, zone, view } = useRecord()
  const standing = source.process.meetings.get(meeting)
  const dueOn = (days: number): number => {
    const day = localIn(now + days * DAY, zone)
    return instantIn(`${day.slice(0, 10)}T${standing?.hour.time ?? day.slice(11)}`, zone) ?? now
  }
  const today = dueOn(0)
  const due = new Date(today > now ? dueOn(-1) : today).toISOString()
  const next = new Date(today > now ? today : dueOn(1)).toISOString()
  const quorum = [...(standing?.quorum ?? [])]
  const sides = quorum.map(([party]) => party)
  const seats = quorum.flatMap(([party, least]) => Array.from({ length: least }, () => party))
  return {
    'meeting.convened': {
      due: next,
      agenda: openIncidents(view.fold.state).map((incident) => ({ incident }))
    },
    'meeting.held': { due, started: due, ended: due, attendance: seats.map(seatOf) },
    'meeting.failed': { due },
    'meeting.recessed': { from: NOW, agreedBy: sides },
    'meeting.recalled': {}
  }
}

/** A seat of a party; the rank is still to be written. */
const seatOf = (party: string): JsonObject => ({
  party,
  as: 'party',
  grade: { low: 'OF-6', high: 'OF-6', basis: 'practice' }
})

function HeldList({ meeting }: { readonly meeting: string }): ReactNode {
  const { t, view } = useRecord()
  const held = [...view.fold.state.heldMeetings.all()]
    .filter((one) => one.held?.content.meeting === meeting)
    .toReversed()
  return (
    <Part title={t('record.meetings.held')} count={held.length}>
      {held.length === 0 ? (
        <Quiet as="p">{t('record.meetings.held.none')}</Quiet>
      ) : (
        // A month has thirty: the last is there at once, the others by their hours.
        held.map((one, place) => <HeldTold key={one.id} meeting={one} latest={place === 0} />)
      )}
    </Part>
  )
}
