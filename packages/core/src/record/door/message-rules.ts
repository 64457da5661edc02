import { isOf } from '../entry.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

/**
 * A message goes over a channel that has both its sender and its addressees, and is of a kind that
 * the channel carries; only an addressee receives, acknowledges and answers, each once; only the
 * sender corrects and cancels.
 */
export function wrongMessages({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  const { party } = entry.author
  if (isOf(entry, 'message.sent')) {
    const { channel: id, to, kind } = entry.content
    const channel = state.source.process.channels.get(id)
    if (!channel) return []
    const strangers = [party, ...to].filter((end) => !channel.ends.includes(end))
    return [
      ...strangers.flatMap((end) => against(entry, 'channel', { channel: id, party: end })),
      ...(to.includes(party) ? against(entry, 'channel', { channel: id, party }) : []),
      // A line is checked whatever it carries.
      ...(kind !== 'line-check' && channel.kinds.length > 0 && !channel.kinds.includes(kind)
        ? against(entry, 'channel', { channel: id, kind })
        : [])
    ]
  }
  if (!('message' in entry.content) || entry.content.message === undefined) return []
  if (entry.kind === 'signal.seen') return []
  const message = state.messages.get(entry.content.message)
  if (!message?.sent) return []
  const mine = message.sent.author.party === party
  const bySender = entry.kind === 'message.corrected' || entry.kind === 'message.cancelled'
  if (bySender !== mine || (!mine && !message.ends.has(party)))
    return against(entry, 'not-yours', { entry: message.id, party: message.sent.author.party })
  const again = message.steps.some(
    (step) =>
      step.kind === entry.kind &&
      step.author.party === party &&
      step.id !== entry.supersedes &&
      (step.kind === 'message.received' || step.kind === 'message.acknowledged')
  )
  return again ? against(entry, 'said-already', { entry: message.id, party }) : []
}
