import type { Case } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { PlanFound } from '@truce/core/report/plan'
import { calendarWords } from '@truce/core/report/plan'
import { words } from '@truce/core/report/words'
import ical from 'ical-generator'
import type { Refused } from './answer.ts'

const DAY = 86_400_000

/** An exported calendar. */
export interface CalendarExport {
  readonly refused?: undefined
  readonly text: string
}

/**
 * The order of a path as an iCalendar file: an all-day event for each step on the day by which it is
 * done, and one for each gate on the day that the step behind it is begun. The same case gives the
 * same file, and a step keeps its UID when its day moves. Refused where the steps have no days.
 */
export function exportCalendar(source: Case, plan: PlanFound): CalendarExport | Refused {
  const { found, settings } = plan
  if (!found) return { refused: 'no order of its steps was found, so there is nothing to date' }
  const title = textIn(source.title)
  const about = { words: words(), source }
  const stamp = new Date(`${source.asOf}T00:00:00Z`)
  const calendar = ical({
    name: title,
    prodId: { company: 'truce', product: 'plan', language: 'EN' }
  })
  for (const { day, kind, of, summary, description } of calendarWords(about, found)) {
    if (day === null)
      return {
        refused:
          'its steps have no days: say under `ceasefire:` at which moment it enters into force'
      }
    const start = new Date(`${day}T00:00:00Z`)
    calendar.createEvent({
      id: `${encodeURIComponent(title)}.${settings.proposal}.${kind}.${of}@truce`,
      stamp,
      start,
      end: new Date(start.getTime() + DAY),
      allDay: true,
      timezone: 'UTC',
      summary,
      description
    })
  }
  return { text: calendar.toString() }
}
