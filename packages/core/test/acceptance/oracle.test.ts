import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { bestOf } from '../../src/acceptance/best.ts'
import { chooseAmong } from '../../src/acceptance/choose.ts'
import { priceOf } from '../../src/acceptance/price.ts'
import { spaceOf } from '../../src/acceptance/space.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import type { Case } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { crossesFirm, required } from '../oracle/acceptance.ts'
import { changedAtMost, greatest, listed } from '../oracle/best-chance.ts'
import type { Offering } from '../oracle/gain.ts'
import { offeringOf } from '../oracle/search.ts'

const SEED = 20_260_301
const settings: DrawSettings = { draws: 40, seed: 7, dependence: 'independent' }
const BUDGET = 50

function onRandomCases(
  runs: number,
  compare: (source: Case) => void,
  wanted: Parameters<typeof drafts>[0] = {}
): void {
  tried(
    fc.property(drafts(wanted), (draft) => compare(caseOf(draft))),
    { seed: SEED, runs, seeds: 8 }
  )
}

const crossesSome = (offering: Offering, source: Case): boolean =>
  required(offering, source).some((party) => crossesFirm(party, offering, source))

const judgeOf = (source: Case): Judge => Judge.random(source, settings)

test('the best chance is the greatest of all packages, and the bound closes on it', () => {
  let above = 0
  onRandomCases(15, (source) => {
    const judge = judgeOf(source)
    const best = bestOf(spaceOf(judge), { seed: 1, budget: BUDGET })
    const most = greatest(listed({ source, sampler: judge.sampler }))
    expect(best === undefined).toBe(most === undefined)
    if (!best) return
    expect(best.chance.p).toBeCloseTo(most as number, 9)
    expect(best.exact).toBe(true)
    expect(best.bound).toBe(best.chance.p)
    if (best.chance.p > 0) above++
  })
  expect(above).toBeGreaterThan(5)
})

test('a search that is stopped early has a bound no lower than the best', () => {
  onRandomCases(15, (source) => {
    const judge = judgeOf(source)
    const most = greatest(listed({ source, sampler: judge.sampler }))
    const best = bestOf(spaceOf(judge), { seed: 1, budget: 0 })
    if (!best || most === undefined) return
    expect(best.bound).toBeGreaterThanOrEqual(most - 1e-9)
    expect(best.chance.p).toBeLessThanOrEqual(most + 1e-9)
  })
})

test('the package chosen is within one standard error of the best and no worse for all', () => {
  onRandomCases(15, (source) => {
    const judge = judgeOf(source)
    const space = spaceOf(judge)
    const best = bestOf(space, { seed: 1, budget: BUDGET })
    if (!best || best.across) return
    const chosen = chooseAmong(space, best)
    expect(chosen.chance.p).toBeGreaterThanOrEqual(best.chance.p - best.chance.standardError - 1e-9)
    const least = (gains: Iterable<number>): number => Math.min(...gains)
    for (const { points } of chosen.alternatives)
      if (points.size > 0)
        expect(
          least([...points].map(([party, more]) => more + (chosen.gains.get(party) as number)))
        ).toBeLessThanOrEqual(least(chosen.gains.values()) + 1e-5)
  })
})

test('the best chance with so many changes is that of trying them all, and meets the ceiling', () => {
  let rising = 0
  onRandomCases(
    10,
    (source) => {
      const judge = judgeOf(source)
      const over = { source, sampler: judge.sampler }
      const ceiling = greatest(listed(over))
      for (const proposal of source.proposals.slice(0, 2)) {
        const price = atOnce(
          priceOf(judge, offersOf(proposal, source), {
            seed: 1,
            most: source.issues.length,
            budget: BUDGET
          })
        )
        const draft = offeringOf(proposal, source)
        // The draft as it stands may break the rules; a change of it that does so is none.
        const [start] = price?.points ?? []
        if (start) expect(start.across).toBe(crossesSome(start.offers, source))
        if (ceiling === undefined) {
          expect(price?.points).toHaveLength(1)
          continue
        }
        for (const { most, chance, exact } of price?.points.slice(1) ?? []) {
          expect(exact).toBe(true)
          expect(chance.p).toBeCloseTo(greatest(changedAtMost(draft, most, over)) ?? -1, 9)
        }
        const last = price?.points.at(-1)
        const staged = [...draft.values()].some(({ then }) => then !== undefined)
        if (last && !staged) expect(last.chance.p).toBeCloseTo(ceiling, 9)
        if (price?.points.some(({ rises }, i) => i > 0 && rises)) rising++
      }
    },
    { issues: { min: 2, max: 4 }, options: { min: 2, max: 3 } }
  )
  expect(rising).toBeGreaterThan(1)
})
