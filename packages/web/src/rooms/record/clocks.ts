import type { Case } from '@truce/core'
import type { Message, RecordState } from '@truce/core/record'
import { dayOf, instantIn, localIn } from './zone-time.ts'

/** The zone on whose clocks a record is shown: that of the case's meetings, else of its hotlines. */
export function zoneOf({ process }: Case): string {
  const hours = [...process.meetings.values()].map(({ hour }) => hour.zone)
  const lines = [...process.channels.values()].map(({ zone }) => zone)
  return [...hours, ...lines].find((zone) => zone !== undefined) ?? 'UTC'
}

/** How one addressee stands with a message: what it did, and by when it has to. */
export interface MessageEndTold {
  readonly party: string
  readonly received: number | undefined
  readonly acknowledge: Clocked
  /** Undefined where the channel wants no answer. */
  readonly answer: Clocked | undefined
}

/** Something to be done by an instant. */
export interface Clocked {
  readonly by: number
  readonly done: number | undefined
  readonly overdue: boolean
}

/** The two clocks of a message at each end of it. */
export function endsOf(
  { sent, ends, cancelled }: Message,
  { process }: Case,
  now: number
): readonly MessageEndTold[] {
  if (!sent) return []
  const channel = process.channels.get(sent.content.channel)
  const from = Date.parse(sent.content.sentAt)
  const clock = (seconds: number, done: number | undefined): Clocked => {
    const by = from + 1000 * seconds
    return { by, done, overdue: done === undefined ? !cancelled && now > by : done > by }
  }
  const wanted = sent.content.answerWanted ?? true
  const answerIn = wanted ? channel?.answerWithin?.seconds : undefined
  return [...ends].map(([party, end]) => ({
    party,
    received: end.received,
    acknowledge: clock(channel?.acknowledgeWithin.seconds ?? 0, end.acknowledged),
    answer: answerIn === undefined ? undefined : clock(answerIn, end.answered)
  }))
}

/** Messages of which some end has not done in time what it has to, and has not yet done it. */
export function alarms(state: RecordState, now: number): readonly Message[] {
  return [...state.messages.all()].filter((message) =>
    endsOf(message, state.source, now).some(({ acknowledge, answer }) =>
      [acknowledge, answer].some((clock) => clock?.overdue && clock.done === undefined)
    )
  )
}

/** What has become of a meeting that was to be held. */
export type MeetingOutcome = 'held' | 'failed' | 'recessed' | 'missed' | 'due' | 'before'

/** A standing meeting on one day. */
export interface MeetingDay {
  readonly meeting: string
  readonly due: number
  readonly outcome: MeetingOutcome
  /** The entry that says so. */
  readonly entry?: string
}

const HOUR = 3_600_000

/** A record, the instant at which it began, and the hour by its clock. */
export interface Asked {
  readonly state: RecordState
  readonly began: number
  readonly now: number
}

/** The daily meetings of the days until now, newest first, and what became of each. */
export function meetingDays({ state, began, now }: Asked, days: number): readonly MeetingDay[] {
  return [...state.source.process.meetings.values()]
    .filter(({ cadence }) => cadence === 'daily')
    .flatMap(({ id, hour }) => {
      const zone = hour.zone ?? zoneOf(state.source)
      return Array.from({ length: days }, (_, back) => {
        const day = localIn(now - back * 24 * HOUR, zone).slice(0, 10)
        const due = instantIn(`${day}T${hour.time}`, zone) ?? now
        return meetingDay({ state, began, meeting: id, due, now })
      }).filter((one, back) => back === 0 || one.due >= began)
    })
}

function meetingDay({
  state,
  began,
  meeting,
  due,
  now
}: Asked & { readonly meeting: string; readonly due: number }): MeetingDay {
  const series = state.meetings.get(meeting)
  const sameHour = (entry: { readonly content: { readonly due: string } }): boolean =>
    Math.abs(Date.parse(entry.content.due) - due) < HOUR
  const told = (outcome: MeetingOutcome, entry?: { readonly id: string }): MeetingDay => ({
    meeting,
    due,
    outcome,
    ...(entry && { entry: entry.id })
  })
  const held = series?.held.find(sameHour)
  if (held) return told('held', held)
  const failed = series?.failed.find(sameHour)
  if (failed) return told('failed', failed)
  const recess = series?.recesses.find(({ content: { from, until } }) => {
    const recall = series.recalls.find(({ content }) => content.at >= from && content.at < until)
    return Date.parse(from) <= due && due < Date.parse(recall?.content.at ?? until)
  })
  if (recess) return told('recessed', recess)
  if (due < began) return told('before')
  return told(now > due + 2 * HOUR ? 'missed' : 'due')
}

/** Undertakings that fall due until the end of today and are not verified as done. */
export function undertakingsDue(state: RecordState, now: number): readonly UndertakingDue[] {
  const { to } = dayOf(now, zoneOf(state.source))
  return [...state.undertakings.values()].flatMap(({ given }): UndertakingDue[] => {
    const due = given.due === undefined ? undefined : Date.parse(given.due)
    const deed = state.deeds.get(`undertaking.${given.id}`)
    const done = deed?.verified.some(({ content }) => content.outcome === 'confirmed') ?? false
    if (due === undefined || done || due >= to) return []
    return [{ id: given.id, by: given.by, what: given.what, due, late: due < now }]
  })
}

/** Something promised at a meeting, and whether its hour is past. */
export interface UndertakingDue {
  readonly id: string
  readonly by: string
  readonly what: string
  readonly due: number
  readonly late: boolean
}

/** How a gate stands: what those who decide it last said, each of them. */
export interface GateStanding {
  readonly gate: string
  readonly standing: 'open' | 'shut' | 'contested' | 'undecided'
  /** The last decision by each party that decided. */
  readonly decisions: readonly (readonly [
    party: string,
    decision: 'open' | 'shut',
    entry: string
  ])[]
}

/** The gates of the case as the record decides them; nothing is worked out beyond the decisions. */
export function gatesStanding(state: RecordState): readonly GateStanding[] {
  return [...state.source.process.gates.keys()].map((gate) => {
    const last = new Map<string, { decision: 'open' | 'shut'; entry: string }>()
    for (const { id, content } of state.of('gate.decided'))
      if (content.gate === gate)
        for (const party of content.decidedBy)
          last.set(party, { decision: content.decision, entry: id })
    const words = new Set([...last.values()].map(({ decision }) => decision))
    const [only] = words
    return {
      gate,
      standing: words.size > 1 ? 'contested' : (only ?? 'undecided'),
      decisions: [...last].map(([party, { decision, entry }]) => [party, decision, entry] as const)
    }
  })
}
