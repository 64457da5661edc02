import type { Judgement, Text } from './judgement.ts'
import type { Package } from './terms.ts'

/**
 * A moment: agreed as local time and zone, or counted in seconds from an event such as
 * `verified.heavy`.
 */
export type When = Moment | Anchor
/** A moment as agreed: local time, zone, and the same in UTC. */
export interface Moment {
  readonly text: string
  readonly local: string
  readonly zone: string
  readonly utc: string
}
/** A moment counted from an event, in seconds. */
export interface Anchor {
  readonly after: string
  readonly seconds: number
}

/** A time span as written (ISO 8601) and in seconds. */
export interface Lapse {
  readonly text: string
  readonly seconds: number
}

type Reason = { readonly source?: string | undefined; readonly because?: Text | undefined }
type ByParty<T> = Readonly<Record<string, T>>

/**
 * What a case says about reaching and keeping a settlement. Read and checked here; analysed by
 * strategy, plan and record.
 */
export interface Process {
  readonly escalation?: Escalation | undefined
  readonly conduct: readonly Act[]
  readonly overtures: readonly Overture[]
  readonly guarantees: readonly Guarantee[]
  readonly tracks: Readonly<Record<string, Track>>
  readonly lines: Readonly<Record<string, Line>>
  readonly ceasefire?: Ceasefire | undefined
  readonly withdrawals: readonly Withdrawal[]
  readonly meetings: readonly Meeting[]
  readonly channels: readonly Channel[]
  readonly deliverables: readonly Deliverable[]
  readonly plan?: Plan | undefined
  readonly gates: readonly Gate[]
}

/** The sides of an escalation, its ladder, and the signals seen. */
export interface Escalation extends Reason {
  readonly sides: readonly string[]
  readonly ladder: 'kahn' | readonly Rung[]
  readonly signals?: readonly Signal[] | undefined
}
/**
 * A rung: the risk that it runs away, and what winning, yielding and disaster are worth to each
 * side.
 */
export interface Rung extends Reason {
  readonly id: string
  readonly title: Text
  readonly risk: Judgement
  readonly values: ByParty<{
    readonly win: Judgement
    readonly yield: Judgement
    readonly disaster: Judgement
  }>
}
/** Something one side showed, where on the ladder, and whether it was announced. */
export interface Signal extends Reason {
  readonly by: string
  readonly at: string | Moment
  readonly rung?: string | undefined
  readonly kind: string
  readonly text?: Text | undefined
  readonly notified?: { readonly channel: string; readonly lead?: Lapse | undefined } | undefined
}

/** An act of one party towards another, judged under the law of neutrality. */
export interface Act extends Reason {
  readonly by: string
  readonly toward: string
  readonly act: string
  readonly since?: string | undefined
  readonly text?: Text | undefined
}

/** Something to be tested in words first, and how likely each type of party welcomes it. */
export interface Overture extends Reason {
  readonly id: string
  readonly by: string
  readonly text: Text
  readonly to: string
  readonly welcomes?: Readonly<Record<string, Judgement>> | undefined
  readonly 'leak-cost'?: Judgement | undefined
  readonly tests?: Package | undefined
}

/** Who guarantees what, how surely, and what breaking it would cost. */
export interface Guarantee extends Reason {
  readonly by: string
  readonly of: string
  readonly chance: Judgement
  readonly penalty: Judgement
  readonly insurance?: Judgement | undefined
}

/** A track of talks: its format and who sits where. */
export interface Track extends Reason {
  readonly kind: number
  readonly format: string
  readonly title?: Text | undefined
  readonly seats: ByParty<string>
  readonly sees?: string | undefined
}

/** A line on the map is a claim by its source, never the tool's own. */
export interface Line extends Reason {
  readonly geometry?: string | undefined
  readonly 'as-of': string
  readonly kind: string
  readonly title?: Text | undefined
  readonly 'claimed-by'?: string | undefined
}

/** The ceasefire itself: when, what is prohibited and permitted, when fire may be returned. */
export interface Ceasefire extends Reason {
  readonly class: string
  readonly 'enters-into-force': When
  readonly scope?: Text | undefined
  readonly prohibited?: readonly Text[] | undefined
  readonly permitted?: readonly Text[] | undefined
  readonly 'return-fire'?: Text | undefined
}

/** A zone's width and a distance from a line are different measures and are kept apart. */
export interface Withdrawal extends Reason {
  readonly id: string
  readonly title?: Text | undefined
  readonly weapon: {
    readonly class: string
    readonly 'at-least-mm'?: number | undefined
    readonly 'below-mm'?: number | undefined
  }
  readonly measure: {
    readonly 'zone-width-km'?: number | undefined
    readonly 'distance-from-line-km'?: number | undefined
  }
  readonly baseline: ByParty<string>
  readonly starts: When
  readonly synchronised?: boolean | undefined
  readonly ends?: When | undefined
  readonly storage?: Text | undefined
  readonly 'verified-by'?: readonly string[] | undefined
}

/** A standing meeting: cadence, rank floor by NATO grade, quorum, recess and recall. */
export interface Meeting extends Reason {
  readonly id: string
  readonly kind: string
  readonly title?: Text | undefined
  readonly cadence: string
  readonly at: { readonly time: string; readonly zone?: string }
  readonly 'rank-floor'?: string | undefined
  readonly quorum?: ByParty<number> | undefined
  readonly attend?: ByParty<string> | undefined
  readonly recess?: { readonly 'at-most-days': number; readonly 'recall-hours': number } | undefined
  readonly place?: Text | undefined
  readonly minutes?: readonly string[] | undefined
}

/** A hotline: whose ends, and the two clocks, acknowledging and answering. */
export interface Channel extends Reason {
  readonly id: string
  readonly title?: Text | undefined
  readonly ends: readonly string[]
  readonly 'acknowledge-within': Lapse
  readonly 'answer-within'?: Lapse | undefined
  readonly 'line-check'?: readonly { readonly time: string; readonly zone?: string }[] | undefined
  readonly kinds?: readonly string[] | undefined
  readonly zone?: string | undefined
}

/**
 * Something one party hands over: its cost, what it brings for each period, what could be grabbed.
 */
export interface Deliverable extends Reason {
  readonly id: string
  readonly by: string
  readonly to?: string | undefined
  readonly title?: Text | undefined
  readonly gives?: Package | undefined
  readonly with?: readonly string[] | undefined
  readonly cost?: ByParty<Judgement> | undefined
  readonly stream?: ByParty<Judgement> | undefined
  readonly grab?: ByParty<Judgement> | undefined
  readonly 'verified-by'?: readonly string[] | undefined
  readonly caught?: Judgement | undefined
  readonly due?: When | undefined
}

/** The length of a period and how much each party discounts the next one. */
export interface Plan extends Reason {
  readonly period: Lapse
  readonly discount: ByParty<Judgement>
  readonly bond?: ByParty<Judgement> | undefined
}

/** Something opens when all tests hold on the verified record. */
export interface Gate extends Reason {
  readonly id: string
  readonly title?: Text | undefined
  readonly opens?: string | undefined
  readonly when: GateTest & {
    readonly any?: readonly GateTest[] | undefined
    readonly all?: readonly GateTest[] | undefined
  }
  readonly 'decided-by'?: readonly string[] | undefined
  readonly 'evidence-not-only-from'?: readonly string[] | undefined
}
/** Tests over the verified record; all that are given must hold. */
export interface GateTest {
  readonly 'violations-per-day'?:
    | { readonly 'at-most': number; readonly 'for-days': number }
    | undefined
  readonly verified?: readonly string[] | undefined
  readonly meetings?: { readonly id: string; readonly 'held-at-least': number } | undefined
  readonly gate?: string | undefined
}
