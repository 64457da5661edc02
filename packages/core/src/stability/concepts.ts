import type { Cells } from './cells.ts'
import type { Conflict } from './conflict.ts'
import { othersOf } from './conflict.ts'
import { bestReply, greatestOverImprovements } from './focal.ts'
import { leastReachable } from './least.ts'

/** The six concepts of stability, strongest demands on foresight last. */
export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim'] as const
/** One of them. */
export type Concept = (typeof CONCEPTS)[number]

/** How a party treats comparisons nobody knows: see docs/method/stability.md. */
export type Attitude = 'a' | 'b' | 'c' | 'd'

/** What counts as stable. */
export interface Rules {
  /** A sanction must leave the party strictly worse; by default, not better is enough. */
  readonly strict: boolean
  /** For parties whose preference is unknown; `a` unless said otherwise. */
  readonly attitude: Attitude
}

/** Weak sanctions, attitude a. */
export const DEFAULT_RULES: Rules = { strict: false, attitude: 'a' }

/** Concepts that one search of the whole graph decides; SIM looks at each state's own moves. */
export type Searched = Exclude<Concept, 'sim'>

/**
 * For every state, 1 where it is stable for the party (whose preference must be known).
 *
 * Every concept but Nash asks of each improvement s1 on s: can the others lead from s1 to a state
 * that is no better than s (GMR, SEQ), and that stays so after the party's best reply (SMR, SSEQ)?
 * That is a question about the least label reachable from s1. SEQ and SSEQ count only sanctions
 * whose every step improves on the one before for its mover. Fang, Hipel, Kilgour, Interactive
 * Decision Making (1993), ch. 3; Rego and Vieira (2016) for SSEQ.
 */
export function searchedStability(
  conflict: Conflict,
  cells: readonly Cells[] | undefined,
  which: Which
): Uint8Array {
  const { party, concept, strict } = which
  const ranks = conflict.ranks[party]
  if (!ranks) throw new Error('this search needs a known preference')
  const own = cells?.[party]
  const stable = new Uint8Array(conflict.size)
  const worst =
    concept === 'nash'
      ? greatestOverImprovements(conflict, own, { party, values: ranks })
      : sanctioned(conflict, cells, which)
  for (let s = 0; s < conflict.size; s++) {
    if (!conflict.feasible[s]) continue
    const answer = worst[s] as number
    // -1: there is no improvement to be answered
    const deterred =
      concept !== 'nash' &&
      (strict ? answer < (ranks[s] as number) : answer <= (ranks[s] as number))
    stable[s] = answer === -1 || deterred ? 1 : 0
  }
  return stable
}

/** Whose stability, by which concept, and whether sanctions must be strict. */
export interface Which {
  readonly party: number
  readonly concept: Searched
  readonly strict: boolean
}

/**
 * For every state, what the party can count on having after its best improvement has been answered
 * as hard as possible.
 */
function sanctioned(
  conflict: Conflict,
  cells: readonly Cells[] | undefined,
  { party, concept }: Which
): Int32Array {
  const own = cells?.[party]
  const improving = concept === 'seq' || concept === 'sseq'
  const withReply = concept === 'smr' || concept === 'sseq'
  const labels = withReply ? bestReply(conflict, own, party) : (conflict.ranks[party] as Int32Array)
  const least = leastReachable(conflict, cells, {
    group: othersOf(conflict, party),
    improving,
    labels
  })
  return greatestOverImprovements(conflict, own, { party, values: least })
}
