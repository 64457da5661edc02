const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * Milliseconds since 1970 of an instant that is written in the one way the log knows,
 * `2026-03-01T09:30:00.000Z`; undefined for any other text, and for a day that no month has.
 */
export function stampOf(text: string): number | undefined {
  if (!STAMP.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) || stampText(at) !== text ? undefined : at
}

/** An instant as the log writes it. */
export const stampText = (at: number): string => new Date(at).toISOString()
