import { Temporal } from 'temporal-polyfill'
import type { Moment } from '../model/moment.ts'

/** A moment in seconds since 1970 (UTC). */
export const secondsOf = ({ utc }: Moment): number =>
  Temporal.Instant.from(utc).epochMilliseconds / 1000

/** The day that it is there then: `2025-02-14`. */
export const dayAt = (seconds: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
