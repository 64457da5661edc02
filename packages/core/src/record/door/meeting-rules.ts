import { isOf, msOf } from '../entry.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * A recess is no longer than the case allows, and one that is called off gives the notice it asks
 * for; a side signs minutes once, all versions of the meeting they are about.
 */
export function wrongMeetings({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  if (isOf(entry, 'meeting.recessed')) {
    const { meeting, from, until } = entry.content
    if (msOf(until) <= msOf(from))
      return against(entry, 'time-order', { at: until, what: 'from', before: from })
    const most = state.source.process.meetings.get(meeting)?.recess?.atMostDays
    return most !== undefined && msOf(until) - msOf(from) > most * DAY
      ? against(entry, 'recess-rule', { meeting, days: (msOf(until) - msOf(from)) / DAY, most })
      : []
  }
  if (isOf(entry, 'meeting.recalled')) {
    const { meeting, at } = entry.content
    const notice = state.source.process.meetings.get(meeting)?.recess?.recallHours
    const given = (msOf(at) - msOf(entry.received)) / HOUR
    return notice !== undefined && given < notice
      ? against(entry, 'recess-rule', { meeting, hours: given, notice })
      : []
  }
  if (isOf(entry, 'minutes.signed')) {
    const { held, versions } = entry.content
    const minutes = state.heldMeetings.get(held)?.minutes ?? []
    const strange = versions.find((id) => minutes.every((version) => version.id !== id))
    return strange === undefined
      ? []
      : against(entry, 'wrong-subject', { entry: strange, kind: 'minutes.written', wanted: held })
  }
  return []
}
