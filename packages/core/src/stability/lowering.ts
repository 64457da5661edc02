import type { Conflict } from './conflict.ts'
import { othersOf, targets } from './conflict.ts'
import { reachedBy } from './legal-sequences.ts'

/**
 * The least change of one party's ranking after which a state is stable for it, the other parties'
 * preferences staying as they are.
 *
 * Whether a state s is stable depends only on which states the party likes better than s. So a
 * change is a set D of states that stood above s and are put below it. Every pair of states whose
 * order is turned round counts 1, which for a ranking without ties is the least number of swaps of
 * neighbours: each d in D passes s, and every state between that stays above.
 */
export interface Lowering {
  readonly party: number
  /** The states put below the wanted one, best first. */
  readonly lowered: readonly number[]
  readonly swaps: number
  /** No change has fewer swaps than this; equal to `swaps` when the search was exhaustive. */
  readonly atLeast: number
}

/** Which concept's sanctions count. SEQ and SSEQ take the others' improvements as they are now. */
export type LoweringConcept = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq'

/** The state wanted as stable for a party, and by which concept. */
export interface Wish {
  readonly party: number
  readonly state: number
  readonly concept: LoweringConcept
  /** Whether a sanction must leave the party strictly worse off; by default not. */
  readonly strict?: boolean
  /** How many branches may be looked at before the search gives the best it has and a bound. */
  readonly budget?: number
}

/** Branches looked at by default. With more the answer is oftener exact; else it states its bound. */
const BRANCHES = 20_000

/**
 * Branch and bound over the ways to deal with each improvement: put it below s, or make one of its
 * sanctions bite. See docs/method/stability.md, What would have to change.
 */
export function leastLowering(conflict: Conflict, wish: Wish): Lowering {
  // begin with what always works: put every improvement below the state (Nash stability)
  const ladder = ladderAbove(conflict, wish)
  const demands = demandsOf(conflict, wish, new Set(ladder.flat()))
  let best = complete(ladder, new Set(demands.map(({ self }) => self)))
  let budget = wish.budget ?? BRANCHES
  let cut = Number.POSITIVE_INFINITY
  const seek = (forced: ReadonlySet<number>): void => {
    // leave a branch whose cheapest completion is no better than the best known
    const bound = complete(ladder, forced)
    if (bound.swaps >= best.swaps) return
    if (budget-- <= 0) {
      cut = Math.min(cut, bound.swaps)
      return
    }
    // take the demand with the fewest ways that is not met yet, and try each of its ways
    const open = demands.filter(
      (demand) => !demand.ways.some((way) => way.every((q) => bound.lowered.has(q)))
    )
    const [hardest] = open.sort((a, b) => a.ways.length - b.ways.length)
    if (!hardest) best = bound
    else for (const way of hardest.ways) seek(new Set([...forced, ...way]))
  }
  seek(new Set())
  const order = ladder.flat().filter((q) => best.lowered.has(q))
  return {
    party: wish.party,
    lowered: order,
    swaps: best.swaps,
    atLeast: Math.min(best.swaps, cut)
  }
}

/** The states above s, best first, in groups that tie. */
function ladderAbove(conflict: Conflict, { party, state }: Wish): readonly (readonly number[])[] {
  const ranks = conflict.ranks[party]
  if (!ranks) throw new Error('a ranking that is not known cannot be changed')
  const groups = new Map<number, number[]>()
  ranks.forEach((rank, q) => {
    if (conflict.feasible[q] && rank > (ranks[state] as number))
      groups.set(rank, [...(groups.get(rank) ?? []), q])
  })
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group)
}

/**
 * One improvement that must be dealt with: the ways to do so, each a set of states to be put below
 * s.
 */
interface Demand {
  readonly self: number
  readonly ways: readonly (readonly number[])[]
}

function demandsOf(
  conflict: Conflict,
  { party, state, concept, strict = false }: Wish,
  above: ReadonlySet<number>
): readonly Demand[] {
  const improving = concept === 'seq' || concept === 'sseq'
  const withReply = concept === 'smr' || concept === 'sseq'
  return targets(conflict, party, state)
    .filter((q) => above.has(q))
    .map((self) => {
      const ends =
        concept === 'nash'
          ? []
          : reachedBy(conflict, { start: self, group: othersOf(conflict, party), improving })
      const needs = ends
        .map((end) => [end, ...(withReply ? targets(conflict, party, end) : [])])
        // strictly, what leads back to the state itself sanctions nothing, whatever is lowered
        .filter((way) => !strict || !way.includes(state))
        .map((way) => way.filter((q) => above.has(q)))
      return { self, ways: withoutSupersets([[self], ...needs]) }
    })
}

/** A way that asks for all another asks for, and more, is never better. */
function withoutSupersets(ways: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: (readonly number[])[] = []
  for (const way of [...ways].sort((a, b) => a.length - b.length)) {
    if (!kept.some((less) => less.every((q) => way.includes(q)))) kept.push(way)
  }
  return kept
}

interface Completion {
  readonly lowered: ReadonlySet<number>
  readonly swaps: number
}

/**
 * The cheapest set that contains `forced`. Coming down the ladder, a state that stays is passed by
 * all `c` states lowered so far and costs c; one that goes down too costs 1 for passing s. A table
 * over (place on the ladder, c).
 */
function complete(ladder: readonly (readonly number[])[], forced: ReadonlySet<number>): Completion {
  let rows = new Map<number, Completion>([[0, { lowered: new Set(), swaps: 0 }]])
  for (const group of ladder) {
    const must = group.filter((q) => forced.has(q))
    const next = new Map<number, Completion>()
    for (const [c, { lowered, swaps }] of rows) {
      for (const down of must.length === group.length ? [group] : [must, group]) {
        const cost = swaps + down.length + (group.length - down.length) * c
        const known = next.get(c + down.length)
        if (!known || cost < known.swaps)
          next.set(c + down.length, { lowered: new Set([...lowered, ...down]), swaps: cost })
      }
    }
    rows = next
  }
  return [...rows.values()].reduce((one, other) => (other.swaps < one.swaps ? other : one))
}

/**
 * The party's ranks after the change: what is lowered comes directly below the state, in its old
 * order.
 */
export function loweredRanks(
  conflict: Conflict,
  { party, state }: Pick<Wish, 'party' | 'state'>,
  lowered: readonly number[]
): Int32Array {
  const old = conflict.ranks[party] as Int32Array
  const down = new Set(lowered)
  const place = (q: number): number => {
    const rank = old[q] as number
    const here = old[state] as number
    if (q === state) return 3 * here + 2
    return down.has(q)
      ? 3 * here + 1 + rank / (4 * old.length + 4)
      : 3 * rank + (rank > here ? 2 : 0)
  }
  const places = Float64Array.from({ length: conflict.size }, (_, q) =>
    conflict.feasible[q] ? place(q) : -1
  )
  const levels = [...new Set(places.filter((_, q) => conflict.feasible[q] === 1))].sort(
    (a, b) => a - b
  )
  return Int32Array.from(places, (value, q) => (conflict.feasible[q] ? levels.indexOf(value) : -1))
}
