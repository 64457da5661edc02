/** Longitude and latitude in degrees on WGS84, in the order of GeoJSON. */
export type LonLat = readonly [lon: number, lat: number]

/**
 * A line on the ground, straight in longitude and latitude between its vertices (RFC 7946, 3.1.1).
 * Longitudes run on across the antimeridian: 179, 181. A closed one does not repeat its first
 * vertex.
 */
export interface Trace {
  readonly points: readonly LonLat[]
  readonly closed: boolean
}

/** One closed ring: the last vertex is the first again. */
export type Ring = readonly LonLat[]

/** Areas, each its outer ring, counterclockwise, and its holes, clockwise (a GeoJSON MultiPolygon). */
export type Area = readonly (readonly Ring[])[]

/** A side of a line, as seen by who walks along it in the order of its vertices. */
export type Side = 'left' | 'right'

/** The other side. */
export const across = (side: Side): Side => (side === 'left' ? 'right' : 'left')

/** The vertices of a line, with the first repeated at the end of a closed one. */
export function walked({ points, closed }: Trace): readonly LonLat[] {
  const [first] = points
  return closed && first ? [...points, first] : points
}

/** The same line, walked from the other end. */
export const reversed = ({ points, closed }: Trace): Trace => ({
  points: points.toReversed(),
  closed
})

/** The outlines of areas as closed lines. */
export const outlines = (area: Area): readonly Trace[] =>
  area.flat().map((ring) => ({ points: ring.slice(0, -1), closed: true }))
