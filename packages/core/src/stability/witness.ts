import type { Concept, Rules } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { othersOf, targets } from './conflict.ts'
import type { Legs, Step } from './legal-sequences.ts'
import { legalSequences } from './legal-sequences.ts'
import { jointOutcome } from './simultaneous.ts'
import { deters, escapes, leavesFor, relation } from './unknown.ts'

/** Why a state is stable for a party, or is not: something a reader can check by hand. */
export type Witness =
  /** The party cannot move from here at all: stable whatever it prefers. */
  | { readonly stable: true; readonly because: 'no-move' }
  /** It can move, but nowhere it would rather be. */
  | { readonly stable: true; readonly because: 'no-improvement'; readonly moves: readonly number[] }
  /** It would rather be elsewhere, but every such move can be answered. */
  | { readonly stable: true; readonly because: 'sanctioned'; readonly answers: readonly Answer[] }
  /** One improvement cannot be answered. */
  | { readonly stable: false; readonly improvement: Step; readonly attempt?: Attempt }

/**
 * An improvement, and the moves of others after it (with it, under SIM) that leave the party no
 * better than where it was.
 */
export interface Answer {
  readonly improvement: Step
  readonly sanction: readonly Step[]
  readonly end: number
  /**
   * Under SMR and SSEQ: the party's best reply to the sanction, which does not help it. Absent when
   * it stays.
   */
  readonly reply?: Step
}

/**
 * The nearest the others come to an answer: the end that is worst for the party, and how it escapes
 * where the end alone would deter.
 */
export interface Attempt {
  readonly sanction: readonly Step[]
  readonly end: number
  readonly reply?: Step
}

/** Which verdict to explain. */
export interface WitnessQuestion {
  readonly concept: Concept
  readonly party: number
  readonly state: number
  readonly rules: Rules
}

/**
 * Explains one verdict by walking the graph forward from the state: independent of the search that
 * decided it, and equal to it.
 */
export function explain(conflict: Conflict, question: WitnessQuestion): Witness {
  const { party, state: s, rules } = question
  const all = targets(conflict, party, s)
  if (all.length === 0) return { stable: true, because: 'no-move' }
  const leaving = all.filter((q) => leavesFor(relation(conflict, party, [q, s]), rules.attitude))
  if (leaving.length === 0) return { stable: true, because: 'no-improvement', moves: all }
  const answers: Answer[] = []
  for (const s1 of leaving) {
    const improvement: Step = { party, from: s, to: s1 }
    const found = question.concept === 'nash' ? undefined : answerTo(conflict, question, s1)
    if (!found) return { stable: false, improvement, ...attemptAt(conflict, question, s1) }
    answers.push({ improvement, ...found })
  }
  return { stable: true, because: 'sanctioned', answers }
}

/** A sanction of the move to s1, the nearest first. */
function answerTo(
  conflict: Conflict,
  question: WitnessQuestion,
  s1: number
): Omit<Answer, 'improvement'> | undefined {
  const { concept, party, state: s, rules } = question
  const stops = (q: number): boolean =>
    deters(relation(conflict, party, [q, s]), rules) &&
    !(withReply(concept) && escapeFrom(conflict, question, q) !== undefined)
  if (concept === 'sim') {
    const joint = jointOutcome(conflict, { party, s, s1 }, stops)
    return joint && { sanction: joint.replies, end: joint.end }
  }
  const path = legalSequences(conflict, legsOf(conflict, question, s1), stops)
  if (!path) return undefined
  const end = endOf(path, s1)
  const reply = withReply(concept) ? bestReplyFrom(conflict, party, end) : undefined
  return { sanction: path, end, ...(reply ? { reply } : {}) }
}

/** What the others can do about an improvement that stands. */
function attemptAt(
  conflict: Conflict,
  question: WitnessQuestion,
  s1: number
): { readonly attempt?: Attempt } {
  const { concept, party, state: s, rules } = question
  const ranks = conflict.ranks[party]
  if (concept === 'nash' || concept === 'sim' || !ranks) return {}
  let least = s1
  legalSequences(conflict, legsOf(conflict, question, s1), (q) => {
    if ((ranks[q] as number) < (ranks[least] as number)) least = q
    return false
  })
  if (least === s1) return {}
  const sanction =
    legalSequences(conflict, legsOf(conflict, question, s1), (q) => q === least) ?? []
  const reply = deters(relation(conflict, party, [least, s]), rules)
    ? escapeFrom(conflict, question, least)
    : undefined
  return { attempt: { sanction, end: least, ...(reply ? { reply } : {}) } }
}

const withReply = (concept: Concept): boolean => concept === 'smr' || concept === 'sseq'

const legsOf = (conflict: Conflict, { concept, party }: WitnessQuestion, start: number): Legs => ({
  start,
  group: othersOf(conflict, party),
  improving: concept === 'seq' || concept === 'sseq'
})

const endOf = (path: readonly Step[], start: number): number => path.at(-1)?.to ?? start

/** A reply of the party at q that leaves it better off than s after all: the best such. */
function escapeFrom(
  conflict: Conflict,
  { party, state: s, rules }: WitnessQuestion,
  q: number
): Step | undefined {
  const ways = targets(conflict, party, q).filter((to) =>
    escapes(relation(conflict, party, [to, s]), rules)
  )
  const to = best(conflict, party, ways)
  return to === undefined ? undefined : { party, from: q, to }
}

/** The party's best reply at q, when moving beats staying. */
function bestReplyFrom(conflict: Conflict, party: number, q: number): Step | undefined {
  const to = best(conflict, party, targets(conflict, party, q))
  return to !== undefined && relation(conflict, party, [to, q]) === 'better'
    ? { party, from: q, to }
    : undefined
}

function best(conflict: Conflict, party: number, states: readonly number[]): number | undefined {
  return states.reduce<number | undefined>(
    (one, q) => (one === undefined || relation(conflict, party, [q, one]) === 'better' ? q : one),
    undefined
  )
}
