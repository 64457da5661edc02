import type { Layer } from './deal-space.ts'
import type { Ratio } from './exact.ts'
import { compareAscending, compareProducts, compareRatios, sumInPoints } from './exact.ts'
import type { Frontier } from './frontier.ts'
import { greatestOf, pointOf } from './layer.ts'

/**
 * Doubles that are nearer than this (as a share of what was added up) are told apart in whole
 * numbers: thousands of times what rounding can do, so that nothing is decided by it. A larger value
 * only asks whole numbers more often.
 */
const NEAR = 1e-12

/** The best points by some standard: all that tie, by their place on the frontier. */
export interface FrontierSolution {
  readonly points: readonly number[]
  /** What was made greatest (or least), see each standard. */
  readonly value: number
}

/**
 * The points that the standards of fairness and efficiency pick out of a frontier of gains over no
 * deal.
 */
export interface Solutions {
  /** The most each party can gain where nobody loses, units. */
  readonly ideal: Float64Array
  /**
   * Greatest product of gains, in points (Nash 1950); undefined when no package gives every party
   * more than no deal.
   */
  readonly nash?: FrontierSolution
  /**
   * Parties that gain nothing in any package of the frontier; Kalai-Smorodinsky leaves them out.
   */
  readonly gainless: readonly number[]
  /**
   * Greatest least share of one's ideal gain, then the second least, and so on (Kalai and
   * Smorodinsky 1975, as Imai 1983 did for many).
   */
  readonly maxMin?: FrontierSolution
  /** Least difference between the shares of the ideal gain; ties by `maxMin`. */
  readonly mostEqual?: FrontierSolution
  /**
   * Greatest least gain in points, then the second least, and so on: compares points across
   * parties.
   */
  readonly egalitarian?: FrontierSolution
  /** Greatest sum of gains in points: compares points across parties. */
  readonly welfare?: FrontierSolution
}

/**
 * All solutions on a frontier that is exact, or as near as it is. Ties are decided in whole
 * numbers.
 */
export function solutions({ gains, space }: Frontier): Solutions {
  const ideal = gains.count > 0 ? greatestOf(gains) : new Float64Array(gains.width)
  const parties = [...space.parties.keys()]
  const gainless = parties.filter((party) => !((ideal[party] as number) > 0))
  if (gains.count === 0) return { ideal, gainless }
  const gaining = parties.filter((party) => !gainless.includes(party))
  const share = { scale: ideal, parties: gaining }
  const nash = nashPoints(gains, space.unitsPerPoint)
  return {
    ideal,
    gainless,
    ...(nash ? { nash } : {}),
    ...(gaining.length > 0
      ? { maxMin: leximax(gains, share), mostEqual: leastSpread(gains, share) }
      : {}),
    egalitarian: leximax(gains, { scale: space.unitsPerPoint, parties }),
    welfare: greatestSum(gains, space.unitsPerPoint)
  }
}

function nashPoints(gains: Layer, unitsPerPoint: Float64Array): FrontierSolution | undefined {
  const all = everywhere(gains).filter((point) => pointOf(gains, point).every((gain) => gain > 0))
  if (all.length === 0) return undefined
  const points = best(all, (a, b) => compareProducts(pointOf(gains, a), pointOf(gains, b)))
  const value = pointOf(gains, points[0] as number).reduce(
    (product, gain, k) => product * (gain / (unitsPerPoint[k] as number)),
    1
  )
  return { points, value }
}

/** Which parties count, and what each party's gain is divided by. */
interface Scale {
  readonly scale: Float64Array
  readonly parties: readonly number[]
}

/**
 * The points whose least scaled gain is greatest, and among these the second least, and so on.
 * `value`: the least.
 */
export function leximax(gains: Layer, scale: Scale): FrontierSolution {
  const points = best(everywhere(gains), (a, b) =>
    compareAscending(ratios(gains, a, scale), ratios(gains, b, scale))
  )
  const [least] = ratios(gains, points[0] as number, scale)
  return { points, value: least ? least[0] / least[1] : 0 }
}

/** Scaled gains of a point from the least to the greatest. */
function ratios(gains: Layer, point: number, { scale, parties }: Scale): readonly Ratio[] {
  const own = pointOf(gains, point)
  return parties
    .map((party): Ratio => [own[party] as number, scale[party] as number])
    .sort(compareRatios)
}

function leastSpread(gains: Layer, scale: Scale): FrontierSolution {
  const points = best(everywhere(gains), (a, b) => {
    const [left, right] = [ratios(gains, a, scale), ratios(gains, b, scale)]
    return compareSpreads(right, left) || compareAscending(left, right)
  })
  const own = ratios(gains, points[0] as number, scale)
  const [low, high] = [own[0] as Ratio, own.at(-1) as Ratio]
  return { points, value: high[0] / high[1] - low[0] / low[1] }
}

/** Sign of the difference between greatest and least of the left minus that of the right. */
function compareSpreads(left: readonly Ratio[], right: readonly Ratio[]): number {
  const [a, b, c, d] = [
    left.at(-1) as Ratio,
    left[0] as Ratio,
    right.at(-1) as Ratio,
    right[0] as Ratio
  ]
  const difference = a[0] / a[1] - b[0] / b[1] - (c[0] / c[1] - d[0] / d[1])
  // shares are at most one, so four of them are off by less than 1e-15 together
  if (Math.abs(difference) > NEAR) return difference
  const spread = ([x, y]: Ratio, [z, w]: Ratio): readonly [bigint, bigint] => [
    BigInt(x) * BigInt(w) - BigInt(z) * BigInt(y),
    BigInt(y) * BigInt(w)
  ]
  const [one, other] = [spread(a, b), spread(c, d)]
  const sign = one[0] * other[1] - other[0] * one[1]
  return sign > 0n ? 1 : sign < 0n ? -1 : 0
}

/** Doubles find the points near the greatest sum, whole numbers tell these apart. */
function greatestSum(gains: Layer, unitsPerPoint: Float64Array): FrontierSolution {
  const sum = (point: number): number =>
    pointOf(gains, point).reduce((total, gain, k) => total + gain / (unitsPerPoint[k] as number), 0)
  const sums = Float64Array.from(everywhere(gains), sum)
  const most = sums.reduce((a, b) => Math.max(a, b))
  const size = pointOf(gains, 0).reduce(
    (total, gain, k) => total + Math.abs(gain) / (unitsPerPoint[k] as number),
    Math.abs(most)
  )
  const near = everywhere(gains).filter((point) => most - (sums[point] as number) <= NEAR * size)
  const { order } = sumInPoints([...unitsPerPoint.keys()], unitsPerPoint)
  return {
    points: best(near, (a, b) => order(pointOf(gains, a), pointOf(gains, b))),
    value: most
  }
}

/** The places of all points. */
const everywhere = ({ count }: Layer): readonly number[] =>
  Array.from({ length: count }, (_, point) => point)

/** Those of `points` that no other beats. */
function best(
  points: readonly number[],
  compare: (a: number, b: number) => number
): readonly number[] {
  let kept: number[] = []
  for (const point of points) {
    const order = kept.length === 0 ? 1 : compare(point, kept[0] as number)
    if (order > 0) kept = [point]
    else if (order === 0) kept.push(point)
  }
  return kept
}

/**
 * How far the parties' interests are opposed: the distance from the point where each party has the
 * best it can get to the nearest point of the frontier, every party's worth divided by its best. 0:
 * all can have their best at once. Worths are on the scale whose 0 is the worst option on every
 * issue (as in the negotiation literature's domains).
 */
export function opposition({ gains, space }: Frontier): number | undefined {
  if (gains.count === 0) return undefined
  const best = greatestOf(gains)
  const distances = everywhere(gains).map((point) =>
    Math.hypot(
      ...[...pointOf(gains, point)].map((gain, k) => {
        const [noDeal, most] = [space.noDeal[k] as number, best[k] as number]
        return most + noDeal > 0 ? (most - gain) / (most + noDeal) : 0
      })
    )
  )
  return distances.reduce((a, b) => Math.min(a, b))
}
