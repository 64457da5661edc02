import type { Conflict } from './conflict.ts'
import { improvements, targets } from './conflict.ts'

/** One step of a path. */
export interface Step {
  readonly party: number
  readonly from: number
  readonly to: number
}

/**
 * Where a walk begins, whose moves it may use, and whether each must improve on the state before
 * for the party that makes it.
 */
export interface Legs {
  readonly start: number
  readonly group: readonly number[]
  readonly improving: boolean
}

/**
 * The legal sequences of a group from a state, breadth first over (state, last mover): nobody moves
 * twice in a row. `stop` is asked about every state reached, nearest first (the start excepted),
 * with the way there; the walk ends at the first it accepts and gives its path.
 */
export function legalSequences(
  conflict: Conflict,
  legs: Legs,
  stop: Stop
): readonly Step[] | undefined {
  const seen = new Set<number>()
  const asked = new Set([legs.start])
  let front: readonly Node[] = [{ state: legs.start, last: -1 }]
  while (front.length > 0) {
    const next: Node[] = []
    for (const node of front) {
      for (const fresh of successors(conflict, node, legs)) {
        const key = fresh.state * conflict.parties.length + fresh.last
        if (seen.has(key)) continue
        seen.add(key)
        next.push(fresh)
        if (asked.has(fresh.state)) continue
        asked.add(fresh.state)
        if (stop(fresh.state, () => pathTo(fresh))) return pathTo(fresh)
      }
    }
    front = next
  }
  return undefined
}

/** Asked about each state a walk reaches; `path` gives the steps that led there. */
export type Stop = (state: number, path: () => readonly Step[]) => boolean

/**
 * R_H(s) or R_H^+(s): every state the group can reach by legal sequences, the start excepted,
 * nearest first.
 */
export function reachedBy(conflict: Conflict, legs: Legs): readonly number[] {
  const reached: number[] = []
  legalSequences(conflict, legs, (state) => {
    reached.push(state)
    return false
  })
  return reached
}

/** The shortest legal path to each of the wanted states that can be reached. */
export function pathsTo(
  conflict: Conflict,
  legs: Legs,
  wanted: readonly number[]
): ReadonlyMap<number, readonly Step[]> {
  const left = new Set(wanted)
  const found = new Map<number, readonly Step[]>()
  legalSequences(conflict, legs, (state, path) => {
    if (left.delete(state)) found.set(state, path())
    return left.size === 0
  })
  return found
}

interface Node {
  readonly state: number
  readonly last: number
  readonly before?: Node
}

function successors(conflict: Conflict, node: Node, { group, improving }: Legs): readonly Node[] {
  return group
    .filter((party) => party !== node.last)
    .flatMap((party) =>
      (improving ? improvements : targets)(conflict, party, node.state).map((state) => ({
        state,
        last: party,
        before: node
      }))
    )
}

function pathTo(end: Node): readonly Step[] {
  const steps: Step[] = []
  for (let node = end; node.before; node = node.before)
    steps.push({ party: node.last, from: node.before.state, to: node.state })
  return steps.reverse()
}
