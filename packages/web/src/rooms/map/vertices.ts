import type { LonLat } from '@truce/core/geo'

/** A vertex of a line in a GeoJSON text, and the way to it: `features`, 0, `geometry` and so on. */
export interface Vertex {
  readonly at: LonLat
  readonly way: readonly (string | number)[]
}

/** Six digits: a tenth of a metre. */
const DIGITS = 1e6

/**
 * The vertices of the lines in a GeoJSON text, in its order; none of areas, whose first vertex is
 * also their last. A text that cannot be read has none.
 */
export function verticesIn(text: string): readonly Vertex[] {
  try {
    return within(JSON.parse(text), [])
  } catch {
    return []
  }
}

/** The text with a vertex elsewhere. */
export const withMoved = (text: string, { at, way }: Vertex, to: LonLat): string =>
  String(rounded(to)) === String(rounded(at))
    ? text
    : changed(text, way, (list, place) => list.with(place, rounded(to)))

/** The text with one more vertex before another. */
export const withInserted = (text: string, { way }: Vertex, at: LonLat): string =>
  changed(text, way, (list, place) => list.toSpliced(place, 0, rounded(at)))

/** The text without a vertex; a line keeps at least two. */
export const without = (text: string, { way }: Vertex): string =>
  changed(text, way, (list, place) => (list.length > 2 ? list.toSpliced(place, 1) : list))

/** A GeoJSON text of one line. */
export const courseText = (points: readonly LonLat[]): string =>
  written({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: points.map(rounded) }
      }
    ]
  })

type Way = readonly (string | number)[]

function within(node: unknown, way: Way): readonly Vertex[] {
  if (Array.isArray(node)) return node.flatMap((one, place) => within(one, [...way, place]))
  if (typeof node !== 'object' || node === null) return []
  const { type, coordinates }: { type?: unknown; coordinates?: unknown } = node
  if (type === 'LineString') return positions(coordinates, [...way, 'coordinates'])
  if (type === 'MultiLineString' && Array.isArray(coordinates))
    return coordinates.flatMap((one, place) => positions(one, [...way, 'coordinates', place]))
  return ['features', 'geometry', 'geometries'].flatMap((key) =>
    within(Reflect.get(node, key), [...way, key])
  )
}

function positions(found: unknown, way: Way): readonly Vertex[] {
  if (!Array.isArray(found)) return []
  return found.flatMap((one: unknown, place): readonly Vertex[] => {
    const [lon, lat]: readonly unknown[] = Array.isArray(one) ? one : []
    if (typeof lon !== 'number' || typeof lat !== 'number') return []
    return [{ at: [lon, lat], way: [...way, place] }]
  })
}

const rounded = ([lon, lat]: LonLat): readonly number[] =>
  [lon, lat].map((degrees) => Math.round(degrees * DIGITS) / DIGITS)

type Change = (list: readonly unknown[], place: number) => readonly unknown[]

function changed(text: string, way: Way, change: Change): string {
  return written(put(JSON.parse(text), way, change))
}

/** The same with the list that holds the end of the way changed. */
function put(node: unknown, [step, ...rest]: Way, change: Change): unknown {
  if (Array.isArray(node) && typeof step === 'number')
    return rest.length === 0
      ? change(node, step)
      : node.map((one: unknown, place) => (place === step ? put(one, rest, change) : one))
  if (typeof node !== 'object' || node === null || step === undefined) return node
  return { ...node, [step]: put(Reflect.get(node, step), rest, change) }
}

/** As people can read it: each position in a line of its own. */
const written = (file: unknown): string =>
  `${JSON.stringify(file, null, 1).replace(/\[\s+(-?[\d.e+-]+),\s+(-?[\d.e+-]+)\s+\]/g, '[$1, $2]')}\n`
