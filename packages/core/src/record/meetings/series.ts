import type { Meeting } from '../../model/meetings.ts'
import { asKnown } from '../as-known.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import type { DueAccount } from './accounts.ts'
import { accountOf } from './accounts.ts'
import type { Cadenced } from './cadence.ts'
import { cadenceOf } from './cadence.ts'

/** A standing meeting of the case: what was due, what became of it, and what was held beside. */
export interface SeriesAccount extends Omit<Cadenced, 'due'> {
  readonly meeting: Meeting
  readonly now: number
  readonly due: readonly DueAccount[]
  /** Told of an hour at which none was due. */
  readonly beside: readonly EntryOf<'meeting.held' | 'meeting.failed'>[]
  readonly recesses: readonly EntryOf<'meeting.recessed'>[]
}

/** One standing meeting as it was known at an instant; undefined where the case has no such. */
export function seriesAccount(
  record: RecordState,
  id: string,
  now: number
): SeriesAccount | undefined {
  const meeting = record.source.process.meetings.get(id)
  return meeting && seriesIn(asKnown(record, now), meeting, now)
}

/** All standing meetings, by their ids. */
export function seriesAccounts(record: RecordState, now: number): readonly SeriesAccount[] {
  const state = asKnown(record, now)
  return [...record.source.process.meetings.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((meeting) => seriesIn(state, meeting, now))
}

function seriesIn(state: RecordState, meeting: Meeting, now: number): SeriesAccount {
  const { due, ...cadence } = cadenceOf(state, meeting, now)
  const series = state.meetings.get(meeting.id)
  const hours = new Set(due.map((one) => one.due))
  const held = Map.groupBy(series?.held ?? [], ({ content }) => msOf(content.due))
  const failed = Map.groupBy(series?.failed ?? [], ({ content }) => msOf(content.due))
  const { zone } = cadence
  const accounts = due.map((one) => accountOf(one, { state, meeting, now, zone, held, failed }))
  return {
    ...cadence,
    meeting,
    now,
    due: accounts,
    beside: [...(series?.held ?? []), ...(series?.failed ?? [])]
      .filter(({ content }) => !hours.has(msOf(content.due)))
      .sort((a, b) => msOf(a.content.due) - msOf(b.content.due) || a.number - b.number),
    recesses: series?.recesses ?? []
  }
}
