import type { Seat, Sight, TrackFormat, TrackKind } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'
import type { When } from './moment.ts'

/** A track of talks: its format, who sits where, and what it sees of the others. */
export interface Track extends Evidence {
  readonly id: string
  readonly kind: TrackKind
  readonly format: TrackFormat
  readonly title?: Text
  readonly seats: ReadonlyMap<string, Seat>
  readonly sees?: Sight
  readonly starts?: When
  readonly at: string
}
