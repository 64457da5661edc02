import type { WeaponClass } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'
import type { When } from './moment.ts'

/**
 * What goes back from where, when, and who verifies it. A zone's width and a distance from a line
 * are different measures and are kept apart; `baseline` is the line (its id) each party counts
 * from.
 */
export interface Withdrawal extends Evidence {
  readonly id: string
  readonly title?: Text
  readonly weapon: Weapon
  readonly measure: { readonly zoneWidthKm?: number; readonly distanceFromLineKm?: number }
  readonly baseline: ReadonlyMap<string, string>
  readonly starts: When
  readonly synchronised?: boolean
  readonly ends?: When
  readonly storage?: Text
  readonly verifiedBy: readonly string[]
  readonly at: string
}

/** Weapons of a class, of a calibre at least and below, in millimetres. */
export interface Weapon {
  readonly class: WeaponClass
  readonly atLeastMm?: number
  readonly belowMm?: number
}
