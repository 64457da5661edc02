import { readsDate } from './dates.ts'
import type { Draft, Value } from './draft.ts'
import { entriesOf, mapOf, scalarIn, textOf } from './draft.ts'
import type { About } from './spec.ts'

/** What a span of time is counted in: minutes and hours stand behind a `T`. */
export const UNITS = ['minutes', 'hours', 'days', 'weeks'] as const

/** What a moment after an event is counted in. */
export const LAGS = ['hours', 'days', 'weeks'] as const

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\[([^\]]+)\]$/
const SPAN = /^P(T?)(\d+)([MHDW])$/
const CLOCK = /^(\d{2}:\d{2})\[([^\]]+)\]$/

/** A day, and the hour of it where that matters. */
export const momentWritten = (value: Value): unknown => {
  const { day, time, zone } = mapOf(value)
  return textOf(time) === ''
    ? textOf(day).trim()
    : `${textOf(day).trim()}T${textOf(time).trim()}[${textOf(zone).trim()}]`
}

/** A written moment by its parts; undefined where it says more than these. */
export function momentRead(told: unknown): Value | undefined {
  const text = scalarIn(told) ?? ''
  const [, day, time, zone] = MOMENT.exec(text) ?? []
  if (day !== undefined && time !== undefined && zone !== undefined) return { day, time, zone }
  return readsDate(text, false) ? { day: text } : undefined
}

/** What is wrong with a moment; `hour`: whether it cannot do without one. */
export function momentProblem(value: Value, hour: boolean, { say }: About): string | undefined {
  const { day, time, zone } = mapOf(value)
  if (!readsDate(textOf(day).trim(), false)) return say('forms.problem.date')
  if (textOf(time) === '' && textOf(zone) === '' && !hour) return undefined
  return hourProblem({ time: time ?? '', zone: zone ?? '' }, say)
}

/** A time of day with the zone it is kept in. */
export const clockWritten = (value: Value): unknown => {
  const { time, zone } = mapOf(value)
  return `${textOf(time).trim()}[${textOf(zone).trim()}]`
}

/** A written time of day by its parts. */
export function clockRead(told: unknown): Value | undefined {
  const [, time, zone] = CLOCK.exec(scalarIn(told) ?? '') ?? []
  return time === undefined || zone === undefined ? undefined : { time, zone }
}

/** What is wrong with a time of day. */
export function hourProblem(parts: Draft, say: About['say']): string | undefined {
  const [time, zone] = [textOf(parts['time']).trim(), textOf(parts['zone']).trim()]
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return say('forms.problem.hour')
  return isZone(zone) ? undefined : say('forms.problem.zone')
}

function isZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** A span of time as a case writes it, such as `PT30M` or `P14D`. */
export function spanWritten(value: Value): unknown {
  const { count, unit } = mapOf(value)
  const letter = textOf(unit).charAt(0).toUpperCase()
  const isOfDay = unit === 'minutes' || unit === 'hours'
  return `P${isOfDay ? 'T' : ''}${Number(textOf(count))}${letter}`
}

/** A written span by its parts; undefined where it mixes units. */
export function spanRead(told: unknown): Value | undefined {
  const [, time, count, letter] = SPAN.exec(scalarIn(told) ?? '') ?? []
  if (count === undefined || letter === undefined) return undefined
  const unit = UNITS.find((one) => one.charAt(0).toUpperCase() === letter)
  // An M that stands before a T would be months, which no case counts in.
  const isOfDay = letter === 'M' || letter === 'H'
  return unit && isOfDay === (time === 'T') ? { count, unit } : undefined
}

/** What is wrong with a span of time. */
export function spanProblem(value: Value, { say }: About): string | undefined {
  const { count, unit } = mapOf(value)
  const isWhole = /^\d+$/.test(textOf(count).trim())
  return isWhole && textOf(unit) !== '' ? undefined : say('forms.problem.lapse')
}

/** A moment of its own, or so long after an event. */
export function whenWritten(value: Value): unknown {
  const { sort, event, count, unit } = mapOf(value)
  if (sort === 'moment') return momentWritten(value)
  const number = Number(textOf(count).replace(',', '.'))
  return textOf(count).trim() === '' || number === 0
    ? textOf(event)
    : { after: textOf(event), [textOf(unit) || 'days']: number }
}

/** A written moment or event; undefined where it is counted in more than one unit. */
export function whenRead(told: unknown): Value | undefined {
  const text = scalarIn(told)
  if (text !== undefined) {
    if (!/^\d/.test(text)) return { sort: 'after', event: text }
    const read = mapOf(momentRead(text))
    return read['time'] === undefined ? undefined : { sort: 'moment', ...read }
  }
  const { after, ...rest } = entriesOf(told) ?? {}
  const [lag, ...more] = Object.entries(rest)
  const event = scalarIn(after)
  if (event === undefined || more.length > 0) return undefined
  if (!lag) return { sort: 'after', event }
  const unit = LAGS.find((one) => one === lag[0])
  const count = scalarIn(lag[1])
  return unit && count !== undefined ? { sort: 'after', event, count, unit } : undefined
}

/** What is wrong with when something is. */
export function whenProblem(value: Value, about: About): string | undefined {
  const { sort, event, count, unit } = mapOf(value)
  if (sort === 'moment') return momentProblem(value, true, about)
  if (textOf(event) === '') return about.say('forms.problem.event')
  const text = textOf(count).trim().replace(',', '.')
  if (text === '') return undefined
  const isLag = Number(text) >= 0 && textOf(unit) !== ''
  return isLag ? undefined : about.say('forms.problem.lapse')
}
