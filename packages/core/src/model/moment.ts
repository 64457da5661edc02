/** A moment: agreed as local time and zone, or counted from an event. */
export type When = Moment | Anchor

/** A moment as agreed: local time and zone as written, and the same in UTC (ISO 8601). */
export interface Moment {
  readonly text: string
  readonly local: string
  readonly zone: string
  readonly utc: string
}

/**
 * A moment counted from an event, in seconds of which `days` are whole days. Days are those of the
 * calendar where the event has its zone, and may be an hour longer or shorter; what is left over is
 * exact time.
 */
export interface Anchor {
  readonly after: EventName
  readonly seconds: number
  readonly days?: number
}

/** The prefixes of events that name something of the case. */
export type EventKind = 'verified' | 'gate' | 'meeting' | 'withdrawal' | 'deliverable' | 'track'

/** What moments are counted from: `ceasefire`, `signature`, `starts`, or such as `verified.heavy`. */
export type EventName = 'ceasefire' | 'signature' | 'starts' | `${EventKind}.${string}`

/** A time of day `HH:MM`, with its zone where one was given. */
export interface Clock {
  readonly time: string
  readonly zone?: string
}

/**
 * An ISO 8601 duration as written, and in seconds (a day is 86,400 s; months and years are not
 * allowed).
 */
export interface Lapse {
  readonly text: string
  readonly seconds: number
}
