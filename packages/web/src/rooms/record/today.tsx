import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { gatesStanding, isMissed, meetingDays, undertakingsDue } from './clocks.ts'
import { IncidentLine } from './incident-line.tsx'
import { isOverdue, MessageLine } from './message-line.tsx'
import { Part } from './parts.tsx'
import { usePlace } from './place.ts'
import classes from './record.module.css'
import { ReportForm } from './report-form.tsx'
import { useHotline } from './use-hotline.ts'
import { useRecord } from './use-record.ts'
import { dayOf } from './zone-time.ts'

const DAY = 86_400_000

/** Today at a glance: what is overdue first, then what is due, meets, was reported and is gated. */
export function Today(): ReactNode {
  // What is due and gated is so by the text of the case.
  return usePlace().reads === 'field' ? <Fresh /> : <Whole />
}

function Whole(): ReactNode {
  const { t } = useRecord()
  const overdue = useHotline().messages.filter(isOverdue)
  return (
    <>
      <Part title={t('record.today.alarms')} count={overdue.length}>
        {overdue.length === 0 ? (
          <Quiet as="p">{t('record.today.alarms.none')}</Quiet>
        ) : (
          <ul className={classes['list']}>
            {overdue.map((message) => (
              <MessageLine key={message.message.id} message={message} />
            ))}
          </ul>
        )}
      </Part>
      <Due />
      <MeetingsToday />
      <Fresh />
      <GatesToday />
    </>
  )
}

/** What was reported within a day, and the form of a report. */
function Fresh(): ReactNode {
  const { t, view, now } = useRecord()
  const fresh = [...view.fold.state.incidents.all()].filter(
    ({ accounts }) => accounts[0] && Date.parse(accounts[0].received) > now - DAY
  )
  return (
    <Part title={t('record.today.incidents')} count={fresh.length}>
      {fresh.length === 0 ? (
        <Quiet as="p">{t('record.today.incidents.none')}</Quiet>
      ) : (
        <ul className={classes['list']}>
          {fresh.toReversed().map((incident) => (
            <IncidentLine key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
      <ReportForm />
    </Part>
  )
}

function Due(): ReactNode {
  const { t, view, now, began, time, party } = useRecord()
  const due = undertakingsDue({ state: view.fold.state, began, now })
  return (
    <Part title={t('record.today.due')} count={due.length}>
      {due.length === 0 ? (
        <Quiet as="p">{t('record.today.due.none')}</Quiet>
      ) : (
        <ul className={classes['list']}>
          {due.map(({ given, state, due: at = now }) => (
            <li key={given.id}>
              {t('record.due.line', { party: party(given.by), what: given.what })}{' '}
              <span className={at < now ? classes['overdue'] : undefined}>
                {t(at < now ? 'record.due.late' : 'record.due.by', { at: time(at) })}
              </span>{' '}
              <Quiet>{t(`record.due.state.${state}`)}</Quiet>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function MeetingsToday(): ReactNode {
  const { t, view, now, began, zone, time, goTo } = useRecord()
  const { from } = dayOf(now, zone)
  const days = meetingDays({ state: view.fold.state, began, now }).filter(({ due }) => due >= from)
  const { meetings } = view.fold.state.source.process
  return (
    <Part title={t('record.today.meetings')} count={days.length}>
      {days.length === 0 ? (
        <Quiet as="p">
          {t(meetings.size === 0 ? 'record.meetings.nothing' : 'record.today.meetings.none')}
        </Quiet>
      ) : (
        <ul className={classes['list']}>
          {days.map((one) => (
            <li key={`${one.meeting} ${one.due}`}>
              <MeetingName id={one.meeting} /> {time(one.due)}{' '}
              <span className={isMissed(one) ? classes['overdue'] : undefined}>
                {t(`record.meeting.outcome.${one.outcome}`)}
              </span>{' '}
              <TextLink onClick={() => goTo('meetings')}>{t('record.meetings.open')}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** What a standing meeting is called. */
export function MeetingName({ id }: { readonly id: string }): ReactNode {
  const { source, text, word } = useRecord()
  const meeting = source.process.meetings.get(id)
  return meeting?.title ? text(meeting.title) : word('meeting', meeting?.kind ?? id)
}

function GatesToday(): ReactNode {
  const { t, view, source, text, goTo } = useRecord()
  const gates = gatesStanding(view.fold.state)
  if (gates.length === 0) return null
  return (
    <Part title={t('record.today.gates')} count={gates.length}>
      <ul className={classes['list']}>
        {gates.map(({ gate, standing }) => (
          <li key={gate}>
            {text(source.process.gates.get(gate)?.title ?? gate)}: {t(`record.gate.${standing}`)}
          </li>
        ))}
      </ul>
      <TextLink onClick={() => goTo('gates')}>{t('record.gates.open')}</TextLink>
    </Part>
  )
}
