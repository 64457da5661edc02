import type { MeetingOutcome, RecordState, UndertakingAccount } from '@truce/core/record'
import { clockZone, seriesAccounts, undertakingsOf } from '@truce/core/record'
import { dayOf } from './zone-time.ts'

/** A record, the instant at which it began, and the hour by its clock. */
export interface Asked {
  readonly state: RecordState
  readonly began: number
  readonly now: number
}

/** A standing meeting at one hour: an account of what became of it, or the recess it fell into. */
export interface MeetingDay {
  readonly meeting: string
  readonly due: number
  readonly outcome: MeetingOutcome | 'recessed'
  /** Whether the record tells anything of it. */
  readonly told: boolean
}

/**
 * What was due of the standing meetings from the record's beginning to the end of today, newest
 * first: what was before is not for this record to account for, unless it does.
 */
export function meetingDays({ state, began, now }: Asked): readonly MeetingDay[] {
  const { to } = dayOf(now, clockZone(state.source))
  const later = daysAt(state, to - 1).filter(({ due, told }) => due > now && !told)
  return [...daysAt(state, now), ...later]
    .filter(({ due, told }) => due >= began || told)
    .sort((a, b) => b.due - a.due || (a.meeting < b.meeting ? -1 : 1))
}

/** All that was due up to an instant, as the record had it then. */
const daysAt = (state: RecordState, at: number): readonly MeetingDay[] =>
  seriesAccounts(state, at).flatMap(
    ({ meeting: { id: meeting }, due, beside, inRecess }): MeetingDay[] => [
      ...due.map((one) => ({
        meeting,
        due: one.due,
        outcome: one.state,
        told: one.held.length + one.failed.length > 0
      })),
      ...beside.map(({ kind, content }) => ({
        meeting,
        due: Date.parse(content.due),
        outcome: kind === 'meeting.held' ? ('held' as const) : ('failed' as const),
        told: true
      })),
      ...inRecess.map((one) => ({
        meeting,
        due: one.due,
        outcome: 'recessed' as const,
        told: false
      }))
    ]
  )

/** Whether what became of a meeting is what nobody wants. */
export const isMissed = ({ outcome }: MeetingDay): boolean =>
  outcome === 'unaccounted' || outcome === 'failed' || outcome === 'no-quorum'

/** Promises that fall due until the end of today and are not verified as kept. */
export function undertakingsDue({ state, now }: Asked): readonly UndertakingAccount[] {
  const { to } = dayOf(now, clockZone(state.source))
  return undertakingsOf(state, now).filter(
    ({ state: stands, due }) => due !== undefined && due < to && stands !== 'verified'
  )
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
