import Flatbush from 'flatbush'
import { apart, between, densified, KM_PER_DEGREE } from './geodesic.ts'
import type { LonLat, Trace } from './ground.ts'
import { walked } from './ground.ts'

/** The nearest place of a line, and how far it is on the ground. */
export interface Nearest {
  readonly km: number
  readonly place: LonLat
}

/** Edges are cut this fine, so that each is short beside the curve of the earth. */
const EDGE_KM = 20

/** How often the foot on an edge is corrected along the geodesic. */
const CORRECTIONS = 3

/** What a plane that touches the earth may be wrong by. */
const PLANE = 1.005

type Edge = readonly [LonLat, LonLat]

/** Finds, for any place, the nearest place of the lines. The index is built once. */
export function nearestOn(courses: readonly Trace[]): (from: LonLat) => Nearest {
  const edges = courses.flatMap((course) => edgesOf(densified(walked(course), EDGE_KM)))
  const index = new Flatbush(Math.max(edges.length, 1))
  for (const [[x, y], [u, v]] of edges)
    index.add(Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v))
  if (edges.length === 0) index.add(0, 0, 0, 0)
  index.finish()
  const middle = edges[0]?.[0][0] ?? 0
  return ([lon, lat]) => {
    const from: LonLat = [lon - 360 * Math.round((lon - middle) / 360), lat]
    const at = (found: number): Edge => edges[found] ?? [from, from]
    const [some = 0] = index.neighbors(from[0], from[1], 1)
    const most = Math.max(foot(from, at(some)).km * 1.02, 0.01)
    const high = most / KM_PER_DEGREE
    const wide = high / Math.cos(Math.min(Math.abs(lat) + high, 89) * (Math.PI / 180))
    const close = index.search(from[0] - wide, lat - high, from[0] + wide, lat + high)
    return nearestOf(from, [some, ...close].map(at))
  }
}

function edgesOf(points: readonly LonLat[]): readonly Edge[] {
  const [only] = points
  if (only && points.length === 1) return [[only, only]]
  return points.flatMap((to, at): Edge[] => {
    const from = points[at - 1]
    return from ? [[from, to]] : []
  })
}

/** The nearest of the edges: those that look as near on a plane, within its error, are measured. */
function nearestOf(from: LonLat, edges: readonly Edge[]): Nearest {
  const looks = edges.map((edge) => foot(from, edge).km)
  const least = Math.min(...looks)
  const close = edges.filter((_, at) => (looks[at] ?? 0) <= least * PLANE)
  return close
    .map((edge) => footOnGround(from, edge))
    .reduce((one, other) => (other.km < one.km ? other : one))
}

/** The nearest place of an edge on a plane that touches the earth between it and the place. */
function foot(from: LonLat, [a, b]: Edge): { readonly km: number; readonly share: number } {
  const narrow = Math.cos(((from[1] + (a[1] + b[1]) / 2) / 2) * (Math.PI / 180))
  const [ax, ay] = [(a[0] - from[0]) * narrow, a[1] - from[1]]
  const [dx, dy] = [(b[0] - a[0]) * narrow, b[1] - a[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return { km: Math.hypot(ax + share * dx, ay + share * dy) * KM_PER_DEGREE, share }
}

/** The same on the ellipsoid: the foot moves until the geodesic to the place stands square on the edge. */
function footOnGround(from: LonLat, edge: Edge): Nearest {
  const [a, b] = edge
  const along = apart(a, b)
  let { share } = foot(from, edge)
  for (let turn = 0; turn < CORRECTIONS && along.km > 0; turn++) {
    const { km, azimuth } = apart(between(a, b, share), from)
    const ahead = km * Math.cos((azimuth - along.azimuth) * (Math.PI / 180))
    share = Math.min(1, Math.max(0, share + ahead / along.km))
  }
  const place = between(a, b, share)
  return { km: apart(from, place).km, place }
}
