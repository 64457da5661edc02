import type { Observed } from '../../geo/index.ts'
import { asKnown } from '../as-known.ts'
import { msOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'

/** What was seen of equipment, ready to be held against zones; `row` is the entry's number. */
export interface Sightings {
  readonly seen: readonly Observed[]
  /** By number, the entry's id. */
  readonly entries: ReadonlyMap<number, string>
  /** Seen without a place in degrees, or without whose it is: no zone can be asked. */
  readonly unplaced: readonly string[]
  /** Seen before the stretch that was asked for: where it is now nobody says. */
  readonly stale: readonly string[]
}

/** What is asked: now, and from when on a sighting still says where something is. In ms since 1970. */
export interface SightingsAsked {
  readonly now: number
  readonly since: number
}

/** Equipment observed in a stretch of time. One seen twice in it is two sightings: nobody joins them. */
export function sightingsOf(record: RecordState, { now, since }: SightingsAsked): Sightings {
  const state = asKnown(record, now)
  const entries = new Map<number, string>()
  const seen: Observed[] = []
  const unplaced: string[] = []
  const stale: string[] = []
  for (const { id, number, author, content } of state.of('position.observed')) {
    const { of, place, occurred, weapon, count, calibreMm } = content
    const at = msOf(occurred.until ?? occurred.at)
    if (at > now) continue
    if (at < since) stale.push(id)
    else if (of === undefined || place.lon === undefined || place.lat === undefined)
      unplaced.push(id)
    else {
      entries.set(number, id)
      seen.push({
        row: number,
        party: of,
        weapon,
        place: [place.lon, place.lat],
        count,
        ...(calibreMm === undefined ? {} : { calibreMm }),
        when: `${occurred.at.slice(0, 19)}Z[UTC]`,
        source: author.party
      })
    }
  }
  return { seen, entries, unplaced, stale }
}
