import type { Supposed } from '../calendar/calendar.ts'
import { secondsIn } from '../calendar/reckoned.ts'
import type { Case } from '../model/case.ts'
import type { Moment } from '../model/moment.ts'
import type { TimePoint } from '../time/counted.ts'
import { dayAt, daysBetween } from '../time/counted.ts'
import type { ClockChange } from '../time/offsets.ts'
import { changesBetween } from '../time/offsets.ts'
import type { TimeConflict } from './conflict.ts'
import { conflictsIn } from './conflicts.ts'
import type { Obligation } from './obligation.ts'
import { endsNothing, OBLIGATION_KINDS } from './obligation.ts'
import type { PlannedStep } from './obligations.ts'
import { obligationsOf } from './obligations.ts'
import type { Recess } from './recesses.ts'
import { hourConflicts, recessConflicts, recessesOf } from './recesses.ts'
import type { RunningClock } from './running-clocks.ts'
import { runningClocks } from './running-clocks.ts'
import type { Slack } from './slack.ts'
import { criticalChain, slacks } from './slack.ts'
import type { PartyClock, StandingDate } from './standing.ts'
import { standingOf } from './standing.ts'

/** What is supposed, and what of the timetable is shown. */
export interface TimetableSettings {
  readonly signature?: Moment
  /** Another moment for the ceasefire than the case's. */
  readonly eif?: Moment
  readonly recesses?: readonly Recess[]
  /** The steps of the case's plan on their days, where it has one. */
  readonly steps?: readonly PlannedStep[]
  /** What binds this party, or everybody. */
  readonly party?: string
  /** Days, both included, in the zone of the ceasefire. */
  readonly from?: string
  readonly until?: string
}

/** An obligation with its slack. */
export interface TimetableEntry extends Obligation {
  readonly slack: Slack
  /** Days of the calendar from the ceasefire; none where either has no instant. */
  readonly eif?: number
  /** Where another moment of the ceasefire is supposed: how many seconds later it is for that. */
  readonly moved?: number
}

/** The dates of a case. */
export interface Timetable {
  readonly source: Case
  readonly settings: TimetableSettings
  readonly ceasefire?: TimePoint
  /** The zone in which its days are told. */
  readonly zone: string
  readonly clocks: readonly PartyClock[]
  /** By instant, then by id; then what has no instant. */
  readonly entries: readonly TimetableEntry[]
  readonly standing: readonly StandingDate[]
  /** The recesses that the case says, then those that are supposed. */
  readonly recesses: readonly Recess[]
  /** Clocks that run from an event: limits without an instant. */
  readonly running: readonly RunningClock[]
  readonly changes: readonly ClockChange[]
  readonly conflicts: readonly TimeConflict[]
  readonly chain: readonly (readonly string[])[]
  /** Until when what is held again and again is looked at. */
  readonly horizon?: number
}

const DAY = 86_400
/** Rules of clocks are seldom known for longer. */
const FIVE_YEARS = 5 * 366 * DAY

/** The timetable of a case. Of a proposal only its reviews count: the rest is the case's own. */
export function timetable(source: Case, settings: TimetableSettings = {}): Timetable {
  const obligations = obligationsOf(source, supposedOf(settings), settings.steps)
  const moments = new Map(obligations.map((one) => [one.id, one]))
  const start = moments.get('ceasefire')?.when
  const ceasefire = start && 'at' in start ? start.at : undefined
  const zone = ceasefire?.zone ?? firstZone(obligations) ?? 'UTC'
  const clocks = clocksOf(source)
  const standing = standingOf(source.process, clocks, moments)
  const horizon = horizonOf(obligations, standing, { ...settings, zone })
  const before = settings.eif ? placesOf(source, settings) : new Map<string, number>()
  const recesses = [...recessesOf(source), ...(settings.recesses ?? [])]
  return {
    source,
    settings,
    zone,
    clocks,
    entries: entriesOf(obligations, { ceasefire, before }),
    standing,
    recesses,
    running: runningClocks(source.process),
    changes: changesOf(obligations, new Set([zone, ...clocks.map((one) => one.zone)])),
    conflicts: [
      ...conflictsIn({ process: source.process, obligations, standing, clocks }),
      ...recessConflicts(standing, obligations, recesses),
      ...(horizon === undefined
        ? []
        : hourConflicts(standing, Math.min(horizon, (ceasefire?.seconds ?? 0) + FIVE_YEARS)))
    ],
    chain: criticalChain(obligations),
    ...(ceasefire ? { ceasefire } : {}),
    ...(horizon === undefined ? {} : { horizon })
  }
}

/** Meetings, line checks and inspections of a case, each from the first on. */
export const standingDates = (source: Case): readonly StandingDate[] =>
  standingOf(
    source.process,
    clocksOf(source),
    new Map(obligationsOf(source, {}).map((one) => [one.id, one]))
  )

/** By the parties' ids: the order of a file is nobody's rank. */
const clocksOf = ({ parties }: Case): readonly PartyClock[] =>
  [...parties.values()]
    .flatMap(({ id, clock }) => (clock === undefined ? [] : [{ party: id, zone: clock }]))
    .sort((a, b) => (a.party < b.party ? -1 : 1))

/** What is supposed of the moments. */
export const supposedOf = ({ signature, eif }: TimetableSettings): Supposed => ({
  ...(signature ? { signature } : {}),
  ...(eif ? { ceasefire: eif } : {})
})

const firstZone = (obligations: readonly Obligation[]): string | undefined =>
  obligations.flatMap(({ when }) => ('at' in when ? [when.at.zone] : []))[0]

/** Where everything stood before another moment was supposed for the ceasefire. */
function placesOf(source: Case, { eif: _, ...settings }: TimetableSettings): Map<string, number> {
  return new Map(
    obligationsOf(source, supposedOf(settings)).flatMap(({ id, when }) =>
      'at' in when ? [[id, when.at.seconds] as const] : []
    )
  )
}

function entriesOf(
  obligations: readonly Obligation[],
  {
    ceasefire,
    before
  }: { readonly ceasefire: TimePoint | undefined; readonly before: Map<string, number> }
): readonly TimetableEntry[] {
  const slack = slacks(obligations)
  const rank = ({ when }: Obligation): number => ('at' in when ? 0 : 1)
  return obligations
    .map((one) => {
      const at = 'at' in one.when ? one.when.at.seconds : undefined
      const was = before.get(one.id)
      return {
        ...one,
        slack: slack.get(one.id) ?? { seconds: 0, limit: [], toEnd: true },
        ...(at !== undefined && ceasefire ? { eif: daysBetween(ceasefire, at) } : {}),
        ...(at !== undefined && was !== undefined ? { moved: at - was } : {})
      }
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        secondsIn(a.when) - secondsIn(b.when) ||
        OBLIGATION_KINDS.indexOf(a.kind) - OBLIGATION_KINDS.indexOf(b.kind) ||
        (a.id < b.id ? -1 : 1)
    )
}

/** The changes of clocks from the first obligation to the last. */
function changesOf(
  obligations: readonly Obligation[],
  zones: ReadonlySet<string>
): readonly ClockChange[] {
  const places = obligations.flatMap(({ when }) => ('at' in when ? [when.at.seconds] : []))
  if (places.length === 0) return []
  // spread into a call, a long list would exhaust the stack
  const [first, last] = places.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  )
  return [...zones]
    .flatMap((zone) => changesBetween(zone, [first, last]))
    .sort((a, b) => a.seconds - b.seconds || (a.zone < b.zone ? -1 : 1))
}

/** The end of the day asked for, else the last obligation but reviews; a year on where nothing lies later. */
function horizonOf(
  obligations: readonly Obligation[],
  standing: readonly StandingDate[],
  { until, zone }: TimetableSettings & { readonly zone: string }
): number | undefined {
  const first = standing.find((one) => one.first)?.first
  if (!first) return undefined
  if (until !== undefined) return Date.parse(`${until}T00:00Z`) / 1000 + 2 * DAY
  const last = obligations.reduce(
    (high, one) =>
      'at' in one.when && !endsNothing(one) ? Math.max(high, one.when.at.seconds) : high,
    first.seconds
  )
  return dayAt(last, zone) === dayAt(first.seconds, zone) ? last + 365 * DAY : last
}

/** Whether an entry is among those asked for. */
export function isShown(
  { settings, zone, source }: Timetable,
  { when, parties }: TimetableEntry
): boolean {
  const { party, from, until } = settings
  if (
    party !== undefined &&
    source.parties.has(party) &&
    parties.length > 0 &&
    !parties.includes(party)
  )
    return false
  if (!('at' in when)) return from === undefined && until === undefined
  const day = dayAt(when.at.seconds, zone)
  return (from === undefined || day >= from) && (until === undefined || day <= until)
}
