import type { Concept, Rules } from './concepts.ts'
import { DEFAULT_RULES } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { feasibleStates, withRanks } from './conflict.ts'
import type { Lowering, LoweringConcept } from './lowering.ts'
import { leastLowering, loweredRanks } from './lowering.ts'
import { rankGroups } from './state-ranks.ts'
import { explain } from './witness.ts'

/** A wanted equilibrium, and whose preferences may change for it (all known ones when left out). */
export interface Wanted {
  readonly state: number
  readonly concept: Concept
  readonly free?: readonly number[]
  readonly rules?: Rules
  /** How many changed rankings may be tried where parties hang on each other. */
  readonly budget?: number
}

/** The least change of preferences that makes a state an equilibrium, or how far it is known. */
export interface Inverse {
  readonly state: number
  readonly concept: Concept
  /** Swaps of neighbours in rankings, over all parties; undefined where no change was found. */
  readonly swaps?: number
  /**
   * No change of the free parties has fewer swaps. Infinity where none can do: a party that may not
   * change blocks it.
   */
  readonly atLeast: number
  readonly exact: boolean
  /** The changed rankings, best first; states of one group tie. */
  readonly changed: readonly Changed[]
}

/** One party's changed ranking. */
export interface Changed {
  readonly party: number
  readonly swaps: number
  readonly groups: readonly (readonly number[])[]
  /** What is now below the wanted state and was above it. */
  readonly lowered: readonly number[]
}

/** That a state is an equilibrium under a concept. */
export interface Claim {
  readonly state: number
  readonly concept: Concept
  readonly rules?: Rules
}

/** Is the state stable for every party? Decided by walking, so cheap for one state. */
export function isEquilibrium(
  conflict: Conflict,
  { state, concept, rules = DEFAULT_RULES }: Claim
): boolean {
  return conflict.parties.every(
    (_, party) => explain(conflict, { concept, party, state, rules }).stable
  )
}

/**
 * Changed rankings tried by default: each asks whether the state is an equilibrium. With every swap
 * more, there are as many times more rankings as there are neighbours to be swapped, so twice the
 * budget seldom reaches one swap farther; what it did reach is stated as `atLeast`.
 */
const RANKINGS = 3000

/**
 * Inverse analysis (docs/method/stability.md, What would have to change): what would have to change for this state to hold. Under Nash, GMR and SMR a
 * party's stability hangs on its own ranking alone, so the parties are solved one by one and
 * exactly. Under SEQ, SSEQ and SIM the others' improvements matter too: what is stable under SEQ is
 * so under GMR (SSEQ: SMR), which bounds the answer from below; Nash stability, and the change with
 * the others' rankings held, bound it from above; rankings without ties are then searched in order
 * of swaps until the bounds meet or the budget ends.
 */
export function inverse(conflict: Conflict, wanted: Wanted): Inverse {
  const { state, concept, rules = DEFAULT_RULES } = wanted
  const free =
    wanted.free ??
    conflict.parties.map((_, party) => party).filter((party) => conflict.ranks[party] !== undefined)
  const question = { conflict, state, concept, rules, free }
  // nothing to change
  if (isEquilibrium(conflict, { state, concept, rules }))
    return { state, concept, swaps: 0, atLeast: 0, exact: true, changed: [] }
  // bound from below: what the weaker concept, decided party by party, already needs
  const floor = weaker(concept)
  const below = floor ? lowerings(question, floor) : undefined
  const atLeast = floor ? (below ? sum(below, 'atLeast') : Number.POSITIVE_INFINITY) : 1
  if (atLeast === Number.POSITIVE_INFINITY)
    return { state, concept, atLeast, exact: true, changed: [] }
  // bound from above: Nash stability, or the change with the others' rankings held
  const ways: readonly LoweringConcept[] = concept === 'sim' ? ['nash'] : [concept, 'nash']
  const found = ways.flatMap((way) => candidate(question, way)).sort((a, b) => a.swaps - b.swaps)
  const best = found[0]
  if (best && best.swaps <= atLeast)
    return { state, concept, swaps: best.swaps, atLeast, exact: true, changed: best.changed }
  if (concept === 'nash' || concept === 'gmr' || concept === 'smr')
    return { state, concept, ...(best ?? { changed: [] }), atLeast, exact: false }
  // search between the bounds
  return bySwaps(question, {
    atLeast,
    ...(best ? { best } : {}),
    budget: wanted.budget ?? RANKINGS
  })
}

interface Asked {
  readonly conflict: Conflict
  readonly state: number
  readonly concept: Concept
  readonly rules: Rules
  readonly free: readonly number[]
}

interface Candidate {
  readonly swaps: number
  readonly changed: readonly Changed[]
}

/**
 * The concept whose stability every state stable under `concept` has, and which is decided party by
 * party.
 */
function weaker(concept: Concept): LoweringConcept | undefined {
  if (concept === 'seq') return 'gmr'
  if (concept === 'sseq') return 'smr'
  return concept === 'sim' ? undefined : concept
}

const sum = (list: readonly Lowering[], key: 'swaps' | 'atLeast'): number =>
  list.reduce((all, one) => all + one[key], 0)

/**
 * The least lowering of every free party; undefined where a party that may not change is in the
 * way.
 */
function lowerings(
  { conflict, state, rules, free }: Asked,
  concept: LoweringConcept
): readonly Lowering[] | undefined {
  const blocked = conflict.parties.some(
    (_, party) =>
      !free.includes(party) && !explain(conflict, { concept, party, state, rules }).stable
  )
  return blocked && (concept === 'nash' || concept === 'gmr' || concept === 'smr')
    ? undefined
    : free.map((party) => leastLowering(conflict, { party, state, concept, strict: rules.strict }))
}

/** The lowerings of all free parties together, if they do make the state an equilibrium. */
function candidate(asked: Asked, way: LoweringConcept): readonly Candidate[] {
  const { conflict, state, concept, rules } = asked
  const changes = lowerings(asked, way)
  if (!changes) return []
  const moved = changes.filter(({ lowered }) => lowered.length > 0)
  const ranked = moved.map((one) => ({
    ...one,
    ranks: loweredRanks(conflict, { party: one.party, state }, one.lowered)
  }))
  const after = ranked.reduce((now, { party, ranks }) => withRanks(now, party, ranks), conflict)
  if (!isEquilibrium(after, { state, concept, rules })) return []
  const changed = ranked.map(
    ({ party, swaps, ranks, lowered }): Changed => ({
      party,
      swaps,
      lowered,
      groups: rankGroups(ranks)
    })
  )
  return [{ swaps: sum(moved, 'swaps'), changed }]
}

interface Bounds {
  readonly atLeast: number
  readonly best?: Candidate
  readonly budget: number
}

/**
 * Breadth first over swaps of neighbours in the free parties' rankings, until one does it or the
 * budget ends.
 */
function bySwaps(
  { conflict, state, concept, rules, free }: Asked,
  { atLeast, best, budget }: Bounds
): Inverse {
  const none = { state, concept, atLeast, exact: false, changed: [], ...(best ?? {}) }
  const orders = conflict.ranks.map((ranks) => (ranks ? rankGroups(ranks) : []))
  if (free.some((party) => orders[party]?.some((group) => group.length > 1))) return none
  const start = orders.map((groups) => groups.flat())
  let front: readonly (readonly (readonly number[])[])[] = [start]
  const seen = new Set([start.join('|')])
  for (let depth = 1; depth < (best?.swaps ?? Number.POSITIVE_INFINITY); depth++) {
    const next: (readonly (readonly number[])[])[] = []
    for (const rankings of front) {
      for (const swapped of neighbours(rankings, free)) {
        const key = swapped.join('|')
        if (seen.has(key)) continue
        seen.add(key)
        if (seen.size > budget) return { ...none, atLeast: Math.max(atLeast, depth) }
        const after = free.reduce(
          (now, party) => withRanks(now, party, strictRanks(now, swapped[party] ?? [])),
          conflict
        )
        if (depth >= atLeast && isEquilibrium(after, { state, concept, rules })) {
          return {
            state,
            concept,
            swaps: depth,
            atLeast: depth,
            exact: true,
            changed: changesBetween(start, swapped, state)
          }
        }
        next.push(swapped)
      }
    }
    if (next.length === 0) break
    front = next
  }
  return best
    ? { ...none, atLeast: best.swaps, exact: true }
    : { ...none, atLeast: Number.POSITIVE_INFINITY, exact: true }
}

function neighbours(
  rankings: readonly (readonly number[])[],
  free: readonly number[]
): (readonly (readonly number[])[])[] {
  return free.flatMap((party) => {
    const order = rankings[party] ?? []
    return order
      .slice(1)
      .map((_, k) =>
        rankings.map((one, index) =>
          index === party
            ? [...one.slice(0, k), one[k + 1] as number, one[k] as number, ...one.slice(k + 2)]
            : one
        )
      )
  })
}

function changesBetween(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  state: number
): readonly Changed[] {
  return before.flatMap((old, party): Changed[] => {
    const now = after[party] ?? []
    const turned = old.flatMap((a, k) =>
      old
        .slice(k + 1)
        .filter((b) => now.indexOf(b) < now.indexOf(a))
        .map((b) => [a, b])
    )
    if (turned.length === 0) return []
    const lowered = old
      .slice(0, old.indexOf(state))
      .filter((q) => now.indexOf(q) > now.indexOf(state))
    return [{ party, swaps: turned.length, lowered, groups: now.map((q) => [q]) }]
  })
}

/**
 * How many of all rankings without ties of one party make the claim true, the other parties'
 * preferences held.
 */
export function rankingsThatHold(
  conflict: Conflict,
  party: number,
  claim: Claim
): { readonly of: number; readonly holding: number } {
  const states = feasibleStates(conflict)
  if (states.length > MOST_RANKED)
    throw new Error(`all rankings are counted for up to ${MOST_RANKED} states`)
  let [of, holding] = [0, 0]
  const visit = (order: readonly number[], rest: readonly number[]): void => {
    for (const q of rest) visit([...order, q], without(rest, q))
    if (rest.length > 0) return
    of++
    if (isEquilibrium(withRanks(conflict, party, strictRanks(conflict, order)), claim)) holding++
  }
  visit([], states)
  return { of, holding }
}

const without = (list: readonly number[], one: number): readonly number[] =>
  list.filter((other) => other !== one)

/** The ranks of an order without ties, best first. */
function strictRanks({ size }: Conflict, order: readonly number[]): Int32Array {
  const ranks = new Int32Array(size).fill(-1)
  order.forEach((q, place) => {
    ranks[q] = order.length - 1 - place
  })
  return ranks
}

/** Counting all rankings is offered up to this many states (7! = 5,040 rankings). */
export const MOST_RANKED = 7
