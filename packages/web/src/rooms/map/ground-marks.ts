import type { Judged, LonLat, Observed, Placed, Settlement } from '@truce/core/geo'
import { inside } from '@truce/core/geo'
import type { ZoneDrawn } from '../../engine/protocol.ts'

/** A settlement as it is marked. */
export interface PlaceMark {
  readonly key: string
  readonly at: LonLat
  readonly name: string
  readonly title: string
  /** Whether it lies in a zone that is shown. */
  readonly isInside: boolean
}

/**
 * How something seen stands: `out`: it has to be out by now; `open`: in a band, and it may still be
 * there, or may not be of that kind; `clear`: where it may be; `unjudged`: nothing in force speaks
 * of it, or it is not judged yet.
 */
export type SeenState = 'out' | 'open' | 'clear' | 'unjudged'

/** Something seen as it is marked. */
export interface SeenMark {
  readonly row: number
  readonly party: string
  readonly at: LonLat
  readonly title: string
  readonly state: SeenState
}

/** Whose side is where, as it is marked. */
export interface SideMark {
  readonly party: string
  readonly at: LonLat
  readonly title: string
}

/** What is marked on the map beside lines and zones. */
export interface GroundMarks {
  readonly places: readonly PlaceMark[]
  readonly seen: readonly SeenMark[]
  readonly sides: readonly SideMark[]
}

/** Which states come first where one piece stands differently to several withdrawals. */
export const SEEN_STATES: readonly SeenState[] = ['out', 'open', 'clear', 'unjudged']

/** How one row stands at the moment at which all are judged; the gravest of its withdrawals. */
export function seenState({ row }: Pick<Observed, 'row'>, judged: Judged | undefined): SeenState {
  const placed = judged?.found.find(({ seen }) => seen.row === row)
  if (!judged || !placed) return 'unjudged'
  const states = placed.standings.map((one) => stateOf(judged, placed, one))
  return SEEN_STATES.find((state) => states.includes(state)) ?? 'unjudged'
}

function stateOf(
  { dues, tallies }: Judged,
  { seen: { party } }: Placed,
  { withdrawal, stand, sure }: Placed['standings'][number]
): SeenState {
  if (stand.where === 'behind' || stand.where === 'nearer') return 'clear'
  const due = dues.find((one) => one.withdrawal === withdrawal)
  const tally = tallies.find((one) => one.withdrawal === withdrawal && one.party === party)
  // what may be there in part cannot be told piece by piece
  return sure && due?.state === 'due' && tally?.ceiling === 0 ? 'out' : 'open'
}

/** Where a settlement lies to the zone of a withdrawal: in whose bands, or between whose lines. */
export interface PlaceInZone {
  readonly bands: readonly string[]
  readonly between: readonly (readonly string[])[]
}

/** Where a settlement lies to a zone. */
export const inZone = ({ at }: Settlement, { bands, between }: ZoneDrawn): PlaceInZone => ({
  bands: bands.filter(({ area }) => inside(area, at)).map(({ party }) => party),
  between: between.filter(({ area }) => inside(area, at)).map(({ parties }) => parties)
})

/** Whether it lies in any part of it. */
export const isIn = ({ bands, between }: PlaceInZone): boolean => bands.length + between.length > 0
