import type { Area, LonLat, Trace } from '@truce/core/geo'

/** A line as GeoJSON has it. */
export interface LinesShape {
  readonly type: 'MultiLineString'
  readonly coordinates: [number, number][][]
}

/** An area as GeoJSON has it. */
export interface AreaShape {
  readonly type: 'MultiPolygon'
  readonly coordinates: [number, number][][][]
}

const position = ([longitude, latitude]: LonLat): [number, number] => [longitude, latitude]

/** Lines as what the drawing takes; a closed one ends where it began. */
export const linesShape = (courses: readonly Trace[]): LinesShape => ({
  type: 'MultiLineString',
  coordinates: courses.map(({ points, closed }) => {
    const [first] = points
    return (closed && first ? [...points, first] : points).map(position)
  })
})

/**
 * Areas as what the drawing takes. GeoJSON turns an outer ring counterclockwise (RFC 7946); on the
 * drawing's sphere that would be all the rest of the globe, so each ring is turned round.
 */
export const areaShape = (area: Area): AreaShape => ({
  type: 'MultiPolygon',
  coordinates: area.map((rings) => rings.map((ring) => ring.toReversed().map(position)))
})
