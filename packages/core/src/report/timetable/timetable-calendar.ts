import { dayAt } from '../../time/counted.ts'
import type { Recess, StandingDate, Timetable, TimetableEntry } from '../../timetable/index.ts'
import { isShown } from '../../timetable/index.ts'
import type { InWords } from '../words/index.ts'
import { capital } from '../words/index.ts'
import type { PlacedTimetable } from './placed.ts'
import { boundWords, everywhere, obligationWords, standingName } from './timetable-words.ts'

/** One moment in a calendar. */
export interface CalendarItem {
  /** The same whenever its moment changes. */
  readonly id: string
  readonly seconds: number
  readonly zone: string
  readonly summary: string
  readonly description: string
}

/** Something held again and again in a calendar. */
export interface CalendarSeries extends CalendarItem {
  readonly cadence: StandingDate['cadence']
  /** None of what lasts all day. */
  readonly time?: string
  readonly recesses: readonly Recess[]
  /** What stands on the days of a recess. */
  readonly recess: { readonly summary: string; readonly description: string }
}

/** What has an instant and is asked for, as a calendar tells it. */
export function calendarItems(
  about: InWords,
  { timetable: made, places }: PlacedTimetable
): readonly CalendarItem[] {
  const shown = made.entries.filter((one) => one.kind !== 'meeting' && isShown(made, one))
  return shown.flatMap((one) => {
    const { id, when, parties, at } = one
    if (!('at' in when)) return []
    const { seconds, zone } = when.at
    return [
      {
        id,
        seconds,
        zone,
        summary: capital(obligationWords(about, [one])),
        description: notes(about, { made, parties, seconds, place: places.get(at) })
      }
    ]
  })
}

interface Noted {
  readonly made: Timetable
  readonly parties: TimetableEntry['parties']
  readonly seconds: number
  readonly place:
    | { readonly file: string; readonly line: number; readonly column: number }
    | undefined
}

function notes(about: InWords, { made, parties, seconds, place }: Noted): string {
  const { say } = about.words
  return [
    boundWords(about, parties),
    say('timetable.calendar.local', { times: everywhere(made, seconds) }),
    ...(place
      ? [say('timetable.calendar.places', { place: say('timetable.place', { ...place }) })]
      : [])
  ].join('\n')
}

/** What is held again and again from an instant on, as a calendar tells it. */
export function calendarSeries(
  about: InWords,
  { timetable: made, places }: PlacedTimetable
): readonly CalendarSeries[] {
  const { say } = about.words
  const { party, until } = made.settings
  const { recesses } = made
  return made.standing.flatMap((one): readonly CalendarSeries[] => {
    const { id, kind, of, first, parties, recess, cadence, time, at } = one
    if (!first || (party !== undefined && !parties.includes(party))) return []
    if (until !== undefined && dayAt(first.seconds, made.zone) > until) return []
    const { seconds, zone } = first
    return [
      {
        id,
        seconds,
        zone,
        cadence,
        ...(time === undefined ? {} : { time }),
        recesses: recesses.filter(({ meeting }) => kind === 'meeting' && meeting === of),
        summary: say(`timetable.calendar.${kind}`, { of: standingName(about, one) }),
        description: notes(about, { made, parties, seconds, place: places.get(at) }),
        recess: {
          summary: say('timetable.calendar.recess', { of }),
          description: recess
            ? say('timetable.calendar.recall', { hours: recess.recallHours })
            : say('timetable.calendar.no-recall')
        }
      }
    ]
  })
}
