import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { bestOf } from '../../src/acceptance/best.ts'
import { frontiersOf } from '../../src/acceptance/frontier.ts'
import { Rooms } from '../../src/acceptance/rooms.ts'
import { spaceOf } from '../../src/acceptance/space.ts'
import type { DrawSettings, Sampler } from '../../src/draws/sampler.ts'
import type { Case, Stance } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { listed } from '../oracle/best-chance.ts'
import type { Offering } from '../oracle/gain.ts'
import { gain } from '../oracle/gain.ts'

const settings: DrawSettings = { draws: 30, seed: 7, dependence: 'independent' }

/** A party's gain from a package in every draw, one after the other, and the mean of them. */
function meanGain(
  party: string,
  offering: Offering,
  { source, sampler }: { readonly source: Case; readonly sampler: Sampler }
): number {
  const stance = source.stances.get(party) as Stance
  let sum = 0
  for (let i = 0; i < sampler.count; i++)
    sum += gain(stance, offering, source, (judgement) => sampler.column(judgement)[i] as number)
  return sum / sampler.count
}

function onRandomCases(
  { seed, budget }: { readonly seed: number; readonly budget: number },
  compare: (told: {
    readonly over: { readonly source: Case; readonly sampler: Sampler }
    readonly frontiers: ReturnType<typeof atOnce<Frontiers>>
    readonly across: boolean
  }) => void
): void {
  tried(
    fc.property(drafts({ issues: { min: 2, max: 4 }, options: { min: 2, max: 3 } }), (draft) => {
      const source = caseOf(draft)
      const judge = Judge.random(source, settings)
      const space = spaceOf(judge)
      const best = bestOf(space, { seed: 1, budget: 50 })
      if (!best || best.across) return
      const search = { rooms: new Rooms(space), budget, from: [] }
      const frontiers = atOnce(frontiersOf(space, best, search))
      compare({ over: { source, sampler: judge.sampler }, frontiers, across: best.across })
    }),
    { seed, runs: 10, seeds: 8 }
  )
}

type Frontiers = ReturnType<typeof frontiersOf> extends Generator<unknown, infer T> ? T : never

test('each point is the best of all packages that leave the party so much', () => {
  let costing = 0
  onRandomCases({ seed: 20_260_321, budget: 50 }, ({ over, frontiers }) => {
    const alive = listed(over).filter(({ firm }) => !firm)
    for (const { party, most, exact, points } of frontiers) {
      const gains = alive.map(({ offering }) => meanGain(party, offering, over))
      expect(exact).toBe(true)
      expect(most).toBeCloseTo(Math.max(...gains), 6)
      for (const { least, best, bound, exact: proved } of points) {
        const among = alive.filter((_, i) => (gains[i] as number) >= least - 1e-7)
        const greatest = Math.max(...among.map(({ p }) => p))
        expect(best?.chance.p).toBeCloseTo(greatest, 9)
        expect(best?.gain).toBeGreaterThanOrEqual(least - 1e-7)
        expect(bound).toBeCloseTo(greatest, 9)
        expect(proved).toBe(true)
        if (greatest < Math.max(...alive.map(({ p }) => p)) - 1e-6) costing++
      }
    }
  })
  expect(costing).toBeGreaterThan(5)
})

test('more for a party never has a better chance, and a stopped proof has a bound no lower', () => {
  onRandomCases({ seed: 20_260_322, budget: 0 }, ({ over, frontiers }) => {
    const alive = listed(over).filter(({ firm }) => !firm)
    for (const { party, points } of frontiers) {
      for (const [i, { least, best, bound }] of points.entries()) {
        const before = points[i - 1]?.best
        if (before && best) expect(best.chance.p).toBeLessThanOrEqual(before.chance.p + 1e-12)
        for (const { offering, p } of alive)
          if (meanGain(party, offering, over) >= least + 1e-7)
            expect(p).toBeLessThanOrEqual(bound + 1e-9)
      }
    }
  })
})
