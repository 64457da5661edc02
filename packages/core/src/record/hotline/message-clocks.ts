import { msOf } from '../entry.ts'
import type { MessageStatus } from '../record-lists.ts'
import type { Message } from '../state/message.ts'
import type { RecordState } from '../state/record-state.ts'
import type { ClockReading } from './hotline-clock.ts'
import { readClocks } from './hotline-clock.ts'

/** A message at one addressee: what it did and how its clocks stand. Instants in ms since 1970. */
export interface MessageAt {
  readonly party: string
  readonly received?: number
  readonly acknowledged?: number
  readonly answered?: number
  readonly clocks: readonly ClockReading[]
}

/** A message with its clocks at each addressee. */
export interface MessageClocks {
  readonly message: Message
  readonly channel: string
  readonly status: MessageStatus
  readonly sentAt: number
  readonly ends: readonly MessageAt[]
  /** Entries that corrected it; what was acknowledged before is not the corrected text. */
  readonly corrections: readonly string[]
}

interface About {
  readonly state: RecordState
  readonly now: number
  readonly zones: ReadonlyMap<string, string>
}

/** A message with its clocks; nothing where the reader may not see it. */
export function clocksOfMessage(
  message: Message,
  { state, now, zones }: About
): readonly MessageClocks[] {
  const { sent } = message
  const channel = sent && state.source.process.channels.get(sent.content.channel)
  if (!sent || !channel) return []
  const zone = channel.zone ?? zones.get(channel.id) ?? 'UTC'
  const told = (id: string): number => msOf(state.entry(state.originOf(id))?.received ?? '')
  return [
    {
      message,
      channel: channel.id,
      status: sent.content.status,
      sentAt: msOf(sent.content.sentAt),
      ends: [...message.ends].map(([party, end]) => ({
        party,
        ...end,
        clocks: readClocks({ channel, message, sent, party, now, zone, told })
      })),
      corrections: message.steps.flatMap(({ kind, id }) =>
        kind === 'message.corrected' ? [id] : []
      )
    }
  ]
}
