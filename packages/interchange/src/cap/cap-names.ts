import type { MessageStatus, Urgency } from '@truce/core/record'

// CAP 1.2 (OASIS, 1 July 2010) on one side, messages of a record on the other.

/** `status` of an alert by that of a message; an alert may also be System or Draft. */
export const CAP_STATUS: Readonly<Record<MessageStatus, string>> = {
  actual: 'Actual',
  exercise: 'Exercise',
  test: 'Test'
}

/** `urgency` of an alert by that of a message. */
export const CAP_URGENCY: Readonly<Record<Urgency, string>> = {
  immediate: 'Immediate',
  expected: 'Expected',
  future: 'Future',
  past: 'Past',
  unknown: 'Unknown'
}

/** What CAP has no element for stands in parameters of these names. */
export const CAP_PARAMETERS = [
  'truce.channel',
  'truce.kind',
  'truce.sentAt',
  'truce.from',
  'truce.until',
  'truce.units',
  'truce.answerWanted',
  'truce.route',
  'truce.leastM',
  'truce.mostM',
  'truce.exhibits',
  'truce.supersedes'
] as const
/** One of `CAP_PARAMETERS`. */
export type CapParameter = (typeof CAP_PARAMETERS)[number]

/** `areaDesc` has to be there; this one says that the message gives its area no name. */
export const NAMELESS_AREA = 'an area without a name'

/** Metres in a foot, exactly: altitudes of CAP are in feet above mean sea level. */
export const FOOT = 0.3048

/** An instant as CAP writes it: to the second, its offset never `Z`. */
export const capTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}-00:00`

/** A CAP time in ms since 1970; undefined where it is none. `Z` is not allowed in CAP. */
export function msOfCapTime(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2})([+-]\d{2}:\d{2})$/.exec(text)
  if (!match) return undefined
  const [, day = '', time = '', offset = ''] = match
  const whole = `${day}${time}Z`
  const wall = Date.parse(whole)
  // A day that does not exist rolls over, and then reads otherwise.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== whole.slice(0, 19))
    return undefined
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  if (hours > 14 || minutes > 59) return undefined
  return wall - (offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes) * 60_000
}
