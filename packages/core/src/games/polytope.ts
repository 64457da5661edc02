import type { BitSet } from './bit-sets.ts'
import { bitSet, holdsAll, include, isIn, shared, sharedCount } from './bit-sets.ts'

/** A corner of a polytope: the direction it lies in, which is all that a mix needs. */
export interface ReplyCorner {
  readonly at: readonly bigint[]
  /** Coordinates that are 0, and rows that hold with equality. */
  readonly zero: readonly number[]
  readonly tight: readonly number[]
}

/** A ray of the cone over the polytope, and the inequalities it makes equal. */
interface Ray {
  readonly at: readonly bigint[]
  readonly on: BitSet
}

/**
 * All corners of {x >= 0, row . x <= 1 for each row}, rows of positive whole numbers; undefined
 * where more than `most` would have to be held. Exact, degenerate ones too: the double description
 * method (Motzkin, Raiffa, Thompson and Thrall 1953), one row after the other.
 */
export function cornersOf(
  rows: readonly (readonly bigint[])[],
  most: number
): readonly ReplyCorner[] | undefined {
  const dimension = rows[0]?.length ?? 0
  const facets = dimension + 1 + rows.length
  // The cone {x >= 0, t >= 0} has one ray along each axis, on every facet but its own.
  const axes = [...Array(dimension + 1).keys()]
  let rays: readonly Ray[] = axes.map((axis) => ({
    at: axes.map((other) => (other === axis ? 1n : 0n)),
    on: bitSet(
      facets,
      axes.filter((other) => other !== axis)
    )
  }))
  for (const [index, row] of rows.entries()) {
    rays = cut(rays, row, dimension + 1 + index)
    if (rays.length > most) return undefined
  }
  return rays.map(({ at, on }) => ({
    at: at.slice(0, dimension),
    zero: axes.slice(0, dimension).filter((axis) => isIn(on, axis)),
    tight: [...rows.keys()].filter((index) => isIn(on, dimension + 1 + index))
  }))
}

/** The rays of the part of a cone in which `row . x <= t`. */
function cut(rays: readonly Ray[], row: readonly bigint[], facet: number): readonly Ray[] {
  const slack = (ray: Ray): bigint =>
    row.reduce((left, entry, at) => left - entry * (ray.at[at] as bigint), ray.at.at(-1) as bigint)
  const slacks = rays.map(slack)
  const kept: Ray[] = []
  const [inside, outside]: [number[], number[]] = [[], []]
  rays.forEach((ray, at) => {
    const left = slacks[at] as bigint
    if (left < 0n) outside.push(at)
    else {
      if (left > 0n) inside.push(at)
      else include(ray.on, facet)
      kept.push(ray)
    }
  })
  // A new ray lies where the row cuts the plane between two neighbours.
  for (const one of inside)
    for (const other of outside) {
      const on = sharedFacets(rays, one, other)
      if (!on) continue
      include(on, facet)
      kept.push({ at: between(rays, slacks, [one, other]), on })
    }
  return kept
}

/** What two rays share if they are neighbours: no third ray lies on all of it. */
function sharedFacets(rays: readonly Ray[], one: number, other: number): BitSet | undefined {
  const [a, b] = [rays[one] as Ray, rays[other] as Ray]
  if (sharedCount(a.on, b.on) < a.at.length - 2) return undefined
  const on = shared(a.on, b.on)
  const third = rays.some((ray, at) => at !== one && at !== other && holdsAll(ray.on, on))
  return third ? undefined : on
}

function between(
  rays: readonly Ray[],
  slacks: readonly bigint[],
  [one, other]: readonly [number, number]
): readonly bigint[] {
  const [a, b] = [rays[one] as Ray, rays[other] as Ray]
  const [up, down] = [slacks[one] as bigint, -(slacks[other] as bigint)]
  const at = a.at.map((entry, axis) => entry * down + (b.at[axis] as bigint) * up)
  const common = at.reduce(divisorOf, 0n)
  return at.map((entry) => entry / common)
}

/** The greatest common divisor of numbers that are not negative. */
function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
