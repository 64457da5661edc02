import type { AdditiveGame, Aim } from './goal.ts'

/**
 * A game in the values of a goal, (gain - origin) / unit, as doubles: what bounds and local search
 * are computed on.
 */
export interface Field {
  readonly width: number
  /** By part: point j is `values[j * width .. (j + 1) * width)`. */
  readonly parts: readonly Float64Array[]
  readonly counts: readonly number[]
  /** Values before any part is chosen. */
  readonly start: Float64Array
  /** By party: the greatest size that any sum of parts can reach. */
  readonly size: Float64Array
  /** By party: the most by which rounding can change such a sum. */
  readonly noise: Float64Array
}

/** The field of a game under an aim. */
export function fieldOf({ parts, base }: AdditiveGame, { origin, unit }: Aim): Field {
  const width = base.length
  const inUnits = (value: number, party: number): number => value / (unit[party] as number)
  const values = parts.map((layer) => layer.values.map((value, k) => inUnits(value, k % width)))
  const start = base.map((value, party) => inUnits(value - (origin[party] as number), party))
  const size = start.map((value, party) =>
    values.reduce((sum, part) => sum + largest(part, party, width), Math.abs(value))
  )
  // one rounding for each part added, one for each party's weighted term, and a few for making the
  // values and the weights; an epsilon is twice the rounding of one operation (Higham 2002, ch. 4)
  const noise = size.map((value) => value * (parts.length + width + 8) * Number.EPSILON)
  return { width, parts: values, counts: parts.map(({ count }) => count), start, size, noise }
}

function largest(values: Float64Array, party: number, width: number): number {
  let most = 0
  for (let k = party; k < values.length; k += width)
    most = Math.max(most, Math.abs(values[k] as number))
  return most
}

/** Part of the search: the packages that take one of the live points in each part. */
export interface Region {
  /** By part: the points left. */
  readonly live: readonly Int32Array[]
  /** Parts with more than one point left. */
  readonly open: readonly number[]
  /** Values from the start and all parts that are not open. */
  readonly settled: Float64Array
}

/** The packages that take live points, their values so far added up. */
export function regionOf(field: Field, live: readonly Int32Array[]): Region {
  const { width, parts } = field
  const settled = field.start.slice()
  const open: number[] = []
  live.forEach((points, part) => {
    if (points.length > 1) open.push(part)
    else add(settled, parts[part] as Float64Array, (points[0] as number) * width)
  })
  return { live, open, settled }
}

/** Adds the point at `offset` to a sum, in place. */
export function add(sum: Float64Array, points: Float64Array, offset: number): void {
  for (let p = 0; p < sum.length; p++) sum[p] = (sum[p] as number) + (points[offset + p] as number)
}
