import type { RawGeometry, Shape } from './read-shape.ts'
import { shapeOf } from './read-shape.ts'
import { Undrawable } from './remarks.ts'

/** What a file with a line may weigh, in characters. */
export const MOST_GEOMETRY = 5_000_000

/** Names of WGS84 in longitude and latitude, as older files give them under `crs`. */
const WGS84 = /CRS:?:?84|EPSG:?:?4326/i

/** Reads a GeoJSON text (RFC 7946). Throws `Undrawable` where it cannot be used. */
export const readGeoJson = (text: string): Shape => shapeOf(geometriesIn(text))

/** The geometries of a GeoJSON text in their order. */
export function geometriesIn(text: string): readonly RawGeometry[] {
  return featuresIn(text).flatMap(({ geometry }, at) => flattened(geometry, at + 1))
}

/** One feature of a file. */
export interface RawFeature {
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, unknown>>
}

/** The features of a GeoJSON text; a geometry by itself counts as one. */
export function featuresIn(text: string): readonly RawFeature[] {
  if (text.length > MOST_GEOMETRY) throw new Undrawable('too-large')
  const file = parsed(text)
  if (!isRecord(file) || typeof file['type'] !== 'string') throw new Undrawable('not-geojson')
  refuseOtherCrs(file)
  if (file['type'] === 'FeatureCollection') {
    const features = file['features']
    if (!Array.isArray(features)) throw new Undrawable('not-geojson')
    return features.map((one: unknown, at) => {
      if (!isRecord(one)) throw new Undrawable('not-geojson', { feature: at + 1 })
      return featureOf(one)
    })
  }
  return [file['type'] === 'Feature' ? featureOf(file) : { geometry: file, properties: {} }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Undrawable('not-json', {}, error instanceof Error ? error.message : String(error))
  }
}

function refuseOtherCrs(file: Readonly<Record<string, unknown>>): void {
  const crs = file['crs']
  if (crs !== undefined && crs !== null && !WGS84.test(JSON.stringify(crs)))
    throw new Undrawable('other-crs', {}, JSON.stringify(crs))
}

function featureOf(one: Readonly<Record<string, unknown>>): RawFeature {
  const { geometry, properties } = one
  return { geometry, properties: isRecord(properties) ? properties : {} }
}

function flattened(geometry: unknown, feature: number): readonly RawGeometry[] {
  if (geometry === null) return []
  if (!isRecord(geometry) || typeof geometry['type'] !== 'string')
    throw new Undrawable('not-geojson', { feature })
  const { type, coordinates, geometries } = geometry
  if (type === 'GeometryCollection' && Array.isArray(geometries))
    return geometries.flatMap((one: unknown) => flattened(one, feature))
  return [{ type: String(type), coordinates, feature }]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
