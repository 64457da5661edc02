import type { AttendantFloor, HeldMeeting } from '@truce/core/record'
import { floorOfMeeting, minutesOf } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FilterBar, Pick } from '../../ui/filter-bar.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { isMissed, meetingDays } from './clocks.ts'
import { Dissent, Dissents } from './dissent.tsx'
import { OfferedForm } from './entry/offers.tsx'
import { EntryLink } from './entry-link.tsx'
import { HeldForm } from './held-form.tsx'
import { ConveneForm, FailedForm, RecessForm } from './meeting-forms.tsx'
import { MinutesForm, SignForm } from './minutes-forms.tsx'
import { ForWriter, Part } from './parts.tsx'
import classes from './record.module.css'
import { MeetingName } from './today.tsx'
import { useRecord } from './use-record.ts'
import { localIn } from './zone-time.ts'

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

const FORMS = [
  ['meeting.convened', ConveneForm],
  ['meeting.held', HeldForm],
  ['meeting.failed', FailedForm],
  ['meeting.recessed', RecessForm]
] as const

function Forms({ meeting }: { readonly meeting: string }): ReactNode {
  const { t } = useRecord()
  return (
    <Part title={t('record.meetings.write')}>
      {FORMS.map(([kind, Form]) => (
        <Disclosure key={kind} label={t(`record.write.${kind}`)}>
          <ForWriter kind={kind}>
            <Form meeting={meeting} />
          </ForWriter>
        </Disclosure>
      ))}
      <OfferedForm
        kind="meeting.recalled"
        label={t('record.write.meeting.recalled')}
        given={{ meeting }}
      />
    </Part>
  )
}

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

function HeldTold({
  meeting,
  latest
}: {
  readonly meeting: HeldMeeting
  readonly latest: boolean
}): ReactNode {
  const { t, time } = useRecord()
  const { held } = meeting
  if (!held) return null
  const { started, ended } = held.content
  const hours = t('record.meetings.from-to', { from: time(started), to: time(ended) })
  if (!latest)
    return (
      <Disclosure label={hours}>
        <HeldInside meeting={meeting} held={held} />
      </Disclosure>
    )
  return (
    <article className={classes['account']}>
      <h4>{hours}</h4>
      <HeldInside meeting={meeting} held={held} />
    </article>
  )
}

function HeldInside({
  meeting,
  held
}: {
  readonly meeting: HeldMeeting
  readonly held: NonNullable<HeldMeeting['held']>
}): ReactNode {
  const { t } = useRecord()
  const { content } = held
  return (
    <>
      <Attendance meeting={meeting} />
      <Said title={t('record.meetings.agreed')} lines={content.agreed} />
      <Said title={t('record.meetings.not-agreed')} lines={content.notAgreed} />
      <Promised meeting={meeting} />
      <EntryLink entry={held} />
      <Dissents about={held.id} />
      <Dissent about={held.id} />
      <Minutes meeting={meeting} />
    </>
  )
}

function Attendance({ meeting: { held } }: { readonly meeting: HeldMeeting }): ReactNode {
  const { t, word, party, source, zone } = useRecord()
  if (!held) return null
  const standing = source.process.meetings.get(held.content.meeting)
  const day = localIn(Date.parse(held.content.started), zone).slice(0, 10)
  const floor = standing && floorOfMeeting(standing, held.content.attendance, day)
  const judged = (floor?.sides ?? []).flatMap(({ attendants }) => attendants)
  const heads = ['who', 'rank', 'grade', 'basis', 'accepted'] as const
  return (
    <section
      className={classes['scroll']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('work.scroll', { of: t('record.meetings.attendance') })}
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`record.attendance.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {held.content.attendance.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two of one rank may sit for one party
            <tr key={place}>
              <th scope="row">
                <PartyMark party={one.party} /> {one.name ?? ''}{' '}
                <Quiet>{word('seat', one.as)}</Quiet>
              </th>
              <td dir="auto">{one.rank}</td>
              <td className={classes['when']}>
                {one.grade.low === one.grade.high
                  ? one.grade.low
                  : t('record.attendance.range', { low: one.grade.low, high: one.grade.high })}
                <Floor
                  judged={judged.find(({ attendant }) => attendant === one)}
                  floor={floor?.floor}
                />
              </td>
              <td>{word('basis', one.grade.basis)}</td>
              <td>{(one.acceptedBy ?? []).map(party).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How somebody stands to the rank that the case asks for, where that is not plainly reached. */
function Floor({
  judged,
  floor
}: {
  readonly judged: AttendantFloor | undefined
  readonly floor: string | undefined
}): ReactNode {
  const { t, party } = useRecord()
  if (!judged || floor === undefined) return null
  const { verdict, hint, missing } = judged
  return (
    <>
      {verdict === 'satisfied' ? null : (
        <div className={verdict === 'not' ? classes['overdue'] : undefined}>
          {t(`record.floor.${verdict}`, { floor })}
        </div>
      )}
      {hint === undefined ? null : (
        <Quiet as="div">{t(`record.floor.${hint}`, { who: missing.map(party).join(', ') })}</Quiet>
      )}
    </>
  )
}

function Said({
  title,
  lines = []
}: {
  readonly title: string
  readonly lines?: readonly string[] | undefined
}): ReactNode {
  if (lines.length === 0) return null
  return (
    <>
      <p>{title}</p>
      <ul className={classes['steps']}>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </>
  )
}

function Promised({ meeting: { held } }: { readonly meeting: HeldMeeting }): ReactNode {
  const { t, party, time } = useRecord()
  const given = held?.content.undertakings ?? []
  return (
    <Said
      title={t('record.meetings.undertakings')}
      lines={given.map(({ by, what, due }) =>
        due === undefined
          ? t('record.due.line', { party: party(by), what })
          : `${t('record.due.line', { party: party(by), what })} ${t('record.due.by', { at: time(due) })}`
      )}
    />
  )
}

/** The minutes in each language, and who has signed which of them. */
function Minutes({ meeting }: { readonly meeting: HeldMeeting }): ReactNode {
  const { t, view, party, time } = useRecord()
  const { minutes, signatures } = meeting
  const account = minutesOf(view.fold.state).find(({ held }) => held.id === meeting.held?.id)
  const missing = account?.unwritten ?? []
  const unsigned = (account?.sides ?? []).filter((side) => side.missing.length > 0)
  return (
    <>
      {minutes.map((one) => (
        <Disclosure
          key={one.id}
          label={t('record.minutes.in', { language: one.content.language, at: time(one.received) })}
        >
          <p className={classes['words']} lang={one.content.language} dir="auto">
            {one.content.text}
          </p>
          <EntryLink entry={one} />
        </Disclosure>
      ))}
      {missing.length > 0 ? (
        <Quiet as="p">{t('record.minutes.missing', { languages: missing.join(', ') })}</Quiet>
      ) : null}
      {signatures.map((one) => (
        <p key={one.id}>
          {t('record.minutes.signed', {
            party: party(one.author.party),
            n: one.content.versions.length,
            at: time(one.received)
          })}
          {Object.values(one.content.reservation ?? {}).map((said) => (
            <span key={said} dir="auto">
              {' '}
              {t('record.minutes.reservation', { said })}
            </span>
          ))}
        </p>
      ))}
      {minutes.length === 0 ? null : unsigned.length === 0 ? (
        <p>{t('record.minutes.complete')}</p>
      ) : (
        <Quiet as="p">
          {t('record.minutes.unsigned', {
            who: unsigned.map((side) => party(side.party)).join(', ')
          })}
        </Quiet>
      )}
      <Disclosure label={t('record.minutes.write')}>
        <ForWriter kind="minutes.written">
          <MinutesForm held={meeting.id} languages={missing} />
        </ForWriter>
      </Disclosure>
      {minutes.length > 0 ? (
        <Disclosure label={t('record.minutes.sign')}>
          <ForWriter kind="minutes.signed">
            <SignForm
              held={meeting.id}
              versions={(account?.languages ?? []).flatMap(({ last }) => last?.id ?? [])}
            />
          </ForWriter>
        </Disclosure>
      ) : null}
    </>
  )
}
