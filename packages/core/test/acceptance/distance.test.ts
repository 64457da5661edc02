import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { priceOf } from '../../src/acceptance/price.ts'
import type { Stance } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { changedAtMost } from '../oracle/best-chance.ts'
import type { Offering } from '../oracle/gain.ts'
import { gain } from '../oracle/gain.ts'

test('the best so near in points is that of trying every package, and grows to the best of all', () => {
  let growing = 0
  tried(
    fc.property(drafts({ issues: { min: 2, max: 4 }, options: { min: 2, max: 3 } }), (draft) => {
      const source = caseOf(draft)
      const judge = Judge.random(source, { draws: 30, seed: 7, dependence: 'independent' })
      const { sampler } = judge
      const over = { source, sampler }
      const parties = source.required
        .filter(({ party, when }) => !when && judge.hasGain(party))
        .map(({ party }) => party)
      const mean = (party: string, offering: Offering): number => {
        let sum = 0
        for (let i = 0; i < sampler.count; i++)
          sum += gain(
            source.stances.get(party) as Stance,
            offering,
            source,
            (judgement) => sampler.column(judgement)[i] as number
          )
        return sum / sampler.count
      }
      for (const proposal of source.proposals.slice(0, 1)) {
        const given = offersOf(proposal, source)
        const settings = { seed: 1, most: 1, budget: 50, distances: true }
        const price = atOnce(priceOf(judge, given, settings))
        if (!price || price.distances.length === 0) continue
        const own = parties.map((party) => mean(party, price.from))
        const all = changedAtMost(price.from, source.issues.length, over).filter(
          ({ firm }) => !firm
        )
        const moves = all.map(({ offering }) =>
          Math.max(
            0,
            ...parties.map((party, k) => Math.abs(mean(party, offering) - (own[k] as number)))
          )
        )
        for (const { within, chance, bound, exact, moves: moved } of price.distances) {
          const near = all.filter((_, i) => (moves[i] as number) <= within + 1e-7)
          const greatest = Math.max(...near.map(({ p }) => p))
          expect(exact).toBe(true)
          expect(chance.p).toBeCloseTo(greatest, 9)
          expect(bound).toBeCloseTo(greatest, 9)
          expect(moved).toBeLessThanOrEqual(within + 1e-7)
        }
        const chances = price.distances.map(({ chance }) => chance.p)
        expect(chances).toEqual([...chances].sort((a, b) => a - b))
        expect(chances.at(-1)).toBeCloseTo(Math.max(...all.map(({ p }) => p)), 9)
        if ((chances.at(-1) as number) > (chances[0] as number)) growing++
      }
    }),
    { seed: 20_261_129, runs: 15, seeds: 8 }
  )
  expect(growing).toBeGreaterThan(2)
})
