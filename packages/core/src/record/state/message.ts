import type { EntryOf, SeenEntry } from '../entry.ts'
import { isOf } from '../entry.ts'

/** What somebody did with a message, and when by their own clock. */
export type MessageStep = EntryOf<
  | 'message.received'
  | 'message.acknowledged'
  | 'message.answered'
  | 'message.corrected'
  | 'message.cancelled'
>

/** A message on a hotline and what became of it at each end. */
export interface Message {
  /** The id of the entry that sent it. */
  readonly id: string
  /** Undefined where the reader may not see it. */
  readonly sent?: EntryOf<'message.sent'>
  readonly steps: readonly MessageStep[]
  /** For each addressee what it did first of each kind. */
  readonly ends: ReadonlyMap<string, MessageEnd>
  readonly cancelled: boolean
}

/** When one addressee received, acknowledged and answered (ms since 1970), as far as it did. */
export interface MessageEnd {
  readonly received?: number
  readonly acknowledged?: number
  readonly answered?: number
}

const CLOCKS = {
  'message.received': 'received',
  'message.acknowledged': 'acknowledged',
  'message.answered': 'answered'
} as const

/** What the standing entries about a message come to. */
export function messageOf(id: string, valid: readonly SeenEntry[]): Message {
  const sent = valid.find((entry) => isOf(entry, 'message.sent'))
  const steps = valid.filter((entry) =>
    isOf(
      entry,
      'message.received',
      'message.acknowledged',
      'message.answered',
      'message.corrected',
      'message.cancelled'
    )
  )
  const ends = new Map((sent?.content.to ?? []).map((party) => [party, endOf(steps, party)]))
  return {
    id,
    ...(sent && { sent }),
    steps,
    ends,
    cancelled: steps.some(({ kind }) => kind === 'message.cancelled')
  }
}

function endOf(steps: readonly MessageStep[], party: string): MessageEnd {
  const end: { -readonly [K in keyof MessageEnd]: MessageEnd[K] } = {}
  for (const step of steps) {
    if (step.author.party !== party) continue
    if (step.kind === 'message.corrected' || step.kind === 'message.cancelled') continue
    end[CLOCKS[step.kind]] ??= Date.parse(step.content.at)
  }
  return end
}
