import type { Rules } from './concepts.ts'
import { DEFAULT_RULES } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { feasibleStates } from './conflict.ts'
import { reachedBy } from './legal-sequences.ts'
import { groupsBySize } from './paths.ts'
import { deters, leavesFor, relation } from './unknown.ts'

/** Nash, GMR, SMR and SEQ for coalitions. */
export const COALITION_CONCEPTS = ['cnash', 'cgmr', 'csmr', 'cseq'] as const
/** One of them. */
export type CoalitionConcept = (typeof COALITION_CONCEPTS)[number]

/** `strong`: every member must gain; `pareto`: none may lose and one must gain. */
export type Gain = 'strong' | 'pareto'

/** A group of parties, and what it counts as an improvement. */
export interface Coalition {
  readonly members: readonly number[]
  readonly gain: Gain
  /** What counts as a gain and a sanction to a member; as for a party by itself. */
  readonly rules?: Rules
}

/**
 * Coalitions are walked out state by state, for each of the 2^parties - 1 groups: above this many
 * states the answer would take too long.
 */
export const MOST_COALITION_STATES = 2 ** 12

/**
 * Which coalitions (all, when left out), what counts as an improvement (strong, when left out), and
 * the rules by which each member judges.
 */
export interface CoalitionSettings {
  readonly groups?: readonly (readonly number[])[]
  readonly gain?: Gain
  readonly rules?: Rules
}

/**
 * One coalition's verdicts: per concept, one byte for each state; and the improvements it has from
 * each state.
 */
export interface CoalitionVerdicts {
  readonly members: readonly number[]
  readonly stable: ReadonlyMap<CoalitionConcept, Uint8Array>
  readonly improvements: ReadonlyMap<number, readonly number[]>
}

/** The verdicts of each coalition, and the states stable for all of them under each concept. */
export interface CoalitionSolution {
  readonly gain: Gain
  readonly coalitions: readonly CoalitionVerdicts[]
  readonly equilibria: ReadonlyMap<CoalitionConcept, Uint8Array>
}

/**
 * Coalition stability. A coalition improves on s by reaching, through its members' legal sequences,
 * a state that all of them prefer. It is deterred (CGMR) when the others can answer with a state
 * that leaves at least one member no better than at s; CSEQ counts only answers by the others'
 * improvements; CSMR only answers after which the coalition has no joint way to better all its
 * members again. Kilgour, Hipel, Fang, Peng, Coalition analysis in group decision support (2001).
 * Each member judges by the rules it is judged by alone, so that a coalition of one is stable where
 * its only member is; for several members and unknown preferences, or strict sanctions, that is our
 * reading.
 */
export function coalitionStability(
  conflict: Conflict,
  {
    groups = groupsBySize(conflict.parties.length),
    gain = 'strong',
    rules = DEFAULT_RULES
  }: CoalitionSettings = {}
): CoalitionSolution {
  const states = feasibleStates(conflict)
  const coalitions = groups.map((members) => verdictsOf(conflict, { members, gain, rules }, states))
  const equilibria = COALITION_CONCEPTS.map((concept) => {
    const all = conflict.feasible.slice()
    for (const { stable } of coalitions)
      for (const s of states) all[s] = (all[s] as number) & (stable.get(concept)?.[s] ?? 0)
    return [concept, all] as const
  })
  return { gain, coalitions, equilibria: new Map(equilibria) }
}

/** R_H^+(s): the states the coalition can reach from s that are better for it. */
export function coalitionImprovements(
  conflict: Conflict,
  coalition: Coalition,
  s: number
): readonly number[] {
  const reached = reachedBy(conflict, { start: s, group: coalition.members, improving: false })
  return reached.filter((q) => gains(conflict, coalition, [q, s]))
}

function gains(
  conflict: Conflict,
  { members, gain, rules = DEFAULT_RULES }: Coalition,
  pair: readonly [number, number]
): boolean {
  const seen = members.map((party) => relation(conflict, party, pair))
  const leaves = seen.map((one) => leavesFor(one, rules.attitude))
  if (gain === 'strong') return !leaves.includes(false)
  return leaves.includes(true) && seen.every((one, k) => leaves[k] || one === 'equal')
}

function verdictsOf(
  conflict: Conflict,
  coalition: Coalition,
  states: readonly number[]
): CoalitionVerdicts {
  const { members, rules = DEFAULT_RULES } = coalition
  const others = conflict.parties
    .map((_, party) => party)
    .filter((party) => !members.includes(party))
  const replies = remembered((q) =>
    reachedBy(conflict, { start: q, group: members, improving: false })
  )
  const answers = remembered((q) =>
    reachedBy(conflict, { start: q, group: others, improving: false })
  )
  const sequels = remembered((q) =>
    reachedBy(conflict, { start: q, group: others, improving: true })
  )
  const improvements = new Map(
    states.map((s) => [s, coalitionImprovements(conflict, coalition, s)])
  )
  const isDeterred = (to: number, from: number): boolean =>
    members.some((party) => deters(relation(conflict, party, [to, from]), rules))
  const mark = (met: (s1: number, s: number) => boolean): Uint8Array => {
    const stable = new Uint8Array(conflict.size)
    for (const s of states) stable[s] = improvements.get(s)?.every((s1) => met(s1, s)) ? 1 : 0
    return stable
  }
  const stable = new Map<CoalitionConcept, Uint8Array>([
    ['cnash', mark(() => false)],
    ['cgmr', mark((s1, s) => answers(s1).some((s2) => isDeterred(s2, s)))],
    [
      'csmr',
      mark((s1, s) =>
        answers(s1).some((s2) => isDeterred(s2, s) && replies(s2).every((s3) => isDeterred(s3, s)))
      )
    ],
    ['cseq', mark((s1, s) => sequels(s1).some((s2) => isDeterred(s2, s)))]
  ])
  return { members, stable, improvements }
}

function remembered<T>(make: (key: number) => T): (key: number) => T {
  const cache = new Map<number, T>()
  return (key) => {
    const known = cache.get(key)
    if (known !== undefined) return known
    const made = make(key)
    cache.set(key, made)
    return made
  }
}
