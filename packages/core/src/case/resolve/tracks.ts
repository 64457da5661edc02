import type { Line } from '../../model/lines.ts'
import type { Track } from '../../model/tracks.ts'
import { evidenceOf, mapOf, present } from './context.ts'
import type { Listed } from './listed.ts'

/** A track of talks. */
export function resolveTrack(id: string, track: Listed<'tracks'>): Track {
  const { kind, format, title, seats, sees, starts } = track
  return {
    id,
    kind,
    format,
    seats: mapOf(seats),
    at: `tracks/${id}`,
    ...evidenceOf(track),
    ...present({ title, sees, starts })
  }
}

/** A line on the map. */
export function resolveLine(id: string, line: Listed<'lines'>): Line {
  const { geometry, 'as-of': asOf, kind, title, 'claimed-by': claimedBy, sides } = line
  return {
    id,
    asOf,
    kind,
    at: `lines/${id}`,
    ...evidenceOf(line),
    ...present({ geometry, title, claimedBy, sides: sides && mapOf(sides) })
  }
}
