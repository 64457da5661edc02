import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/stability/analysis.ts'
import { CONCEPTS, DEFAULT_RULES } from '../../src/stability/concepts.ts'
import type { Conflict } from '../../src/stability/conflict.ts'
import { feasibleStates, withRanks } from '../../src/stability/conflict.ts'
import { inverse, isEquilibrium, rankingsThatHold } from '../../src/stability/inverse.ts'
import { leastLowering, loweredRanks } from '../../src/stability/lowering.ts'
import { ranksFromGroups } from '../../src/stability/state-ranks.ts'
import { explain } from '../../src/stability/witness.ts'
import { generator, randomArcs, randomOptions } from '../oracle/random-conflicts.ts'
import { compiledText } from './cases.ts'

const SEED = 384

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest])
  )
}

/** Pairs of states that stand strictly one way before and strictly the other way after. */
function turnedPairs(before: Int32Array, after: Int32Array, states: readonly number[]): number {
  return states.flatMap((a) =>
    states.filter(
      (b) =>
        (before[a] as number) > (before[b] as number) && (after[a] as number) < (after[b] as number)
    )
  ).length
}

const strictly = (conflict: Conflict, order: readonly number[]): Int32Array =>
  ranksFromGroups(
    conflict.size,
    order.map((q) => [q])
  )

describe('the least change, against all rankings there are', () => {
  const weakAndStrict = (['nash', 'gmr', 'smr', 'seq', 'sseq'] as const).flatMap((concept) =>
    [false, true].map((strict) => [concept, strict] as const)
  )
  test.each(weakAndStrict)('%s, strict %s: one party, the others held', (concept, strict) => {
    const rules = { ...DEFAULT_RULES, strict }
    const random = generator(SEED)
    for (let round = 0; round < 12; round++) {
      const { kernel } =
        round % 2 === 0
          ? randomOptions(random, {
              parties: 2,
              size: 3,
              infeasible: 0.3,
              irreversible: 0.2,
              ties: 0,
              unknown: 0
            })
          : randomArcs(random, {
              parties: 3,
              size: 6,
              infeasible: 0,
              irreversible: 0,
              ties: 0,
              unknown: 0
            })
      const states = feasibleStates(kernel)
      if (states.length > 6) continue
      const all = permutations(states).map((order) => strictly(kernel, order))
      for (const state of states) {
        const best = Math.min(
          ...all
            .filter(
              (ranks) =>
                explain(withRanks(kernel, 0, ranks), {
                  concept,
                  party: 0,
                  state,
                  rules
                }).stable
            )
            .map((ranks) => turnedPairs(kernel.ranks[0] as Int32Array, ranks, states))
        )
        const found = leastLowering(kernel, { party: 0, state, concept, strict })
        expect(found.swaps, `seed ${SEED}, round ${round}, state ${state}`).toBe(best)
        expect(found.atLeast).toBe(best)
        const after = loweredRanks(kernel, { party: 0, state }, found.lowered)
        expect(
          explain(withRanks(kernel, 0, after), { concept, party: 0, state, rules }).stable
        ).toBe(true)
        expect(turnedPairs(kernel.ranks[0] as Int32Array, after, states)).toBe(best)
      }
    }
  })

  const everyRule = CONCEPTS.flatMap((concept) =>
    [false, true].map((strict) => [concept, strict] as const)
  )
  test.each(everyRule)('%s, strict %s: both parties of four states', (concept, strict) => {
    const rules = { ...DEFAULT_RULES, strict }
    const random = generator(SEED + 1)
    for (let round = 0; round < 6; round++) {
      const { kernel } = randomOptions(random, {
        parties: 2,
        size: 2,
        infeasible: 0,
        irreversible: 0.2,
        ties: 0,
        unknown: 0
      })
      const states = feasibleStates(kernel)
      const all = permutations(states).map((order) => strictly(kernel, order))
      for (const state of states) {
        let best = Number.POSITIVE_INFINITY
        for (const first of all) {
          for (const second of all) {
            if (!isEquilibrium({ ...kernel, ranks: [first, second] }, { state, concept, rules }))
              continue
            best = Math.min(
              best,
              turnedPairs(kernel.ranks[0] as Int32Array, first, states) +
                turnedPairs(kernel.ranks[1] as Int32Array, second, states)
            )
          }
        }
        const found = inverse(kernel, { state, concept, rules })
        expect(found.exact).toBe(true)
        expect(found.swaps, `seed ${SEED + 1}, round ${round}, state ${state}`).toBe(best)
        const after = found.changed.reduce(
          (now, one) => withRanks(now, one.party, ranksFromGroups(now.size, one.groups)),
          kernel
        )
        expect(isEquilibrium(after, { state, concept, rules })).toBe(true)
      }
    }
  })
})

test('ties: the change found does it, and no bound is above it', () => {
  const random = generator(SEED + 2)
  for (let round = 0; round < 20; round++) {
    const { kernel } = randomOptions(random, {
      parties: 3,
      size: 4,
      infeasible: 0.2,
      irreversible: 0.3,
      ties: 0.7,
      unknown: 0
    })
    for (const state of feasibleStates(kernel)) {
      for (const concept of CONCEPTS) {
        const found = inverse(kernel, { state, concept, budget: 50 })
        expect(found.atLeast).toBeLessThanOrEqual(found.swaps ?? Number.POSITIVE_INFINITY)
        if (found.swaps === undefined) continue
        const after = found.changed.reduce(
          (now, one) => withRanks(now, one.party, ranksFromGroups(now.size, one.groups)),
          kernel
        )
        expect(isEquilibrium(after, { state, concept }), `${concept} ${state}`).toBe(true)
      }
    }
  }
})

test('all rankings are counted by the rules that are asked for', () => {
  const random = generator(SEED + 4)
  let differ = 0
  for (let round = 0; round < 12; round++) {
    const { kernel } = randomOptions(random, {
      parties: 2,
      size: 2,
      infeasible: 0,
      irreversible: 0.2,
      ties: 0,
      unknown: round % 2
    })
    for (const state of feasibleStates(kernel)) {
      for (const concept of CONCEPTS) {
        const counts = (['a', 'd'] as const).flatMap((attitude) =>
          [false, true].map((strict) => {
            const rules = { strict, attitude }
            const holding = permutations(feasibleStates(kernel)).filter((order) => {
              const after = withRanks(kernel, 0, strictly(kernel, order))
              return [0, 1].every(
                (party) => explain(after, { concept, party, state, rules }).stable
              )
            }).length
            expect(rankingsThatHold(kernel, 0, { state, concept, rules })).toEqual({
              of: 24,
              holding
            })
            return holding
          })
        )
        if (new Set(counts).size > 1) differ++
      }
    }
  }
  expect(differ).toBeGreaterThan(20)
})

test('the analysis counts them by the rules it was asked for', () => {
  const compiled = compiledText(`truce: 1
title: A truce that the other side can end
as-of: 2024-06-01
sources: {talks: {title: Minutes, kind: statement}}
parties:
  upland: {name: Upland, kind: state, role: third, source: talks}
  lowland: {name: Lowland, kind: state, role: third, source: talks}
graph:
  nodes: [war, talks, peace]
  arcs: {upland: [[war, talks]], lowland: [[talks, war], [talks, peace]]}
  preferences: {upland: {ranking: [peace, talks, war]}, lowland: {ranking: [war, talks, peace]}}
`)
  if (!compiled.conflict) throw new Error('the graph is sound')
  const state = compiled.space.find('war') as number
  const counts = [false, true].map((strict) => {
    const { inverse: answer } = analyse(compiled, { inverse: state, strict })
    for (const { party, concept, holding } of answer?.rankings ?? [])
      expect(
        rankingsThatHold(compiled.conflict, party, {
          state,
          concept,
          rules: { ...DEFAULT_RULES, strict }
        }).holding
      ).toBe(holding)
    return answer?.rankings.map(({ holding }) => holding).join()
  })
  expect(counts[0]).not.toBe(counts[1])
})

test('a party that may not change its preference can block', () => {
  const random = generator(SEED + 3)
  const { kernel } = randomOptions(random, {
    parties: 2,
    size: 4,
    infeasible: 0,
    irreversible: 0,
    ties: 0,
    unknown: 0
  })
  const blocked = feasibleStates(kernel).find(
    (state) => !explain(kernel, { concept: 'gmr', party: 1, state, rules: DEFAULT_RULES }).stable
  ) as number
  expect(inverse(kernel, { state: blocked, concept: 'gmr', free: [0] })).toMatchObject({
    atLeast: Number.POSITIVE_INFINITY,
    exact: true,
    changed: []
  })
})
