import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { judgeReadings } from '../../src/check/readings/index.ts'
import { ACCEPTANCE_DEFAULTS, acceptanceOf } from '../../src/deals/best-chance.ts'
import type { Offers } from '../../src/worth/offers.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'

const settings = { ...ACCEPTANCE_DEFAULTS, draws: 60, budget: 20 }

test('the most robust and the best on average are so among the candidates, reading by reading', () => {
  let several = 0
  tried(
    fc.property(drafts({ issues: { min: 2, max: 3 }, options: { min: 2, max: 3 } }), (draft) => {
      const source = caseOf(draft)
      const { found } = atOnce(acceptanceOf(source, settings))
      const readings = found?.readings
      if (!readings) return
      // each candidate is judged by itself
      const chancesOf = (offers: Offers): readonly number[] => {
        const proposal = {
          id: 'one',
          title: 'one',
          terms: new Map(),
          provisional: new Map(),
          at: ''
        }
        const judged = judgeReadings(
          source,
          [{ proposal, offers, cappedBy: [], unfilled: false }],
          settings
        )
        return (judged.proposals.get('one') ?? []).map(({ p }) => p)
      }
      const all = readings.candidates.map(({ offers }) => chancesOf(offers))
      const least = all.map((chances) => Math.min(...chances))
      const mean = all.map((chances) => chances.reduce((sum, p) => sum + p, 0) / chances.length)
      expect(readings.robust.least).toBeCloseTo(Math.max(...least), 9)
      expect(readings.average.mean).toBeCloseTo(Math.max(...mean), 9)
      expect(least[readings.candidates.indexOf(readings.robust)]).toBeCloseTo(Math.max(...least), 9)
      expect(mean[readings.candidates.indexOf(readings.average)]).toBeCloseTo(Math.max(...mean), 9)
      expect(readings.pool).toBeGreaterThanOrEqual(readings.candidates.length)
      const keys = readings.candidates.map(({ offers }) => JSON.stringify([...offers].sort()))
      expect(new Set(keys).size).toBe(keys.length)
      if (keys.length > 2) several++
    }),
    { seed: 20_260_331, runs: 3, seeds: 12 }
  )
  expect(several).toBeGreaterThan(0)
})
