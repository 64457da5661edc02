import { describe, expect, test } from 'vitest'
import { COALITION_CONCEPTS, coalitionStability } from '../../src/stability/coalitions.ts'
import type { Concept } from '../../src/stability/concepts.ts'
import { CONCEPTS, DEFAULT_RULES } from '../../src/stability/concepts.ts'
import type { Conflict } from '../../src/stability/conflict.ts'
import { feasibleStates, optionMoves, withRanks } from '../../src/stability/conflict.ts'
import { foresight } from '../../src/stability/foresight.ts'
import { reachedBy } from '../../src/stability/legal-sequences.ts'
import { solve } from '../../src/stability/solve-graph.ts'
import { explain } from '../../src/stability/witness.ts'
import type { Pair, Shape } from '../oracle/random-conflicts.ts'
import { generator, randomArcs, randomOptions } from '../oracle/random-conflicts.ts'
import {
  anticipated,
  coalitionImprovements,
  coalitionStable,
  reachable
} from '../oracle/stability.ts'

const SEED = 197_503
const shape: Shape = {
  parties: 3,
  size: 5,
  infeasible: 0.25,
  irreversible: 0.3,
  ties: 0.3,
  unknown: 0
}
const rounds = (count: number, make: (random: () => number) => Pair): Pair[] => {
  const random = generator(SEED)
  return Array.from({ length: count }, () => make(random))
}
const options = (count: number, over: Partial<Shape> = {}): Pair[] =>
  rounds(count, (random) => randomOptions(random, { ...shape, ...over }))
const graphs = (count: number): Pair[] =>
  rounds(count, (random) => randomArcs(random, { ...shape, size: 12 }))

/** The (party, state) pairs stable under the concept, as text. */
function stableSet(conflict: Conflict, concept: Concept): Set<string> {
  const stable = solve(conflict, { concepts: [concept] }).concepts.get(concept)?.stable ?? []
  return new Set(
    stable.flatMap((marks, party) =>
      feasibleStates(conflict)
        .filter((s) => marks[s])
        .map((s) => `${party}:${s}`)
    )
  )
}

describe('what follows from what', () => {
  const chains: readonly (readonly [Concept, Concept])[] = [
    ['nash', 'sseq'],
    ['sseq', 'seq'],
    ['seq', 'gmr'],
    ['sseq', 'smr'],
    ['smr', 'gmr']
  ]
  test.each([...chains, ['nash', 'sim'] as const])('%s => %s', (strong, weak) => {
    const conflicts =
      strong === 'nash' && weak === 'sim' ? options(40) : [...options(40), ...graphs(40)]
    for (const { kernel } of conflicts) {
      const held = stableSet(kernel, weak)
      expect(
        [...stableSet(kernel, strong)].filter((one) => !held.has(one)),
        `seed ${SEED}`
      ).toEqual([])
    }
  })

  test('a strict sanction is a sanction', () => {
    for (const { kernel } of options(40)) {
      const [weak, strict] = [solve(kernel), solve(kernel, { strict: true })]
      for (const concept of CONCEPTS) {
        strict.concepts.get(concept)?.stable.forEach((marks, party) => {
          expect(
            marks.every((mark, s) => mark <= (weak.concepts.get(concept)?.stable[party]?.[s] ?? 0))
          ).toBe(true)
        })
      }
    }
  })

  test('more improvements for the others never shrink what is SEQ-stable', () => {
    for (const { kernel } of options(60)) {
      // a party of unknown preference may take any move: all the improvements it had, and more
      const freer = { ...kernel, ranks: [kernel.ranks[0], undefined, undefined] }
      const before = [...stableSet(kernel, 'seq')].filter((one) => one.startsWith('0:'))
      const after = stableSet(freer, 'seq')
      expect(before.every((one) => after.has(one))).toBe(true)
    }
  })

  test('for the coalition of all, SEQ is Nash', () => {
    for (const { kernel } of [...options(25), ...graphs(25)]) {
      const { equilibria } = coalitionStability(kernel, { groups: [[0, 1, 2]] })
      expect(equilibria.get('cseq')).toEqual(equilibria.get('cnash'))
    }
  })
})

describe('names carry no weight', () => {
  test('parties in another order', () => {
    for (const { kernel } of options(30)) {
      const { moves } = kernel
      if (moves.kind !== 'options') continue
      const turned = <T>(list: readonly T[]): T[] => [list[2] as T, list[0] as T, list[1] as T]
      const renamed: Conflict = {
        ...kernel,
        parties: turned(kernel.parties),
        ranks: turned(kernel.ranks),
        moves: {
          ...moves,
          own: turned(moves.own),
          forward: turned(moves.forward),
          back: turned(moves.back)
        }
      }
      const [one, other] = [solve(kernel), solve(renamed)]
      for (const concept of CONCEPTS) {
        expect(other.concepts.get(concept)?.stable).toEqual(
          turned(one.concepts.get(concept)?.stable ?? [])
        )
      }
    }
  })

  test('moves in another order, so every state has another number', () => {
    const random = generator(SEED)
    for (let round = 0; round < 30; round++) {
      const owners = [0, 1, 2, 0, 1].map((party, k) => ({
        party,
        direction: (['both', 'forward', 'back', 'both', 'both'] as const)[k] ?? 'both'
      }))
      const feasible = Uint8Array.from({ length: 32 }, () => (random() < 0.2 ? 0 : 1))
      feasible[0] = 1
      const ranks = owners
        .slice(0, 3)
        .map(() => Int32Array.from({ length: 32 }, () => Math.floor(random() * 12)))
      const turn = (s: number): number => ((s << 2) | (s >> 3)) & 31
      const moved = <T extends Uint8Array | Int32Array>(marks: T): T => {
        const copy = marks.slice() as T
        marks.forEach((mark, s) => {
          copy[turn(s)] = mark
        })
        return copy
      }
      const count = feasible.reduce((sum, one) => sum + one, 0)
      const base = { parties: ['a', 'b', 'c'], size: 32, count }
      const here: Conflict = { ...base, feasible, ranks, moves: optionMoves(3, owners) }
      const there: Conflict = {
        ...base,
        feasible: moved(feasible),
        ranks: ranks.map(moved),
        moves: optionMoves(3, [...owners.slice(3), ...owners.slice(0, 3)])
      }
      const [one, other] = [solve(here), solve(there)]
      for (const concept of CONCEPTS)
        expect(other.concepts.get(concept)?.stable).toEqual(
          one.concepts.get(concept)?.stable.map(moved)
        )
    }
  })
})

describe('what is walked agrees with what is searched and with the definitions', () => {
  test('every verdict has a witness that says the same', () => {
    for (const { kernel } of [...options(12), ...graphs(12), ...options(12, { unknown: 0.5 })]) {
      for (const rules of [DEFAULT_RULES, { strict: true, attitude: 'c' } as const]) {
        const solution = solve(kernel, rules)
        for (const [concept, verdicts] of solution.concepts) {
          verdicts?.stable.forEach((marks, party) => {
            for (const state of feasibleStates(kernel)) {
              expect(
                explain(kernel, { concept, party, state, rules }).stable,
                `${concept} ${party} ${state}`
              ).toBe(marks[state] === 1)
            }
          })
        }
      }
    }
  })

  test('legal sequences', () => {
    for (const { kernel, plain, states } of [...options(10), ...graphs(30)]) {
      for (const [k, s] of states.entries()) {
        for (const improving of [false, true]) {
          const got = reachedBy(kernel, { start: s, group: [0, 2], improving })
          const wanted = [...reachable(plain, [0, 2], k, improving)].map((q) => states[q] as number)
          expect([...got].sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b))
        }
      }
    }
  })

  test.each(['strong', 'pareto'] as const)('coalitions, %s improvements', (gain) => {
    for (const { kernel, plain, states } of [...options(8), ...graphs(20)]) {
      const { coalitions } = coalitionStability(kernel, { gain })
      for (const { members, stable, improvements } of coalitions) {
        states.forEach((s, k) => {
          const ends = coalitionImprovements(plain, members, k, gain).map(
            (q) => states[q] as number
          )
          expect([...(improvements.get(s) ?? [])].sort((a, b) => a - b)).toEqual(
            ends.sort((a, b) => a - b)
          )
          for (const concept of COALITION_CONCEPTS) {
            const wanted = coalitionStable(plain, concept.slice(1) as 'nash', members, k, gain)
            expect(stable.get(concept)?.[s] === 1, `${concept} of ${members} at ${s}`).toBe(wanted)
          }
        })
      }
    }
  })

  test('a coalition of one is as stable as its member, under every rule', () => {
    const shapes = { ties: 0.3, unknown: 0.4 }
    for (const { kernel } of options(12, shapes)) {
      for (const strict of [false, true]) {
        for (const attitude of ['a', 'b', 'c', 'd'] as const) {
          const rules = { strict, attitude }
          const alone = solve(kernel, { ...rules, concepts: ['nash', 'gmr', 'smr', 'seq'] })
          for (const gain of ['strong', 'pareto'] as const) {
            const groups = kernel.parties.map((_, party) => [party])
            const { coalitions } = coalitionStability(kernel, { groups, gain, rules })
            for (const { members, stable } of coalitions)
              for (const concept of COALITION_CONCEPTS)
                expect(
                  [...(stable.get(concept) ?? [])],
                  `${concept} of ${members}, ${gain}, ${JSON.stringify(rules)}`
                ).toEqual([
                  ...(alone.concepts.get(concept.slice(1) as Concept)?.stable[members[0] ?? 0] ??
                    [])
                ])
          }
        }
      }
    }
  })

  test('limited moves of two parties', () => {
    const random = generator(SEED)
    for (let round = 0; round < 15; round++) {
      const { kernel, plain, states } = randomOptions(random, { ...shape, parties: 2, size: 3 })
      for (const { horizon, expected } of foresight(kernel, 4)) {
        expected.forEach((ends, party) => {
          expect(states.map((s) => ends[s])).toEqual(
            states.map((_, k) => states[anticipated(plain, party, k, horizon)])
          )
        })
      }
    }
  })

  test('replaced ranks are the only thing replaced', () => {
    const [pair] = options(1)
    const ranks = new Int32Array(32)
    const changed = withRanks((pair as Pair).kernel, 1, ranks)
    expect(changed.ranks[1]).toBe(ranks)
    expect(changed.ranks[0]).toBe((pair as Pair).kernel.ranks[0])
  })
})
