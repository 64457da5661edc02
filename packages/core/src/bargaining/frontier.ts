import type { DealSpace, Layer } from './deal-space.ts'
import { roundingOf } from './deal-space.ts'
import { Effort } from './effort.ts'
import type { Front } from './front.ts'
import { Reader, sumFront } from './front.ts'
import { linkedGroups } from './groups.ts'
import { findPoint, greatestOf, pointOf, reaching } from './layer.ts'
import { distinct } from './rounded.ts'
import { thinned } from './thin.ts'

/** How far to go. */
export interface FrontierSettings {
  /** Least gain of each party, units; by default 0: nobody is worse off than without a deal. */
  readonly floor?: Float64Array
  /** Points kept at most; beyond it the frontier is approximate, and says how nearly. */
  readonly most?: number
  /** What it may cost before `TooWide` is thrown. */
  readonly effort?: Effort
}

/**
 * The efficient packages of a space: those that no admissible package improves for one party
 * without loss to another.
 */
export interface Frontier {
  readonly space: DealSpace
  /**
   * By point: gains over no deal in units, sorted downwards by the first party, then the second,
   * and so on.
   */
  readonly gains: Layer
  /**
   * Absent when exact. Otherwise every efficient package that keeps `within` above the floor is
   * matched by a listed one that gives no party more than `within` less (units, by party).
   */
  readonly within?: Float64Array
  /**
   * Absent where the space's numbers are exact. Otherwise gains that differ by no more (units, by
   * party) count as equal, and every efficient package is matched by a listed one but for `ROUNDINGS`
   * times as much (and `within` besides).
   */
  readonly rounding?: Float64Array
  /** One package of a point: option index by issue. */
  readonly choice: (point: number) => readonly number[]
  /**
   * How many packages have exactly the point's gains; undefined where the frontier is approximate
   * or numbers were rounded.
   */
  readonly packages: (point: number) => bigint | undefined
}

/**
 * Points of a frontier kept at most where the caller does not say: eight bytes for each party and
 * point, so some tens of megabytes. Beyond it points stand for their neighbours (see `thinned`).
 */
const MOST = 1_000_000

/**
 * The frontier by sums of Pareto-optimal parts, group by group of linked issues, leaving out as
 * soon as possible what cannot reach the floor even with the best of everything still open. Throws
 * `TooWide` where conditions link too much.
 */
export function frontier(space: DealSpace, settings: FrontierSettings = {}): Frontier {
  const groups = linkedGroups(space, settings.effort)
  return groups
    ? frontierOf(
        space,
        groups.map(({ front }) => front),
        settings
      )
    : empty(space)
}

/** The same from the fronts of all groups of linked issues. */
export function frontierOf(
  space: DealSpace,
  fronts: readonly Front[],
  settings: FrontierSettings = {}
): Frontier {
  const rounding = roundingOf(space)
  const floor = space.noDeal.map(
    (noDeal, party) => noDeal + (settings.floor?.[party] ?? 0) - (rounding?.[party] ?? 0)
  )
  const merged = mergedFronts(fronts, space, {
    floor,
    most: settings.most ?? MOST,
    effort: settings.effort ?? new Effort(Number.POSITIVE_INFINITY)
  })
  return merged ? readable(space, merged, floor) : empty(space)
}

interface Merged {
  readonly front: Front
  readonly within?: Float64Array
}

function mergedFronts(
  unsorted: readonly Front[],
  space: DealSpace,
  {
    floor,
    most,
    effort
  }: { readonly floor: Float64Array; readonly most: number; readonly effort: Effort }
): Merged | undefined {
  // small fronts first, so that the large ones meet sums already cut by the floor
  const fronts = unsorted.toSorted((a, b) => a.layer.count - b.layer.count)
  // by party: the most that the fronts not yet summed can still bring
  const rest = fronts.reduce<Float64Array>(
    (sum, { layer }) => added(sum, greatestOf(layer)),
    new Float64Array(floor.length)
  )
  let front: Front | undefined
  let within: Float64Array | undefined
  for (const next of fronts) {
    // a sum below the floor less that can be left out: no package above the floor needs it
    subtract(rest, greatestOf(next.layer))
    const reach = floor.map((value, party) => value - (rest[party] as number))
    if (front) effort.spend(front.layer, next.layer)
    front = front ? sumFront(front, next, { floor: reach, effort }) : next
    if (front.layer.count <= most) continue
    // too many points: let some stand for their neighbours, and add up by how much they differ
    const thin = thinned(front.layer, most, space.unitsPerPoint)
    front = { kind: 'union', layer: thin.layer, parts: [front] }
    within = added(within ?? new Float64Array(floor.length), thin.within)
  }
  return front && { front, ...(within ? { within } : {}) }
}

function readable(space: DealSpace, { front, within }: Merged, floor: Float64Array): Frontier {
  const reader = new Reader()
  const reached = reaching(front.layer, floor, space.noDeal)
  const rounding = roundingOf(space)
  const { gains, places } = rounding
    ? distinct(reached, rounding)
    : { gains: reached, places: undefined }
  const place = (point: number): number =>
    findPoint(
      front.layer,
      pointOf(reached, places ? (places[point] as number) : point).map(
        (gain, party) => gain + (space.noDeal[party] as number)
      )
    )
  return {
    space,
    gains,
    ...(within ? { within } : {}),
    ...(rounding ? { rounding } : {}),
    choice: (point) => {
      const choice = space.issues.map(() => 0)
      reader.pick(front, place(point), choice)
      return choice
    },
    packages: (point) => (within || rounding ? undefined : reader.count(front, place(point)))
  }
}

function empty(space: DealSpace): Frontier {
  const width = space.parties.length
  const gains = { width, count: 0, values: new Float64Array(0) }
  return { space, gains, choice: () => [], packages: () => 0n }
}

function added(sum: Float64Array, more: Float64Array): Float64Array {
  return sum.map((value, k) => value + (more[k] as number))
}

function subtract(sum: Float64Array, less: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) - (less[k] as number)
}
