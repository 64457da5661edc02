import type { Fraction } from '../fractions/fraction.ts'
import {
  compare,
  fraction,
  fractionOf,
  minus,
  ONE,
  over,
  plus,
  quotientOf,
  times,
  ZERO
} from '../fractions/fraction.ts'
import type { Layer } from './deal-space.ts'

/**
 * A deal space of two parties as a sum of layers of width 2: a package takes one point of every
 * part, and its gains are `base` (minus the no-deals) and its points added up, in units. A part is
 * an issue, or the several a rule ties together, already made one of their admissible combinations;
 * none is empty.
 */
export interface LotteryProblem {
  readonly parts: readonly Layer[]
  readonly base: Float64Array
  readonly unitsPerPoint: Float64Array
}

/**
 * A corner of the frontier: a package, as the index of its point in each part, and its gains in
 * points.
 */
export interface Corner {
  readonly points: readonly number[]
  readonly gains: readonly [number, number]
}

/**
 * One package for certain, or two corners next to each other by chance; chances and expected gains
 * are right to a rounding.
 */
export interface Lottery {
  readonly packages: readonly { readonly points: readonly number[]; readonly chance: number }[]
  readonly gains: readonly [number, number]
}

/**
 * What lotteries over packages allow: the corners, from best for the first party to best for the
 * second, and the solutions among lotteries in which both expect to gain at least 0. Null when none
 * of these gives either a gain; Nash, when none gives both.
 */
export interface LotteryFrontier {
  readonly corners: readonly Corner[]
  readonly nash: Lottery | null
  readonly kalaiSmorodinsky: Lottery | null
  /** Greatest least gain in points: it compares points across parties. */
  readonly egalitarian: Lottery | null
  /**
   * Greatest sum of gains in points: it compares points across parties. Both ends where all between
   * them tie; empty for none.
   */
  readonly welfare: readonly Lottery[]
}

/**
 * The frontier of all lotteries over packages of two parties: the upper right hull of a sum of sets
 * is made of the hull edges of the sets, sorted by slope (as for any Minkowski sum). Exact, and its
 * cost grows with the number of points, not of packages.
 */
export function lotteryFrontier(problem: LotteryProblem): LotteryFrontier {
  const hull = new Hull(problem)
  const range = hull.range()
  const lottery = (place: Place): Lottery => hull.lottery(place)
  if (!range)
    return {
      corners: hull.corners(),
      nash: null,
      kalaiSmorodinsky: null,
      egalitarian: null,
      welfare: []
    }
  const ideal: Pair = [hull.at(range.first)[0], hull.at(range.last)[1]]
  return {
    corners: hull.corners(),
    nash: ideal.every(({ top }) => top > 0n) ? lottery(hull.greatestProduct()) : null,
    kalaiSmorodinsky: lottery(
      hull.crossing((gains) => minus(times(gains[0], ideal[1]), times(gains[1], ideal[0])))
    ),
    egalitarian: lottery(hull.crossing((gains) => minus(...hull.inPoints(gains)))),
    welfare: hull.greatestSum(range).map(lottery)
  }
}

type Pair = readonly [Fraction, Fraction]

/**
 * A place on the hull: the share of the way (0 up to, not including, 1) from a vertex to the next.
 */
interface Place {
  readonly vertex: number
  readonly share: Fraction
}

/** The stretch of the hull on which both gain at least 0. */
interface Stretch {
  readonly first: Place
  readonly last: Place
}

/**
 * An edge of a part's hull: the second party gains `rise` for the `fall` of the first by moving to
 * the part's point `to`.
 */
interface Edge {
  readonly part: number
  readonly to: number
  readonly fall: number
  readonly rise: number
}

/** Choice of points and gains in units, both as whole numbers. */
interface Vertex {
  readonly points: readonly number[]
  readonly gains: readonly [number, number]
}

/**
 * The upper right hull, from the vertex best for the first party to the one best for the second:
 * concave and strictly falling.
 */
class Hull {
  private readonly vertices: readonly Vertex[]
  private readonly scale: Pair

  constructor({ parts, base, unitsPerPoint }: LotteryProblem) {
    this.vertices = verticesOf(parts, base)
    this.scale = [fractionOf(unitsPerPoint[0] as number), fractionOf(unitsPerPoint[1] as number)]
  }

  corners(): readonly Corner[] {
    return this.vertices.map(({ points }, vertex) => ({
      points,
      gains: this.gainsAt({ vertex, share: ZERO })
    }))
  }

  /** Gains in units. */
  at({ vertex, share }: Place): Pair {
    const [from, to] = [
      this.units(vertex),
      this.units(Math.min(vertex + 1, this.vertices.length - 1))
    ]
    return [between(from[0], to[0], share), between(from[1], to[1], share)]
  }

  inPoints(gains: Pair): Pair {
    return [over(gains[0], this.scale[0]), over(gains[1], this.scale[1])]
  }

  lottery(place: Place): Lottery {
    const { vertex, share } = place
    const packages = [
      { points: this.vertices[vertex]?.points ?? [], chance: quotientOf(minus(ONE, share)) },
      { points: this.vertices[vertex + 1]?.points ?? [], chance: quotientOf(share) }
    ]
    return { packages: packages.slice(0, share.top === 0n ? 1 : 2), gains: this.gainsAt(place) }
  }

  /**
   * Where a linear balance, falling along the hull, is zero; the end nearer to that where it never
   * is.
   */
  crossing(balance: (gains: Pair) => Fraction): Place {
    const values = this.vertices.map((_, vertex) => balance(this.units(vertex)))
    const after = values.findIndex(({ top }) => top <= 0n)
    if (after <= 0) return { vertex: after < 0 ? values.length - 1 : 0, share: ZERO }
    const [above, below] = [values[after - 1] as Fraction, values[after] as Fraction]
    return this.place(after - 1, over(above, minus(above, below)))
  }

  /** Where both gain at least 0; undefined when that is nowhere, or gives nobody a gain. */
  range(): Stretch | undefined {
    const first = this.crossing(([, second]) => minus(ZERO, second))
    const last = this.crossing(([one]) => one)
    const ends = [...this.at(first), ...this.at(last)]
    return ends.every(({ top }) => top >= 0n) && ends.some(({ top }) => top > 0n)
      ? { first, last }
      : undefined
  }

  /**
   * Nash: where the product of gains, x y, no longer rises. Along an edge (-fall, rise) it changes
   * by x rise - y fall.
   */
  greatestProduct(): Place {
    const slopeAt = (vertex: number, [fall, rise]: Pair): Fraction =>
      minus(times(this.units(vertex)[0], rise), times(this.units(vertex)[1], fall))
    for (let vertex = 0; vertex + 1 < this.vertices.length; vertex++) {
      const edge = this.edge(vertex)
      const [before, after] = [slopeAt(vertex, edge), slopeAt(vertex + 1, edge)]
      if (before.top <= 0n) return { vertex, share: ZERO }
      if (after.top <= 0n) return this.place(vertex, over(before, minus(before, after)))
    }
    return { vertex: this.vertices.length - 1, share: ZERO }
  }

  /** Where the sum of gains in points is greatest: one place, or the ends of a level stretch. */
  greatestSum({ first, last }: Stretch): readonly Place[] {
    const rises = this.vertices.slice(1).map((_, vertex) => {
      const [fall, rise] = this.inPoints(this.edge(vertex))
      return compare(rise, fall)
    })
    const until = (stops: (rise: number) => boolean): Place => {
      const found = rises.findIndex(stops)
      return within({ vertex: found < 0 ? rises.length : found, share: ZERO }, { first, last })
    }
    const [one, other] = [until((rise) => rise <= 0), until((rise) => rise < 0)]
    return order(one, other) === 0 ? [one] : [one, other]
  }

  private place(vertex: number, share: Fraction): Place {
    return compare(share, ONE) === 0 ? { vertex: vertex + 1, share: ZERO } : { vertex, share }
  }

  /** What the first party loses and the second gains from a vertex to the next, in units. */
  private edge(vertex: number): Pair {
    const [from, to] = [this.units(vertex), this.units(vertex + 1)]
    return [minus(from[0], to[0]), minus(to[1], from[1])]
  }

  private units(vertex: number): Pair {
    const { gains } = this.vertices[vertex] as Vertex
    return [fraction(BigInt(gains[0])), fraction(BigInt(gains[1]))]
  }

  private gainsAt(place: Place): readonly [number, number] {
    const [first, second] = this.inPoints(this.at(place))
    return [quotientOf(first), quotientOf(second)]
  }
}

const between = (from: Fraction, to: Fraction, share: Fraction): Fraction =>
  plus(from, times(share, minus(to, from)))
const order = (a: Place, b: Place): number => a.vertex - b.vertex || compare(a.share, b.share)
const within = (place: Place, { first, last }: Stretch): Place =>
  order(place, first) < 0 ? first : order(place, last) > 0 ? last : place

/**
 * Starts where every part is best for the first party and takes the edges of all parts, flattest
 * fall first; equal slopes are one edge.
 */
function verticesOf(parts: readonly Layer[], base: Float64Array): readonly Vertex[] {
  const edges = parts.flatMap(edgesOf).sort(bySlope)
  const points = parts.map(() => 0)
  const gains: [number, number] = [base[0] as number, base[1] as number]
  for (const { values } of parts) add(gains, values[0] as number, values[1] as number)
  const vertices: Vertex[] = [{ points: [...points], gains: [...gains] }]
  for (const [index, edge] of edges.entries()) {
    points[edge.part] = edge.to
    add(gains, -edge.fall, edge.rise)
    const next = edges[index + 1]
    if (!next || bySlope(edge, next) !== 0)
      vertices.push({ points: [...points], gains: [...gains] })
  }
  return vertices
}

function add(gains: [number, number], first: number, second: number): void {
  gains[0] += first
  gains[1] += second
}

/**
 * The hull edges of one layer, whose points already fall in the first coordinate and rise in the
 * second.
 */
function edgesOf({ count, values }: Layer, part: number): readonly Edge[] {
  const edges: Edge[] = []
  const step = (from: number, to: number): Edge => ({
    part,
    to,
    fall: (values[2 * from] as number) - (values[2 * to] as number),
    rise: (values[2 * to + 1] as number) - (values[2 * from + 1] as number)
  })
  for (let to = 1; to < count; to++) {
    let edge = step(to - 1, to)
    for (let last = edges.at(-1); last && bySlope(last, edge) >= 0; last = edges.at(-1)) {
      edges.pop()
      edge = step(edges.at(-1)?.to ?? 0, to)
    }
    edges.push(edge)
  }
  return edges
}

/**
 * Most rise for the fall first. Rounding never turns an order round, so products that differ as
 * doubles differ so in truth; only equal ones too large to be exact need whole numbers of any size.
 */
function bySlope(a: Edge, b: Edge): number {
  const [left, right] = [b.rise * a.fall, a.rise * b.fall]
  if (left !== right || left <= Number.MAX_SAFE_INTEGER) return left - right
  const exact = BigInt(b.rise) * BigInt(a.fall) - BigInt(a.rise) * BigInt(b.fall)
  return exact < 0n ? -1 : exact > 0n ? 1 : 0
}
