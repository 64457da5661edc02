import { expect, test } from 'vitest'
import type { Conflict } from '../../src/stability/conflict.ts'
import { withRanks } from '../../src/stability/conflict.ts'
import { bestReply, greatestOverImprovements } from '../../src/stability/focal.ts'
import { isEquilibrium } from '../../src/stability/inverse.ts'
import { robustness } from '../../src/stability/robustness.ts'
import type { Predicate } from '../../src/stability/state-ranks.ts'
import { ranksFromStatements } from '../../src/stability/state-ranks.ts'
import { leastStatementMoves } from '../../src/stability/statement-moves.ts'
import { generator } from '../oracle/random-conflicts.ts'
import { compiledCase } from './cases.ts'

const SEED = 20_251_132
const { source, compiled } = compiledCase('cases/classics/prisoners-dilemma')
const conflict = compiled.conflict as Conflict

test.each([1, 5, 24, 25, 47, 60])('%i statements rank states as words in a dictionary', (count) => {
  const random = generator(SEED + count)
  const feasible = Uint8Array.from({ length: 20 }, (_, s) => (s % 7 === 3 ? 0 : 1))
  const held = Array.from({ length: count }, () =>
    Array.from({ length: 20 }, () => (random() < 0.5 ? '1' : '0'))
  )
  // Some states that differ late only, or never.
  for (const row of held.slice(0, Math.min(24, count - 1))) row.fill('1', 0, 6)
  const words = [...feasible.keys()].map((s) => held.map((row) => row[s]).join(''))
  const ranks = ranksFromStatements(
    feasible,
    held.map(
      (row): Predicate =>
        (s) =>
          row[s] === '1'
    )
  )
  const levels = [...new Set(words.filter((_, s) => feasible[s]))].sort()
  expect([...ranks]).toEqual(words.map((word, s) => (feasible[s] ? levels.indexOf(word) : -1)))
})

/** The conflict with the statements of some parties in the other order; each has two. */
const turned = (parties: readonly number[]): Conflict =>
  parties.reduce((now, party) => {
    const holds = compiled.preferences[party]?.statements.map((one) => one.holds) ?? []
    return withRanks(now, party, ranksFromStatements(now.feasible, [...holds].reverse()))
  }, conflict)

test('with two statements each, the least moves of statements are those of trying all orders', () => {
  expect(compiled.preferences.map(({ statements }) => statements.length)).toEqual([2, 2])
  for (const state of compiled.space.states()) {
    const moves = [[], [0], [1], [0, 1]]
      .filter((parties) => isEquilibrium(turned(parties), { state, concept: 'nash' }))
      .map((parties) => parties.length)
    const found = leastStatementMoves(compiled, { state, concept: 'nash' })
    expect(found.atLeast).toBe(Math.min(...moves))
    expect(found.exact).toBe(true)
    expect(found.moves?.length).toBe(moves.length > 0 ? Math.min(...moves) : undefined)
  }
})

test('statements change places only where that is asked for', () => {
  const graph = source.graph as NonNullable<typeof source.graph>
  const run = (more: { readonly exchange?: number }): ReturnType<typeof robustness> =>
    robustness(source, graph, { draws: 20, seed: 3, concepts: ['nash', 'seq'], ...more })
  expect(run({})).toEqual(run({ exchange: 0 }))
  const always = run({ exchange: 1 })
  for (const state of compiled.space.states())
    expect(always?.shares.get('nash')?.[state]).toBe(
      isEquilibrium(turned([0, 1]), { state, concept: 'nash' }) ? 1 : 0
    )
})

test('what is asked of a party whose preference is unknown is refused', () => {
  const unknown: Conflict = { ...conflict, ranks: [undefined, conflict.ranks[1]] }
  const values = new Int32Array(conflict.size)
  expect(() => greatestOverImprovements(unknown, undefined, { party: 0, values })).toThrow(
    'unknown'
  )
  expect(() => bestReply(unknown, undefined, 0)).toThrow('unknown')
})
