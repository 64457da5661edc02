import type { Conflict, OptionMoves } from './conflict.ts'
import { ascending } from './order.ts'

/**
 * For one party in option form: the states that it can move between freely, cell by cell. Within a
 * cell every state reaches every other, so a search need open each cell once and never walks single
 * moves. Cells differ in what the party cannot change or cannot undo.
 */
export interface Cells {
  /** Feasible states, grouped by cell, ascending by the party's rank within a cell. */
  readonly order: Int32Array
  /** Cell c holds `order` from `start[c]` up to `start[c + 1]`. */
  readonly start: Int32Array
  /** The cell of state s is `low[s & 4095] | high[s >>> 12]`. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** Bits of a cell's number that the party can only set, and those it can only clear. */
  readonly forward: number
  readonly back: number
}

/** Half of the most bits a state can have (`MOST_MOVES`): two small tables stand for one of 2^24. */
const HALF = 12
const LOW = (1 << HALF) - 1

/** The cells of one party. O(states). */
export function cellsOf(conflict: Conflict, moves: OptionMoves, party: number): Cells {
  const forward = moves.forward[party] as number
  const back = moves.back[party] as number
  const free = (moves.own[party] as number) & ~forward & ~back
  // number the cells: the bits that the party cannot turn both ways, side by side
  const { low, high, count } = squeeze(moves.width, ((1 << moves.width) - 1) & ~free)
  const cell = (s: number): number => (low[s & LOW] as number) | (high[s >>> HALF] as number)
  // count the states of each cell, and from that where each begins
  const states = ascending(conflict, conflict.ranks[party])
  const start = new Int32Array((1 << count) + 1)
  for (let k = 0; k < states.length; k++) {
    const after = cell(states[k] as number) + 1
    start[after] = (start[after] as number) + 1
  }
  for (let c = 1; c < start.length; c++) start[c] = (start[c] as number) + (start[c - 1] as number)
  // place the states in ascending rank, so that each cell comes out sorted
  const next = start.slice(0, -1)
  const order = new Int32Array(states.length)
  for (let k = 0; k < states.length; k++) {
    const s = states[k] as number
    const c = cell(s)
    order[next[c] as number] = s
    next[c] = (next[c] as number) + 1
  }
  return { order, start, low, high, forward: cell(forward), back: cell(back) }
}

/** The cell a state belongs to. */
export function cellOf({ low, high }: Cells, s: number): number {
  return (low[s & LOW] as number) | (high[s >>> HALF] as number)
}

/**
 * Tables that gather the bits under `mask` of a number into its lowest `count` bits, for the lower
 * and the upper half of the number.
 */
function squeeze(
  width: number,
  mask: number
): { readonly low: Int32Array; readonly high: Int32Array; readonly count: number } {
  const kept = Array.from({ length: width }, (_, bit) => bit).filter((bit) => mask & (1 << bit))
  const table = (bits: number, offset: number): Int32Array => {
    const places = kept.flatMap((bit, to) =>
      bit >= offset && bit < offset + bits ? [[bit - offset, to] as const] : []
    )
    return Int32Array.from({ length: 1 << bits }, (_, n) =>
      places.reduce((sum, [from, to]) => sum | (((n >>> from) & 1) << to), 0)
    )
  }
  return { low: table(HALF, 0), high: table(Math.max(0, width - HALF), HALF), count: kept.length }
}
