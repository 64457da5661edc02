/**
 * Walks from a thing over all that it needs and hands over, each before what needs it, the things
 * that need each other: one alone most of the time, several where they stand in a circle (Tarjan
 * 1972). The path is kept by hand: a chain of thousands must not exhaust the stack.
 */
export function inOrderOfNeed<T>(
  start: T,
  needs: (one: T) => Iterable<T>,
  settle: (together: readonly T[], circle: boolean) => void
): void {
  const low = new Map<T, number>()
  const open: T[] = []
  const path: Visit<T>[] = []
  const settled = new Set<T>()
  const enter = (one: T): void => {
    const at = low.size
    low.set(one, at)
    path.push({ one, at, from: open.length, left: [...needs(one)], selfish: false })
    open.push(one)
  }
  enter(start)
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const { one, at, from } = visit
    const next = visit.left.pop()
    if (next !== undefined) {
      if (next === one) visit.selfish = true
      if (!low.has(next)) enter(next)
      else if (!settled.has(next)) reach(low, one, next)
      continue
    }
    path.pop()
    const above = path.at(-1)
    if (above) reach(low, above.one, one)
    if (low.get(one) !== at) continue
    const together = open.splice(from)
    for (const each of together) settled.add(each)
    settle(together, together.length > 1 || visit.selfish)
  }
}

interface Visit<T> {
  readonly one: T
  readonly at: number
  /** Where it stands among what is open. */
  readonly from: number
  readonly left: T[]
  selfish: boolean
}

/** What can be reached from the second can be reached from the first. */
function reach<T>(low: Map<T, number>, from: T, to: T): void {
  low.set(from, Math.min(low.get(from) ?? 0, low.get(to) ?? 0))
}
