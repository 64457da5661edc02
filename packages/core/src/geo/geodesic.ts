import geographic from 'geographiclib-geodesic'
import type { Area, LonLat, Ring, Trace } from './ground.ts'
import { walked } from './ground.ts'

// C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013) 43-55, by his own library.
const { Geodesic } = geographic
const EARTH = Geodesic.WGS84
const POSITION = Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.LONG_UNROLL
const M_PER_KM = 1000

/** Edges of areas are cut this fine before they are measured, for they are straight on the map. */
const EDGE_KM = 20

/** How far two places are apart on WGS84, in km, and the course from the first, in degrees. */
export function apart(from: LonLat, to: LonLat): { readonly km: number; readonly azimuth: number } {
  const found = EARTH.Inverse(from[1], from[0], to[1], to[0], Geodesic.DISTANCE | Geodesic.AZIMUTH)
  return { km: (found.s12 ?? 0) / M_PER_KM, azimuth: found.azi1 ?? 0 }
}

/** The place so many km from another on a course in degrees, clockwise from north. */
export function placeAt([lon, lat]: LonLat, azimuth: number, km: number): LonLat {
  const { lon2 = lon, lat2 = lat } = EARTH.Direct(lat, lon, azimuth, km * M_PER_KM, POSITION)
  return [lon2, lat2]
}

/** Vertices with further ones between, so that none is more than `km` from the next. */
export function densified(points: readonly LonLat[], km: number): readonly LonLat[] {
  const [first] = points
  if (!first) return []
  return points.reduce<LonLat[]>(
    (all, to, at) => {
      const from = points[at - 1]
      if (!from) return all
      const parts = Math.max(1, Math.ceil(roughly(from, to) / km))
      for (let part = 1; part < parts; part++) all.push(between(from, to, part / parts))
      all.push(to)
      return all
    },
    [first]
  )
}

/** The place a share of the way along a straight edge of the map. */
export const between = (from: LonLat, to: LonLat, share: number): LonLat => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1])
]

/** How long a line is on the ground, in km. */
export function lengthOf(course: Trace): number {
  const points = densified(walked(course), EDGE_KM)
  return points.reduce((sum, point, at) => {
    const before = points[at - 1]
    return before ? sum + apart(before, point).km : 0
  }, 0)
}

/** How large areas are on the ground, in km2. */
export const squareKm = (area: Area): number =>
  area.flat().reduce((sum, ring) => sum + ringSquareKm(ring), 0)

/** What a ring encloses in km2: above zero where it runs counterclockwise. */
export function ringSquareKm(ring: Ring): number {
  const polygon = EARTH.Polygon(false)
  for (const [lon, lat] of densified(ring, EDGE_KM).slice(0, -1)) polygon.AddPoint(lat, lon)
  return (polygon.Compute(false, true).area ?? 0) / M_PER_KM ** 2
}

/** Km of one degree of latitude and, there, of longitude: good to a percent or so, for estimates. */
export const KM_PER_DEGREE = 111.2

/** About how far two places near each other are apart, in km. */
export function roughly(from: LonLat, to: LonLat): number {
  const middle = Math.cos(((from[1] + to[1]) / 2) * (Math.PI / 180))
  return Math.hypot((to[0] - from[0]) * middle, to[1] - from[1]) * KM_PER_DEGREE
}
