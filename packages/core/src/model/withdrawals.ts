import type { Cadence, CompletionKind, WeaponClass, ZoneKind } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'
import type { When } from './moment.ts'

/**
 * What goes back from where, when, and who verifies it. A zone's width and a distance from a line
 * are different measures and are kept apart; `baseline` is the line (its id) each party counts
 * from. A `ceiling` is what each may keep within the zone or band.
 */
export interface Withdrawal extends Evidence {
  readonly id: string
  readonly title?: Text
  readonly weapon: Weapon
  readonly measure: Measure
  readonly baseline: ReadonlyMap<string, string>
  readonly zone?: ZoneKind
  readonly ceiling: ReadonlyMap<string, number>
  readonly tranches: readonly Tranche[]
  readonly starts: When
  /** Whether all begin at one moment; `completion` says so of the end. */
  readonly synchronised?: boolean
  readonly ends?: When
  readonly completion?: CompletionKind
  readonly storage?: Storage
  readonly verifiedBy: readonly string[]
  /** Why the parties' distances or lines differ. */
  readonly asymmetry?: Text
  readonly at: string
}

/** How far: the width of a zone, the distance from a line, or a band between two distances. */
export interface Measure {
  readonly zoneWidthKm?: number
  readonly distanceFromLineKm?: number
  readonly bandKm?: readonly [number, number]
}

/** Weapons of a class, of a calibre at least and below, in millimetres. */
export interface Weapon {
  readonly class: WeaponClass
  readonly atLeastMm?: number
  readonly belowMm?: number
  /** What the text counts among them, where that is said. */
  readonly definition?: Text
}

/** So many by a moment, of one party or of each. */
export interface Tranche {
  readonly count: number
  readonly party?: string
  readonly by: When
}

/** Where weapons are kept, who holds the keys, how often it is inspected. */
export interface Storage {
  readonly site: Text
  readonly keys?: Text
  readonly inspections?: Cadence
}
