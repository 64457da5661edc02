import { expect, test } from 'vitest'
import { cellOf, cellsOf } from '../../src/stability/cells.ts'
import { CONCEPTS } from '../../src/stability/concepts.ts'
import type { Conflict, OptionMoves } from '../../src/stability/conflict.ts'
import { feasibleStates } from '../../src/stability/conflict.ts'
import { solve } from '../../src/stability/solve-graph.ts'
import { generator, randomOptions } from '../oracle/random-conflicts.ts'

const SEED = 20_251_128
const shape = { parties: 3, size: 5, infeasible: 0.2, irreversible: 0.4, ties: 0.3, unknown: 0 }

/** Where the five moves go: below, at and above the twelfth, which tables are split at. */
const PLACES: readonly (readonly number[])[] = [
  [0, 4, 10, 11, 12],
  [3, 11, 12, 13, 14],
  [1, 7, 12, 13, 15]
]

const spread = (s: number, places: readonly number[]): number =>
  places.reduce((sum, place, bit) => sum | (((s >> bit) & 1) << place), 0)

/** The same conflict with its moves among others that nobody ever makes. */
function among(small: Conflict, places: readonly number[]): Conflict {
  const width = Math.max(...places) + 1
  const moves = small.moves as OptionMoves
  const size = 1 << width
  const feasible = new Uint8Array(size)
  for (const s of feasibleStates(small)) feasible[spread(s, places)] = 1
  const masks = (list: readonly number[]): number[] => list.map((mask) => spread(mask, places))
  const { own, forward, back } = moves
  return {
    ...small,
    size,
    feasible,
    moves: { kind: 'options', width, own: masks(own), forward: masks(forward), back: masks(back) },
    ranks: small.ranks.map((ranks) => {
      const wide = new Int32Array(size).fill(-1)
      for (const s of feasibleStates(small)) wide[spread(s, places)] = ranks?.[s] as number
      return wide
    })
  }
}

test.each(PLACES)(
  'moves that nobody makes change no verdict: moves %i, %i, %i, %i, %i',
  (...at) => {
    const random = generator(SEED)
    for (let round = 0; round < 6; round++) {
      const { kernel } = randomOptions(random, shape)
      const [small, wide] = [solve(kernel), solve(among(kernel, at))]
      for (const concept of CONCEPTS)
        for (const [party] of kernel.parties.entries())
          for (const s of feasibleStates(kernel))
            expect(
              wide.concepts.get(concept)?.stable[party]?.[spread(s, at)],
              `seed ${SEED}, round ${round}, ${concept}, party ${party}, state ${s}`
            ).toBe(small.concepts.get(concept)?.stable[party]?.[s])
    }
  }
)

/** 14 moves: every third is the party's, of which the first can only be made and the last undone. */
function fourteen(): { readonly conflict: Conflict; readonly moves: OptionMoves } {
  const random = generator(SEED)
  const width = 14
  const size = 1 << width
  const feasible = Uint8Array.from({ length: size }, () => (random() < 0.1 ? 1 : 0))
  const ranks = Int32Array.from(feasible, (one) => (one ? Math.floor(random() * 50) : -1))
  const own = [0, 3, 6, 9, 12, 13].reduce((mask, bit) => mask | (1 << bit), 0)
  const moves: OptionMoves = {
    kind: 'options',
    width,
    own: [own, ~own & (size - 1)],
    forward: [(1 << 0) | (1 << 12), 0],
    back: [1 << 13, 0]
  }
  const count = feasible.reduce((sum, one) => sum + one, 0)
  return {
    conflict: { parties: ['a', 'b'], size, feasible, count, moves, ranks: [ranks, ranks] },
    moves
  }
}

test('two states share a cell just where the party can go from either to the other', () => {
  const { conflict, moves } = fourteen()
  const cells = cellsOf(conflict, moves, 0)
  const free = (1 << 3) | (1 << 6) | (1 << 9)
  const states = feasibleStates(conflict)
  const named = new Map<number, number>()
  for (const s of states) {
    const cell = cellOf(cells, s)
    expect(named.get(cell) ?? s & ~free).toBe(s & ~free)
    named.set(cell, s & ~free)
    // A cell says of each move that cannot be taken back whether it is made.
    expect(cell & cells.forward).toBe(cellOf(cells, s & ((1 << 0) | (1 << 12))))
    expect(cell & cells.back).toBe(cellOf(cells, s & (1 << 13)))
  }
  expect(named.size).toBe(new Set(states.map((s) => s & ~free)).size)
})

test('a cell lists its states from the worst to the best, and all cells list each state once', () => {
  const { conflict, moves } = fourteen()
  const { order, start, ...rest } = cellsOf(conflict, moves, 0)
  const ranks = conflict.ranks[0] as Int32Array
  expect([...order].sort((a, b) => a - b)).toEqual(feasibleStates(conflict))
  expect(start.at(-1)).toBe(order.length)
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const listed = [...order.subarray(start[cell], start[cell + 1])]
    for (const s of listed) expect(cellOf({ order, start, ...rest }, s)).toBe(cell)
    const places = listed.map((s) => ranks[s] as number)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  }
})
