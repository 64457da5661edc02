import type { Attitude, Concept, Rules } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { feasibleStates, othersOf, targets } from './conflict.ts'
import { legalSequences } from './legal-sequences.ts'
import { jointOutcome } from './simultaneous.ts'

/** How state a compares with state b for a party: better, worse, equal, or nobody knows. */
export type Relation = 'better' | 'worse' | 'equal' | 'unknown'

/** How the party sees the first state beside the second. */
export function relation(
  conflict: Conflict,
  party: number,
  [a, b]: readonly [number, number]
): Relation {
  if (a === b) return 'equal'
  const ranks = conflict.ranks[party]
  if (!ranks) return 'unknown'
  const difference = (ranks[a] as number) - (ranks[b] as number)
  return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'equal'
}

/**
 * Would the party leave for a state that stands so to its own? Attitudes a and c leave for the
 * unknown, b and d do not.
 */
export function leavesFor(seen: Relation, attitude: Attitude): boolean {
  return seen === 'better' || (seen === 'unknown' && (attitude === 'a' || attitude === 'c'))
}

/**
 * Does a state that stands so to the party's own deter it? Under c and d the unknown does;
 * strictly, only what is worse.
 */
export function deters(seen: Relation, { strict, attitude }: Rules): boolean {
  return (
    seen === 'worse' ||
    (seen === 'equal' && !strict) ||
    (seen === 'unknown' && (attitude === 'c' || attitude === 'd'))
  )
}

/**
 * Would a reply that leads to such a state undo the sanction? It does when the state would not
 * deter.
 */
export function escapes(seen: Relation, rules: Rules): boolean {
  return !deters(seen, rules)
}

/**
 * For every state, 1 where it is stable for a party of whose preference nothing is known. The party
 * leaves for every state it can move to or for none; whether it is deterred is walked out state by
 * state. Li, Hipel, Kilgour, Fang, Preference uncertainty in the graph model (2004): the four
 * extensions a to d.
 */
export function stableByWalking(conflict: Conflict, question: UnknownQuestion): Uint8Array {
  const stable = new Uint8Array(conflict.size)
  for (const s of feasibleStates(conflict)) stable[s] = isStable(conflict, question, s) ? 1 : 0
  return stable
}

/** Which party, by which concept, under which rules. */
export interface UnknownQuestion {
  readonly party: number
  readonly concept: Concept
  readonly rules: Rules
}

function isStable(
  conflict: Conflict,
  { party, concept, rules }: UnknownQuestion,
  s: number
): boolean {
  const leaving = targets(conflict, party, s).filter((q) =>
    leavesFor(relation(conflict, party, [q, s]), rules.attitude)
  )
  if (leaving.length === 0) return true
  if (concept === 'nash') return false
  const improving = concept === 'seq' || concept === 'sseq'
  const withReply = concept === 'smr' || concept === 'sseq'
  const see = (q: number): Relation => relation(conflict, party, [q, s])
  if (concept === 'sim') {
    const met = (end: number): boolean => deters(see(end), rules)
    return leaving.every((s1) => jointOutcome(conflict, { party, s, s1 }, met) !== undefined)
  }
  const sanctions = (q: number): boolean =>
    deters(see(q), rules) &&
    !(withReply && targets(conflict, party, q).some((reply) => escapes(see(reply), rules)))
  return leaving.every(
    (s1) =>
      legalSequences(
        conflict,
        { start: s1, group: othersOf(conflict, party), improving },
        sanctions
      ) !== undefined
  )
}
