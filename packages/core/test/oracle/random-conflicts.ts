import type { Conflict, OwnedMove } from '../../src/stability/conflict.ts'
import { arcMoves, optionMoves } from '../../src/stability/conflict.ts'
import type { PlainConflict } from './stability.ts'

/**
 * A small reproducible generator (mulberry32): a test prints its seed, and the seed gives the
 * conflict back.
 */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Shape {
  readonly parties: number
  /** Moves in option form; states in general form. */
  readonly size: number
  readonly infeasible: number
  readonly irreversible: number
  readonly ties: number
  readonly unknown: number
}

/**
 * The same conflict twice: packed for the kernel, and spelt out for the oracle. Oracle states are
 * the feasible ones, ascending.
 */
export interface Pair {
  readonly kernel: Conflict
  readonly plain: PlainConflict
  /** The kernel's number of each oracle state. */
  readonly states: readonly number[]
}

/** A random conflict in option form. */
export function randomOptions(random: () => number, shape: Shape): Pair {
  const { parties, size: width } = shape
  const moves = Array.from(
    { length: width },
    (_, k): OwnedMove => ({
      party: k < parties ? k : Math.floor(random() * parties),
      direction: random() >= shape.irreversible ? 'both' : random() < 0.5 ? 'forward' : 'back'
    })
  )
  const size = 1 << width
  const feasible = Uint8Array.from({ length: size }, () => (random() < shape.infeasible ? 0 : 1))
  if (!feasible.includes(1)) feasible[0] = 1
  const states = [...feasible.keys()].filter((s) => feasible[s])
  const own = Array.from({ length: parties }, (_, i) =>
    moves.reduce((mask, move, k) => (move.party === i ? mask | (1 << k) : mask), 0)
  )
  const allowed = (i: number, s: number, q: number): boolean => {
    if (s === q) return false
    return moves.every((move, k) => {
      const [before, after] = [(s >> k) & 1, (q >> k) & 1]
      if (before === after) return true
      if (move.party !== i) return false
      return move.direction === 'both' || (move.direction === 'forward' ? after === 1 : after === 0)
    })
  }
  const arcs = own.map((_, i) =>
    states.map((s) => states.flatMap((q, to) => (allowed(i, s, q) ? [to] : [])))
  )
  const rank = ranks(random, shape, states.length)
  const kernel: Conflict = {
    parties: own.map((_, i) => `p${i}`),
    size,
    feasible,
    count: states.length,
    moves: optionMoves(parties, moves),
    ranks: rank.map((values) => values && spreadOut(values, states, size))
  }
  return {
    kernel,
    plain: { parties, states: states.length, arcs, rank, options: { code: states, own } },
    states
  }
}

/** A random conflict in general form: arcs need not be transitive. */
export function randomArcs(random: () => number, shape: Shape): Pair {
  const { parties, size } = shape
  const states = Array.from({ length: size }, (_, s) => s)
  const arcs = Array.from({ length: parties }, () =>
    states.map((s) => states.filter((q) => q !== s && random() < 1.6 / size))
  )
  const rank = ranks(random, shape, size)
  const kernel: Conflict = {
    parties: arcs.map((_, i) => `p${i}`),
    size,
    feasible: new Uint8Array(size).fill(1),
    count: size,
    moves: arcMoves(
      size,
      arcs.map((rows) => rows.flatMap((to, from) => to.map((q) => [from, q] as const)))
    ),
    ranks: rank.map((values) => values && spreadOut(values, states, size))
  }
  return { kernel, plain: { parties, states: size, arcs, rank }, states }
}

function ranks(
  random: () => number,
  { parties, ties, unknown }: Shape,
  count: number
): (number[] | undefined)[] {
  return Array.from({ length: parties }, () => {
    if (random() < unknown) return undefined
    const raw = Array.from({ length: count }, () =>
      random() < ties ? Math.floor(random() * 4) / 4 : random()
    )
    const levels = [...new Set(raw)].sort((a, b) => a - b)
    return raw.map((value) => levels.indexOf(value))
  })
}

function spreadOut(values: readonly number[], states: readonly number[], size: number): Int32Array {
  const packed = new Int32Array(size).fill(-1)
  states.forEach((s, k) => {
    packed[s] = values[k] as number
  })
  return packed
}
