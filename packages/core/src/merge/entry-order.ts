/** Names of a list's entries in the order of each text. */
export interface EntryOrders {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

/**
 * `skeleton`'s order, with what only `other` has placed after the neighbour that it has there; both
 * only as far as `stays` says.
 */
export function placedIn(
  skeleton: readonly string[],
  other: readonly string[],
  stays: (name: string) => boolean
): readonly string[] {
  const placed = skeleton.filter(stays)
  const known = new Set(placed)
  let before: string | undefined
  for (const name of other.filter(stays)) {
    if (!known.has(name)) {
      placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, name)
      known.add(name)
    }
    before = name
  }
  return placed
}

/** Who put the entries that were there before into another order: both is a conflict. */
export function reordered({
  base,
  mine,
  theirs
}: EntryOrders): 'mine' | 'theirs' | 'both' | 'nobody' {
  const [own, other] = [hasMoved(base, mine), hasMoved(base, theirs)]
  if (!own || !other) return own ? 'mine' : other ? 'theirs' : 'nobody'
  return sameOrder(mine, theirs) ? 'theirs' : 'both'
}

const hasMoved = (base: readonly string[], now: readonly string[]): boolean => !sameOrder(base, now)

/** Whether what stands in both stands in one order. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)]
  const [left, right] = [a.filter((one) => inB.has(one)), b.filter((one) => inA.has(one))]
  return left.every((one, i) => one === right[i])
}
