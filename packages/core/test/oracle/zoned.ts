import { Temporal } from 'temporal-polyfill'

/** An instant on the clocks of a zone by the polyfill of Temporal: its local time, the first instant at which they show that, and its day. */
export function zoned(
  ms: number,
  zone: string
): { readonly local: string; readonly first: number; readonly day: readonly [number, number] } {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const plain = at.toPlainDateTime()
  return {
    local: plain.toString({ smallestUnit: 'minute' }),
    first: plain.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds,
    day: [at.startOfDay().epochMilliseconds, at.add({ days: 1 }).startOfDay().epochMilliseconds]
  }
}
