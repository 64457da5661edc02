const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * Milliseconds since 1970 of an instant that is written in the one way the log knows,
 * `2026-03-01T09:30:00.000Z`; undefined for any other text, and for a day that no month has.
 */
export function stampOf(text: string): number | undefined {
  const known = newer.text === text ? newer : older.text === text ? older : undefined
  if (known !== undefined) return known.at
  older = newer
  newer = { text, at: read(text) }
  return newer.at
}

/** An entry has two instants, and each is asked for several times while it is looked at. */
let newer: { readonly text: string; readonly at: number | undefined } = { text: '', at: undefined }
let older = newer

function read(text: string): number | undefined {
  if (!STAMP.test(text)) return undefined
  // The language takes the 31st of any month and hour 24 for days that follow; the log does not.
  if (Number(text.slice(8, 10)) > daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7))))
    return undefined
  const at = text[11] === '2' && text.charCodeAt(12) > 0x33 ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

/** An instant as the log writes it. */
export const stampText = (at: number): string => new Date(at).toISOString()

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
