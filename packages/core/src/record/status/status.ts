import { dayAt } from '../../time/counted.ts'
import { asKnown } from '../as-known.ts'
import { eventDaysOf } from '../gates/event-days.ts'
import type { GateStand } from '../gates/index.ts'
import { gatesOf } from '../gates/index.ts'
import type { WithdrawalStand } from '../ground/index.ts'
import { withdrawalsOf } from '../ground/index.ts'
import { zoneOfRecord } from '../known-events.ts'
import type { HeldShare, MeetingOutcome } from '../meetings/index.ts'
import { heldShare, seriesAccounts } from '../meetings/index.ts'
import type { Duty } from '../obligations/index.ts'
import { dutiesOf } from '../obligations/index.ts'
import type { IncidentStatus } from '../state/incident.ts'
import type { RecordState } from '../state/record-state.ts'
import { dayLater } from '../violations/index.ts'
import type { CrossedLine, UnwatchedLine } from '../watch/index.ts'
import { unwatchedIn, watchOf } from '../watch/index.ts'
import { incidentsByStatus } from './incident-tally.ts'

/** Violations of a day so far, by the fewest and the most that accounts say. */
export interface DayCount {
  readonly day: string
  readonly events: number
  readonly low: number
  readonly high: number
}

/** A standing meeting today: its share so far, and the last that was due. */
export interface MeetingToday {
  readonly meeting: string
  readonly share: HeldShare
  /** Ms since 1970. */
  readonly last?: { readonly due: number; readonly state: MeetingOutcome }
}

/** A record at a glance. Instants in ms since 1970. */
export interface RecordStatus {
  readonly now: number
  readonly zone: string
  readonly day: string
  readonly entries: number
  /** When the last entry was received; the empty text where there is none. */
  readonly until: string
  /** Clocks of the hotline that have run out, those longest ago first. */
  readonly alarms: readonly Duty[]
  readonly dueToday: readonly Duty[]
  readonly late: readonly Duty[]
  readonly incidents: Readonly<Record<IncidentStatus, number>>
  readonly today: DayCount
  readonly yesterday: DayCount
  readonly gates: readonly GateStand[]
  readonly withdrawals: readonly WithdrawalStand[]
  readonly meetings: readonly MeetingToday[]
  readonly crossings: readonly CrossedLine[]
  /** Redlines that are not watched, and why. */
  readonly unwatched: readonly UnwatchedLine[]
}

/** Everything that somebody who opens the record has to see first, as it was known at an instant. */
export function statusOf(record: RecordState, now: number): RecordStatus {
  const state = asKnown(record, now)
  const zone = zoneOfRecord(state)
  const day = dayAt(now / 1000, zone)
  const duties = dutiesOf(state, now)
  const late = duties.filter((one) => one.state === 'late')
  return {
    now,
    zone,
    day,
    entries: state.size,
    until: state.until,
    alarms: late.filter(isClock),
    dueToday: duties.filter(
      ({ state: stands, due }) =>
        stands === 'due' && due !== undefined && dayAt(due / 1000, zone) === day
    ),
    late: late.filter((one) => !isClock(one)),
    incidents: incidentsByStatus(state),
    today: countOn(state, day),
    yesterday: countOn(state, dayLater(day, -1)),
    gates: gatesOf(state, now),
    withdrawals: withdrawalsOf(state, { now }),
    meetings: seriesAccounts(state, now).map(({ meeting, due }) => {
      const last = due.at(-1)
      return {
        meeting: meeting.id,
        share: heldShare(due),
        ...(last ? { last: { due: last.due, state: last.state } } : {})
      }
    }),
    crossings: watchOf(state, now),
    unwatched: unwatchedIn(state.source)
  }
}

const isClock = ({ kind }: Duty): boolean => kind === 'acknowledgement' || kind === 'answer'

function countOn(state: RecordState, day: string): DayCount {
  const events = eventDaysOf(state).on(day)
  return {
    day,
    events: events.length,
    low: events.reduce((sum, { low }) => sum + low, 0),
    high: events.reduce((sum, { high }) => sum + high, 0)
  }
}
