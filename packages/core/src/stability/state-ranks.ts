/** Whether something holds in a state, given by its number. */
export type Predicate = (state: number) => boolean

/**
 * Statements are packed into numbers of this many bits at a time: a rank (below 2^24, see
 * `MOST_MOVES`) and a pack fit the 53 bits of a double exactly. 29 would be the most; fewer would
 * only mean more sorting.
 */
const PACK = 24

/**
 * Dense ranks from statements, most important first: a state is better when the first statement on
 * which two states differ holds in it. Option prioritising: Fang, Hipel, Kilgour, Peng (2003).
 * Compared as vectors of truth values, so any number of statements is exact. O(states x statements
 * + states log states for every 24 statements). Infeasible states get -1.
 */
export function ranksFromStatements(
  feasible: Uint8Array,
  statements: readonly Predicate[]
): Int32Array {
  const ranks = new Int32Array(feasible.length)
  for (let s = 0; s < ranks.length; s++) if (!feasible[s]) ranks[s] = -1
  for (let first = 0; first < statements.length; first += PACK) {
    const pack = statements.slice(first, first + PACK)
    const keys = new Float64Array(feasible.length)
    for (let s = 0; s < keys.length; s++) {
      if (!feasible[s]) continue
      let bits = 0
      for (let k = 0; k < pack.length; k++) bits = bits * 2 + ((pack[k] as Predicate)(s) ? 1 : 0)
      keys[s] = (ranks[s] as number) * 2 ** PACK + bits
    }
    densify(keys, feasible, ranks)
  }
  return ranks
}

/**
 * Dense ranks from values in points: more is better, equal values tie. Values are compared after
 * rounding to 1e-9 points, which is far above the noise of adding up worths and far below what
 * anybody judges; without it, sums of the same numbers in another order would not tie.
 */
export function ranksFromValues(
  feasible: Uint8Array,
  value: (state: number) => number
): Int32Array {
  const ranks = new Int32Array(feasible.length).fill(-1)
  const keys = Float64Array.from({ length: feasible.length }, (_, s) =>
    feasible[s] ? Math.round(value(s) * 1e9) / 1e9 : 0
  )
  densify(keys, feasible, ranks)
  return ranks
}

/**
 * Dense ranks from groups of states, best first; states of a group tie. States in no group get -1.
 */
export function ranksFromGroups(size: number, groups: readonly (readonly number[])[]): Int32Array {
  const ranks = new Int32Array(size).fill(-1)
  groups.forEach((group, place) => {
    for (const s of group) ranks[s] = groups.length - 1 - place
  })
  return ranks
}

/** The groups of states that share a rank, best first. */
export function rankGroups(ranks: Int32Array): readonly (readonly number[])[] {
  const groups = Array.from(
    { length: ranks.reduce((most, rank) => Math.max(most, rank), -1) + 1 },
    (): number[] => []
  )
  ranks.forEach((rank, s) => {
    groups[rank]?.push(s)
  })
  return groups.reverse()
}

/** Replaces keys by their places among the distinct keys, ascending. */
function densify(keys: Float64Array, feasible: Uint8Array, into: Int32Array): void {
  const sorted = keys.filter((_, s) => feasible[s] === 1).sort()
  let distinct = 0
  for (let k = 0; k < sorted.length; k++)
    if (k === 0 || sorted[k] !== sorted[k - 1]) sorted[distinct++] = sorted[k] as number
  for (let s = 0; s < keys.length; s++)
    if (feasible[s]) into[s] = placeOf(sorted, distinct, keys[s] as number)
}

function placeOf(sorted: Float64Array, length: number, key: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < key) low = middle + 1
    else high = middle
  }
  return low
}
