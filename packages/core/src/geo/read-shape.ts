import { evenOdd, union } from './clip.ts'
import { crossingOf } from './crossing.ts'
import type { Area, LonLat, Trace } from './ground.ts'
import { outlines } from './ground.ts'
import { inside } from './inside.ts'
import { joinedParts } from './join.ts'
import type { GeoRemark, GeoSpot } from './remarks.ts'
import { Remarks, Undrawable } from './remarks.ts'

/** What a file draws: a line of one or several parts, or areas, whose outline is the line. */
export interface Shape {
  readonly kind: 'line' | 'area'
  readonly courses: readonly Trace[]
  /** The areas themselves; none of a line. */
  readonly area: Area
  readonly remarks: readonly GeoRemark[]
}

/** One geometry of a file, its coordinates not yet looked at. */
export interface RawGeometry {
  readonly type: string
  readonly coordinates: unknown
  readonly feature: number
}

/** How many vertices a drawing may have. */
const MOST_VERTICES = 200_000

/** Beyond this latitude the longitudes run too close together for what is computed here. */
const MOST_LATITUDE = 85

/** Puts a drawing in order. Throws `Undrawable` with the one reason where it cannot be used. */
export function shapeOf(geometries: readonly RawGeometry[]): Shape {
  const reader = new Reader()
  const lines = geometries.flatMap((one) => reader.lines(one))
  const areas = geometries.flatMap((one) => reader.areas(one))
  const { remarks } = reader
  if (lines.length > 0 && areas.length > 0) throw new Undrawable('mixed')
  if (areas.length > 0) {
    const area = union(...areas)
    return { kind: 'area', courses: outlines(area), area, remarks: remarks.all }
  }
  if (lines.length === 0) throw new Undrawable('no-line')
  const courses = joinedParts(lines, remarks)
  for (const course of courses) {
    const at = crossingOf(course)
    if (at !== undefined) remarks.note('line-crosses-itself', { vertex: at + 1 })
  }
  return { kind: 'line', courses, area: [], remarks: remarks.all }
}

class Reader {
  readonly remarks = new Remarks()
  private vertices = 0

  lines({ type, coordinates, feature }: RawGeometry): readonly (readonly LonLat[])[] {
    if (type === 'LineString') return [this.line(coordinates, feature)]
    if (type === 'MultiLineString')
      return list(coordinates, feature).map((one) => this.line(one, feature))
    if (type !== 'Polygon' && type !== 'MultiPolygon') this.remarks.note('not-a-line', { feature })
    return []
  }

  areas({ type, coordinates, feature }: RawGeometry): readonly Area[] {
    if (type === 'Polygon') return [this.polygon(coordinates, feature)]
    if (type === 'MultiPolygon')
      return list(coordinates, feature).map((one) => this.polygon(one, feature))
    return []
  }

  private line(coordinates: unknown, feature: number): readonly LonLat[] {
    const points = this.points(coordinates, feature)
    if (points.length < 2) throw new Undrawable('line-too-short', { feature })
    return points
  }

  private polygon(coordinates: unknown, feature: number): Area {
    const rings = list(coordinates, feature).map((ring) => this.ring(ring, feature))
    const [outer = [], ...holes] = rings
    for (const [hole] of holes)
      if (hole && !inside([[outer]], hole)) this.remarks.note('hole-outside', { feature })
    return evenOdd(rings)
  }

  private ring(coordinates: unknown, feature: number): readonly LonLat[] {
    const points = this.points(coordinates, feature)
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || points.length < 3) throw new Undrawable('ring-too-short', { feature })
    const shut = same(first, last)
    if (!shut) this.remarks.note('ring-closed', { feature })
    const open = shut ? points.slice(0, -1) : points
    if (open.length < 3) throw new Undrawable('ring-too-short', { feature })
    const at = crossingOf({ points: open, closed: true })
    if (at !== undefined) this.remarks.note('ring-repaired', { feature, vertex: at + 1 })
    return [...open, first]
  }

  private points(coordinates: unknown, feature: number): readonly LonLat[] {
    const points: LonLat[] = []
    let shift = 0
    for (const [at, found] of list(coordinates, feature).entries()) {
      const place = this.place(found, { feature, vertex: at + 1 })
      const before = points.at(-1)
      const turned = before ? unrolled(place, before) : place
      if (turned[0] - place[0] !== shift)
        this.remarks.note('antimeridian', { feature, vertex: at + 1 })
      shift = turned[0] - place[0]
      if (before && same(turned, before))
        this.remarks.note('duplicates-dropped', { feature, vertex: at + 1 })
      else points.push(turned)
    }
    this.vertices += points.length
    if (this.vertices > MOST_VERTICES) throw new Undrawable('too-many-vertices', { feature })
    return points
  }

  private place(found: unknown, spot: GeoSpot): LonLat {
    if (Array.isArray(found) && found.length > 2) this.remarks.note('height-dropped', spot)
    return lonLat(found, spot)
  }
}

/** A position of a file. Throws `Undrawable` where it is none, or lies outside the earth. */
export function lonLat(found: unknown, spot: GeoSpot): LonLat {
  const [lon, lat]: readonly unknown[] = Array.isArray(found) ? found : []
  const text = JSON.stringify(found) ?? ''
  if (!isNumber(lon) || !isNumber(lat)) throw new Undrawable('not-a-position', spot, text)
  if (Math.abs(lat) > 90 && Math.abs(lon) <= 90 && Math.abs(lat) <= 180)
    throw new Undrawable('swapped', spot, text)
  if (Math.abs(lat) > 90 || Math.abs(lon) > 360) throw new Undrawable('out-of-range', spot, text)
  if (Math.abs(lat) > MOST_LATITUDE) throw new Undrawable('polar', spot, text)
  return [lon, lat]
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

function list(coordinates: unknown, feature: number): readonly unknown[] {
  if (Array.isArray(coordinates)) return coordinates
  throw new Undrawable('not-a-position', { feature }, JSON.stringify(coordinates) ?? '')
}

/** The place on the turn of longitude on which it is nearest to another. */
const unrolled = ([lon, lat]: LonLat, [near]: LonLat): LonLat => [
  lon - 360 * Math.round((lon - near) / 360),
  lat
]

const same = ([x, y]: LonLat, [u, v]: LonLat): boolean => x === u && y === v
