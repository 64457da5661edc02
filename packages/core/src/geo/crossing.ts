import Flatbush from 'flatbush'
import type { LonLat, Trace } from './ground.ts'
import { walked } from './ground.ts'

type Edge = readonly [LonLat, LonLat]

/** Whether two straight edges cross or touch. */
export function meet([a, b]: Edge, [c, d]: Edge): boolean {
  // edges in one row touch only where their spans do
  const apart = [0, 1].some(
    (k) =>
      Math.max(a[k] ?? 0, b[k] ?? 0) < Math.min(c[k] ?? 0, d[k] ?? 0) ||
      Math.max(c[k] ?? 0, d[k] ?? 0) < Math.min(a[k] ?? 0, b[k] ?? 0)
  )
  if (apart) return false
  return turnAt(a, b, c) * turnAt(a, b, d) <= 0 && turnAt(c, d, a) * turnAt(c, d, b) <= 0
}

/** Whether two straight edges cross, each from one side of the other to its other side. */
const cross = ([a, b]: Edge, [c, d]: Edge): boolean =>
  turnAt(a, b, c) * turnAt(a, b, d) < 0 && turnAt(c, d, a) * turnAt(c, d, b) < 0

const turnAt = (a: LonLat, b: LonLat, c: LonLat): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** The first edge of a line, counted from 0, that a later one crosses. */
export function crossingOf(course: Trace): number | undefined {
  const points = walked(course)
  const edges = points.slice(1).map((to, at): Edge => [points[at] ?? to, to])
  if (edges.length < 3) return undefined
  const index = new Flatbush(edges.length)
  for (const [[x, y], [u, v]] of edges)
    index.add(Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v))
  index.finish()
  const first = edges.findIndex((edge, at) => {
    const [[x, y], [u, v]] = edge
    const near = index.search(Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v))
    return near.some((other) => {
      const later = edges[other]
      return other > at + 1 && later !== undefined && cross(edge, later)
    })
  })
  return first < 0 ? undefined : first
}
