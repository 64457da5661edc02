import type { AttendantFloor, HeldMeeting } from '@truce/core/record'
import { floorOfMeeting } from '@truce/core/record'
import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { Dissent, Dissents } from './dissent.tsx'
import { EntryLink } from './entry-link.tsx'
import { Minutes } from './minutes.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'
import { localIn } from './zone-time.ts'

/** A meeting that was held; the latest one open, the others by their hours. */
export function HeldTold({
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
