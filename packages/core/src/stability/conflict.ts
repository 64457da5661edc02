/**
 * Who can move where, and who prefers what: the input of every analysis in this folder. States are
 * numbers 0..size-1.
 */
export interface Conflict {
  readonly parties: readonly string[]
  /** How many state numbers there are; those with `feasible[s] = 0` stand for nothing. */
  readonly size: number
  readonly feasible: Uint8Array
  /** How many states are feasible. */
  readonly count: number
  readonly moves: OptionMoves | ArcMoves
  /**
   * Dense ranks for each party, 0 the worst, equal for a tie, -1 where infeasible; undefined where
   * nothing is known of its preference.
   */
  readonly ranks: readonly (Int32Array | undefined)[]
}

/**
 * Option form: bit k of a state's number says whether move k is taken. Masks are given for each
 * party.
 */
export interface OptionMoves {
  readonly kind: 'options'
  readonly width: number
  readonly own: readonly number[]
  /** Moves that can only be made: once 1, the bit stays 1. */
  readonly forward: readonly number[]
  /** Moves that can only be undone: once 0, the bit stays 0. */
  readonly back: readonly number[]
}

/**
 * General form: the arcs of party i from s are `targets[i]` from `starts[i][s]` up to `starts[i][s
 * + 1]`.
 */
export interface ArcMoves {
  readonly kind: 'arcs'
  readonly starts: readonly Int32Array[]
  readonly targets: readonly Int32Array[]
}

/** A move in option form: whose it is, and which way it can be made. */
export interface OwnedMove {
  readonly party: number
  readonly direction: 'both' | 'forward' | 'back'
}

/** The masks of a list of moves; move k is bit k. */
export function optionMoves(parties: number, moves: readonly OwnedMove[]): OptionMoves {
  const mask = (party: number, keep: (move: OwnedMove) => boolean): number =>
    moves.reduce(
      (sum, move, bit) => (move.party === party && keep(move) ? sum | (1 << bit) : sum),
      0
    )
  const masks = (keep: (move: OwnedMove) => boolean): number[] =>
    Array.from({ length: parties }, (_, party) => mask(party, keep))
  return {
    kind: 'options',
    width: moves.length,
    own: masks(() => true),
    forward: masks((move) => move.direction === 'forward'),
    back: masks((move) => move.direction === 'back')
  }
}

/** Arcs packed row by row, each row ascending and without repeats. `arcs[i]` lists `[from, to]`. */
export function arcMoves(
  size: number,
  arcs: readonly (readonly (readonly [number, number])[])[]
): ArcMoves {
  const packed = arcs.map((list) => {
    const rows = Array.from({ length: size }, () => new Set<number>())
    for (const [from, to] of list) if (from !== to) rows[from]?.add(to)
    const starts = new Int32Array(size + 1)
    rows.forEach((row, s) => {
      starts[s + 1] = (starts[s] as number) + row.size
    })
    return {
      starts,
      targets: Int32Array.from(rows.flatMap((row) => [...row].sort((a, b) => a - b)))
    }
  })
  return {
    kind: 'arcs',
    starts: packed.map((one) => one.starts),
    targets: packed.map((one) => one.targets)
  }
}

/** R_i(s): the feasible states party i can reach from s in one move, ascending. */
export function targets(conflict: Conflict, party: number, s: number): readonly number[] {
  const { moves, feasible } = conflict
  if (moves.kind === 'arcs') {
    const starts = moves.starts[party] as Int32Array
    return [...(moves.targets[party] as Int32Array).subarray(starts[s], starts[s + 1])]
  }
  const movable = movableBits(moves, party, s)
  const found: number[] = []
  for (let change = movable; change > 0; change = (change - 1) & movable)
    if (feasible[s ^ change]) found.push(s ^ change)
  return found.sort((a, b) => a - b)
}

/** The bits party i may still flip in s. */
export function movableBits({ own, forward, back }: OptionMoves, party: number, s: number): number {
  return (
    (own[party] as number) & ~((forward[party] as number) & s) & ~((back[party] as number) & ~s)
  )
}

/**
 * R_i^+(s): the moves that improve on s for the party that makes them; every move where its
 * preference is unknown.
 */
export function improvements(conflict: Conflict, party: number, s: number): readonly number[] {
  const ranks = conflict.ranks[party]
  const all = targets(conflict, party, s)
  return ranks ? all.filter((q) => (ranks[q] as number) > (ranks[s] as number)) : all
}

/** Can the party move from s at all? Where it cannot, s is stable for it whatever it prefers. */
export function canMove(conflict: Conflict, party: number, s: number): boolean {
  return targets(conflict, party, s).length > 0
}

/** The feasible states, ascending. */
export function feasibleStates(conflict: Conflict): readonly number[] {
  const states: number[] = []
  for (let s = 0; s < conflict.size; s++) if (conflict.feasible[s]) states.push(s)
  return states
}

/** Every party but one. */
export function othersOf(conflict: Conflict, party: number): readonly number[] {
  return conflict.parties.map((_, index) => index).filter((index) => index !== party)
}

/** The same conflict with one party's ranks replaced. */
export function withRanks(conflict: Conflict, party: number, ranks: Int32Array): Conflict {
  return { ...conflict, ranks: conflict.ranks.map((old, index) => (index === party ? ranks : old)) }
}
