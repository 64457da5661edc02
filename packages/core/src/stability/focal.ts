import type { Cells } from './cells.ts'
import type { Conflict } from './conflict.ts'

/** A party, and a value for every state. */
export interface Valued {
  readonly party: number
  readonly values: Int32Array
}

/**
 * For every state, the greatest of `values` over the party's improvements from it; -1 where it has
 * none. Read as: the value the party can make sure of being answered with at worst for its
 * opponents.
 */
export function greatestOverImprovements(
  conflict: Conflict,
  cells: Cells | undefined,
  { party, values }: Valued
): Int32Array {
  const greatest = new Int32Array(conflict.size).fill(-1)
  const ranks = conflict.ranks[party]
  if (!ranks) throw new Error('improvements of a party whose preference is unknown are not ordered')
  if (cells) overCells(cells, { ranks, values, greatest })
  else overArcs(conflict, party, { ranks, values, greatest })
  return greatest
}

/**
 * For every state, the best rank the party can have by staying or moving once: what is left to it
 * after a sanction.
 */
export function bestReply(conflict: Conflict, cells: Cells | undefined, party: number): Int32Array {
  const ranks = conflict.ranks[party]
  if (!ranks) throw new Error('replies of a party whose preference is unknown are not ordered')
  if (!cells) return bestOverArcs(conflict, party, ranks)
  const { order, start, forward, back } = cells
  const reply = new Int32Array(conflict.size).fill(-1)
  for (let c = 0; c + 1 < start.length; c++) {
    const open = (~c & forward) | (c & back)
    let best = -1
    for (let change = open; ; change = (change - 1) & open) {
      const to = c ^ change
      // the last state of a cell is its best
      const end = start[to + 1] as number
      if (end > (start[to] as number))
        best = Math.max(best, ranks[order[end - 1] as number] as number)
      if (change === 0) break
    }
    for (let k = start[c] as number; k < (start[c + 1] as number); k++)
      reply[order[k] as number] = best
  }
  return reply
}

interface Fields {
  readonly ranks: Int32Array
  readonly values: Int32Array
  readonly greatest: Int32Array
}

/**
 * Both cells are sorted by rank, so one pass down each finds all improvements from the one to the
 * other.
 */
function overCells(cells: Cells, { ranks, values, greatest }: Fields): void {
  const { order, start, forward, back } = cells
  for (let c = 0; c + 1 < start.length; c++) {
    const first = start[c] as number
    const open = (~c & forward) | (c & back)
    for (let change = open; ; change = (change - 1) & open) {
      const low = start[c ^ change] as number
      let q = (start[(c ^ change) + 1] as number) - 1
      let running = -1
      for (let k = (start[c + 1] as number) - 1; k >= first; k--) {
        const s = order[k] as number
        const rank = ranks[s] as number
        for (; q >= low && (ranks[order[q] as number] as number) > rank; q--) {
          const value = values[order[q] as number] as number
          if (value > running) running = value
        }
        if (running > (greatest[s] as number)) greatest[s] = running
      }
      if (change === 0) break
    }
  }
}

function overArcs(conflict: Conflict, party: number, { ranks, values, greatest }: Fields): void {
  eachArc(conflict, party, (s, q) => {
    if ((ranks[q] as number) > (ranks[s] as number))
      greatest[s] = Math.max(greatest[s] as number, values[q] as number)
  })
}

function bestOverArcs(conflict: Conflict, party: number, ranks: Int32Array): Int32Array {
  const reply = ranks.slice()
  eachArc(conflict, party, (s, q) => {
    reply[s] = Math.max(reply[s] as number, ranks[q] as number)
  })
  return reply
}

function eachArc(
  { moves, size }: Conflict,
  party: number,
  visit: (s: number, q: number) => void
): void {
  if (moves.kind !== 'arcs') return
  const starts = moves.starts[party] as Int32Array
  const to = moves.targets[party] as Int32Array
  for (let s = 0; s < size; s++)
    for (let k = starts[s] as number; k < (starts[s + 1] as number); k++) visit(s, to[k] as number)
}
