import type { Meeting } from '../../model/meetings.ts'
import { dayAt } from '../../time/counted.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import type { DueMeeting } from './cadence.ts'
import { sidesOf } from './cadence.ts'
import type { FloorOfMeeting } from './rank-floor.ts'
import { floorOfMeeting } from './rank-floor.ts'

/**
 * What became of a meeting that was due. `contested`: told both as held and as failed, or a side does
 * not agree that it was held as told; `unaccounted`: nobody told anything within a day; `awaited`: that day is
 * not over.
 */
export const MEETING_OUTCOMES = [
  'held',
  'late',
  'no-quorum',
  'below-floor',
  'contested',
  'failed',
  'unaccounted',
  'awaited'
] as const
/** One of `MEETING_OUTCOMES`. */
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number]

/** A meeting that began more minutes after its hour than this is told as late; it was held all the same. */
export const LATE_AFTER_MINUTES = 15
/** So many hours after its hour a meeting of which nothing was told counts as unaccounted for. */
export const ACCOUNT_WITHIN_HOURS = 24

/** How many of a side were there, of how many that had to be. */
export interface QuorumOf {
  readonly party: string
  readonly there: number
  readonly needed: number
}

/** A meeting that was due, and what the record tells of it. */
export interface DueAccount extends DueMeeting {
  readonly state: MeetingOutcome
  readonly held: readonly EntryOf<'meeting.held'>[]
  readonly failed: readonly EntryOf<'meeting.failed'>[]
  /** Parties that do not agree with an account of it. */
  readonly dissent: readonly string[]
  /** Minutes after its hour that it began; below 0 before it. */
  readonly lateBy?: number
  /** Who was absent, as whoever told of the failure says. */
  readonly absent: readonly string[]
  /** Hours of notice that were given before the hour of one that failed. */
  readonly noticeHours?: number
  readonly quorum: readonly QuorumOf[]
  readonly floor?: FloorOfMeeting
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What accounts are judged from: the record, the meeting, and what was told by its hour. */
export interface Judging {
  readonly state: RecordState
  readonly meeting: Meeting
  readonly now: number
  readonly zone: string
  /** Accounts by the hour (ms since 1970) that they are about. */
  readonly held: ReadonlyMap<number, readonly EntryOf<'meeting.held'>[]>
  readonly failed: ReadonlyMap<number, readonly EntryOf<'meeting.failed'>[]>
}

/** What became of a meeting that was due. */
export function accountOf(due: DueMeeting, judging: Judging): DueAccount {
  const { meeting, now, zone } = judging
  const held = judging.held.get(due.due) ?? []
  const failed = judging.failed.get(due.due) ?? []
  const dissent = dissentOf([...held, ...failed], judging)
  const [first] = [...held].sort((a, b) => msOf(a.content.started) - msOf(b.content.started))
  const quorum = first ? quorumOf(meeting, first) : []
  const floor = first && floorOfMeeting(meeting, first.content.attendance, dayOf(first, zone))
  const lateBy = first && (msOf(first.content.started) - due.due) / MINUTE
  const notice = failed.find(({ content }) => content.notice !== undefined)?.content.notice
  const disagreed = (held.length > 0 && failed.length > 0) || dissent.length > 0
  return {
    ...due,
    state: stateOf({
      disagreed,
      first,
      failed: failed.length > 0,
      quorum,
      floor,
      lateBy: lateBy ?? 0,
      over: now > due.due + ACCOUNT_WITHIN_HOURS * HOUR
    }),
    held,
    failed,
    dissent: [...new Set(dissent)].sort(),
    absent: [...new Set(failed.flatMap(({ content }) => content.absent))].sort(),
    quorum,
    ...(lateBy === undefined ? {} : { lateBy }),
    ...(notice === undefined ? {} : { noticeHours: (due.due - msOf(notice)) / HOUR }),
    ...(floor ? { floor } : {})
  }
}

/** Sides that do not agree with what was told; of most hours of a long series nothing was. */
function dissentOf(
  told: readonly EntryOf<'meeting.held' | 'meeting.failed'>[],
  { state, meeting }: Judging
): readonly string[] {
  if (told.length === 0) return []
  const sides = sidesOf(meeting)
  return told
    .flatMap(({ id }) => state.dissentsAbout(id).map(({ author }) => author.party))
    .filter((party) => sides.includes(party))
}

/** The day on which a meeting began, in the zone of its hour. */
export const dayOf = ({ content }: EntryOf<'meeting.held'>, zone: string): string =>
  dayAt(msOf(content.started) / 1000, zone)

/** How many of each side were at a meeting. */
export const quorumOf = (
  meeting: Meeting,
  { content }: EntryOf<'meeting.held'>
): readonly QuorumOf[] =>
  [...meeting.quorum]
    .map(([party, needed]) => ({
      party,
      needed,
      there: content.attendance.filter((one) => one.party === party).length
    }))
    .sort((a, b) => (a.party < b.party ? -1 : 1))

function stateOf(found: {
  readonly disagreed: boolean
  readonly first: EntryOf<'meeting.held'> | undefined
  readonly failed: boolean
  readonly quorum: readonly QuorumOf[]
  readonly floor: FloorOfMeeting | undefined
  readonly lateBy: number
  readonly over: boolean
}): MeetingOutcome {
  if (found.disagreed) return 'contested'
  if (found.failed) return 'failed'
  if (!found.first) return found.over ? 'unaccounted' : 'awaited'
  if (found.quorum.some(({ there, needed }) => there < needed)) return 'no-quorum'
  if (found.floor?.verdict === 'not') return 'below-floor'
  return found.lateBy > LATE_AFTER_MINUTES ? 'late' : 'held'
}
