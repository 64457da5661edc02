import { positive } from './clip.ts'
import { apart } from './geodesic.ts'
import type { Area, LonLat, Ring, Trace } from './ground.ts'
import { reversed, walked } from './ground.ts'

/** What lies between two lines, and where they were joined to enclose it. */
export interface BetweenLines {
  /** To the left of the first line and to the right of the second. */
  readonly left: Area
  /** To the right of the first line and to the left of the second. */
  readonly right: Area
  /**
   * How far the parts of an open line are apart, and the beginnings and the ends of two, in km:
   * straight edges join them.
   */
  readonly joined: readonly number[]
}

/** Two lines of which one is open and the other is not. */
export class NotComparable extends Error {
  constructor() {
    super('the lines cannot be laid over each other')
    this.name = 'NotComparable'
  }
}

/**
 * The areas between two lines that are walked with the same party to the left: where the first and
 * then, backwards, the second wind around a place counterclockwise, it lies to the left of the first
 * and to the right of the second. The ends of open lines, and those of the parts of one, are joined by
 * straight edges.
 */
export function betweenLines(one: readonly Trace[], other: readonly Trace[]): BetweenLines {
  const rings = [...one.filter(isClosed).map(walked), ...other.filter(isClosed).map(backwards)]
  const loop = joinedEnds(one.filter(isOpen), other.filter(isOpen))
  const all = loop ? [...rings, loop.ring] : rings
  return {
    left: positive(all),
    right: positive(all.map((ring) => ring.toReversed())),
    joined: loop?.joined ?? []
  }
}

const isClosed = ({ closed }: Trace): boolean => closed
const isOpen = ({ closed }: Trace): boolean => !closed
const backwards = (course: Trace): Ring => walked(reversed(course))

function joinedEnds(
  ones: readonly Trace[],
  others: readonly Trace[]
): { readonly ring: Ring; readonly joined: readonly number[] } | undefined {
  if (ones.length === 0 && others.length === 0) return undefined
  const [one, other] = [chained(ones), chained(others)]
  if (!one || !other) throw new NotComparable()
  const { start, end } = one
  return {
    ring: [...one.points, ...other.points.toReversed(), start],
    joined: [...one.gaps, ...other.gaps, kmApart(start, other.start), kmApart(end, other.end)]
  }
}

/** A line of several parts walked as one. */
interface Chain {
  readonly points: readonly LonLat[]
  readonly start: LonLat
  readonly end: LonLat
  /** How far each part begins from the end of the one before, in km. */
  readonly gaps: readonly number[]
}

/** The parts one after another, so that the gaps between them are short: whatever their order. */
function chained(parts: readonly Trace[]): Chain | undefined {
  const chains = parts.flatMap((first) => chainFrom(first, parts) ?? [])
  return chains.toSorted((one, other) => total(one.gaps) - total(other.gaps))[0]
}

/** Beginning with one part, each time the one that begins nearest. */
function chainFrom(first: Trace, parts: readonly Trace[]): Chain | undefined {
  const left = parts.filter((part) => part !== first)
  const points = [...first.points]
  const gaps: number[] = []
  let end = points.at(-1)
  while (left.length > 0 && end) {
    const from = end
    const far = left.map(({ points: [start] }) => (start ? kmApart(from, start) : 0))
    const least = Math.min(...far)
    const [next] = left.splice(far.indexOf(least), 1)
    points.push(...(next?.points ?? []))
    gaps.push(least)
    end = points.at(-1)
  }
  const [start] = points
  return start && end ? { points, start, end, gaps } : undefined
}

const total = (gaps: readonly number[]): number => gaps.reduce((sum, gap) => sum + gap, 0)
const kmApart = (one: LonLat, other: LonLat): number => apart(one, other).km
