import { Archive } from './archive.ts'
import type { Layer } from './deal-space.ts'
import type { Effort } from './effort.ts'

/** No point at all. */
export function emptyLayer(width: number): Layer {
  return { width, count: 0, values: new Float64Array(0) }
}

/** The non-dominated points among some, of which several may be alike. */
export function layerOf(points: readonly Float64Array[], width: number): Layer {
  return undominated(mergeAll(points.map((values) => ({ width, count: 1, values }))), width)
}

/** What sums must reach in every coordinate, and what making them may cost. */
export interface SumBounds {
  readonly floor?: Float64Array
  readonly effort?: Effort
}

/**
 * The non-dominated sums of a point of one layer and a point of the other that reach `floor` in
 * every coordinate. Throws `TooWide` where the effort ends.
 */
export function sumOf(left: Layer, right: Layer, { floor, effort }: SumBounds = {}): Layer {
  // move the longer layer by each point of the shorter: every row stays sorted
  const [many, few] = left.count >= right.count ? [left, right] : [right, left]
  const rows: Layer[] = []
  for (let i = 0; i < few.count; i++)
    rows.push(shifted(many, few, { point: i, ...(floor ? { floor } : {}) }))
  // merge the rows, and keep what no earlier point dominates
  return undominated(mergeAll(rows), left.width, effort)
}

/** The non-dominated points of several layers. */
export function unionOf(layers: readonly Layer[], width: number, effort?: Effort): Layer {
  return undominated(mergeAll(layers), width, effort)
}

/** The place of a point in a layer, or -1. O(log n). */
export function findPoint({ width, count, values }: Layer, wanted: ArrayLike<number>): number {
  let [from, to] = [0, count - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    let k = 0
    while (k < width && values[middle * width + k] === wanted[k]) k++
    if (k === width) return middle
    if ((values[middle * width + k] as number) > (wanted[k] as number)) from = middle + 1
    else to = middle - 1
  }
  return -1
}

/** The coordinates of a point; a view, not a copy. */
export function pointOf({ width, values }: Layer, point: number): Float64Array {
  return values.subarray(point * width, (point + 1) * width)
}

/** The greatest value of each coordinate. */
export function greatestOf({ width, count, values }: Layer): Float64Array {
  const best = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  for (let at = 0; at < count * width; at += width) {
    for (let k = 0; k < width; k++)
      if ((values[at + k] as number) > (best[k] as number)) best[k] = values[at + k] as number
  }
  return best
}

/** The points at or above a floor, less the no-deal. */
export function reaching(
  { width, count, values }: Layer,
  floor: Float64Array,
  noDeal: Float64Array
): Layer {
  const gains = new Float64Array(values.length)
  let kept = 0
  for (let i = 0; i < count; i++) {
    let reaches = true
    for (let k = 0; k < width; k++) {
      const value = values[i * width + k] as number
      if (value < (floor[k] as number)) reaches = false
      gains[kept * width + k] = value - (noDeal[k] as number)
    }
    if (reaches) kept++
  }
  return { width, count: kept, values: gains.slice(0, kept * width) }
}

/** A layer moved by one point of another, without what falls below the floor. Stays sorted. */
function shifted(
  { width, count, values }: Layer,
  by: Layer,
  { point, floor }: { readonly point: number; readonly floor?: Float64Array }
): Layer {
  const moved = new Float64Array(count * width)
  const step = pointOf(by, point)
  let kept = 0
  for (let i = 0; i < count; i++) {
    let reaches = true
    for (let k = 0; k < width; k++) {
      const value = (values[i * width + k] as number) + (step[k] as number)
      moved[kept * width + k] = value
      if (floor && value < (floor[k] as number)) reaches = false
    }
    if (reaches) kept++
  }
  return { width, count: kept, values: moved }
}

/**
 * Sorted layers into one, two at a time, points that are alike once. Two parties: what is dominated
 * goes at once.
 */
function mergeAll(layers: readonly Layer[]): Layer {
  let round = layers
  while (round.length > 1) {
    const next: Layer[] = []
    for (let i = 0; i < round.length; i += 2) {
      const [left, right] = [round[i] as Layer, round[i + 1]]
      next.push(right ? merged(left, right) : left)
    }
    round = next
  }
  return round[0] ?? emptyLayer(0)
}

function merged(left: Layer, right: Layer): Layer {
  const { width } = left
  if (width === 2) return mergedStairs(left, right)
  const [a, b] = [left.values, right.values]
  const [endA, endB] = [left.count * width, right.count * width]
  const values = new Float64Array(endA + endB)
  let [i, j, end] = [0, 0, 0]
  while (i < endA || j < endB) {
    // find which layer's next point comes first; where they are alike, one goes for both
    let order = 0
    if (i === endA) order = -1
    else if (j === endB) order = 1
    else
      for (let k = 0; k < width && order === 0; k++)
        order = (a[i + k] as number) - (b[j + k] as number)
    // copy it, and go on in the layer it came from
    const [from, at] = order >= 0 ? [a, i] : [b, j]
    for (let k = 0; k < width; k++) values[end + k] = from[at + k] as number
    end += width
    if (order >= 0) i += width
    if (order <= 0) j += width
  }
  return { width, count: end / width, values }
}

/**
 * Two staircases into one: sorted downwards by the first coordinate, a point stays if its second is
 * the greatest so far.
 */
function mergedStairs(left: Layer, right: Layer): Layer {
  const [a, b] = [left.values, right.values]
  const [endA, endB] = [left.count * 2, right.count * 2]
  const values = new Float64Array(endA + endB)
  let [i, j, end] = [0, 0, 0]
  let highest = Number.NEGATIVE_INFINITY
  while (i < endA || j < endB) {
    // take the point with the greater first coordinate, and of two alike the higher
    const fromA =
      j === endB ||
      (i < endA &&
        ((a[i] as number) > (b[j] as number) ||
          (a[i] === b[j] && (a[i + 1] as number) >= (b[j + 1] as number))))
    const [x, y] = fromA
      ? [a[i] as number, a[i + 1] as number]
      : [b[j] as number, b[j + 1] as number]
    if (fromA) i += 2
    else j += 2
    // leave it out unless it is higher than all before
    if (y <= highest) continue
    highest = y
    values[end++] = x
    values[end++] = y
  }
  return { width: 2, count: end / 2, values }
}

/**
 * The points of a sorted list without doubles that no other dominates. Only an earlier point can
 * dominate a later one, so one pass that asks about the points kept so far is enough (Kung, Luccio
 * and Preparata, On finding the maxima of a set of vectors, 1975).
 */
function undominated(sorted: Layer, width: number, effort?: Effort): Layer {
  if (sorted.count === 0) return emptyLayer(width)
  if (width === 2) return trimmed(keep(sorted, stairs()))
  if (width === 1) return trimmed({ ...sorted, count: 1 })
  return trimmed(keep(sorted, width === 3 ? risingStairs(sorted) : archived(sorted, effort)))
}

/** Keeps the points that the sieve lets through, in place. */
function keep(
  { width, count, values }: Layer,
  passes: (values: Float64Array, at: number) => boolean
): Layer {
  let kept = 0
  for (let at = 0; at < count * width; at += width) {
    if (!passes(values, at)) continue
    values.copyWithin(kept * width, at, at + width)
    kept++
  }
  return { width, count: kept, values }
}

/** Two coordinates: the second must exceed all before. */
function stairs(): (values: Float64Array, at: number) => boolean {
  let highest = Number.NEGATIVE_INFINITY
  return (values, at) => {
    const y = values[at + 1] as number
    if (y <= highest) return false
    highest = y
    return true
  }
}

/**
 * Three coordinates: of the second and third, the points before leave a staircase, kept by falling
 * second and rising third coordinate. A point is dominated if the highest step at or beyond its
 * second coordinate is as high as the point. O(log n) to ask; adding moves the steps after.
 */
function risingStairs({ count }: Layer): (values: Float64Array, at: number) => boolean {
  const ys = new Float64Array(count)
  const zs = new Float64Array(count)
  let steps = 0
  return (values, at) => {
    const [y, z] = [values[at + 1] as number, values[at + 2] as number]
    // find how many steps lie at or beyond the point's second coordinate; the last is the highest
    let [from, to] = [0, steps]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((ys[middle] as number) >= y) from = middle + 1
      else to = middle
    }
    if (from > 0 && (zs[from - 1] as number) >= z) return false
    // leave out the steps that the point covers: as near or nearer, and no higher
    const first = from > 0 && ys[from - 1] === y ? from - 1 : from
    let last = first
    while (last < steps && (zs[last] as number) <= z) last++
    // put the point in their place
    ys.copyWithin(first + 1, last, steps)
    zs.copyWithin(first + 1, last, steps)
    ys[first] = y
    zs[first] = z
    steps += 1 - (last - first)
    return true
  }
}

/**
 * Four coordinates and more: ask an archive of what was kept, about all coordinates but the first,
 * which falls anyway.
 */
function archived(
  { width }: Layer,
  effort: Effort | undefined
): (values: Float64Array, at: number) => boolean {
  const archive = new Archive(width - 1)
  return (values, at) => {
    const before = archive.compared
    const covered = archive.covers(values, at + 1)
    effort?.compared((archive.compared - before) * width)
    if (covered) return false
    archive.add(values, at + 1)
    return true
  }
}

function trimmed({ width, count, values }: Layer): Layer {
  return { width, count, values: values.slice(0, count * width) }
}
