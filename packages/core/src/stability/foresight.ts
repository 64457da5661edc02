import type { Conflict } from './conflict.ts'
import { targets } from './conflict.ts'

/**
 * Limited-move stability for two parties at one horizon: the state each party expects from every
 * state, and where that is the state itself.
 */
export interface Foresight {
  readonly horizon: number
  /** `expected[party][state]`. */
  readonly expected: readonly Int32Array[]
}

/** Non-myopic stability: what holds at every horizon from some on. */
export interface NonMyopic {
  /**
   * From this horizon on the expectations repeat, with this period (1: they are the same ever
   * after).
   */
  readonly from: number
  readonly period: number
  /** `stable[party][state]` is 1 where the state is stable at all those horizons. */
  readonly stable: readonly Uint8Array[]
}

/**
 * L_h stability: the parties move in turn, each foresees h moves and goes where it strictly gains
 * in the end. It stays unless it strictly gains; among equally good prospects it makes the first
 * move in the order of states. Two parties with known preferences only: for more parties the
 * definitions in use disagree. Kilgour, Hipel, Fang (1987); the anticipated state depends on the
 * tie rule. Returns the expectations at horizons 0 to h; state s is L_h-stable for a party where
 * `expected[party][s] === s`.
 */
export function foresight(conflict: Conflict, horizon: number): readonly Foresight[] {
  if (!hasForesight(conflict))
    throw new Error('limited-move stability is defined for two parties with known preferences')
  const itself = Int32Array.from({ length: conflict.size }, (_, s) => s)
  const steps: Foresight[] = [{ horizon: 0, expected: [itself, itself] }]
  for (let h = 1; h <= horizon; h++) steps.push(oneFurther(conflict, steps[h - 1] as Foresight))
  return steps
}

/** Two parties whose preferences are both known. */
export function hasForesight(conflict: Conflict): boolean {
  return conflict.parties.length === 2 && conflict.ranks.every((ranks) => ranks !== undefined)
}

/**
 * Looks further until the expectations repeat. There are finitely many, so in the end
 * they must (non-myopic stability; docs/method/stability.md, Looking further ahead). Undefined when
 * they have not within `most` horizons.
 */
export function nonMyopic(conflict: Conflict, most = 1000): NonMyopic | undefined {
  const seen = new Map<string, number>()
  const steps: Foresight[] = [foresight(conflict, 0)[0] as Foresight]
  for (let h = 0; h <= most; h++) {
    const now = steps[h] as Foresight
    const key = now.expected.map((one) => one.join()).join('|')
    const from = seen.get(key)
    if (from !== undefined)
      return { from, period: h - from, stable: stableAtAll(conflict, steps.slice(from, h)) }
    seen.set(key, h)
    steps.push(oneFurther(conflict, now))
  }
  return undefined
}

function oneFurther(conflict: Conflict, { horizon, expected }: Foresight): Foresight {
  const next = expected.map((_, party) => {
    const ranks = conflict.ranks[party] as Int32Array
    const reply = expected[1 - party] as Int32Array
    const ends = new Int32Array(conflict.size)
    for (let s = 0; s < conflict.size; s++) {
      ends[s] = s
      if (!conflict.feasible[s]) continue
      for (const q of targets(conflict, party, s)) {
        const end = reply[q] as number
        if ((ranks[end] as number) > (ranks[ends[s] as number] as number)) ends[s] = end
      }
    }
    return ends
  })
  return { horizon: horizon + 1, expected: next }
}

function stableAtAll(conflict: Conflict, steps: readonly Foresight[]): readonly Uint8Array[] {
  return conflict.parties.map((_, party) =>
    Uint8Array.from({ length: conflict.size }, (_, s) =>
      conflict.feasible[s] && steps.every((step) => step.expected[party]?.[s] === s) ? 1 : 0
    )
  )
}
