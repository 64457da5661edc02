import { textIn } from '../../model/package.ts'
import type {
  ClockReading,
  Hotline,
  HotlinePeriod,
  MessageClocks,
  RecordState
} from '../../record/index.ts'
import { hotlineStatistics } from '../../record/index.ts'
import { documentHead } from '../check-json.ts'
import type { HotlineDocument } from './hotline-shape.ts'

/** The hotline of a record at an instant, and the period of which it is told. */
export interface HotlineTold {
  readonly state: RecordState
  readonly hotline: Hotline
  readonly period: HotlinePeriod
}

/** Whether an instant (ms since 1970) is in a period. */
export const inPeriod = (at: number, { from, until }: HotlinePeriod): boolean =>
  from <= at && at < until

/** An instant of a record's document. */
export const utcInstantOf = (ms: number): string => new Date(ms).toISOString()

const orNull = (ms: number | undefined): string | null =>
  ms === undefined ? null : utcInstantOf(ms)

/** The document of `record hotline --format json`. */
export function hotlineJson({ state, hotline, period }: HotlineTold): HotlineDocument {
  const { source } = state
  const zones = new Map(hotline.checks.map((one) => [one.channel, one]))
  return {
    ...documentHead('record hotline'),
    findings: [],
    case: { title: textIn(source.title) },
    at: utcInstantOf(hotline.now),
    period: { from: utcInstantOf(period.from), until: utcInstantOf(period.until) },
    channels: [...source.process.channels.values()].map(
      ({ id, ends, acknowledgeWithin, answerWithin, zone }) => ({
        id,
        ends,
        acknowledgeWithin: acknowledgeWithin.seconds,
        answerWithin: answerWithin?.seconds ?? null,
        zone: zone ?? zones.get(id)?.zone ?? 'UTC',
        zoneTaken: zones.get(id)?.zoneTaken ?? zone === undefined
      })
    ),
    alarms: hotline.alarms.map(({ since, by, ...rest }) => ({
      ...rest,
      since: utcInstantOf(since),
      by: by / 1000
    })),
    messages: hotline.messages
      .filter(({ sentAt }) => inPeriod(sentAt, period))
      .flatMap((one) => messageJson(state, one)),
    checks: hotline.checks.map(({ channel, due }) => ({
      channel,
      due: due
        .filter((one) => inPeriod(one.due, period))
        .map(({ due: at, slip, ...rest }) => ({
          ...rest,
          due: utcInstantOf(at),
          slip: slip ?? null
        }))
    })),
    statistics: hotlineStatistics(hotline, period).map(({ share, median, longest, ...rest }) => ({
      ...rest,
      share: share ?? null,
      median: median === undefined ? null : median / 1000,
      longest: longest ? { ...longest, ran: longest.ran / 1000 } : null
    })),
    hidden: hotline.hidden
  }
}

function messageJson(
  state: RecordState,
  { message, channel, status, sentAt, ends, corrections }: MessageClocks
): HotlineDocument['messages'] {
  const { sent, id, cancelled } = message
  if (!sent) return []
  const { kind, urgency, subject, text } = sent.content
  return [
    {
      id,
      channel,
      kind,
      status,
      urgency,
      from: sent.author.party,
      sentAt: utcInstantOf(sentAt),
      told: state.entry(id)?.received ?? sent.received,
      subject: subject ?? null,
      languages: Object.keys(text).sort(),
      cancelled,
      corrections,
      ends: ends.map(({ party, received, acknowledged, answered, clocks }) => ({
        party,
        received: orNull(received),
        acknowledged: orNull(acknowledged),
        answered: orNull(answered),
        clocks: clocks.map(readingJson)
      }))
    }
  ]
}

const readingJson = ({
  clock,
  state,
  from,
  deadline,
  stopped,
  by,
  ran,
  alarm
}: ClockReading): HotlineDocument['messages'][number]['ends'][number]['clocks'][number] => ({
  clock,
  state,
  from: utcInstantOf(from),
  deadline: utcInstantOf(deadline),
  stopped: orNull(stopped),
  by: by ?? null,
  ran: ran / 1000,
  alarm: alarm ? { since: utcInstantOf(alarm.since), until: orNull(alarm.until) } : null
})
