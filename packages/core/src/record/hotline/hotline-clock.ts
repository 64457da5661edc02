import type { Channel } from '../../model/meetings.ts'
import type { Lapse } from '../../model/moment.ts'
import { lagOf, laterBy } from '../../time/counted.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { Message, MessageStep } from '../state/message.ts'

/** The two clocks of a message; to acknowledge is not to answer. */
export const HOTLINE_CLOCKS = ['acknowledge', 'answer'] as const
/** One of `HOTLINE_CLOCKS`. */
export type HotlineClock = (typeof HOTLINE_CLOCKS)[number]

/**
 * How a clock stands: it runs, was stopped in time, was stopped in time by its owner's account that
 * the record got only after the hour, was stopped late, is overdue, or the message was cancelled.
 */
export const CLOCK_STATES = [
  'running',
  'in-time',
  'told-late',
  'late',
  'overdue',
  'cancelled'
] as const
/** One of `CLOCK_STATES`. */
export type ClockState = (typeof CLOCK_STATES)[number]

/** One of the two clocks of a message at one addressee. All instants in ms since 1970. */
export interface ClockReading {
  readonly clock: HotlineClock
  readonly state: ClockState
  /** From when on it runs. */
  readonly from: number
  readonly deadline: number
  /** When it was stopped, by the addressee's own account. */
  readonly stopped?: number
  /** The entry that stopped it. An answer also shows that the message was read. */
  readonly by?: string
  /** How long it ran, in ms: until stopped, or until now. */
  readonly ran: number
  /** Since when, and until when if no longer, the record had nothing that stopped it and was past its hour. */
  readonly alarm?: { readonly since: number; readonly until?: number }
}

/** Later than this after it was sent, a message is taken to have been told to the record afterwards. */
const TOLD_AFTERWARDS = 300_000

/** What clocks are read from. */
export interface ReadAt {
  readonly channel: Channel
  readonly message: Message
  readonly sent: EntryOf<'message.sent'>
  readonly party: string
  readonly now: number
  readonly zone: string
  /** When the record first had an entry, or the one that it replaces (ms since 1970). */
  readonly told: (id: string) => number
}

/**
 * From when on an addressee's clocks run: from the sending. Of a message that its sender told the
 * record only afterwards, from when the addressee says that it was received, or the record got it:
 * nobody is late for what could not be seen.
 */
export function clockStart({ message, sent, party, told: of }: ReadAt): number {
  const [at, told] = [msOf(sent.content.sentAt), of(sent.id)]
  if (told - at <= TOLD_AFTERWARDS) return at
  return Math.min(told, message.ends.get(party)?.received ?? told)
}

/** Both clocks of a message at one addressee, the second only where an answer is due. */
export function readClocks(at: ReadAt): readonly ClockReading[] {
  const { acknowledgeWithin, answerWithin } = at.channel
  const { kind, answerWanted = true } = at.sent.content
  const answers = answerWithin !== undefined && answerWanted && kind !== 'line-check'
  return [
    reading(at, 'acknowledge', acknowledgeWithin),
    ...(answers ? [reading(at, 'answer', answerWithin)] : [])
  ]
}

function reading(at: ReadAt, clock: HotlineClock, within: Lapse): ClockReading {
  const { message, now, zone } = at
  const from = clockStart(at)
  const deadline = 1000 * laterBy({ seconds: from / 1000, zone }, lagOf(within)).seconds
  const stop = stopOf(at, clock)
  const cancelled = message.steps.find(({ kind }) => kind === 'message.cancelled')
  const end = stop ?? cancelled
  const known = end ? at.told(end.id) : now
  const ended = end !== undefined
  const stopped = stop && msOf(stop.content.at)
  return {
    clock,
    state: stateOf({ deadline, now, stopped, known, cancelled: !stop && cancelled !== undefined }),
    from,
    deadline,
    ...(stop && stopped !== undefined ? { stopped, by: stop.id } : {}),
    ran: Math.max(0, (stopped ?? known) - from),
    ...(known > deadline ? { alarm: { since: deadline, ...(ended ? { until: known } : {}) } } : {})
  }
}

/**
 * What stops a clock: of those entries that do, the one that says the earliest hour, and of two that
 * say the same the one that came first.
 */
function stopOf({ message, party }: ReadAt, clock: HotlineClock): MessageStep | undefined {
  const stops = message.steps.filter(
    ({ kind, author }) =>
      author.party === party &&
      (kind === 'message.answered' || (clock === 'acknowledge' && kind === 'message.acknowledged'))
  )
  const [first] = stops.sort(
    (a, b) => msOf(a.content.at) - msOf(b.content.at) || a.number - b.number
  )
  return first
}

function stateOf(read: {
  readonly deadline: number
  readonly now: number
  readonly stopped: number | undefined
  readonly known: number
  readonly cancelled: boolean
}): ClockState {
  const { deadline, now, stopped, known, cancelled } = read
  if (stopped !== undefined) {
    if (stopped > deadline) return 'late'
    return known > deadline ? 'told-late' : 'in-time'
  }
  if (cancelled) return 'cancelled'
  return now > deadline ? 'overdue' : 'running'
}
