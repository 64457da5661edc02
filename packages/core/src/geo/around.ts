import { union } from './clip.ts'
import { apart, densified, placeAt, ringSquareKm, roughly } from './geodesic.ts'
import type { Area, LonLat, Ring, Trace } from './ground.ts'
import { walked } from './ground.ts'
import type { Offsets } from './offsets.ts'
import { offsets, TURN } from './offsets.ts'

const RADIANS = Math.PI / 180
const COURSES = 360 / TURN

/** A run of vertices within this share of the distance is taken as its hull: 0.1 % too wide at most. */
const RUN = 0.09

/** By how many degrees pieces overlap, so that no crack of the grid's width is left between them. */
const LAP = 2

/** How far beyond its end a piece bulges, for an edge across it is straight on the map and not on the ground. */
const BULGE = 0.02

/** The mean width of a hole that only the rounding of borders left, as a share of the distance. */
const CRACK = 0.002

/** How many areas are united at once. */
const TOGETHER = 12

/**
 * All that lies within `km` of a line, ends rounded: the union of rounded hulls of short runs of its
 * vertices. Geodesic; the border lies within 0.2 % of the distance.
 */
export function around(course: Trace, km: number): Area {
  // so short that a parallel of the straight edge stays straight within 0.02 % of the distance
  const points = densified(walked(course), Math.sqrt(6 * km))
  const lats = points.map(([, lat]) => lat)
  const table = offsets(km, [Math.min(...lats), Math.max(...lats)])
  const runs = runsOf(points, km * RUN)
  const after = (at: number): Run | undefined =>
    runs[at + 1] ?? (course.closed ? runs[0] : undefined)
  const all = merged(
    runs.map((run, at) => {
      const straight = pieceOf(run)
      if (!straight) return [[roundHull(run, table)]]
      const open = at === 0 && !course.closed
      return [[capsule(straight, { km, table, next: after(at), open })]]
    })
  )
  return all.map((rings) => rings.filter((ring, at) => at === 0 || !isCrack(ring, km * CRACK)))
}

/** Whether a hole is narrower than the border is accurate. */
function isCrack(ring: Ring, km: number): boolean {
  const around = ring.reduce((sum, point, at) => sum + roughly(ring[at - 1] ?? point, point), 0)
  return Math.abs(ringSquareKm(ring)) < (km * around) / 2
}

/** The union of many areas, neighbours first: what they hide is gone before it can cross the rest. */
function merged(areas: readonly Area[]): Area {
  if (areas.length <= TOGETHER) return union(...areas)
  const groups = Array.from({ length: Math.ceil(areas.length / TOGETHER) }, (_, at) =>
    union(...areas.slice(at * TOGETHER, (at + 1) * TOGETHER))
  )
  return merged(groups)
}

/** Some vertices in a row. */
type Run = readonly LonLat[]

/** Consecutive vertices no more than `km` apart, each run beginning where the one before ends. */
function runsOf(points: readonly LonLat[], km: number): readonly Run[] {
  const runs: LonLat[][] = []
  let run: LonLat[] = []
  for (const point of points) {
    const last = run.at(-1)
    if (last && run.length > 1 && run.some((other) => roughly(other, point) > km)) {
      runs.push(run)
      run = [last]
    }
    run.push(point)
  }
  return run.length > 1 || runs.length === 0 ? [...runs, run] : runs
}

/** On each course the place at the distance from whichever vertex lies farthest that way. */
function roundHull(run: Run, table: Offsets): Ring {
  const narrow = Math.cos((run[0]?.[1] ?? 0) * RADIANS)
  const from = run.map(table)
  const ring: LonLat[] = []
  for (let course = COURSES - 1; course >= 0; course--) {
    const angle = course * TURN * RADIANS
    const [east, north] = [Math.sin(angle) * narrow, Math.cos(angle)]
    let farthest = 0
    let most = Number.NEGATIVE_INFINITY
    run.forEach(([lon, lat], at) => {
      const far = lon * east + lat * north
      if (far > most) [most, farthest] = [far, at]
    })
    const place = from[farthest]?.(course)
    if (place) ring.push(place)
  }
  return ringClosed(ring)
}

/** A straight piece between two places. */
interface Piece {
  readonly from: LonLat
  readonly to: LonLat
}

function pieceOf([from, to, more]: Run): Piece | undefined {
  return from && to && !more ? { from, to } : undefined
}

interface Beside {
  readonly km: number
  readonly table: Offsets
  /** What follows and shares the end of this piece. */
  readonly next: Run | undefined
  /** Whether nothing comes before, so that the beginning is rounded too. */
  readonly open: boolean
}

/** Both sides of a straight piece, and of the circle at its end what the next piece leaves bare. */
function capsule({ from, to }: Piece, { km, table, next, open }: Beside): Ring {
  const { azimuth } = apart(from, to)
  const [right, left] = [azimuth + 90, azimuth - 90]
  return ringClosed([
    placeAt(from, right, km),
    placeAt(to, right, km),
    ...joint(to, azimuth, { km, table, next }),
    placeAt(to, left, km),
    placeAt(from, left, km),
    ...(open ? arc(table(from), left, left - 180) : [])
  ])
}

/** From the right of a piece's end to its left, counterclockwise. */
function joint(
  to: LonLat,
  azimuth: number,
  { km, table, next }: Omit<Beside, 'open'>
): readonly LonLat[] {
  const [right, left] = [azimuth + 90, azimuth - 90]
  if (!next) return arc(table(to), right, left)
  const onward = pieceOf(next)
  // a run of several vertices brings the whole circle
  if (!onward) return []
  const turn = ((apart(onward.from, onward.to).azimuth - azimuth + 540) % 360) - 180
  const [rightTo, leftFrom] = [right + Math.min(turn, 0) - LAP, left + Math.max(turn, 0) + LAP]
  if (rightTo <= leftFrom) return arc(table(to), right, left)
  return [
    ...arc(table(to), right, rightTo),
    placeAt(to, rightTo, km),
    placeAt(to, (rightTo + leftFrom) / 2, km * BULGE),
    placeAt(to, leftFrom, km),
    ...arc(table(to), leftFrom, left)
  ]
}

/** The tabled courses strictly between two, counterclockwise. */
function arc(from: (course: number) => LonLat, start: number, end: number): readonly LonLat[] {
  const places: LonLat[] = []
  for (let k = Math.ceil(start / TURN) - 1; k * TURN > end; k--)
    places.push(from(((k % COURSES) + COURSES) % COURSES))
  return places
}

function ringClosed(ring: readonly LonLat[]): Ring {
  const [first] = ring
  return first ? [...ring, first] : ring
}
