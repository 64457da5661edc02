import { dayAt } from '../../time/counted.ts'
import { isOf, msOf } from '../entry.ts'
import { rungsOf } from '../meetings/ladders.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

/**
 * A rank that the ladder of its country has on the day of the meeting is given the grades it has
 * there, or said to rest on something else: on the function, say, of who bears it.
 */
export function wrongRanks({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  if (!isOf(entry, 'meeting.held')) return []
  const { meeting, started, attendance } = entry.content
  const zone = state.source.process.meetings.get(meeting)?.hour.zone ?? 'UTC'
  const day = dayAt(msOf(started) / 1000, zone)
  return attendance.flatMap((attendant) => {
    const { grade, rank } = attendant
    const known = rungsOf(attendant, day).filter(({ basis }) => basis.includes(grade.basis))
    const fits = known.some(({ low, high }) => low === grade.low && high === grade.high)
    if (known.length === 0 || fits) return []
    return against(entry, 'off-ladder', {
      rank,
      low: known.map(({ low }) => low).join(' or '),
      high: known.map(({ high }) => high).join(' or '),
      given: `${grade.low} to ${grade.high}`
    })
  })
}
