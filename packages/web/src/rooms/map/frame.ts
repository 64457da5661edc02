import type { LonLat } from '@truce/core/geo'
import type { GeoGeometryObjects, GeoPath, GeoPermissibleObjects, GeoProjection } from 'd3-geo'
import { geoAzimuthalEqualArea, geoCentroid, geoPath } from 'd3-geo'

/** How large the picture is, in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The picture's plane: where each place of the globe is in it before one looks closer. */
export interface Frame extends Size {
  readonly place: (at: LonLat) => readonly [number, number] | undefined
  /** Longitude and latitude of a point of the plane. */
  readonly back: (point: readonly [number, number]) => readonly [number, number] | undefined
  /** What a geometry is drawn as; undefined where nothing of it lies within reach. */
  readonly path: (shape: GeoPermissibleObjects) => string | undefined
}

/** Free space around what is to be seen, as a share of the picture. */
const MARGIN = 0.08
/** Pixels of the globe's radius at most: below it, half a metre would fill the picture. */
const CLOSEST = 4e6
/** What a case without any course is shown in: the globe. */
const WHOLE = 0.45

/**
 * A plane on which what is given fits, and areas are true: Lambert's azimuthal one, about its
 * middle. Drawn three pictures wide and high, so that one may look around.
 */
export function frameOf(
  seen: readonly Exclude<GeoGeometryObjects, { type: 'Sphere' }>[],
  { width, height }: Size
): Frame {
  const all = { type: 'GeometryCollection' as const, geometries: [...seen] }
  const projection = geoAzimuthalEqualArea()
  if (seen.length === 0)
    projection.scale(WHOLE * Math.min(width, height)).translate([width / 2, height / 2])
  else fitted(projection, all, { width, height })
  projection.clipExtent([
    [-width, -height],
    [2 * width, 2 * height]
  ])
  return framed(projection, geoPath(projection).digits(1), { width, height })
}

function fitted(projection: GeoProjection, all: GeoPermissibleObjects, size: Size): void {
  const [longitude, latitude] = geoCentroid(all)
  const { width, height } = size
  const [across, down] = [MARGIN * width, MARGIN * height]
  projection.rotate([-longitude, -latitude]).fitExtent(
    [
      [across, down],
      [width - across, height - down]
    ],
    all
  )
  if (projection.scale() < CLOSEST) return
  projection.scale(CLOSEST).translate([width / 2, height / 2])
}

function framed(projection: GeoProjection, path: GeoPath, size: Size): Frame {
  return {
    ...size,
    place: ([longitude, latitude]) => projection([longitude, latitude]) ?? undefined,
    back: ([x, y]) => projection.invert?.([x, y]) ?? undefined,
    path: (shape) => path(shape) ?? undefined
  }
}
