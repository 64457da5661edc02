import type { Settlement } from '@truce/core/geo'
import { featuresIn, lonLat, Undrawable } from '@truce/core/geo'
import { csvRecords, positionOf } from './drawing-csv.ts'
import { kmlPoints } from './kml.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * A list of settlements: a table with `name`, `lon` and `lat`, GeoJSON points, or points of KML.
 * What stands under further columns or data that begin with `name` is another spelling, and kept.
 * Throws `Undrawable`.
 */
export function importSettlements(name: string, text: string): readonly Settlement[] {
  if (/\.csv$/i.test(name))
    return csvRecords(text).map((row, at) => ({
      names: spellings(row),
      at: lonLat(positionOf(row), { feature: at + 1 })
    }))
  const points = /\.kml$/i.test(name) ? kmlPoints(text) : geoJsonPoints(text)
  if (points.length === 0) throw new Undrawable('no-point')
  return points.map(({ feature, properties, coordinates }) => ({
    names: spellings(properties),
    at: lonLat(coordinates, { feature })
  }))
}

const geoJsonPoints = (text: string) =>
  featuresIn(text).flatMap(({ geometry, properties }, at) => {
    const coordinates = pointOf(geometry)
    return coordinates === undefined ? [] : [{ feature: at + 1, properties, coordinates }]
  })

const spellings = (row: Row): readonly string[] => [
  ...new Set(
    Object.entries(row)
      .filter(([key, value]) => /^name/i.test(key) && typeof value === 'string' && value !== '')
      .map(([, value]) => String(value))
  )
]

function pointOf(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return undefined
  return geometry.type === 'Point' && 'coordinates' in geometry ? geometry.coordinates : undefined
}
