import { secondsIn } from '../calendar/reckoned.ts'
import type { Case } from '../model/case.ts'
import type { Text } from '../model/judgement.ts'
import { dayAt, localAt } from '../time/counted.ts'
import { occurrences } from '../time/recurrence.ts'
import type { TimeConflict } from './conflict.ts'
import type { Obligation } from './obligation.ts'
import type { StandingDate } from './standing.ts'

/** Days on which a meeting is not held, both included: `2025-03-01` to `2025-03-07`. */
export interface Recess {
  readonly meeting: string
  readonly from: string
  readonly until: string
  /** Where the case says it, and why; of one that is supposed neither. */
  readonly at?: string
  readonly because?: Text
}

/** The recesses whose days a case says. */
export const recessesOf = ({ process: { meetings } }: Case): readonly Recess[] =>
  [...meetings.values()].flatMap(({ id, recesses }) =>
    recesses.map((one) => ({ ...one, meeting: id }))
  )

const DAY = 86_400

/** How many days a recess lasts. */
export const recessDays = ({ from, until }: Recess): number =>
  (Date.parse(until) - Date.parse(from)) / 1000 / DAY + 1

/** Whether a day is one of a recess of something standing. */
export const inRecess = (
  { kind, of }: StandingDate,
  day: string,
  recesses: readonly Recess[]
): boolean =>
  recesses.some(
    ({ meeting, from, until }) =>
      kind === 'meeting' && meeting === of && from <= day && day <= until
  )

/** Recesses longer than the case allows, and first meetings that fall into one. */
export function recessConflicts(
  standing: readonly StandingDate[],
  obligations: readonly Obligation[],
  recesses: readonly Recess[]
): readonly TimeConflict[] {
  return standing.flatMap((one) => {
    const own = recesses.filter(({ meeting }) => one.kind === 'meeting' && meeting === one.of)
    const [at, severity] = [[one.at], 'impossible' as const]
    const most = one.recess?.atMostDays ?? 0
    // where no rule limits them, the days that a case says are what is agreed
    const long = own
      .filter(({ at: said }) => one.recess !== undefined || said === undefined)
      .filter((recess) => recessDays(recess) > most)
      .map((recess) => ({
        kind: 'recess-too-long' as const,
        severity,
        of: [one.id],
        at,
        facts: { from: recess.from, until: recess.until, days: recessDays(recess), most }
      }))
    const within = obligations
      .filter(({ id, waits }) => id === one.id || waits.some(({ of }) => of === one.id))
      .filter(({ when }) => 'at' in when && inRecess(one, dayAt(secondsIn(when), one.zone), own))
      .map((obligation) => ({
        kind: 'in-recess' as const,
        severity,
        of: [...new Set([obligation.id, one.id])],
        at: [obligation.at, one.at],
        facts: { day: dayAt(secondsIn(obligation.when), one.zone) }
      }))
    return [...long, ...within]
  })
}

/** Days on which the clocks skip the hour of something standing, or show it twice, up to an instant. */
export function hourConflicts(
  standing: readonly StandingDate[],
  until: number
): readonly TimeConflict[] {
  return standing.flatMap((one) => {
    const { first, time, zone } = one
    if (!first || time === undefined) return []
    return occurrences({ first, cadence: one.cadence, time }, until).flatMap(({ slip, seconds }) =>
      slip
        ? [
            {
              kind: slip === 'skipped' ? ('hour-skipped' as const) : ('hour-twice' as const),
              severity: 'unclear' as const,
              of: [one.id],
              at: [one.at],
              facts: { day: dayAt(seconds, zone), time, zone, read: localAt(seconds, zone) }
            }
          ]
        : []
    )
  })
}
