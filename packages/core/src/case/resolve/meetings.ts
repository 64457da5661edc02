import type { Channel, Meeting } from '../../model/meetings.ts'
import { evidenceOf, mapOf, present, solid } from './context.ts'
import type { Listed } from './listed.ts'

/** A standing meeting. */
export function resolveMeeting(meeting: Listed<'meetings'>, at: string): Meeting {
  const {
    id,
    kind,
    title,
    cadence,
    at: hour,
    quorum,
    attend,
    recess,
    recesses,
    place,
    minutes,
    decides,
    deadlock
  } = meeting
  return {
    id,
    kind,
    cadence,
    hour,
    quorum: mapOf(quorum),
    attend: mapOf(attend),
    minutes: solid(minutes),
    recesses: solid(recesses).map(({ days: { from, until }, because }, place) => ({
      from,
      until,
      at: `${at}/recesses/${place}`,
      ...present({ because })
    })),
    at,
    ...evidenceOf(meeting),
    ...present({
      title,
      place,
      decides,
      deadlock,
      rankFloor: meeting['rank-floor'],
      termsOfReference: meeting['terms-of-reference'],
      recess: recess && {
        atMostDays: recess['at-most-days'],
        recallHours: recess['recall-hours']
      }
    })
  }
}

/** A channel between parties. */
export function resolveChannel(channel: Listed<'channels'>, at: string): Channel {
  const { id, title, ends, kinds, zone } = channel
  return {
    id,
    ends: solid(ends),
    acknowledgeWithin: channel['acknowledge-within'],
    lineCheck: solid(channel['line-check']),
    kinds: solid(kinds),
    at,
    ...evidenceOf(channel),
    ...present({
      title,
      zone,
      answerWithin: channel['answer-within'],
      termsOfReference: channel['terms-of-reference']
    })
  }
}
