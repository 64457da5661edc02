import type { PolyPath64, PolyPathBase } from 'clipper2-ts'
import { Clipper64, ClipType, FillRule, PathType, PolyTree64 } from 'clipper2-ts'
import type { Area, LonLat, Ring } from './ground.ts'

/** Steps of the whole-number grid in a degree: 2.8 cm of latitude. Whole numbers make clipping exact. */
const STEPS = 4_000_000

type Grid = { x: number; y: number }[]

/** Any of the areas. Rings may overlap and cross; what winds around at all counts. */
export const union = (...areas: readonly Area[]): Area =>
  clipped(ClipType.Union, [areas.flat(), []], FillRule.NonZero)

/** What lies in both. */
export const intersection = (one: Area, other: Area): Area =>
  clipped(ClipType.Intersection, [one, other], FillRule.NonZero)

/** What lies in the first and not in the other. */
export const difference = (one: Area, other: Area): Area =>
  clipped(ClipType.Difference, [one, other], FillRule.NonZero)

/** What an odd number of rings lies around: the usual reading of a ring that crosses itself. */
export const evenOdd = (rings: readonly Ring[]): Area =>
  clipped(ClipType.Union, [rings.map((ring) => [ring]), []], FillRule.EvenOdd)

/** What rings wind around counterclockwise more often than clockwise. */
export const positive = (rings: readonly Ring[]): Area =>
  clipped(ClipType.Union, [rings.map((ring) => [ring]), []], FillRule.Positive)

function clipped(type: ClipType, [subject, clip]: readonly [Area, Area], fill: FillRule): Area {
  const clipper = new Clipper64()
  clipper.addPaths(subject.flat().map(toGrid), PathType.Subject)
  clipper.addPaths(clip.flat().map(toGrid), PathType.Clip)
  const tree = new PolyTree64()
  clipper.execute(type, fill, tree)
  return childrenOf(tree).flatMap(polygons)
}

const toGrid = (ring: Ring): Grid =>
  ring.map(([lon, lat]) => ({ x: Math.round(lon * STEPS), y: Math.round(lat * STEPS) }))

/** An outer ring with its holes, and what lies as islands in these. */
function polygons(outer: PolyPath64): Area {
  const holes = childrenOf(outer)
  return [
    [outer, ...holes].map(ringOf),
    ...holes.flatMap((hole) => childrenOf(hole).flatMap(polygons))
  ]
}

function childrenOf(path: PolyPathBase & { child(at: number): PolyPath64 }): PolyPath64[] {
  return Array.from({ length: path.count }, (_, at) => path.child(at))
}

function ringOf({ poly }: PolyPath64): Ring {
  const points = (poly ?? []).map(({ x, y }): LonLat => [x / STEPS, y / STEPS])
  const [first] = points
  return first ? [...points, first] : points
}
