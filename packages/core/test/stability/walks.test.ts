import { describe, expect, test } from 'vitest'
import type { Conflict } from '../../src/stability/conflict.ts'
import { arcMoves } from '../../src/stability/conflict.ts'
import { reachedBy } from '../../src/stability/legal-sequences.ts'
import { leastLowering, loweredRanks } from '../../src/stability/lowering.ts'
import { jointImprovements } from '../../src/stability/paths.ts'
import {
  rankGroups,
  ranksFromStatements,
  ranksFromValues
} from '../../src/stability/state-ranks.ts'
import { leastStatementMoves } from '../../src/stability/statement-moves.ts'
import { compiledText } from './cases.ts'

/** A graph written out: arcs by party, and how each party ranks the states (0 the worst). */
function graph(
  size: number,
  arcs: readonly (readonly (readonly [number, number])[])[],
  ranks: readonly (readonly number[])[]
): Conflict {
  return {
    parties: arcs.map((_, party) => `p${party}`),
    size,
    count: size,
    feasible: new Uint8Array(size).fill(1),
    moves: arcMoves(size, arcs),
    ranks: ranks.map((own) => Int32Array.from(own))
  }
}

test('any party of a group may move first, and nobody moves twice in a row', () => {
  for (const first of [0, 1, 2]) {
    const line = [0, 1, 2].map((party): (readonly [number, number])[] =>
      party === first
        ? [
            [0, 1],
            [1, 2]
          ]
        : []
    )
    const conflict = graph(3, line, [
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2]
    ])
    for (const group of [[first], [0, 1, 2]])
      expect(reachedBy(conflict, { start: 0, group, improving: false })).toEqual([1])
  }
})

describe('joint moves', () => {
  // 0 -> 1 by the first party; 1 -> 2 by each of the other two; all like 2 best
  const arcs = [[[0, 1]], [[1, 2]], [[1, 2]]] as const
  test('two groups of which neither holds the other are both told, and a larger one is not', () => {
    const conflict = graph(3, arcs, [
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1]
    ])
    expect(jointImprovements(conflict, 0).map(({ movers, to }) => [movers, to])).toEqual([
      [[0, 1], 2],
      [[0, 2], 2]
    ])
  })
  test('all movers must gain', () => {
    const conflict = graph(3, arcs, [
      [0, 0, 1],
      [1, 0, 0],
      [0, 0, 1]
    ])
    expect(jointImprovements(conflict, 0).map(({ movers }) => movers)).toEqual([[0, 2]])
  })
  test('what one party reaches alone is no joint move', () => {
    const conflict = graph(3, arcs, [
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2]
    ])
    expect(jointImprovements(conflict, 0).map(({ to }) => to)).not.toContain(1)
  })
  test('ends may be limited', () => {
    const conflict = graph(3, arcs, [
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1]
    ])
    expect(jointImprovements(conflict, 0, new Set([1]))).toEqual([])
  })
})

describe('a lowered ranking', () => {
  // 4 best .. 0 worst; the party can go from 1 to 2 only
  const conflict = graph(
    5,
    [[[1, 2]], []],
    [
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4]
    ]
  )
  test('of changes with as many swaps the one that lowers fewest states is told', () => {
    const stay = graph(
      4,
      [[[0, 2]], []],
      [
        [0, 1, 2, 3],
        [0, 1, 2, 3]
      ]
    )
    // below 0 goes 2: past 1, which stays (2 swaps), or with 1 (2 swaps as well)
    expect(leastLowering(stay, { party: 0, state: 0, concept: 'nash' })).toMatchObject({
      lowered: [2],
      swaps: 2,
      atLeast: 2
    })
  })
  test('has what is lowered directly below the state, in its old order, and all else in place', () => {
    const groups = (lowered: readonly number[], state = 1): unknown =>
      rankGroups(loweredRanks(conflict, { party: 0, state }, lowered))
    expect(groups([2])).toEqual([[4], [3], [1], [2], [0]])
    expect(groups([4, 2])).toEqual([[3], [1], [4], [2], [0]])
    expect(groups([4, 3], 2)).toEqual([[2], [4], [3], [1], [0]])
    expect(groups([])).toEqual([[4], [3], [2], [1], [0]])
    // high up a long ladder, too
    const states = [0, 1, 2, 3, 4, 5, 6, 7]
    const long = loweredRanks(graph(8, [[]], [states]), { party: 0, state: 6 }, [7])
    expect(rankGroups(long)).toEqual([[6], [7], [5], [4], [3], [2], [1], [0]])
  })
})

describe('ranks', () => {
  test('of values: 1e-8 points apart are two ranks, 1e-10 apart are one', () => {
    const values = [50, 50 + 1e-10, 50 + 1e-8, 0]
    expect([...ranksFromValues(Uint8Array.of(1, 1, 1, 1), (s) => values[s] as number)]).toEqual([
      1, 1, 2, 0
    ])
  })
  test('of statements and of values: what is infeasible has none, and is not asked about', () => {
    const asked: number[] = []
    const feasible = Uint8Array.of(1, 0, 1)
    const holds = (s: number): boolean => {
      asked.push(s)
      return s === 2
    }
    expect([...ranksFromStatements(feasible, [holds])]).toEqual([0, -1, 1])
    expect([
      ...ranksFromValues(feasible, (s) => {
        asked.push(s)
        return s
      })
    ]).toEqual([0, -1, 1])
    expect(asked).not.toContain(1)
  })
})

const HEAD = `truce: 1
title: Two states and one gate
as-of: 2024-06-01
sources: {talks: {title: Minutes, kind: statement}}
parties:
  upland: {name: Upland, kind: state, role: third, source: talks}
  lowland: {name: Lowland, kind: state, role: third, source: talks}
graph:
  moves: {upland: {open: Open}, lowland: {pay: Pay}}
`

test('two statements of a party may change places, and one alone goes nowhere', () => {
  const compiled = compiledText(`${HEAD}  preferences:
    upland: [{upland.open: no}, {lowland.pay: yes}]
    lowland: [{lowland.pay: no}, {iff: [{lowland.pay: yes}, {upland.open: yes}]}]
`)
  if (!compiled.conflict) throw new Error('the graph is sound')
  const state = compiled.space.find('NN') as number
  const paid = compiled.space.find('YY') as number
  expect(leastStatementMoves(compiled, { state, concept: 'nash' })).toMatchObject({ moves: [] })
  // Upland would close again under any order of its statements
  expect(leastStatementMoves(compiled, { state: paid, concept: 'nash' })).toEqual({
    atLeast: Number.POSITIVE_INFINITY,
    exact: true
  })
  // Lowland pays once paying with open gates comes first: one move of one statement
  const free = compiledText(`${HEAD}  preferences:
    upland: [{upland.open: yes}]
    lowland: [{lowland.pay: no}, {iff: [{lowland.pay: yes}, {upland.open: yes}]}]
`)
  if (!free.conflict) throw new Error('the graph is sound')
  expect(
    leastStatementMoves(free, { state: free.space.find('YY') as number, concept: 'nash' })
  ).toMatchObject({ moves: [{ party: 1 }], atLeast: 1, exact: true })
})

test('the first state of a graph with merged patterns is found by its letters', () => {
  const compiled = compiledText(`${HEAD}  coalesce: [{lowland.pay: no}]
  preferences: {upland: [{lowland.pay: yes}], lowland: [{upland.open: yes}]}
`)
  if (!compiled.conflict) throw new Error('the graph is sound')
  expect(compiled.space.states().map(compiled.space.label)).toEqual(['-N', 'NY', 'YY'])
  expect(['-N', 'NY', 'YY', 'YN', 'NN'].map(compiled.space.find)).toEqual([0, 1, 2, 0, 0])
  expect(compiled.space.find('--')).toBeUndefined()
})

test('one of several moves must be taken', () => {
  const compiled = compiledText(`${HEAD}  at-least-one: [[upland.open, lowland.pay]]
  preferences: {upland: [{lowland.pay: yes}], lowland: [{upland.open: yes}]}
`)
  expect(compiled.conflict && compiled.space.states().map(compiled.space.label)).toEqual([
    'YN',
    'NY',
    'YY'
  ])
})
