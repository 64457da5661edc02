/**
 * Points in a leaf of a tree; also how many are kept loose before a tree is made of them. Fewer make
 * deeper trees that are remade more often; of more, more are looked at one by one. The answers are
 * the same with any.
 */
const LEAF = 16

/**
 * A perfect binary tree over LEAF x leaves points: leaf j holds points j LEAF and on, each node the
 * greatest coordinates below it.
 */
interface Tree {
  readonly points: Float64Array
  readonly corners: Float64Array
  readonly leaves: number
}

/**
 * Points of which one asks: is any at least as great in every coordinate? Points come one by one;
 * they are kept in balanced trees of doubling sizes (the logarithmic method of Bentley and Saxe
 * 1980), each searched only where its greatest coordinates allow. Adding costs O(log^2 n)
 * amortised; asking visits the leaves that are nearly great enough.
 */
export class Archive {
  /** How many points and corners were compared so far. */
  compared = 0
  private readonly width: number
  private readonly trees: (Tree | undefined)[] = []
  private readonly loose: Float64Array
  private looseCount = 0
  /** The point now asked about. */
  private readonly asked: Float64Array

  constructor(width: number) {
    this.width = width
    this.loose = new Float64Array(LEAF * width)
    this.asked = new Float64Array(width)
  }

  /** Adds the point `values[at .. at + width)`. */
  add(values: Float64Array, at: number): void {
    const { width } = this
    for (let k = 0; k < width; k++)
      this.loose[this.looseCount * width + k] = values[at + k] as number
    if (++this.looseCount < LEAF) return
    const points: Float64Array[] = [this.loose.slice()]
    let level = 0
    for (let tree = this.trees[0]; tree; tree = this.trees[++level]) {
      points.push(tree.points)
      this.trees[level] = undefined
    }
    this.trees[level] = grown(points, width)
    this.looseCount = 0
  }

  /** Whether some point added is at least `values[at ..]` in every coordinate. */
  covers(values: Float64Array, at: number): boolean {
    for (let k = 0; k < this.width; k++) this.asked[k] = values[at + k] as number
    for (let level = this.trees.length - 1; level >= 0; level--) {
      const tree = this.trees[level]
      if (tree && this.inTree(tree, 1)) return true
    }
    return this.inRun(this.loose, 0, this.looseCount)
  }

  private inTree(tree: Tree, node: number): boolean {
    if (!this.reaches(tree.corners, node)) return false
    if (node < tree.leaves) return this.inTree(tree, 2 * node) || this.inTree(tree, 2 * node + 1)
    return this.inRun(tree.points, (node - tree.leaves) * LEAF, LEAF)
  }

  private inRun(points: Float64Array, from: number, count: number): boolean {
    for (let i = from; i < from + count; i++) if (this.reaches(points, i)) return true
    return false
  }

  private reaches(points: Float64Array, i: number): boolean {
    this.compared++
    const { width, asked } = this
    for (let k = 0; k < width; k++)
      if ((points[i * width + k] as number) < (asked[k] as number)) return false
    return true
  }
}

/**
 * A tree over some points, halved again and again at the median of the coordinate that differs
 * most.
 */
function grown(parts: readonly Float64Array[], width: number): Tree {
  const points = joined(parts)
  const count = points.length / width
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const leaves = count / LEAF
  const corners = new Float64Array(2 * leaves * width)
  const settle = (node: number, from: number, to: number): void => {
    if (node < leaves) {
      const middle = (from + to) / 2
      const axis = widest(points, order.subarray(from, to), width)
      halve(order.subarray(from, to), (i) => points[i * width + axis] as number)
      settle(2 * node, from, middle)
      settle(2 * node + 1, middle, to)
    }
    for (let k = 0; k < width; k++)
      corners[node * width + k] = greatest(points, order.subarray(from, to), k)
  }
  settle(1, 0, count)
  const sorted = new Float64Array(points.length)
  order.forEach((i, place) => {
    sorted.set(points.subarray(i * width, (i + 1) * width), place * width)
  })
  return { points: sorted, corners, leaves }

  function greatest(from: Float64Array, some: Uint32Array, axis: number): number {
    let most = Number.NEGATIVE_INFINITY
    for (const i of some) most = Math.max(most, from[i * width + axis] as number)
    return most
  }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function widest(points: Float64Array, some: Uint32Array, width: number): number {
  let [best, spread] = [0, -1]
  for (let k = 0; k < width; k++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const i of some) {
      const value = points[i * width + k] as number
      if (value < low) low = value
      if (value > high) high = value
    }
    if (high - low > spread) [best, spread] = [k, high - low]
  }
  return best
}

/** Moves the half with the greater keys to the front (quickselect, Hoare 1961). */
function halve(order: Uint32Array, key: (i: number) => number): void {
  const half = order.length / 2
  let [from, to] = [0, order.length - 1]
  while (from < to) {
    const pivot = key(order[(from + to) >> 1] as number)
    let [left, right] = [from, to]
    while (left <= right) {
      while (key(order[left] as number) > pivot) left++
      while (key(order[right] as number) < pivot) right--
      if (left <= right) {
        const held = order[left] as number
        order[left++] = order[right] as number
        order[right--] = held
      }
    }
    if (half <= right) to = right
    else if (half >= left) from = left
    else return
  }
}
