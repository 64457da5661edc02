import { expect, test } from 'vitest'
import type { Conflict } from '../../src/stability/conflict.ts'
import { feasibleStates } from '../../src/stability/conflict.ts'
import type { Inverse } from '../../src/stability/inverse.ts'
import { inverse, isEquilibrium } from '../../src/stability/inverse.ts'
import type { Lowering } from '../../src/stability/lowering.ts'
import { leastLowering } from '../../src/stability/lowering.ts'
import { generator, randomOptions } from '../oracle/random-conflicts.ts'

const SEED = 20_251_129
const shape = { parties: 2, size: 4, infeasible: 0.1, irreversible: 0.2, ties: 0.2, unknown: 0 }

test.each(['gmr', 'smr', 'seq', 'sseq'] as const)(
  '%s: whatever the budget, the least change lies between the bound and what was found',
  (concept) => {
    const random = generator(SEED)
    let cut = 0
    for (let round = 0; round < 12; round++) {
      const { kernel } = randomOptions(random, shape)
      for (const state of feasibleStates(kernel)) {
        const by = (budget?: number): Lowering =>
          leastLowering(kernel, {
            party: 0,
            state,
            concept,
            ...(budget === undefined ? {} : { budget })
          })
        const least = by()
        expect(least.atLeast).toBe(least.swaps)
        let bound = 0
        for (const budget of [0, 1, 2, 3, 5, 8, 13, 1000]) {
          const found = by(budget)
          const where = `seed ${SEED}, round ${round}, state ${state}, budget ${budget}`
          expect(found.atLeast, where).toBeLessThanOrEqual(least.swaps)
          expect(found.swaps, where).toBeGreaterThanOrEqual(least.swaps)
          expect(found.atLeast, where).toBeGreaterThanOrEqual(bound)
          bound = found.atLeast
          if (found.atLeast < found.swaps) cut++
          // With no branch looked at nothing is known; the first branch finds that something must change.
          if (budget === 0) expect(found.atLeast, where).toBe(0)
          if (budget === 1) expect(found.atLeast > 0, where).toBe(least.swaps > 0)
        }
        expect(bound).toBe(least.swaps)
      }
    }
    expect(cut).toBeGreaterThan(20)
  }
)

/** All rankings that one swap of neighbours leads to. */
const swapsOf = (conflict: Conflict): number => conflict.parties.length * (conflict.count - 1)

test('a search by swaps has seen all of one swap before it says that two are needed', () => {
  const random = generator(SEED + 1)
  const strict = { parties: 2, size: 2, infeasible: 0, irreversible: 0.3, ties: 0, unknown: 0 }
  let far = 0
  for (let round = 0; round < 60; round++) {
    const { kernel } = randomOptions(random, strict)
    for (const state of feasibleStates(kernel)) {
      const by = (budget: number): Inverse => inverse(kernel, { state, concept: 'sim', budget })
      const { swaps, exact } = by(100_000)
      expect(exact).toBe(true)
      if (swaps === undefined || swaps < 3) continue
      far++
      // The ranking as it is counts as seen.
      const one = 1 + swapsOf(kernel)
      expect(by(one - 1)).toMatchObject({ atLeast: 1, exact: false })
      expect(by(one)).toMatchObject({ atLeast: 2, exact: false })
    }
  }
  expect(far).toBeGreaterThan(3)
})

test('a ranking with ties is not searched by swaps, and the bound says so', () => {
  const random = generator(SEED + 2)
  const tied = { parties: 2, size: 3, infeasible: 0, irreversible: 0, ties: 1, unknown: 0 }
  for (let round = 0; round < 20; round++) {
    const { kernel } = randomOptions(random, tied)
    for (const state of feasibleStates(kernel)) {
      if (isEquilibrium(kernel, { state, concept: 'sim' })) continue
      const found = inverse(kernel, { state, concept: 'sim' })
      if (found.exact) expect(found.atLeast).toBe(found.swaps)
      else expect(found.atLeast).toBe(1)
    }
  }
})
