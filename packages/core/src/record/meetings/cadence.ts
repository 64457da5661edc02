import type { Meeting } from '../../model/meetings.ts'
import { atLocal, wallOf } from '../../time/counted.ts'
import type { StandingDate } from '../../timetable/index.ts'
import { occurrences, standingDates } from '../../timetable/index.ts'
import { msOf } from '../entry.ts'
import type { MeetingSeries } from '../state/meeting.ts'
import type { RecordState } from '../state/record-state.ts'

/** Why a meeting was due: by the case's cadence, by a recall, or because it was called. */
export const DUE_BY = ['cadence', 'recall', 'convened'] as const
/** One of `DUE_BY`. */
export type DueBy = (typeof DUE_BY)[number]

/** A meeting that was to be held. */
export interface DueMeeting {
  /** The hour it was to be held at (ms since 1970). */
  readonly due: number
  readonly by: DueBy
  /** The entries that called it. */
  readonly calls: readonly string[]
  /** A recess over this hour that does not hold, since these sides have not agreed to it or dissent. */
  readonly notAgreed?: { readonly recess: string; readonly by: readonly string[] }
  /** The clocks of the zone skip that hour on that day, or show it twice: the first is meant. */
  readonly slip?: 'skipped' | 'twice'
}

/** The meetings that were due, and from when on and in what zone they are counted. */
export interface Cadenced {
  readonly zone: string
  readonly time: string
  /** The first (ms since 1970); undefined where neither case nor record gives an hour. */
  readonly first?: number
  /** Whether the case dates the first, or only an entry does. */
  readonly firstBy?: 'case' | 'record'
  readonly due: readonly DueMeeting[]
  /** Hours of the cadence that fell into a recess: its entry, or of the case its days. */
  readonly inRecess: readonly { readonly due: number; readonly recess: string }[]
}

/** The sides of a meeting: who has to be there for it to be one. */
export const sidesOf = ({ quorum, attend }: Meeting): readonly string[] =>
  [
    ...new Set([
      ...[...quorum].flatMap(([party, n]) => (n > 0 ? [party] : [])),
      ...[...attend].flatMap(([party, seat]) => (seat === 'party' ? [party] : []))
    ])
  ].sort()

/** Stretches in which no meeting is due, and those that not all sides have agreed to. */
interface Recessed {
  /** The entry, or of one that the case says its days: `2025-04-18/2025-04-21`. */
  readonly id: string
  readonly from: number
  readonly until: number
  readonly against: readonly string[]
}

/** The meetings of a series that were due up to an instant (ms since 1970), by their hours. */
export function cadenceOf(state: RecordState, meeting: Meeting, now: number): Cadenced {
  const series = state.meetings.get(meeting.id) ?? emptySeries(meeting.id)
  const standing = standingDates(state.source).find(
    ({ kind, of }) => kind === 'meeting' && of === meeting.id
  )
  const { zone, first, firstBy } = firstHour(standing, series)
  const recesses = recessesOf(state, meeting, { series, zone })
  const time = meeting.hour.time
  const { cadence } = meeting
  const regular = (
    first === undefined
      ? []
      : occurrences({ first: { seconds: first / 1000, zone }, cadence, time }, now / 1000)
  ).map(({ seconds, slip }) => ({ due: 1000 * seconds, ...(slip ? { slip } : {}) }))
  const inRecess = regular.flatMap(({ due }) => {
    const recess = recesses.find((one) => one.against.length === 0 && covers(one, due))
    return recess ? [{ due, recess: recess.id }] : []
  })
  const out = new Set(inRecess.map(({ due }) => due))
  const due = new Map<number, DueMeeting>()
  for (const one of regular) {
    if (out.has(one.due)) continue
    const open = recesses.find((recess) => recess.against.length > 0 && covers(recess, one.due))
    due.set(one.due, {
      ...one,
      by: 'cadence',
      calls: [],
      ...(open ? { notAgreed: { recess: open.id, by: open.against } } : {})
    })
  }
  for (const [at, by, id] of callsIn(series)) {
    if (at > now) continue
    const known = due.get(at)
    due.set(at, known ? { ...known, calls: [...known.calls, id] } : { due: at, by, calls: [id] })
  }
  const left = inRecess.filter((one) => !due.has(one.due))
  return {
    zone,
    time,
    ...(first === undefined ? {} : { first, firstBy }),
    due: [...due.values()].sort((a, b) => a.due - b.due),
    inRecess: left
  }
}

const covers = ({ from, until }: Recessed, at: number): boolean => from <= at && at < until

const emptySeries = (meeting: string): MeetingSeries => ({
  meeting,
  held: [],
  failed: [],
  convened: [],
  recesses: [],
  recalls: []
})

/** Entries that make a meeting due at an hour. */
const callsIn = ({
  convened,
  recalls
}: MeetingSeries): readonly (readonly [number, DueBy, string])[] => [
  ...recalls.map(({ content, id }) => [msOf(content.at), 'recall', id] as const),
  ...convened.map(({ content, id }) => [msOf(content.due), 'convened', id] as const)
]

/**
 * The first of the cadence. Where the case does not date its ceasefire, the first hour that an entry
 * names is the first.
 */
function firstHour(
  standing: StandingDate | undefined,
  series: MeetingSeries
): { readonly zone: string; readonly first?: number; readonly firstBy?: 'case' | 'record' } {
  const zone = standing?.zone ?? 'UTC'
  if (standing?.first) return { zone, first: 1000 * standing.first.seconds, firstBy: 'case' }
  const named = [...series.held, ...series.failed, ...series.convened].map(({ content }) =>
    msOf(content.due)
  )
  return named.length === 0 ? { zone } : { zone, first: Math.min(...named), firstBy: 'record' }
}

/**
 * Recesses, those of the case first, each cut short by a recall within it. One that an entry tells
 * holds if every side is among those who agreed and none of them has dissented: nobody can excuse
 * itself alone.
 */
function recessesOf(
  state: RecordState,
  meeting: Meeting,
  { series: { recesses, recalls }, zone }: { readonly series: MeetingSeries; readonly zone: string }
): readonly Recessed[] {
  const sides = sidesOf(meeting)
  const cut = (one: Recessed): Recessed => {
    const calls = recalls.map(({ content }) => msOf(content.at)).filter((at) => covers(one, at))
    return { ...one, until: Math.min(one.until, ...calls) }
  }
  return [
    ...meeting.recesses.map(({ from, until }) => ({
      id: `${from}/${until}`,
      from: dayStart(from, zone),
      until: dayStart(until, zone, 1),
      against: []
    })),
    ...recesses.map(({ id, content }) => {
      const dissent = new Set(state.dissentsAbout(id).map(({ author }) => author.party))
      return {
        id,
        from: msOf(content.from),
        until: msOf(content.until),
        against: sides.filter((side) => !content.agreedBy.includes(side) || dissent.has(side))
      }
    })
  ].map(cut)
}

/** When a day begins on the clocks of a zone (ms since 1970), or so many days after it. */
const dayStart = (day: string, zone: string, after = 0): number =>
  1000 * atLocal(wallOf(`${day}T00:00`) + after * 86_400, zone).seconds
