import { Temporal } from 'temporal-polyfill'
import type { Clock, Lapse, Moment } from '../model/moment.ts'

/** A moment, or what is wrong with the text. */
export type ParsedInstant =
  | { readonly ok: true; readonly instant: Moment }
  | { readonly ok: false; readonly problem: string }

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?(?:\[([^\]]+)\])?$/

/**
 * Reads `2025-01-20T00:00[Europe/Kyiv]`. A local time that the clocks skip, or show twice, is a
 * problem: an agreement must not leave open which hour was meant; an offset (`+03:00` before the
 * zone) settles the second kind.
 */
export function parseInstant(text: string): ParsedInstant {
  const match = INSTANT.exec(text)
  const [, local, offset, zone] = match ?? []
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return { ok: false, problem: 'it is a day, which begins at another hour in each time zone' }
  if (!match || local === undefined)
    return { ok: false, problem: 'it is not a local time such as 2025-01-20T00:00[Europe/Kyiv]' }
  if (zone === undefined) return { ok: false, problem: 'it has no time zone' }
  if (!existingDate(local.slice(0, 10))) return { ok: false, problem: 'that date does not exist' }
  if (!isZone(zone))
    return { ok: false, problem: `\`${zone}\` is not a time zone of the IANA list` }
  try {
    const zoned = Temporal.ZonedDateTime.from(`${local}${offset ?? ''}[${zone}]`, {
      disambiguation: 'reject',
      offset: 'reject'
    })
    return { ok: true, instant: { text, local, zone, utc: zoned.toInstant().toString() } }
  } catch {
    return {
      ok: false,
      problem: offset
        ? 'that offset is not in force there then'
        : 'the clocks skip that time there, or show it twice'
    }
  }
}

/** Reads `HH:MM`, with `[zone]` exactly where wanted. */
export function parseClock(text: string, zoned: boolean): Clock | undefined {
  const [, time, zone] = /^([01]\d|2[0-3]):[0-5]\d/.test(text)
    ? (/^(\d{2}:\d{2})(?:\[([^\]]+)\])?$/.exec(text) ?? [])
    : []
  if (time === undefined || zoned !== (zone !== undefined) || (zone !== undefined && !isZone(zone)))
    return undefined
  return zone === undefined ? { time } : { time, zone }
}

/** Seconds in a million days: calendars end somewhere behind that. */
const LONGEST = 86_400_000_000

/** Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, up to a million days. */
export function parseDuration(text: string): Lapse | undefined {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  const parts = match?.slice(1)
  if (!parts?.some((part) => part !== undefined)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    Number(part ?? 0)
  )
  const all = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds
  return all <= LONGEST ? { text, seconds: all } : undefined
}

/** Whether a year, month or day as written exists in the calendar. */
export function existingDate(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

/** Zones that were looked up: there are some 600, and a record names one in every entry. */
const zones = new Set<string>()
const MOST_ZONES = 2000

/** Whether a name is a time zone of the IANA list. */
export function isZone(zone: string): boolean {
  if (zones.has(zone)) return true
  try {
    Temporal.PlainDateTime.from('2024-01-01T00:00').toZonedDateTime(zone)
  } catch {
    return false
  }
  const named = /^[A-Za-z]/.test(zone)
  // Names are read in any case, so that whoever means harm has many for one zone.
  if (named && zones.size < MOST_ZONES) zones.add(zone)
  return named
}
