import type { Channel } from '../../model/meetings.ts'
import type { StandingDate } from '../../timetable/index.ts'
import { occurrences, standingDates } from '../../timetable/index.ts'
import type { RecordState } from '../state/record-state.ts'
import type { MessageClocks } from './message-clocks.ts'

/**
 * How a check of a line stands: every end was heard, some end was not, nothing was sent, or its hour
 * is not over yet.
 */
export const LINE_CHECK_STATES = ['made', 'unanswered', 'missed', 'awaited'] as const
/** One of `LINE_CHECK_STATES`. */
export type LineCheckState = (typeof LINE_CHECK_STATES)[number]

/** One check of a line that was due. */
export interface LineCheck {
  /** When it was due (ms since 1970). */
  readonly due: number
  readonly state: LineCheckState
  /** The messages that were sent for it. */
  readonly messages: readonly string[]
  /** Ends that neither sent nor acknowledged one. */
  readonly silent: readonly string[]
  /** The clocks of the zone skip that hour on that day, or show it twice: the first is meant. */
  readonly slip?: 'skipped' | 'twice'
}

/** The checks of one channel. */
export interface ChannelChecks {
  readonly channel: string
  readonly zone: string
  /** The case names no zone for the hours: that of the ceasefire was taken. */
  readonly zoneTaken: boolean
  readonly hours: readonly string[]
  /** Undefined where neither case nor record says from when on: then none is due. */
  readonly first?: number
  readonly due: readonly LineCheck[]
}

/** The checks due on every channel from the ceasefire on up to now, in the order of their hours. */
export function lineChecks(
  { source }: RecordState,
  messages: readonly MessageClocks[],
  now: number
): readonly ChannelChecks[] {
  const standing = standingDates(source).filter(({ kind }) => kind === 'line-check')
  return [...source.process.channels.values()].flatMap((channel) => {
    const own = standing.filter(({ of }) => of === channel.id)
    const [one] = own
    if (!one) return []
    const sent = messages.filter(
      ({ message, channel: id }) =>
        id === channel.id && message.sent?.content.kind === 'line-check' && !message.cancelled
    )
    const first = own.flatMap((hour) => (hour.first ? [1000 * hour.first.seconds] : []))
    return [
      {
        channel: channel.id,
        zone: one.zone,
        zoneTaken: one.zoneTaken,
        hours: own.flatMap(({ time }) => (time === undefined ? [] : [time])),
        ...(first.length > 0 ? { first: Math.min(...first) } : {}),
        due: checksOn(channel, { hours: own, sent, now })
      }
    ]
  })
}

function checksOn(
  channel: Channel,
  {
    hours,
    sent,
    now
  }: {
    readonly hours: readonly StandingDate[]
    readonly sent: readonly MessageClocks[]
    readonly now: number
  }
): readonly LineCheck[] {
  const due = hours
    .flatMap(({ first, time, cadence }) =>
      first && time !== undefined ? occurrences({ first, cadence, time }, now / 1000) : []
    )
    .sort((a, b) => a.seconds - b.seconds)
  const within = 1000 * channel.acknowledgeWithin.seconds
  const places = due.map(({ seconds }) => 1000 * seconds)
  const byCheck = Map.groupBy(sent, ({ sentAt }) => nearestWithin(places, sentAt, within))
  return due.map(({ seconds, slip }, place) => ({
    ...checkOf(channel, { due: 1000 * seconds, sent: byCheck.get(place) ?? [], now }),
    ...(slip ? { slip } : {})
  }))
}

/** The check for which something was sent: the one whose hour is nearest, no further than that. */
function nearestWithin(places: readonly number[], at: number, within: number): number | undefined {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  const away = (place: number): number => Math.abs((places[place] ?? Number.NaN) - at)
  const best = away(low - 1) <= away(low) || low === places.length ? low - 1 : low
  return away(best) <= within ? best : undefined
}

/** A check is sent as long after its hour as a message may wait to be acknowledged, and acknowledged as long after that. */
function checkOf(
  channel: Channel,
  {
    due,
    sent,
    now
  }: { readonly due: number; readonly sent: readonly MessageClocks[]; readonly now: number }
): LineCheck {
  const within = 1000 * channel.acknowledgeWithin.seconds
  const heard = new Set(
    sent.flatMap(({ message, ends }) => [
      ...(message.sent ? [message.sent.author.party] : []),
      ...ends.flatMap(({ party, clocks }) =>
        clocks.some(({ state }) => state === 'in-time' || state === 'told-late') ? [party] : []
      )
    ])
  )
  const silent = channel.ends.filter((end) => !heard.has(end))
  const over = now > due + (sent.length > 0 ? 2 : 1) * within
  return {
    due,
    state: stateOf({ sent: sent.length, silent: silent.length, over }),
    messages: sent.map(({ message }) => message.id),
    silent
  }
}

function stateOf(found: {
  readonly sent: number
  readonly silent: number
  readonly over: boolean
}): LineCheckState {
  if (found.silent === 0) return 'made'
  if (!found.over) return 'awaited'
  return found.sent === 0 ? 'missed' : 'unanswered'
}
