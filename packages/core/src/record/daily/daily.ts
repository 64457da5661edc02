import type { NamedGround } from '../../geo/index.ts'
import { readableBy } from '../disclosure/audience.ts'
import { coarseInstant, stretchOf } from '../disclosure/coarse.ts'
import type { Disclosure } from '../disclosure/disclosed.ts'
import { disclosed, disclosureFor } from '../disclosure/disclosed.ts'
import { msOf } from '../entry.ts'
import type { Restriction } from '../record-lists.ts'
import { RESTRICTIONS } from '../record-lists.ts'
import { RecordState } from '../state/record-state.ts'
import type { RecordedEvent, RecordedKind } from '../violations/events.ts'
import { eventsOf } from '../violations/events.ts'
import type { CutOff, Period, ReportDays } from '../violations/periods.ts'
import { daysBefore, fallsIn, periodOf, reportDayOf } from '../violations/periods.ts'
import type { CasualtyRange } from '../violations/ranges.ts'
import { casualtiesTogether } from '../violations/ranges.ts'
import type { EventStanding } from '../violations/standings.ts'
import type { EventTally, Violations } from '../violations/violations.ts'
import { counts, cumulativeBetween, tallyOf, violationsIn } from '../violations/violations.ts'

/** What a report is asked for. */
export interface DailyAsked {
  /** The day on which it ends, as the clocks of the zone have it; and how many days it is about. */
  readonly days: ReportDays
  readonly cutOff: CutOff
  /** Count on from this instant (seconds since 1970) too. */
  readonly since?: number
  /** Its number; counted from the first day of the record in that year unless given. */
  readonly number?: number
  /** Ground of the areas, for accounts that name none. */
  readonly grounds?: readonly NamedGround[]
  /** As the record was known at this instant (seconds since 1970); all that is in it unless given. */
  readonly knownAt?: number
  /** For whom, and how closely; whoever keeps the record unless given. */
  readonly disclosure?: Disclosure
}

/** Events of one kind, with as many days before. */
export interface DailyCount {
  readonly counted: EventTally
  readonly previous: EventTally
}

/** People killed or injured, and the entries that say so; no range where nobody says a number. */
export interface DailyCasualties {
  readonly range?: CasualtyRange
  readonly previous?: CasualtyRange
  readonly entries: readonly string[]
}

/** Everything that a daily report tells. Every number of it carries the entries that make it. */
export interface Daily {
  readonly number: number
  readonly year: string
  readonly days: ReportDays
  readonly period: Period
  readonly cutOff: CutOff
  /** When the last entry that it knows of came in; the empty text where there is none. */
  readonly until: string
  /** For whom it is made and how closely it tells. */
  readonly disclosure: Disclosure
  /** How many entries keep their content from whom it is made for. */
  readonly withheld: number
  readonly violations: Violations
  /** Counted on since an instant, up to the end of the period. */
  readonly cumulative?: { readonly since: number; readonly counted: EventTally }
  readonly killed: DailyCasualties
  readonly injured: DailyCasualties
  readonly weapons: Violations
  readonly mines: DailyCount
  readonly works: DailyCount
  readonly civilians: Violations
  readonly movement: Violations
  /** In what way monitors were kept from moving; an event may be of several. */
  readonly restrictions: readonly {
    readonly restriction: Restriction | 'not-said'
    readonly counted: EventTally
    readonly previous: EventTally
  }[]
  /** Events of all kinds in the period that count and that nobody has confirmed, by why not. */
  readonly open: readonly {
    readonly standing: EventStanding
    readonly events: readonly RecordedEvent[]
  }[]
  /** Events of the period, by when they began. */
  readonly events: readonly RecordedEvent[]
  /** Events of earlier days of which the first word came in during the period. */
  readonly late: EventTally
}

const OPEN: readonly EventStanding[] = [
  'differing',
  'inconclusive',
  'no-access',
  'unverified',
  'lead'
]

/** The report of some days. Throws nothing: a record without entries gives a report of nothing. */
export function daily(state: RecordState, asked: DailyAsked): Daily {
  const { days, cutOff, grounds = [], knownAt, disclosure = WHOLE } = asked
  const { time } = disclosure
  const known = knownAt === undefined ? state : stateAt(state, knownAt)
  const { state: readable, withheld } = readableBy(known, disclosure.audience)
  const all = disclosed(eventsOf(readable, grounds), disclosure, cutOff)
  // A count from the midst of a day on would tell which events of it came after.
  const since =
    asked.since === undefined || time === 'exact'
      ? asked.since
      : stretchOf(asked.since, time, cutOff).from
  const [period, before] = [periodOf(days, cutOff), periodOf(daysBefore(days), cutOff)]
  const events = all
    .filter(({ from }) => fallsIn(period, from))
    .sort((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1))
  const previous = all.filter(({ from }) => fallsIn(before, from))
  const counted = (of: (event: RecordedEvent) => boolean): DailyCount => ({
    counted: tallyOf(events.filter((one) => counts(one) && of(one))),
    previous: tallyOf(previous.filter((one) => counts(one) && of(one)))
  })
  const ofKind = (kind: RecordedKind): Violations => violationsIn(all, { days, cutOff, kind })
  return {
    number: asked.number ?? numberOf(known, asked),
    year: days.day.slice(0, 4),
    days,
    period,
    cutOff,
    until: known.until === '' ? '' : coarseInstant(known.until, { time, cutOff }),
    disclosure,
    withheld,
    violations: ofKind('violation'),
    ...(since === undefined
      ? {}
      : { cumulative: { since, counted: cumulativeBetween(all, { from: since, to: period.to }) } }),
    killed: casualties(events, previous, 'killed'),
    injured: casualties(events, previous, 'injured'),
    weapons: ofKind('weapons'),
    mines: counted(({ categories }) => categories.some((one) => MINES.has(one))),
    works: counted(({ categories }) => categories.some((one) => WORKS.has(one))),
    civilians: ofKind('civilians'),
    movement: ofKind('movement'),
    restrictions: [...RESTRICTIONS, 'not-said' as const].map((restriction) => ({
      restriction,
      ...counted(
        ({ kind, restrictions }) =>
          kind === 'movement' &&
          (restriction === 'not-said'
            ? restrictions.length === 0
            : restrictions.includes(restriction))
      )
    })),
    open: OPEN.map((standing) => ({
      standing,
      events: events.filter((one) => one.standing === standing)
    })).filter((one) => one.events.length > 0),
    events,
    late: tallyOf(all.filter((one) => counts(one) && cameLate(one, period)))
  }
}

const WHOLE = disclosureFor({ of: 'whole' })

const MINES: ReadonlySet<string> = new Set(['mines', 'mine-clearance'])
const WORKS: ReadonlySet<string> = new Set(['works', 'damage-to-works'])

/** A record as it was at an instant: what came in later is left out. */
export function stateAt(state: RecordState, seconds: number): RecordState {
  const then = new RecordState(state.source)
  for (const entry of state.entries()) if (msOf(entry.received) <= seconds * 1000) then.apply(entry)
  return then
}

/** Which report of its year it is, one for each day since the record was begun. */
function numberOf(state: RecordState, { days, cutOff }: DailyAsked): number {
  const [first] = state.entries()
  const day = first === undefined ? days.day : reportDayOf(msOf(first.received) / 1000, cutOff)
  const newYear = `${days.day.slice(0, 4)}-01-01`
  const from = day > newYear && day <= days.day ? day : newYear
  return 1 + Math.round((Date.parse(days.day) - Date.parse(from)) / 86_400_000)
}

function casualties(
  events: readonly RecordedEvent[],
  previous: readonly RecordedEvent[],
  key: 'killed' | 'injured'
): DailyCasualties {
  const said = (all: readonly RecordedEvent[]): readonly RecordedEvent[] =>
    all.filter((one) => counts(one) && one[key] !== undefined)
  const range = casualtiesTogether(said(events).map((one) => one[key]))
  const before = casualtiesTogether(said(previous).map((one) => one[key]))
  return {
    ...(range && { range }),
    ...(before && { previous: before }),
    entries: said(events).flatMap(({ entries }) => entries)
  }
}

/** Whether the first account of an event came in during the period, and the event was before it. */
function cameLate({ from, accounts }: RecordedEvent, period: Period): boolean {
  const first = Math.min(...accounts.map(({ received }) => msOf(received) / 1000))
  return from < period.from && fallsIn(period, first)
}
