import { Calendar } from '../../calendar/calendar.ts'
import { dayAt } from '../../time/counted.ts'
import { firstOf, occurrences } from '../../time/recurrence.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import type { GateAnswer } from './answers.ts'

/** A standing meeting that was due, and what the record has of it. */
interface DueMeeting {
  readonly at: number
  readonly held?: EntryOf<'meeting.held'>
  readonly failed?: EntryOf<'meeting.failed'>
}

/** How many of the meetings due were held. */
export interface MeetingsStand {
  readonly answer: GateAnswer
  readonly meeting: string
  readonly heldAtLeast: number
  readonly due: number
  readonly held: number
  /** Of those held: shown by somebody whose word does. */
  readonly shown: number
  readonly contested: number
  readonly entries: readonly string[]
  readonly earliest?: number
  readonly since?: number
}

/** Which meeting, which share, whose word alone does not do, and now. */
export interface MeetingsAsked {
  readonly id: string
  readonly heldAtLeast: number
  readonly barred: readonly string[]
  readonly now: number
}

const NONE = { due: 0, held: 0, shown: 0, contested: 0, entries: [] }

/**
 * The share of meetings held of those due from the ceasefire on, by cadence and hour; those of a
 * recess are not due. One was held where an entry names its hour, or it began on its day. It is
 * shown where somebody not barred says so or signed its minutes.
 */
export function meetingsHeld(
  state: RecordState,
  { id, heldAtLeast, barred, now }: MeetingsAsked
): MeetingsStand {
  const about = { meeting: id, heldAtLeast }
  const { past, next } = dueMeetings(state, id, now)
  const held = past.flatMap((one) => one.held ?? [])
  const shown = held.filter((entry) => isShown(state, entry, barred))
  const contested = held.filter((entry) => state.dissentsAbout(entry.id).length > 0)
  const sure = shown.filter((entry) => !contested.includes(entry))
  if (past.length === 0) return { ...about, ...NONE, answer: 'unknown' }
  const reaches = (count: number): boolean => count >= heldAtLeast * past.length - 1e-9
  const answer: GateAnswer = reaches(sure.length)
    ? 'open'
    : reaches(shown.length)
      ? 'contested'
      : reaches(held.length)
        ? 'unknown'
        : 'shut'
  const earliest = answer === 'shut' ? reachedBy(held.length, past.length, [heldAtLeast, next]) : now
  const last = sure.at(-1)
  return {
    ...about,
    answer,
    due: past.length,
    held: held.length,
    shown: shown.length,
    contested: contested.length,
    entries: past.flatMap((one) => [one.held ?? [], one.failed ?? []].flat().map(({ id: of }) => of)),
    ...(answer === 'open' && last ? { since: msOf(last.content.ended) } : {}),
    ...(answer !== 'open' && earliest !== undefined ? { earliest } : {})
  }
}

/** When the share is reached if every meeting from now on is held. */
function reachedBy(
  held: number,
  due: number,
  [share, next]: readonly [number, readonly number[]]
): number | undefined {
  const at = next.findIndex((_, more) => held + more + 1 >= share * (due + more + 1) - 1e-9)
  return next[at]
}

function isShown(
  state: RecordState,
  entry: EntryOf<'meeting.held'>,
  barred: readonly string[]
): boolean {
  const signed = state.heldMeetings.get(state.originOf(entry.id))?.signatures ?? []
  return [entry, ...signed].some(({ author }) => !barred.includes(author.party))
}

const TEN_YEARS = 3660 * 86_400

function dueMeetings(
  state: RecordState,
  id: string,
  now: number
): { readonly past: readonly DueMeeting[]; readonly next: readonly number[] } {
  const { process } = state.source
  const meeting = process.meetings.get(id)
  const from = new Calendar(process).instantOf({ after: 'ceasefire', seconds: 0 })
  if (!meeting || !from) return { past: [], next: [] }
  const { time, zone = from.zone } = meeting.hour
  const first = firstOf(from.seconds, { time, zone })
  const all = occurrences({ first, cadence: meeting.cadence, time }, now / 1000 + TEN_YEARS)
    .map(({ seconds }) => seconds * 1000)
    .filter((at) => !inRecess(state, id, at))
  const series = state.meetings.get(id)
  const dayOf = (at: number): string => dayAt(at / 1000, zone)
  const byHour = new Map(series?.held.map((one) => [msOf(one.content.due), one]))
  const byDay = new Map(series?.held.map((one) => [dayOf(msOf(one.content.started)), one]))
  const failed = new Map(series?.failed.map((one) => [msOf(one.content.due), one]))
  const past = all
    .filter((at) => at <= now)
    .map((at): DueMeeting => {
      const held = byHour.get(at) ?? byDay.get(dayOf(at))
      const missed = failed.get(at)
      return { at, ...(held ? { held } : {}), ...(missed ? { failed: missed } : {}) }
    })
  return { past, next: all.filter((at) => at > now) }
}

/** Whether an hour falls in a recess that was agreed and not ended by a recall. */
function inRecess(state: RecordState, id: string, at: number): boolean {
  const { recesses = [], recalls = [] } = state.meetings.get(id) ?? {}
  return recesses.some(({ content: { from, until } }) => {
    const recalled = recalls
      .map(({ content }) => msOf(content.at))
      .filter((one) => msOf(from) <= one && one < msOf(until))
    return msOf(from) <= at && at < Math.min(msOf(until), ...recalled)
  })
}
