import type { Cadence, ChannelKind, DecisionRule, MeetingKind, Rank, Seat } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'
import type { Clock, Lapse } from './moment.ts'

/**
 * A standing meeting: cadence, hour, rank floor by NATO grade, quorum by party, recess and recall,
 * and the languages of its minutes.
 */
export interface Meeting extends Evidence {
  readonly id: string
  readonly kind: MeetingKind
  readonly title?: Text
  readonly cadence: Cadence
  readonly hour: Clock
  readonly rankFloor?: Rank
  readonly quorum: ReadonlyMap<string, number>
  readonly attend: ReadonlyMap<string, Seat>
  readonly recess?: { readonly atMostDays: number; readonly recallHours: number }
  /** The recesses whose days are agreed. */
  readonly recesses: readonly AgreedRecess[]
  readonly place?: Text
  readonly minutes: readonly string[]
  readonly termsOfReference?: Text
  readonly decides?: DecisionRule
  /** What happens when the body cannot agree. */
  readonly deadlock?: Text
  readonly at: string
}

/** Days on which a meeting is not held, both included, by the case. */
export interface AgreedRecess {
  readonly from: string
  readonly until: string
  readonly because?: Text
  readonly at: string
}

/** A hotline: whose ends, and the two clocks, acknowledging and answering. */
export interface Channel extends Evidence {
  readonly id: string
  readonly title?: Text
  readonly ends: readonly string[]
  readonly acknowledgeWithin: Lapse
  readonly answerWithin?: Lapse
  readonly lineCheck: readonly Clock[]
  readonly kinds: readonly ChannelKind[]
  readonly zone?: string
  readonly termsOfReference?: Text
  readonly at: string
}
