import { Calendar } from '../../calendar/calendar.ts'
import { atLocal, dayAt, localAt, wallOf } from '../../time/counted.ts'
import { knownEvents } from '../known-events.ts'
import type { RecordState } from '../state/record-state.ts'
import { dayLater } from '../violations/index.ts'
import type { GateAnswer } from './answers.ts'
import type { EventDays } from './event-days.ts'
import { eventDaysOf } from './event-days.ts'

/**
 * How a day is against the most violations that it may have: within it by the widest count, above
 * it by the narrowest, between the two, or nobody else was writing on it.
 */
export const DAY_STATES = ['quiet', 'breached', 'contested', 'unwatched'] as const
/** One of `DAY_STATES`. */
export type DayState = (typeof DAY_STATES)[number]

/** One day's violations: the fewest and the most that the record allows to be counted. */
export interface QuietDay {
  readonly day: string
  readonly state: DayState
  readonly low: number
  readonly high: number
  readonly entries: readonly string[]
}

/** So many days in a row with so few violations. */
export interface QuietStand {
  readonly answer: GateAnswer
  readonly atMost: number
  readonly forDays: number
  /** Days in a row up to the last whole one that are quiet for sure. */
  readonly run: number
  /** The last so many whole days, and today as far as it has come. */
  readonly days: readonly QuietDay[]
  readonly zone: string
  /** The first instant (ms since 1970) at which it could hold if every day from now on is quiet. */
  readonly earliest?: number
  /** Since when it has held without a break (ms since 1970). */
  readonly since?: number
}

/** The most violations of a day, in how many days, whose word alone does not do, and now. */
export interface QuietAsked {
  readonly atMost: number
  readonly forDays: number
  readonly barred: readonly string[]
  readonly now: number
}

/**
 * Judges the last whole days of the calendar in the zone of the ceasefire. The widest count takes
 * every event that counts by the most that an account says; the narrowest only what somebody whose
 * word does for it reports or confirms, nobody contests and whose day is known, by the least. A day
 * counts as quiet only if somebody whose word does wrote something on it: a record that nobody keeps
 * is not a quiet one.
 */
export function quietOf(state: RecordState, asked: QuietAsked): QuietStand {
  const days = eventDaysOf(state)
  const { zone } = days
  const today = dayAt(asked.now / 1000, zone)
  const first = firstDay(state, zone)
  const judge = (day: string): QuietDay => judgeDay(days, day, asked)
  const window = Array.from({ length: asked.forDays }, (_, at) =>
    dayLater(today, at - asked.forDays)
  )
  const whole = window.filter((day) => first !== undefined && day >= first).map(judge)
  const now = judge(today)
  const shown = [...whole, now]
  const started = first !== undefined && (window[0] ?? today) >= first
  const answer = answerOf(whole, now, started)
  const run = first === undefined ? 0 : runUpTo(today, { first, judge, now })
  const earliest = earliestOf({ shown, today, first, asked, zone })
  return {
    answer,
    atMost: asked.atMost,
    forDays: asked.forDays,
    run,
    days: shown,
    zone,
    ...(answer === 'open'
      ? { since: startOf(dayLater(today, asked.forDays - run), zone) }
      : earliest === undefined
        ? {}
        : { earliest })
  }
}

/** Today is not over: it can break what holds, and not yet make it hold. */
function answerOf(whole: readonly QuietDay[], today: QuietDay, started: boolean): GateAnswer {
  const states = [
    ...whole.map(({ state }) => state),
    today.state === 'unwatched' ? 'quiet' : today.state
  ]
  if (!started || states.includes('breached')) return 'shut'
  if (states.includes('contested')) return 'contested'
  return states.includes('unwatched') ? 'unknown' : 'open'
}

function judgeDay(days: EventDays, day: string, { atMost, barred }: QuietAsked): QuietDay {
  const { low, high, entries } = days.tallyOn(day, barred)
  const watched = [...days.writersOn(day)].some((party) => !barred.includes(party))
  return { day, state: dayState([low, high], atMost, watched), low, high, entries }
}

function dayState(
  [low, high]: readonly [number, number],
  atMost: number,
  watched: boolean
): DayState {
  if (low > atMost) return 'breached'
  if (high > atMost) return 'contested'
  return watched ? 'quiet' : 'unwatched'
}

/** The first whole day of the ceasefire; undefined where the case does not date it. */
function firstDay(state: RecordState, zone: string): string | undefined {
  const from = new Calendar(state.source.process, knownEvents(state)).instantOf({
    after: 'ceasefire',
    seconds: 0
  })
  if (!from) return undefined
  const day = dayAt(from.seconds, zone)
  return localAt(from.seconds, zone).endsWith('T00:00') ? day : dayLater(day, 1)
}

function runUpTo(
  today: string,
  {
    first,
    judge,
    now
  }: {
    readonly first: string
    readonly judge: (day: string) => QuietDay
    readonly now: QuietDay
  }
): number {
  if (now.state === 'breached' || now.state === 'contested') return 0
  let run = 0
  for (let day = dayLater(today, -1); day >= first && judge(day).state === 'quiet'; run++)
    day = dayLater(day, -1)
  return run
}

const startOf = (day: string, zone: string): number =>
  atLocal(wallOf(`${day}T00:00`), zone).seconds * 1000

/** After the last day that cannot be mended; what is contested may still be settled. */
function earliestOf(found: {
  readonly shown: readonly QuietDay[]
  readonly today: string
  readonly first: string | undefined
  readonly asked: QuietAsked
  readonly zone: string
}): number | undefined {
  const { shown, today, first, asked, zone } = found
  if (first === undefined) return undefined
  const last = shown.findLast(
    ({ day, state }) => state === 'breached' || (state === 'unwatched' && day !== today)
  )?.day
  const from = [first, ...(last === undefined ? [] : [dayLater(last, 1)])].sort().at(-1) ?? first
  return Math.max(asked.now, startOf(dayLater(from, asked.forDays), zone))
}
