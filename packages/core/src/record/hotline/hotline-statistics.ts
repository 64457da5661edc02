import type { MessageStatus } from '../record-lists.ts'
import type { Hotline } from './hotline.ts'
import type { ClockReading, HotlineClock } from './hotline-clock.ts'
import { HOTLINE_CLOCKS } from './hotline-clock.ts'

/** A period, from its first millisecond up to its last, which is no longer in it. */
export interface HotlinePeriod {
  readonly from: number
  readonly until: number
}

/** How one party kept one of the clocks of a channel. Times in ms. */
export interface ClockStatistics {
  readonly channel: string
  readonly party: string
  readonly status: MessageStatus
  readonly clock: HotlineClock
  /** How many were sent to it in the period; of those cancelled before they were stopped none. */
  readonly messages: number
  readonly inTime: number
  /** Stopped in time by the party's account, which the record got only after the hour. */
  readonly toldLate: number
  readonly late: number
  readonly overdue: number
  readonly running: number
  /** In time, of those that no longer run; undefined where there are none. */
  readonly share?: number
  /** Of those that were stopped: of an even number the mean of the two in the middle. */
  readonly median?: number
  /** The longest that one ran, or has run so far, and which message. */
  readonly longest?: { readonly ran: number; readonly message: string }
}

/** How the clocks were kept in a period, by channel, party and status; by when messages were sent. */
export function hotlineStatistics(
  { messages }: Hotline,
  { from, until }: HotlinePeriod
): readonly ClockStatistics[] {
  const readings = messages
    .filter(({ sentAt }) => from <= sentAt && sentAt < until)
    .flatMap(({ message, channel, status, ends }) =>
      ends.flatMap(({ party, clocks }) =>
        clocks.map((reading) => ({ channel, party, status, message: message.id, reading }))
      )
    )
    .filter(({ reading }) => reading.state !== 'cancelled')
  const groups = Map.groupBy(readings, ({ channel, party, status, reading }) =>
    [channel, party, status, HOTLINE_CLOCKS.indexOf(reading.clock)].join(' ')
  )
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => ofGroup(group))
}

interface Row {
  readonly channel: string
  readonly party: string
  readonly status: MessageStatus
  readonly message: string
  readonly reading: ClockReading
}

function ofGroup(rows: readonly Row[]): readonly ClockStatistics[] {
  const [first] = rows
  if (!first) return []
  const { channel, party, status, reading } = first
  const count = (state: ClockReading['state']): number =>
    rows.filter((row) => row.reading.state === state).length
  const [inTime, decided] = [count('in-time'), rows.length - count('running')]
  const median = medianOf(
    rows.flatMap((row) => (row.reading.stopped === undefined ? [] : [row.reading.ran]))
  )
  // Of two that ran equally long the one with the earlier id: the order of a file says nothing.
  const [longest] = [...rows].sort(
    (a, b) => b.reading.ran - a.reading.ran || (a.message < b.message ? -1 : 1)
  )
  return [
    {
      channel,
      party,
      status,
      clock: reading.clock,
      messages: rows.length,
      inTime,
      toldLate: count('told-late'),
      late: count('late'),
      overdue: count('overdue'),
      running: count('running'),
      ...(decided > 0 ? { share: inTime / decided } : {}),
      ...(median === undefined ? {} : { median }),
      ...(longest ? { longest: { ran: longest.reading.ran, message: longest.message } } : {})
    }
  ]
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b)
  const low = sorted[(sorted.length - 1) >> 1]
  const high = sorted[sorted.length >> 1]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
