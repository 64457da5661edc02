import type { Conflict, OptionMoves } from './conflict.ts'
import { movableBits, othersOf } from './conflict.ts'
import type { Step } from './legal-sequences.ts'

/** Whose stability, and whether sanctions must be strict. */
export interface Focal {
  readonly party: number
  readonly strict: boolean
}

/**
 * For every state, 1 where it is SIM-stable for the party: every improvement, made at the same time
 * as improvements (or none) that the others have from the same state, may end in a feasible state
 * no better than where it began. Option form only; an infeasible joint outcome sanctions nothing.
 * The improvements of each opponent are listed once for a state; the search stops at the first
 * sanction.
 */
export function simultaneousStability(
  conflict: Conflict,
  moves: OptionMoves,
  { party, strict }: Focal
): Uint8Array {
  const ranks = conflict.ranks[party]
  if (!ranks) throw new Error('this search needs a known preference')
  const stable = new Uint8Array(conflict.size)
  const others = othersOf(conflict, party)
  const lists = others.map((other) => new Int32Array(2 ** bitCount(moves.own[other] as number)))
  const lengths = new Int32Array(others.length)
  const search: Joint = { lists, lengths, feasible: conflict.feasible, ranks, highest: 0 }
  for (let s = 0; s < conflict.size; s++) {
    if (!conflict.feasible[s]) continue
    let listed = false
    search.highest = (ranks[s] as number) - (strict ? 1 : 0)
    stable[s] = 1
    const movable = movableBits(moves, party, s)
    for (let change = movable; change > 0; change = (change - 1) & movable) {
      const s1 = s ^ change
      if (!conflict.feasible[s1] || (ranks[s1] as number) <= (ranks[s] as number)) continue
      if (!listed)
        others.forEach((other, k) => {
          lengths[k] = improvingChanges(conflict, {
            moves,
            party: other,
            s,
            into: lists[k] as Int32Array
          })
        })
      listed = true
      if (sanctionFrom(search, s1, 0)) continue
      stable[s] = 0
      break
    }
  }
  return stable
}

interface Joint {
  readonly lists: readonly Int32Array[]
  readonly lengths: Int32Array
  readonly feasible: Uint8Array
  readonly ranks: Int32Array
  /** The best rank that still counts as a sanction at the state looked at. */
  highest: number
}

/** Tries every combination of the opponents' changes from the k-th on, over the state `at`. */
function sanctionFrom(search: Joint, at: number, k: number): boolean {
  const list = search.lists[k]
  if (!list) {
    const end = search.ranks[at] as number
    return search.feasible[at] === 1 && end <= search.highest
  }
  const length = search.lengths[k] as number
  for (let n = 0; n < length; n++)
    if (sanctionFrom(search, at ^ (list[n] as number), k + 1)) return true
  return false
}

interface Own {
  readonly moves: OptionMoves
  readonly party: number
  readonly s: number
  readonly into: Int32Array
}

/**
 * The changes of bits by which an opponent improves on s, and first of all the change of none.
 * Returns how many.
 */
export function improvingChanges(conflict: Conflict, { moves, party, s, into }: Own): number {
  const ranks = conflict.ranks[party]
  const movable = movableBits(moves, party, s)
  let length = 0
  into[length++] = 0
  for (let change = movable; change > 0; change = (change - 1) & movable) {
    const q = s ^ change
    if (conflict.feasible[q] && (!ranks || (ranks[q] as number) > (ranks[s] as number)))
      into[length++] = change
  }
  return length
}

/**
 * A joint move asked about: the party goes from s to s1 while each other one stays or improves on
 * s.
 */
export interface SimultaneousMove {
  readonly party: number
  readonly s: number
  readonly s1: number
}

/**
 * The first joint outcome other than s1 itself that `accept` takes, with what each other party does
 * in it; undefined if there is none.
 */
export function jointOutcome(
  conflict: Conflict,
  asked: SimultaneousMove,
  accept: (end: number) => boolean
): JointOutcome | undefined {
  const { moves } = conflict
  if (moves.kind !== 'options') return undefined
  const { party, s, s1 } = asked
  let combinations: readonly JointOutcome[] = [{ end: s1, replies: [] }]
  for (const other of othersOf(conflict, party)) {
    const into = new Int32Array(2 ** bitCount(moves.own[other] as number))
    const changes = [
      ...into.subarray(0, improvingChanges(conflict, { moves, party: other, s, into }))
    ]
    combinations = combinations.flatMap(({ end, replies }) =>
      changes.map((change) => ({
        end: end ^ change,
        replies: change === 0 ? replies : [...replies, { party: other, from: s, to: s ^ change }]
      }))
    )
  }
  return combinations.find(({ end }) => end !== s1 && conflict.feasible[end] === 1 && accept(end))
}

/** Where a joint move ends, and what the others did in it. */
export interface JointOutcome {
  readonly end: number
  readonly replies: readonly Step[]
}

/** How many bits of the mask are set. */
export const bitCount = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
