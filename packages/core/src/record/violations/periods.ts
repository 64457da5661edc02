import { atLocal, dayAt, wallOf } from '../../time/counted.ts'

/** When a day of reports ends: a time of day such as `19:30` on the clocks of a zone. */
export interface CutOff {
  readonly zone: string
  readonly time: string
}

/** A stretch of time in seconds since 1970: from one instant up to another, without the latter. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Whole days of reports: the last of them, and how many. */
export interface ReportDays {
  readonly day: string
  readonly days: number
}

const DAY = 86_400

/** The day of the calendar so many days later, or earlier. */
export const dayLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY * 1000).toISOString().slice(0, 10)

/** The instant at which a day of reports ends. */
export const endOfDay = (day: string, { zone, time }: CutOff): number =>
  atLocal(wallOf(`${day}T${time}`), zone).seconds

/**
 * From the cut-off of the day before the first up to that of the last. A day on which the clocks
 * are changed has 23 or 25 hours.
 */
export const periodOf = ({ day, days }: ReportDays, cutOff: CutOff): Period => ({
  from: endOfDay(dayLater(day, -days), cutOff),
  to: endOfDay(day, cutOff)
})

/** As many days right before. */
export const daysBefore = ({ day, days }: ReportDays): ReportDays => ({
  day: dayLater(day, -days),
  days
})

/** The day of reports in which an instant falls: the first that ends after it. */
export function reportDayOf(seconds: number, cutOff: CutOff): string {
  // Where a zone went over the date line a day has no length; the one before holds its instants.
  const near = dayLater(dayAt(seconds, cutOff.zone), -2)
  let day = near
  while (endOfDay(day, cutOff) <= seconds) day = dayLater(day, 1)
  return day
}

/** Whether an instant falls in a stretch. */
export const fallsIn = ({ from, to }: Period, seconds: number): boolean =>
  from <= seconds && seconds < to
