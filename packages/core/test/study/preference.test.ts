import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparisons } from '../../src/study/dominance.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOf, drafts } from '../arbitrary.ts'

const SEED = 20_250_703

test('what is necessary is possible, holds in every draw, and is transitive; of two at least one is possible', () => {
  let necessary = 0
  fc.assert(
    fc.property(drafts({ open: false }), (draft) => {
      const source = caseOf(draft)
      const judge = Judge.random(source, { draws: 200, seed: 4, dependence: 'independent' })
      const offers = source.proposals.map((proposal) => offersOf(proposal, source))
      for (const stance of source.stances.values()) {
        if (!judge.hasGain(stance.party)) continue
        const table = comparisons([...offers, 'no-deal'], stance, source)
        const gains = [...offers.map((one) => judge.gain(stance.party, one)), new Float64Array(200)]
        table.forEach((row, i) => {
          row.forEach(({ least, necessarily, possibly }, j) => {
            const drawn = Math.min(
              ...(gains[i] as Float64Array).map((x, k) => x - (gains[j]?.[k] as number))
            )
            expect(drawn).toBeGreaterThan(least - 1e-8)
            expect(possibly || table[j]?.[i]?.possibly).toBe(true)
            if (!necessarily) return
            if (i !== j) necessary++
            expect(possibly).toBe(true)
            table[j]?.forEach((next, k) => {
              if (next.necessarily) expect(row[k]?.least).toBeGreaterThan(-1e-7)
            })
          })
        })
      }
    }),
    { seed: SEED, numRuns: 30 }
  )
  expect(necessary).toBeGreaterThan(15)
})
