import type { Anchor, EventName } from '../model/moment.ts'
import type { TimePoint } from '../time/counted.ts'
import { laterBy } from '../time/counted.ts'

/** When something is: an instant, or so long after an event that has none yet. */
export type Reckoned = { readonly at: TimePoint } | Unreckoned

/** So many days and seconds (days among them) after an event without an instant. */
export interface Unreckoned {
  readonly after: EventName
  readonly days: number
  readonly seconds: number
  /** What waits only for itself, and so for ever. */
  readonly never?: true
}

/** Nothing is known of an event but that other things count from it. */
export const unknown = (after: EventName): Unreckoned => ({ after, days: 0, seconds: 0 })

/** Where an obligation stands on its time line: by instant, or counted from one unknown event. */
export const secondsIn = (when: Reckoned): number => ('at' in when ? when.at.seconds : when.seconds)

/** What obligations can be compared in time with: those of one name. */
export const lineOf = (when: Reckoned): string => ('at' in when ? '' : when.after)

/** Calendars end somewhere behind that; what is counted further has no date. */
const MOST = 8e12

/** So much later than something reckoned. */
export function further(from: Reckoned, lag: Partial<Anchor> & Pick<Anchor, 'seconds'>): Reckoned {
  if ('at' in from) {
    const far = Math.abs(from.at.seconds + lag.seconds) > MOST
    return far ? unknown(lag.after ?? 'ceasefire') : { at: laterBy(from.at, lag) }
  }
  const { days, seconds } = from
  return { ...from, days: days + (lag.days ?? 0), seconds: seconds + lag.seconds }
}
