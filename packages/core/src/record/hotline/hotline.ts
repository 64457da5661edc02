import { standingDates } from '../../timetable/index.ts'
import { asKnown } from '../as-known.ts'
import type { MessageStatus } from '../record-lists.ts'
import type { RecordState } from '../state/record-state.ts'
import type { ClockReading } from './hotline-clock.ts'
import type { ChannelChecks } from './line-checks.ts'
import { lineChecks } from './line-checks.ts'
import type { MessageClocks } from './message-clocks.ts'
import { clocksOfMessage } from './message-clocks.ts'

/** Something overdue: which clock of what message at whom, since when and by how much. */
export interface HotlineAlarm {
  readonly message: string
  readonly channel: string
  readonly status: MessageStatus
  readonly party: string
  readonly clock: ClockReading['clock']
  /** The deadline that passed (ms since 1970). */
  readonly since: number
  /** How long ago, in ms. */
  readonly by: number
}

/** The hotline at an instant. */
export interface Hotline {
  readonly now: number
  /** In the order in which they were sent, then of the record. */
  readonly messages: readonly MessageClocks[]
  /** What is overdue now, longest first; drills and tests apart by their status. */
  readonly alarms: readonly HotlineAlarm[]
  readonly checks: readonly ChannelChecks[]
  /** Messages of which the reader may not see the content: they have no clocks here. */
  readonly hidden: number
}

/** All messages and line checks as they were known at an instant (ms since 1970). */
export function hotlineOf(record: RecordState, now: number): Hotline {
  const state = asKnown(record, now)
  const zones = channelZones(state)
  const all = [...state.messages.all()]
  const messages = all
    .flatMap((message) => clocksOfMessage(message, { state, now, zones }))
    .sort((a, b) => a.sentAt - b.sentAt || numberOf(a) - numberOf(b))
  return {
    now,
    messages,
    alarms: alarmsIn(messages, now),
    checks: lineChecks(state, messages, now),
    hidden: [...state.entries()].filter(
      ({ kind, content }) => kind === 'message.sent' && content === undefined
    ).length
  }
}

const numberOf = ({ message }: MessageClocks): number => message.sent?.number ?? 0

/** The zone in which each channel counts days. */
export function channelZones({ source }: RecordState): ReadonlyMap<string, string> {
  return new Map(
    standingDates(source).flatMap(({ kind, of, zone }) =>
      kind === 'line-check' ? [[of, zone] as const] : []
    )
  )
}

/** What is overdue: only what nobody has stopped yet. */
function alarmsIn(messages: readonly MessageClocks[], now: number): readonly HotlineAlarm[] {
  return messages
    .flatMap(({ message, channel, status, ends }) =>
      ends.flatMap(({ party, clocks }) =>
        clocks.flatMap(({ clock, state, deadline }) =>
          state === 'overdue'
            ? [
                {
                  message: message.id,
                  channel,
                  status,
                  party,
                  clock,
                  since: deadline,
                  by: now - deadline
                }
              ]
            : []
        )
      )
    )
    .sort(
      (a, b) =>
        a.since - b.since ||
        compare(a.message, b.message) ||
        compare(a.party, b.party) ||
        compare(a.clock, b.clock)
    )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
