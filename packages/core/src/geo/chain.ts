import { apart, roughly } from './geodesic.ts'
import type { LonLat, Trace } from './ground.ts'
import { reversed } from './ground.ts'

/** A line of several parts walked as one. */
export interface Chain {
  readonly points: readonly LonLat[]
  readonly start: LonLat
  readonly end: LonLat
  /** How far each part begins from the end of the one before, in km. */
  readonly gaps: readonly number[]
}

/** The parts one after another, so that the gaps between them are short: whatever their order. */
export function chained(parts: readonly Trace[]): Chain | undefined {
  const [best] = chains(parts, (part) => [part])
  const points = best?.flatMap((part) => part.points) ?? []
  const [start, end] = [points[0], points.at(-1)]
  if (!best || !start || !end) return undefined
  return { points, start, end, gaps: gapsOf(best, (one, other) => apart(one, other).km) }
}

/**
 * The parts of one line in the order in which it is walked, those turned that were drawn the other
 * way: its sides are then the same along all of it. `turned` says how many were.
 */
export function walkedOneWay(parts: readonly Trace[]): {
  readonly courses: readonly Trace[]
  readonly turned: number
} {
  const found = chains(parts, (part) => [part, reversed(part)])
    .map((courses) => ({
      courses,
      turned: courses.filter((course) => !parts.includes(course)).length
    }))
    .toSorted((one, other) => one.turned - other.turned)
  return found[0] ?? { courses: parts, turned: 0 }
}

/** From so many parts on only the outermost are tried as the first. */
const MANY = 40

type Ways = (part: Trace) => readonly Trace[]

/** All chains with the shortest gaps in all, to the metre; each part is walked in one of its ways. */
function chains(parts: readonly Trace[], ways: Ways): readonly (readonly Trace[])[] {
  const all = firsts(parts)
    .flatMap((first) => ways(first).map((way) => chainFrom([first, way], parts, ways)))
    .map((chain) => ({ chain, total: gapsOf(chain, roughly).reduce((sum, gap) => sum + gap, 0) }))
  const least = Math.min(...all.map(({ total }) => total))
  return all.filter(({ total }) => total <= least + 0.001).map(({ chain }) => chain)
}

function firsts(parts: readonly Trace[]): readonly Trace[] {
  if (parts.length <= MANY) return parts
  const ends = parts.flatMap(endsOf)
  const mean = (at: 0 | 1): number => ends.reduce((sum, end) => sum + end[at], 0) / ends.length
  const middle: LonLat = [mean(0), mean(1)]
  const out = (part: Trace): number => Math.max(...endsOf(part).map((end) => roughly(end, middle)))
  return parts.toSorted((one, other) => out(other) - out(one)).slice(0, MANY)
}

const endsOf = ({ points }: Trace): readonly LonLat[] =>
  [points[0], points.at(-1)].flatMap((end) => (end ? [end] : []))

/** Beginning with one part, each time the one that begins nearest. */
function chainFrom(
  [first, way]: readonly [Trace, Trace],
  parts: readonly Trace[],
  ways: Ways
): readonly Trace[] {
  const left = new Set(parts.filter((part) => part !== first))
  const chain = [way]
  while (left.size > 0) {
    const end = chain.at(-1)?.points.at(-1) ?? [0, 0]
    const next = [...left]
      .flatMap((part) => ways(part).map((walk) => ({ part, walk })))
      .map((one) => ({ ...one, km: roughly(end, one.walk.points[0] ?? end) }))
      .reduce((one, other) => (other.km < one.km ? other : one))
    left.delete(next.part)
    chain.push(next.walk)
  }
  return chain
}

function gapsOf(
  chain: readonly Trace[],
  km: (one: LonLat, other: LonLat) => number
): readonly number[] {
  return chain.slice(1).map(({ points: [start] }, at) => {
    const end = chain[at]?.points.at(-1)
    return start && end ? km(end, start) : 0
  })
}
