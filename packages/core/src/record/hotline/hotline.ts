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
  const kept = known.get(state) ?? new SettledMessages(state)
  known.set(state, kept)
  const messages = kept.at(now)
  return {
    now,
    messages,
    alarms: alarmsIn(messages, now),
    checks: lineChecks(state, messages, now),
    hidden: kept.hidden()
  }
}

/**
 * Messages with their clocks. One whose clocks have all stopped reads the same whatever the hour,
 * and is looked at again only when another entry comes about it.
 */
class SettledMessages {
  private readonly state: RecordState
  private readonly zones: ReadonlyMap<string, string>
  private readonly changed: () => readonly string[]
  private readonly settled = new Map<string, readonly MessageClocks[]>()
  private counted = { entries: 0, hidden: 0 }

  constructor(state: RecordState) {
    this.state = state
    this.zones = channelZones(state)
    this.changed = state.messages.follow()
  }

  /** In the order in which they were sent, then of the record. */
  at(now: number): readonly MessageClocks[] {
    for (const id of this.changed()) this.settled.delete(id)
    return [...this.state.messages.ids()]
      .flatMap((id) => this.settled.get(id) ?? this.read(id, now))
      .sort((a, b) => a.sentAt - b.sentAt || numberOf(a) - numberOf(b))
  }

  /** How many of them the reader may not see. */
  hidden(): number {
    let { entries, hidden } = this.counted
    for (const { kind, content } of this.state.entriesFrom(entries)) {
      entries++
      if (kind === 'message.sent' && content === undefined) hidden++
    }
    this.counted = { entries, hidden }
    return hidden
  }

  private read(id: string, now: number): readonly MessageClocks[] {
    const message = this.state.messages.get(id)
    if (message === undefined) return []
    const read = clocksOfMessage(message, { state: this.state, now, zones: this.zones })
    if (read.every(isSettled)) this.settled.set(id, read)
    return read
  }
}

// One for each record, for as long as the record is there.
const known = new WeakMap<RecordState, SettledMessages>()

/** Whether no clock of a message depends on the hour any more. */
const isSettled = ({ ends }: MessageClocks): boolean =>
  ends.every(({ clocks }) =>
    clocks.every(({ state }) => state !== 'running' && state !== 'overdue')
  )

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
