import type { Area, LonLat } from './ground.ts'
import { inside } from './inside.ts'

/** A settlement, with every spelling that the list gives. */
export interface Settlement {
  readonly names: readonly string[]
  readonly at: LonLat
}

/** The settlements that lie in an area, by their first name. */
export const settlementsIn = (area: Area, places: readonly Settlement[]): readonly Settlement[] =>
  places
    .filter(({ at }) => inside(area, at))
    .toSorted((one, other) => ((one.names[0] ?? '') < (other.names[0] ?? '') ? -1 : 1))
