import type { Area, LonLat, Shape } from '@truce/core/geo'
import {
  cutAtAntimeridian,
  MOST_GEOMETRY,
  onFirstTurn,
  readGeoJson,
  shapeOf,
  Undrawable
} from '@truce/core/geo'
import { stringify } from 'csv-stringify/browser/esm/sync'
import { csvGeometries } from './drawing-csv.ts'
import { kmlGeometries } from './kml.ts'

/** How a drawing is read, by the ending of its file. */
const READERS: Readonly<Record<string, (text: string) => Shape>> = {
  geojson: readGeoJson,
  json: readGeoJson,
  kml: (text) => shapeOf(kmlGeometries(text)),
  csv: (text) => shapeOf(csvGeometries(text))
}

/** Whether files of such a name are read as drawings. */
export const isDrawing = (name: string): boolean => Object.hasOwn(READERS, endingOf(name))

const endingOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? ''

/** Reads the drawing of a line: GeoJSON, KML or CSV. Throws `Undrawable` with the one reason. */
export function importDrawing(name: string, text: string): Shape {
  if (text.length > MOST_GEOMETRY) throw new Undrawable('too-large')
  return (READERS[endingOf(name)] ?? readGeoJson)(text)
}

/** An area with what is said of it. */
export interface NamedArea {
  readonly properties: Readonly<Record<string, string | number>>
  readonly area: Area
}

/** A place with what is said of it. */
export interface NamedPlace {
  readonly properties: Readonly<Record<string, string | number>>
  readonly place: LonLat
}

/**
 * Areas and places as GeoJSON (RFC 7946), coordinates to seven decimals; what crosses the
 * antimeridian is cut there.
 */
export const areasGeoJson = (
  areas: readonly NamedArea[],
  places: readonly NamedPlace[] = []
): string =>
  `${JSON.stringify({
    type: 'FeatureCollection',
    features: [
      ...areas.map(({ properties, area }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'MultiPolygon', coordinates: cutAtAntimeridian(area) }
      })),
      ...places.map(({ properties, place }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: onFirstTurn(place) }
      }))
    ]
  })}\n`

/** Areas and places as KML 2.2. */
export function areasKml(areas: readonly NamedArea[], places: readonly NamedPlace[] = []): string {
  const shapes = [
    ...areas.map(({ properties, area }) => ({
      properties,
      shape: `<MultiGeometry>${cutAtAntimeridian(area).map(polygonKml).join('')}</MultiGeometry>`
    })),
    ...places.map(({ properties, place }) => ({
      properties,
      shape: `<Point><coordinates>${onFirstTurn(place).join(',')}</coordinates></Point>`
    }))
  ]
  const marks = shapes.map(({ properties, shape }) => {
    const data = Object.entries(properties)
      .map(
        ([name, value]) => `<Data name="${xml(name)}"><value>${xml(String(value))}</value></Data>`
      )
      .join('')
    const name = xml(String(properties['name'] ?? ''))
    return `<Placemark><name>${name}</name><ExtendedData>${data}</ExtendedData>${shape}</Placemark>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${marks.join('\n')}\n</Document></kml>\n`
}

const polygonKml = ([outer, ...holes]: Area[number]): string =>
  `<Polygon><outerBoundaryIs>${ringKml(outer ?? [])}</outerBoundaryIs>${holes
    .map((hole) => `<innerBoundaryIs>${ringKml(hole)}</innerBoundaryIs>`)
    .join('')}</Polygon>`

const ringKml = (ring: readonly LonLat[]): string =>
  `<LinearRing><coordinates>${ring.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates></LinearRing>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
}

const xml = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)

/** Areas as a table: a vertex in each row, by zone, part and ring. */
export const areasCsv = (areas: readonly NamedArea[]): string =>
  stringify([
    ['name', 'part', 'ring', 'lon', 'lat'],
    ...areas.flatMap(({ properties, area }) =>
      cutAtAntimeridian(area).flatMap((rings, part) =>
        rings.flatMap((ring, at) =>
          ring.map(([lon, lat]) => [properties['name'] ?? '', part + 1, at + 1, lon, lat])
        )
      )
    )
  ])
