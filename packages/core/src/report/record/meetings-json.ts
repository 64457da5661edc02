import { textIn } from '../../model/package.ts'
import type {
  AgendaItem,
  DueAccount,
  FloorOfMeeting,
  MinutesAccount,
  RecordState,
  SeriesAccount,
  UndertakingAccount
} from '../../record/index.ts'
import {
  agendaFor,
  asKnown,
  heldShare,
  LATE_AFTER_MINUTES,
  minutesOf,
  undertakingsOf
} from '../../record/index.ts'
import { documentHead } from '../check-json.ts'
import { utcInstantOf } from './hotline-json.ts'
import type { MeetingsDocument } from './meetings-shape.ts'

/** The meetings of a record at an instant, and from when on they are told. */
export interface MeetingsTold {
  readonly state: RecordState
  readonly series: readonly SeriesAccount[]
  readonly now: number
  /** From when on (ms since 1970); left out: from the first. */
  readonly from?: number
}

/** One series with all that is told of it. */
export interface SeriesTold {
  readonly series: SeriesAccount
  /** Those of the period. */
  readonly due: readonly DueAccount[]
  readonly minutes: readonly MinutesAccount[]
  readonly undertakings: readonly UndertakingAccount[]
  readonly agenda: readonly AgendaItem[]
}

/** What is told of each series. */
export function seriesTold({ state, series, now, from }: MeetingsTold): readonly SeriesTold[] {
  const known = asKnown(state, now)
  const since = from ?? Number.NEGATIVE_INFINITY
  return series.map((one) => ({
    series: one,
    due: one.due.filter(({ due }) => due >= since),
    minutes: minutesOf(known, one.meeting.id).filter(
      ({ held }) => Date.parse(held.content.ended) >= since
    ),
    undertakings: undertakingsOf(known, now, one.meeting.id),
    agenda: agendaFor(known, one.meeting.id, now)
  }))
}

type MeetingJson = MeetingsDocument['meetings'][number]

/** The document of `record meetings --format json`. */
export function meetingsJson(told: MeetingsTold): MeetingsDocument {
  return {
    ...documentHead('record meetings'),
    findings: [],
    case: { title: textIn(told.state.source.title) },
    at: utcInstantOf(told.now),
    period: { from: orNull(told.from), until: utcInstantOf(told.now) },
    lateAfter: LATE_AFTER_MINUTES,
    meetings: seriesTold(told).map(meetingJson)
  }
}

const orNull = (ms: number | undefined): string | null =>
  ms === undefined ? null : utcInstantOf(ms)

function meetingJson({ series, due, minutes, undertakings, agenda }: SeriesTold): MeetingJson {
  const { meeting, time, zone, first, firstBy, inRecess, beside } = series
  const { low, high, ...share } = heldShare(due)
  return {
    id: meeting.id,
    kind: meeting.kind,
    cadence: meeting.cadence,
    time,
    zone,
    first: orNull(first),
    firstBy: firstBy ?? null,
    share: { ...share, low: low ?? null, high: high ?? null },
    due: due.map(dueJson),
    inRecess: inRecess.map((one) => ({ due: utcInstantOf(one.due), recess: one.recess })),
    beside: beside.map(({ id }) => id),
    minutes: minutes.map(minutesJson),
    undertakings: undertakings.map(undertakingJson),
    agenda: agenda.map(({ since, text, ...rest }) => ({
      ...rest,
      since: utcInstantOf(since),
      text: text ?? null
    }))
  }
}

const dueJson = (one: DueAccount): MeetingJson['due'][number] => ({
  due: utcInstantOf(one.due),
  by: one.by,
  state: one.state,
  calls: one.calls,
  entries: [...one.held, ...one.failed].map(({ id }) => id),
  lateBy: one.lateBy ?? null,
  absent: one.absent,
  because: one.failed.flatMap(({ content }) =>
    content.because === undefined ? [] : [content.because]
  ),
  noticeHours: one.noticeHours ?? null,
  dissent: one.dissent,
  quorum: one.quorum,
  floor: one.floor ? floorJson(one.floor) : null,
  notAgreed: one.notAgreed ?? null,
  slip: one.slip ?? null
})

const floorJson = ({
  floor,
  verdict,
  sides
}: FloorOfMeeting): MeetingJson['due'][number]['floor'] => ({
  floor,
  verdict,
  sides: sides.map(({ attendants, ...side }) => ({
    ...side,
    attendants: attendants.map(({ attendant, verdict: own, hint, missing }) => ({
      name: attendant.name ?? null,
      rank: attendant.rank,
      appointment: attendant.appointment ?? null,
      ...attendant.grade,
      verdict: own,
      hint: hint ?? null,
      missing
    }))
  }))
})

const minutesJson = (one: MinutesAccount): MeetingJson['minutes'][number] => ({
  held: one.held.id,
  written: one.languages.filter(({ last }) => last).map(({ language }) => language),
  unwritten: one.unwritten,
  sides: one.sides.map(({ reservations, ...side }) => ({
    ...side,
    reservations: reservations.map(({ id }) => id)
  })),
  complete: one.complete
})

const undertakingJson = (one: UndertakingAccount): MeetingJson['undertakings'][number] => ({
  id: one.given.id,
  by: one.given.by,
  what: one.given.what,
  state: one.state,
  due: orNull(one.due),
  declared: orNull(one.declared),
  verified: orNull(one.verified),
  outcome: one.outcome ?? null,
  lateBy: one.lateBy === undefined ? null : one.lateBy / 1000,
  entries: one.entries
})
