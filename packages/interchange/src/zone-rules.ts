import { changesBetween, localAt, offsetAt } from '@truce/core/timetable'

const YEAR = 366 * 86_400
/** How far ahead changes that follow no rule are written out. */
const AHEAD = 10 * YEAR

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** A change of clocks, as a VTIMEZONE tells it. */
interface Observance {
  /** Local time at the change by the clocks before it: `2025-03-30T03:00`. */
  readonly start: string
  readonly before: number
  readonly after: number
}

/**
 * The rules of a zone as the text of a VTIMEZONE, from a year before an instant on. Changes that come
 * each year on the same Sunday of the month are told as a rule, without an end; others one by one for
 * ten years.
 */
export function vtimezone(zone: string, from: number): string {
  const start = from - YEAR
  const changes = changesBetween(zone, [start, from + AHEAD]).map(
    ({ seconds, before, after }): Observance => ({
      start: localAt(seconds + before, 'UTC'),
      before,
      after
    })
  )
  const offset = offsetAt(start, zone)
  const first: Observance = { start: localAt(start + offset, 'UTC'), before: offset, after: offset }
  const lines = [first, ...changes].length === 1 ? standing(first) : ruled(first, changes)
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'].join('\r\n')
}

const standing = (only: Observance): readonly string[] => component(only, 'STANDARD', [])

function ruled(first: Observance, changes: readonly Observance[]): readonly string[] {
  const least = Math.min(...changes.map(({ before, after }) => Math.min(before, after)))
  const name = ({ after }: Observance): 'STANDARD' | 'DAYLIGHT' =>
    after > least ? 'DAYLIGHT' : 'STANDARD'
  const kinds = Map.groupBy(changes, ({ start, before, after }) =>
    JSON.stringify([start.slice(5, 7), start.slice(11), before, after])
  )
  const told = [...kinds.values()].flatMap((ones) => {
    const [earliest] = ones
    const rule = ones.length >= 5 ? yearly(ones) : undefined
    if (earliest && rule) return component(earliest, name(earliest), [`RRULE:${rule}`])
    return ones.flatMap((one) => component(one, name(one), []))
  })
  return [...component(first, name(first), []), ...told]
}

/** The rule of changes that come each year on one weekday of a month: the last, or the nth. */
function yearly(ones: readonly Observance[]): string | undefined {
  const dates = ones.map(({ start }) => new Date(`${start.slice(0, 10)}T00:00Z`))
  const [first] = dates
  const inARow = dates.every(
    (date, at) => date.getUTCFullYear() === (first?.getUTCFullYear() ?? 0) + at
  )
  if (!first || !inARow || dates.some((date) => date.getUTCDay() !== first.getUTCDay()))
    return undefined
  const week = (date: Date): number => Math.ceil(date.getUTCDate() / 7)
  const isLast = (date: Date): boolean =>
    date.getUTCDate() + 7 >
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  const nth = dates.every(isLast) ? -1 : week(first)
  if (nth > 0 && dates.some((date) => week(date) !== nth)) return undefined
  return `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${nth}${DAYS[first.getUTCDay()]}`
}

function component(
  { start, before, after }: Observance,
  name: 'STANDARD' | 'DAYLIGHT',
  rules: readonly string[]
): readonly string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${basic(start)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    ...rules,
    `END:${name}`
  ]
}

/** A local time as iCalendar writes it: `20250330T030000`. */
export const basic = (local: string): string =>
  `${local.replaceAll('-', '').replaceAll(':', '')}${local.length === 16 ? '00' : ''}`

function offset(seconds: number): string {
  const size = Math.abs(seconds)
  const two = (n: number): string => String(n).padStart(2, '0')
  const rest = size % 60
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${two(Math.floor((size % 3600) / 60))}${rest > 0 ? two(rest) : ''}`
}
