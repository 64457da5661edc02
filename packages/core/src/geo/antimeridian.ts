import { intersection } from './clip.ts'
import type { Area, LonLat } from './ground.ts'

/** The whole map on one turn of longitude. */
const WORLD: Area = [
  [
    [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
      [-180, -90]
    ]
  ]
]

/**
 * The same area with longitudes from -180 to 180, cut where it crosses the antimeridian (RFC 7946,
 * 3.1.9).
 */
export function cutAtAntimeridian(area: Area): Area {
  const lons = area.flat(2).map(([lon]) => lon)
  const west = lons.reduce((least, lon) => Math.min(least, lon), 180)
  const east = lons.reduce((most, lon) => Math.max(most, lon), -180)
  if (west >= -180 && east <= 180) return area
  const [first, last] = [Math.floor((west + 180) / 360), Math.floor((east + 180) / 360)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((turn) =>
    intersection(
      area.map((rings) => rings.map((ring) => ring.map(moved(-360 * turn)))),
      WORLD
    )
  )
}

const moved =
  (by: number) =>
  ([lon, lat]: LonLat): LonLat => [lon + by, lat]

/** A place on the turn of longitude from -180 to 180. */
export const onFirstTurn = ([lon, lat]: LonLat): LonLat => [lon - 360 * Math.round(lon / 360), lat]
