/** A stretch of one list, and what stands in its place in another. Ends are exclusive. */
export interface Stretched {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/** So many additions and removals are looked for; texts further apart have no script. */
const MOST_EDITS = 800

/**
 * The stretches in which two lists differ, with as few additions and removals as can be (E. Myers,
 * An O(ND) difference algorithm, 1986); undefined where that would be more than 800.
 */
export function editScript(
  a: readonly string[],
  b: readonly string[]
): readonly Stretched[] | undefined {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const middle = furthest(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return middle?.map(({ from, to, otherFrom, otherTo }) => ({
    from: from + head,
    to: to + head,
    otherFrom: otherFrom + head,
    otherTo: otherTo + head
  }))
}

/** Goes along each diagonal as far as d edits lead, for d = 0, 1, 2 .., until the end is reached. */
function furthest(a: readonly string[], b: readonly string[]): readonly Stretched[] | undefined {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const reach = new Int32Array(2 * most + 3)
  const middle = most + 1
  const traces: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    traces.push(reach.slice(middle - d - 1, middle + d + 2))
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(reach, middle + k, { k, d })
        ? at(reach, middle + k + 1)
        : at(reach, middle + k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[middle + k] = x
      if (x >= a.length && x - k >= b.length) return traced(traces, a.length, b.length)
    }
  }
  return undefined
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0

const isDown = (
  reach: Int32Array,
  index: number,
  { k, d }: { readonly k: number; readonly d: number }
): boolean => k === -d || (k !== d && at(reach, index - 1) < at(reach, index + 1))

/** The edits on the way back from the end, those that touch one another joined. */
function traced(
  traces: readonly Int32Array[],
  length: number,
  other: number
): readonly Stretched[] {
  const found: Stretched[] = []
  let [x, y] = [length, other]
  for (let d = traces.length - 1; d > 0; d--) {
    const reach = traces[d] ?? new Int32Array()
    const k = x - y
    // Each trace holds the diagonals from -d-1 to d+1.
    const down = isDown(reach, k + d + 1, { k, d })
    const before = down ? k + 1 : k - 1
    const fromX = at(reach, before + d + 1)
    const fromY = fromX - before
    const edit = down
      ? { from: fromX, to: fromX, otherFrom: fromY, otherTo: fromY + 1 }
      : { from: fromX, to: fromX + 1, otherFrom: fromY, otherTo: fromY }
    const last = found.at(-1)
    if (last && last.from === edit.to && last.otherFrom === edit.otherTo)
      found[found.length - 1] = { ...last, from: edit.from, otherFrom: edit.otherFrom }
    else found.push(edit)
    x = fromX
    y = fromY
  }
  return found.toReversed()
}
