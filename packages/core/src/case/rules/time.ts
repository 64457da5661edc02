import type { Page } from '../../diagnostic/diagnostic.ts'

/** Problems of dates and times. */

export const noSuchDate: Page = {
  code: 'DT001', severity: 'error', title: 'a date that does not exist',
  about: 'Dates follow the calendar: `2024-11-21`, `2024-11` or `2024`.',
  message: (d) => `${d['date']} does not exist`
}
export const badInstant: Page = {
  code: 'DT002', severity: 'error', title: 'a moment that is not clear',
  about: 'A moment in an agreement is a local time with its zone, both written out: `"2025-01-20T00:00[Europe/Kyiv]"`. A time that the clocks skip or show twice there is refused.',
  message: (d) => `\`${d['text']}\` is not a clear moment: ${d['problem']}`,
  help: () => 'write it as "2025-01-20T00:00[Europe/Kyiv]"; where the clocks show an hour twice, put the offset before the zone'
}
export const badClock: Page = {
  code: 'DT003', severity: 'error', title: 'a time of day that is not clear',
  about: 'A time of day is `HH:MM`; meetings carry their time zone.',
  message: (d) => `\`${d['text']}\` is not a time of day`,
  help: (d) => `write it as ${d['example']}`
}
export const badDuration: Page = {
  code: 'DT004', severity: 'error', title: 'a time span that is not clear',
  about: 'Time spans are written as in ISO 8601: `PT10M` is ten minutes, `PT2H` two hours, `P14D` fourteen days.',
  message: (d) => `\`${d['text']}\` is not a time span`,
  help: () => 'write it as PT10M, PT2H or P14D'
}
export const pollTooLate: Page = {
  code: 'DT005', severity: 'error', title: 'a poll fielded after the case\'s date',
  about: '`as-of` says when the case was judged; a poll taken later could not have been known.',
  message: (d) => `the poll \`${d['poll']}\` was fielded in ${d['field']}, after the case's date ${d['as-of']}`,
  help: () => 'leave the poll out, or move `as-of`'
}
export const circle: Page = {
  code: 'DT006', severity: 'error', title: 'steps that wait for each other',
  about: 'Gates open on what was verified, and dates count from other events. If they wait for each other in a circle, none of them can ever happen.',
  message: (d) => `these wait for each other: ${(d['circle'] as readonly string[]).join(' -> ')}`,
  help: () => 'let one of them depend on something outside the circle'
}
