import type { DealIssue, Layer } from './deal-space.ts'
import type { Effort } from './effort.ts'
import type { SumBounds } from './layer.ts'
import { emptyLayer, findPoint, layerOf, pointOf, sumOf, unionOf } from './layer.ts'

/**
 * The non-dominated worths that the packages of some issues reach, remembering how: from the
 * options of one issue, as sums of two fronts over different issues, or as the union of fronts over
 * the same issues. A dominated part of a package can be replaced without loss to anybody, so
 * nothing dominated is ever kept (the merge of Minkowski sums).
 */
export type Front =
  | {
      readonly kind: 'issue'
      readonly layer: Layer
      readonly issue: number
      readonly options: readonly (readonly number[])[]
    }
  | { readonly kind: 'sum'; readonly layer: Layer; readonly left: Front; readonly right: Front }
  | { readonly kind: 'union'; readonly layer: Layer; readonly parts: readonly Front[] }

/** The front of some options of one issue (index `issue` of the space). */
export function issueFront({ worth }: DealIssue, issue: number, allowed: readonly number[]): Front {
  const width = worth[0]?.length ?? 0
  const layer = layerOf(
    allowed.map((option) => worth[option] as Float64Array),
    width
  )
  const options: number[][] = Array.from({ length: layer.count }, () => [])
  for (const option of allowed)
    options[findPoint(layer, worth[option] as Float64Array)]?.push(option)
  return { kind: 'issue', layer, issue, options }
}

/**
 * All sums of a point of each. `floor`: sums below it in any coordinate are left out, for no
 * package above needs them.
 */
export function sumFront(left: Front, right: Front, bounds: SumBounds = {}): Front {
  return { kind: 'sum', layer: sumOf(left.layer, right.layer, bounds), left, right }
}

/** What any of the fronts reaches; their packages must differ. */
export function unionFront(parts: readonly Front[], width: number, effort?: Effort): Front {
  const [only] = parts
  if (only && parts.length === 1) return only
  const layers = parts.map(({ layer }) => layer)
  return {
    kind: 'union',
    layer: parts.length === 0 ? emptyLayer(width) : unionOf(layers, width, effort),
    parts
  }
}

/**
 * Reads packages back out of fronts. Counts are remembered, so that asking for every point of a
 * front stays cheap.
 */
export class Reader {
  private readonly counts = new WeakMap<Front, Map<number, bigint>>()

  /** How many packages are worth exactly the front's point. Exact. */
  count(front: Front, point: number): bigint {
    const known = this.counts.get(front) ?? new Map<number, bigint>()
    this.counts.set(front, known)
    const found = known.get(point)
    if (found !== undefined) return found
    const count = this.counted(front, point)
    known.set(point, count)
    return count
  }

  private counted(front: Front, point: number): bigint {
    if (front.kind === 'issue') return BigInt(front.options[point]?.length ?? 0)
    let count = 0n
    if (front.kind === 'sum') {
      for (const [a, b] of splits(front, point))
        count += this.count(front.left, a) * this.count(front.right, b)
      return count
    }
    const wanted = pointOf(front.layer, point)
    for (const part of front.parts) {
      const at = findPoint(part.layer, wanted)
      if (at >= 0) count += this.count(part, at)
    }
    return count
  }

  /**
   * Writes one package of the front's point into `choice` (option index by issue): the first in the
   * order of options.
   */
  pick(front: Front, point: number, choice: number[]): void {
    if (front.kind === 'issue') {
      choice[front.issue] = front.options[point]?.[0] ?? 0
    } else if (front.kind === 'sum') {
      const first = splits(front, point).next().value
      if (!first) return
      this.pick(front.left, first[0], choice)
      this.pick(front.right, first[1], choice)
    } else {
      const wanted = pointOf(front.layer, point)
      const part = front.parts.find(({ layer }) => findPoint(layer, wanted) >= 0)
      if (part) this.pick(part, findPoint(part.layer, wanted), choice)
    }
  }
}

/**
 * The pairs of points whose sum is the point: look up what is missing for each point of the shorter
 * side.
 */
function* splits(
  front: Front & { readonly kind: 'sum' },
  point: number
): Generator<readonly [number, number]> {
  const [left, right] = [front.left.layer, front.right.layer]
  const [few, many] = left.count <= right.count ? [left, right] : [right, left]
  const wanted = pointOf(front.layer, point)
  const missing = new Float64Array(wanted.length)
  for (let i = 0; i < few.count; i++) {
    const held = pointOf(few, i)
    for (let k = 0; k < missing.length; k++)
      missing[k] = (wanted[k] as number) - (held[k] as number)
    const at = findPoint(many, missing)
    if (at >= 0) yield few === left ? [i, at] : [at, i]
  }
}
