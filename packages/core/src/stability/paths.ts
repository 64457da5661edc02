import type { Conflict } from './conflict.ts'
import type { Step } from './legal-sequences.ts'
import { legalSequences, pathsTo } from './legal-sequences.ts'

/** How a state can be reached from the status quo. */
export interface Route {
  readonly target: number
  /**
   * The shortest legal path; among the shortest, one by improvements only where there is one. Empty
   * where the target is the start.
   */
  readonly path: readonly Step[]
  /** Does every step of `path` improve on the one before for its mover? */
  readonly improvementsOnly: boolean
  /** The shortest path by improvements only, when it is longer than `path`. */
  readonly byImprovements?: readonly Step[]
}

/** Who moves together, and where to: a state every mover strictly prefers to where it stands. */
export interface JointMove {
  readonly movers: readonly number[]
  readonly from: number
  readonly to: number
  readonly path: readonly Step[]
}

/** Every party's index. */
export const everyone = (conflict: Conflict): readonly number[] =>
  conflict.parties.map((_, party) => party)

/**
 * Status-quo analysis: the shortest legal path (nobody moves twice in a row) from the start to each
 * target that can be reached. Li, Kilgour, Hipel, Status quo analysis in the graph model (2005).
 * Targets that cannot be reached are left out.
 */
export function routes(
  conflict: Conflict,
  start: number,
  wanted: readonly number[]
): readonly Route[] {
  const group = everyone(conflict)
  const shortest = pathsTo(conflict, { start, group, improving: false }, wanted)
  const byImprovements = pathsTo(conflict, { start, group, improving: true }, wanted)
  return wanted.flatMap((target): Route[] => {
    if (target === start) return [{ target, path: [], improvementsOnly: true }]
    const path = shortest.get(target)
    const improving = byImprovements.get(target)
    if (!path) return []
    if (!improving) return [{ target, path, improvementsOnly: false }]
    if (improving.length === path.length)
      return [{ target, path: improving, improvementsOnly: true }]
    return [{ target, path, improvementsOnly: false, byImprovements: improving }]
  })
}

/**
 * Joint moves from a state that all their movers strictly prefer: for every group of two or more,
 * the states it can reach that no smaller group among those found can reach with the same gain for
 * all its members. `among` limits the ends, as to equilibria.
 */
export function jointImprovements(
  conflict: Conflict,
  start: number,
  among?: ReadonlySet<number>
): readonly JointMove[] {
  const found: JointMove[] = []
  for (const movers of groupsBySize(conflict.parties.length).filter((group) => group.length > 1)) {
    legalSequences(conflict, { start, group: movers, improving: false }, (to, way) => {
      const wanted =
        (!among || among.has(to)) && movers.every((party) => prefers(conflict, party, [to, start]))
      if (
        !wanted ||
        found.some((one) => one.to === to && one.movers.every((party) => movers.includes(party)))
      )
        return false
      const path = way()
      // a path that some member takes no part in belongs to a smaller group
      if (movers.every((party) => path.some((step) => step.party === party)))
        found.push({ movers, from: start, to, path })
      return false
    })
  }
  return found
}

/**
 * Does the party strictly prefer the first state to the second? Never where its preference is
 * unknown.
 */
export function prefers(
  conflict: Conflict,
  party: number,
  [a, b]: readonly [number, number]
): boolean {
  const ranks = conflict.ranks[party]
  return ranks !== undefined && (ranks[a] as number) > (ranks[b] as number)
}

/** Every group of parties but the empty one, small ones first. */
export function groupsBySize(parties: number): readonly (readonly number[])[] {
  const groups = Array.from({ length: 2 ** parties - 1 }, (_, k) =>
    Array.from({ length: parties }, (_, party) => party).filter((party) => (k + 1) & (1 << party))
  )
  return groups.sort((a, b) => a.length - b.length)
}
