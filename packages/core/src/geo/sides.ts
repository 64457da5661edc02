import { around } from './around.ts'
import { difference, evenOdd, intersection, union } from './clip.ts'
import { meet } from './crossing.ts'
import { KM_PER_DEGREE, roughly } from './geodesic.ts'
import type { Area, LonLat, Ring, Side, Trace } from './ground.ts'
import { walked } from './ground.ts'
import { inside } from './inside.ts'

/** The line winds around its own end, so that it has no sides there. */
export class NoSides extends Error {
  constructor() {
    super('the line winds around its own end')
    this.name = 'NoSides'
  }
}

/** What lies near a line, on both sides and on each. */
export interface Bands {
  readonly both: Area
  readonly on: (side: Side) => Area
}

/** What lies within `km` of a line. Its sides are those of each open part, and of rings together. */
export function bands(courses: readonly Trace[], km: number): Bands {
  const rings = courses.filter(({ closed }) => closed)
  const open = courses.filter(({ closed }) => !closed)
  const near = open.map((course) => ({ course, area: around(course, km) }))
  const nearRings = rings.map((ring) => around(ring, km))
  return {
    both: union(...nearRings, ...near.map(({ area }) => area)),
    on: (side) =>
      union(
        onSideOfRings(union(...nearRings), rings, side),
        ...near.map(({ course, area }) => intersection(area, landOn(course, side, km)))
      )
  }
}

/** The side of a line on which a place lies. Of several parts, the one nearest to the place says. */
export function sideAt(courses: readonly Trace[], place: LonLat): Side {
  const rings = courses.filter(({ closed }) => closed)
  if (rings.length > 0)
    return inside(evenOdd(rings.map(walked)), place) === turn(rings) > 0 ? 'left' : 'right'
  const [nearest] = courses.toSorted((one, other) => farFrom(one, place) - farFrom(other, place))
  if (!nearest) return 'left'
  return inside(landOn(nearest, 'left', farFrom(nearest, place) + 1), place) ? 'left' : 'right'
}

const farFrom = ({ points }: Trace, place: LonLat): number =>
  points.reduce((least, point) => Math.min(least, roughly(point, place)), Number.POSITIVE_INFINITY)

/** Of rings that run counterclockwise the inside is the left. */
function onSideOfRings(near: Area, rings: readonly Trace[], side: Side): Area {
  if (rings.length === 0) return []
  const within = evenOdd(rings.map(walked))
  return (side === 'left') === turn(rings) > 0
    ? intersection(near, within)
    : difference(near, within)
}

/** Above zero where the rings together run counterclockwise around what they enclose. */
function turn(rings: readonly Trace[]): number {
  return rings.reduce((sum, ring) => {
    const points = walked(ring)
    return points.reduce((whole, [x, y], at) => {
      const before = points[at - 1]
      return before ? whole + before[0] * y - x * before[1] : whole
    }, sum)
  }, 0)
}

/**
 * The land on one side of an open line, out to a box `km` beyond it. At each end the line is thought
 * to go on straight, in the direction of its last tenth; where that would meet the line again, in
 * the nearest direction that does not.
 */
export function landOn(course: Trace, side: Side, km: number): Area {
  const { points } = course
  const box = boxAround(points, km)
  const start = ray(points.toReversed(), box, [])
  const end = ray(points, box, [start])
  const path = [start[1], ...points, end[1]]
  const left = positiveTurn(path, box)
  return side === 'left' ? evenOdd([left]) : difference([[corners(box)]], evenOdd([left]))
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

function boxAround(points: readonly LonLat[], km: number): Box {
  const lats = points.map(([, lat]) => lat)
  const lons = points.map(([lon]) => lon)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const high = (2 * km) / KM_PER_DEGREE + 0.1
  const wide =
    high /
    Math.cos(Math.min(Math.max(Math.abs(south), Math.abs(north)) + high, 88) * (Math.PI / 180))
  return {
    west: Math.min(...lons) - wide,
    east: Math.max(...lons) + wide,
    south: Math.max(south - high, -90),
    north: Math.min(north + high, 90)
  }
}

const corners = ({ west, south, east, north }: Box): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south]
]

type Piece = readonly [LonLat, LonLat]

/** From the end of a line straight on to the border of the box, clear of the line and of other pieces. */
function ray(points: readonly LonLat[], box: Box, others: readonly Piece[]): Piece {
  const end = points.at(-1) ?? [0, 0]
  const before = tenthBefore(points)
  const straight = Math.atan2(end[1] - before[1], end[0] - before[0])
  const pieces = [...piecesOf(points).slice(0, -1), ...others]
  for (let turned = 0; turned < 60; turned++) {
    for (const way of turned === 0 ? [1] : [1, -1]) {
      const piece: Piece = [end, exit(end, straight + (way * turned * Math.PI) / 60, box)]
      if (!pieces.some((other) => meet(piece, other))) return piece
    }
  }
  throw new NoSides()
}

const piecesOf = (points: readonly LonLat[]): readonly Piece[] =>
  points.flatMap((to, at): Piece[] => {
    const from = points[at - 1]
    return from ? [[from, to]] : []
  })

/** The vertex about a tenth of the line before its end. */
function tenthBefore(points: readonly LonLat[]): LonLat {
  const pieces = piecesOf(points)
  const whole = pieces.reduce((sum, [from, to]) => sum + roughly(from, to), 0)
  let gone = 0
  for (const [from, to] of pieces.toReversed()) {
    gone += roughly(from, to)
    if (gone >= whole / 10) return from
  }
  return points[0] ?? [0, 0]
}

/** Where a ray leaves the box. */
function exit([x, y]: LonLat, angle: number, { west, south, east, north }: Box): LonLat {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  const far = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : ((dx > 0 ? east : west) - x) / dx,
    dy === 0 ? Number.POSITIVE_INFINITY : ((dy > 0 ? north : south) - y) / dy
  )
  return [x + far * dx, y + far * dy]
}

/** The path, and from its end counterclockwise along the box back to its beginning: its left side. */
function positiveTurn(path: readonly LonLat[], box: Box): Ring {
  const [first, last]: Piece = [path[0] ?? [0, 0], path.at(-1) ?? [0, 0]]
  const [from, to] = [along(last, box), along(first, box)]
  const passed = corners(box)
    .slice(0, 4)
    .map((corner): readonly [number, LonLat] => [(along(corner, box) - from + 4) % 4, corner])
    .filter(([at]) => at < (to - from + 4) % 4)
    .toSorted(([one], [other]) => one - other)
    .map(([, corner]) => corner)
  return [...path, ...passed, first]
}

/** How far along the border of the box, counterclockwise from its south-west corner, a side each. */
function along([x, y]: LonLat, { west, south, east, north }: Box): number {
  const [right, up] = [(x - west) / (east - west), (y - south) / (north - south)]
  const off = [up, 1 - right, 1 - up, right].map(Math.abs)
  const side = off.indexOf(Math.min(...off))
  return [right, 1 + up, 3 - right, 4 - up][side] ?? 0
}
