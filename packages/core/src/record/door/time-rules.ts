import type { RecordEntry } from '../entry.ts'
import { isOf, msOf } from '../entry.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

/**
 * Nothing is told before it happened, and what follows from something does not come before it: to
 * receive is not before to send, to acknowledge not before to receive.
 */
export function wrongTimes(at: AtTheDoor): readonly DoorProblem[] {
  const { entry, tolerance } = at
  const latest = msOf(entry.received) + 1000 * tolerance
  const early = happenedAt(entry).filter((instant) => msOf(instant) > latest)
  return [
    ...early.flatMap((instant) =>
      against(entry, 'not-yet', { at: instant, received: entry.received })
    ),
    ...messageOrder(at)
  ]
}

/** The instants at which an entry says that something happened. */
function happenedAt(entry: RecordEntry): readonly string[] {
  const { content } = entry
  if (isOf(entry, 'meeting.held')) return [entry.content.started, entry.content.ended]
  if (isOf(entry, 'meeting.failed')) return [entry.content.due]
  if (isOf(entry, 'meeting.recalled')) return []
  if (isOf(entry, 'message.sent')) return [entry.content.sentAt]
  return [
    ...('occurred' in content && content.occurred ? [content.occurred.at] : []),
    ...('at' in content && content.at ? [content.at] : [])
  ]
}

function messageOrder({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  if (
    !isOf(
      entry,
      'message.received',
      'message.acknowledged',
      'message.answered',
      'message.corrected',
      'message.cancelled'
    )
  )
    return []
  const message = state.messages.get(entry.content.message)
  const sent = message?.sent
  if (!message || !sent) return []
  const end = message.ends.get(entry.author.party)
  const before: readonly (readonly [string, number | undefined])[] = [
    ['sent', msOf(sent.content.sentAt)],
    ...(entry.kind === 'message.acknowledged' || entry.kind === 'message.answered'
      ? [['received', end?.received] as const]
      : [])
  ]
  return before.flatMap(([what, instant]) =>
    instant !== undefined && msOf(entry.content.at) < instant
      ? against(entry, 'time-order', {
          at: entry.content.at,
          what,
          before: new Date(instant).toISOString()
        })
      : []
  )
}
