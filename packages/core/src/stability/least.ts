import type { Cells } from './cells.ts'
import { cellOf } from './cells.ts'
import type { ArcMoves, Conflict } from './conflict.ts'
import type { Room } from './order.ts'
import { ascending } from './order.ts'

/** The label of a state from which nothing can be reached: above every rank. */
export const NOTHING = 0x7fffffff

/** What to search: whose moves, whether only improvements count, and the label to be made least. */
export interface Search {
  readonly group: readonly number[]
  readonly improving: boolean
  readonly labels: Int32Array
}

/**
 * For every state, the least label among the states the group can reach from it by legal sequences
 * (nobody moves twice in a row), or NOTHING. One reverse search in ascending order of labels: the
 * first label to arrive at a state is its least. A state may be counted as reached from itself; no
 * caller is misled by that, because it asks about states that are better than the label it compares
 * with.
 *
 * In option form every party's moves, and its improvements, are transitive, so the rule about
 * moving twice in a row changes no set and plain reachability will do; each party's pointer into
 * each of its cells only ever advances: O(states x parties) in all.
 */
export function leastReachable(
  conflict: Conflict,
  cells: readonly Cells[] | undefined,
  search: Search
): Int32Array {
  if (conflict.moves.kind === 'arcs') return leastOverArcs(conflict, conflict.moves, search)
  const { group, improving, labels } = search
  const best = new Int32Array(conflict.size).fill(NOTHING)
  const movers = group.map((party) =>
    mover(cells?.[party] as Cells, improving ? conflict.ranks[party] : undefined)
  )
  const room = roomFor(conflict)
  const { stack } = room
  // spread each state's label backwards, the least label first
  const seeds = ascending(conflict, labels, room)
  for (let k = 0; k < seeds.length; k++) {
    const seed = seeds[k] as number
    // a seed that was reached before has spread a lower label already
    if (best[seed] !== NOTHING) continue
    // from the seed, label all from which it can be reached and that have no label yet
    const label = labels[seed] as number
    stack[0] = seed
    for (let top = 1; top > 0; ) {
      const q = stack[--top] as number
      for (const one of movers) top = spread(one, q, { best, label, stack, top })
    }
  }
  return best
}

interface SearchRoom extends Room {
  readonly stack: Int32Array
}

const rooms = new WeakMap<Conflict, SearchRoom>()

/**
 * One conflict is searched many times over: its working memory is made once and goes when the
 * conflict goes.
 */
function roomFor(conflict: Conflict): SearchRoom {
  const { count } = conflict
  const room = rooms.get(conflict) ?? {
    stack: new Int32Array(count + 1),
    sorted: new Int32Array(count),
    next: new Int32Array(count + 2)
  }
  rooms.set(conflict, room)
  return room
}

interface Mover {
  readonly cells: Cells
  /** The mover's ranks, absent where any of its moves counts. */
  readonly ranks: Int32Array | undefined
  /** How far into each cell the states have been given their label. */
  readonly taken: Int32Array
}

function mover(cells: Cells, ranks: Int32Array | undefined): Mover {
  return { cells, ranks, taken: cells.start.slice(0, -1) }
}

interface Front {
  readonly best: Int32Array
  readonly label: number
  readonly stack: Int32Array
  readonly top: number
}

/**
 * Labels the states from which the mover can go to q, and puts the new ones on the stack. Returns
 * the stack's new height.
 */
function spread(
  { cells, ranks, taken }: Mover,
  q: number,
  { best, label, stack, top: height }: Front
): number {
  const { order, start, forward, back } = cells
  const here = cellOf(cells, q)
  const limit = ranks ? (ranks[q] as number) : NOTHING
  // the cells one can come from: what q has done and cannot undo may have been undone before, and
  // the other way round
  const undone = (here & forward) | (~here & back)
  let top = height
  for (let change = undone; ; change = (change - 1) & undone) {
    const from = here ^ change
    const end = start[from + 1] as number
    let k = taken[from] as number
    // go on where the last visit to that cell stopped; improvements come from lower ranks only
    for (; k < end; k++) {
      const s = order[k] as number
      if (ranks && (ranks[s] as number) >= limit) break
      if (best[s] !== NOTHING) continue
      best[s] = label
      stack[top++] = s
    }
    taken[from] = k
    if (change === 0) return top
  }
}

/** The same over arcs, which need not be transitive: the search runs over (state, last mover). */
function leastOverArcs(
  conflict: Conflict,
  moves: ArcMoves,
  { group, improving, labels }: Search
): Int32Array {
  const best = new Int32Array(conflict.size).fill(NOTHING)
  const incoming = group.map((party) =>
    reversed(moves, party, improving ? conflict.ranks[party] : undefined)
  )
  const seen = group.map(() => new Uint8Array(conflict.size))
  const seeds = ascending(conflict, labels)
  const stack: number[] = []
  for (const seed of seeds) {
    const label = labels[seed] as number
    // the node (state, m): the state, with the m-th of the group having moved there last
    const visit = (s: number, m: number): void => {
      const marks = seen[m] as Uint8Array
      if (marks[s]) return
      marks[s] = 1
      stack.push(s * group.length + m)
    }
    for (let m = 0; m < group.length; m++) visit(seed, m)
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const m = node % group.length
      for (const p of incoming[m]?.[(node - m) / group.length] ?? []) {
        if (label < (best[p] as number)) best[p] = label
        for (let other = 0; other < group.length; other++) if (other !== m) visit(p, other)
      }
    }
  }
  return best
}

/** The arcs of a party turned round; only its improvements where ranks are given. */
function reversed(
  moves: ArcMoves,
  party: number,
  ranks: Int32Array | undefined
): readonly (readonly number[])[] {
  const starts = moves.starts[party] as Int32Array
  const to = moves.targets[party] as Int32Array
  const size = starts.length - 1
  const incoming = Array.from({ length: size }, (): number[] => [])
  for (let s = 0; s < size; s++) {
    for (let k = starts[s] as number; k < (starts[s + 1] as number); k++) {
      const q = to[k] as number
      if (!ranks || (ranks[q] as number) > (ranks[s] as number)) incoming[q]?.push(s)
    }
  }
  return incoming
}
