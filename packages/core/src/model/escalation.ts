import type { Evidence, Judgement, Text } from './judgement.ts'
import type { Lapse, Moment } from './moment.ts'

/** The sides of an escalation, its ladder from the lowest rung up, and the signals seen. */
export interface Escalation extends Evidence {
  readonly sides: readonly string[]
  readonly ladder: 'kahn' | readonly Rung[]
  readonly signals: readonly Signal[]
  readonly at: string
}

/** A rung: the risk that it runs away (0..1), and what is at stake on it for each side. */
export interface Rung extends Evidence {
  readonly id: string
  readonly title: Text
  readonly risk: Judgement
  readonly values: ReadonlyMap<string, Stakes>
  readonly at: string
}

/** What winning, yielding and disaster are worth to a side, in points of its interests. */
export interface Stakes {
  readonly win: Judgement
  readonly yield: Judgement
  readonly disaster: Judgement
}

/**
 * Something one side showed, on which rung (its id), and whether it was announced. `time` is a date
 * as written where the hour does not matter.
 */
export interface Signal extends Evidence {
  readonly by: string
  readonly time: string | Moment
  readonly rung?: string
  readonly kind: string
  readonly text?: Text
  readonly notified?: { readonly channel: string; readonly lead?: Lapse }
  readonly at: string
}
