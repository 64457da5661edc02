import geographic from 'geographiclib-geodesic'
import type { LonLat, Trace } from '../../src/geo/ground.ts'

const EARTH = geographic.Geodesic.WGS84

/** The geodesic distance in km, straight from the library. */
export const geodesicKm = (one: LonLat, other: LonLat): number =>
  (EARTH.Inverse(one[1], one[0], other[1], other[0]).s12 ?? Number.NaN) / 1000

/** Whole numbers below a bound, from a seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below
  }
}

/**
 * A line that winds by up to 70 degrees about one course, so that it never meets itself. It begins
 * between 34 and 59 N.
 */
export function drawnLine(seed: number, vertices = 40): Trace {
  const roll = dice(seed)
  const main = roll(360)
  const stepKm = 0.3 + roll(12)
  let [lon, lat]: LonLat = [roll(300) - 150, 34 + roll(25)]
  const points: LonLat[] = [[lon, lat]]
  for (let at = 1; at < vertices; at++) {
    const azimuth = ((main + roll(140) - 70) * Math.PI) / 180
    const km = stepKm * (0.2 + roll(1.6))
    lat += (km / 111.2) * Math.cos(azimuth)
    lon += ((km / 111.2) * Math.sin(azimuth)) / Math.cos((lat * Math.PI) / 180)
    points.push([lon, lat])
  }
  return { points, closed: false }
}

/** By brute force: the least geodesic distance from a place to a line cut into pieces of 100 m. */
export function slowDistance({ points, closed }: Trace, place: LonLat): number {
  const walk = closed ? [...points, points[0] ?? [0, 0]] : points
  const cut = walk.flatMap((to, at): LonLat[] => {
    const from = walk[at - 1] ?? to
    const parts = Math.max(1, Math.ceil(geodesicKm(from, to) / 0.1))
    return Array.from({ length: parts }, (_, part) => [
      from[0] + ((to[0] - from[0]) * (part + 1)) / parts,
      from[1] + ((to[1] - from[1]) * (part + 1)) / parts
    ])
  })
  const narrow = Math.cos((place[1] * Math.PI) / 180)
  const rough = cut.map(([lon, lat]) => Math.hypot((lon - place[0]) * narrow, lat - place[1]))
  const close = Math.min(...rough) * 1.03
  return cut.reduce(
    (least, point, at) =>
      (rough[at] ?? 0) <= close ? Math.min(least, geodesicKm(point, place)) : least,
    Number.POSITIVE_INFINITY
  )
}
