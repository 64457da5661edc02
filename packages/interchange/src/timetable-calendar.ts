import { textIn } from '@truce/core/model'
import type { CalendarItem, CalendarSeries, PlacedTimetable } from '@truce/core/report/timetable'
import { calendarItems, calendarSeries } from '@truce/core/report/timetable'
import { words } from '@truce/core/report/words'
import type { Recess } from '@truce/core/timetable'
import { localAt, occurrences } from '@truce/core/timetable'
import ical from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Refused } from './answer.ts'
import type { CalendarExport } from './calendar.ts'
import { basic, vtimezone } from './zone-rules.ts'

const DAY = 86_400

/**
 * A timetable as an iCalendar file. Each moment is an event of its own in its zone, each meeting and
 * line check a series that takes out the days of a recess and tells them by an event of all those
 * days. The zones' rules go with it, so that a reader needs no list of its own. The same case gives
 * the same file, and an event keeps its UID when its moment changes.
 */
export function exportTimetable(placed: PlacedTimetable): CalendarExport | Refused {
  const { source, settings } = placed.timetable
  const about = { words: words(), source }
  const [items, series] = [calendarItems(about, placed), calendarSeries(about, placed)]
  if (items.length === 0 && series.length === 0)
    return {
      refused:
        'nothing that was asked for has an instant: say under `ceasefire:` at which moment it enters into force, or suppose one by --eif or --signature'
    }
  const title = textIn(source.title)
  const first = Math.min(...[...items, ...series].map(({ seconds }) => seconds))
  const calendar = ical({
    name: title,
    prodId: { company: 'truce', product: 'timetable', language: 'EN' },
    timezone: { name: null, generator: (zone) => vtimezone(zone, first) }
  })
  const stamp = new Date(`${source.asOf.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`)
  const uid = (id: string): string => `${encodeURIComponent(title)}.${id}@truce`
  const add = (one: CalendarItem, repeating?: string): void => {
    const { id, zone, seconds, summary, description } = one
    calendar.createEvent({
      id: uid(id),
      stamp,
      start: Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone),
      timezone: zone,
      summary,
      description,
      ...(repeating === undefined ? {} : { repeating })
    })
  }
  // what has no hour lasts all of its days
  const addDays = ({ id, zone, seconds, cadence, summary, description }: CalendarSeries): void => {
    const day = Temporal.PlainDate.from(localAt(seconds, zone).slice(0, 10))
    const { until } = settings
    const end = until === undefined ? '' : `;UNTIL=${until.replaceAll('-', '')}`
    calendar.createEvent({
      id: uid(id),
      stamp,
      allDay: true,
      start: day,
      end: day.add({ days: 1 }),
      summary,
      description,
      repeating: `RRULE:${RULES[cadence]}${end}`
    })
  }
  for (const one of items) add(one)
  for (const one of series) {
    if (one.time === undefined) {
      addDays(one)
      continue
    }
    add(one, repeated({ ...one, time: one.time }, settings.until))
    for (const recess of one.recesses) {
      calendar.createEvent({
        id: uid(`${one.id}.recess.${recess.from}`),
        stamp,
        allDay: true,
        start: Temporal.PlainDate.from(recess.from),
        end: Temporal.PlainDate.from(recess.until).add({ days: 1 }),
        ...one.recess
      })
    }
  }
  return { text: calendar.toString() }
}

const RULES: Readonly<Record<CalendarSeries['cadence'], string>> = {
  daily: 'FREQ=DAILY',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY'
}

/** A series at an hour. */
type Hourly = CalendarSeries & { readonly time: string }

/** The rule of a series, and the times of it that fall into a recess. */
function repeated(one: Hourly, until: string | undefined): string {
  const { cadence, zone, recesses } = one
  const end = until === undefined ? undefined : lastOf(one, until)
  const rule =
    end === undefined ? RULES[cadence] : `${RULES[cadence]};UNTIL=${basic(localAt(end, 'UTC'))}Z`
  const out = recesses.flatMap((recess) => within(one, recess))
  return [
    `RRULE:${rule}`,
    ...(out.length > 0
      ? [`EXDATE;TZID=${zone}:${out.map((at) => basic(localAt(at, zone))).join(',')}`]
      : [])
  ].join('\r\n')
}

const endOf = (day: string): number => Date.parse(`${day}T00:00Z`) / 1000 + 2 * DAY

function heldUntil({ seconds, zone, cadence, time }: Hourly, day: string): readonly number[] {
  return occurrences({ first: { seconds, zone }, cadence, time }, endOf(day))
    .map((one) => one.seconds)
    .filter((at) => localAt(at, zone).slice(0, 10) <= day)
}

const lastOf = (one: Hourly, day: string): number => heldUntil(one, day).at(-1) ?? one.seconds

const within = (one: Hourly, { from, until }: Recess): readonly number[] =>
  heldUntil(one, until).filter((at) => localAt(at, one.zone).slice(0, 10) >= from)
