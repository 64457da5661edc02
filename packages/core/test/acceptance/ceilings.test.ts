import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import type { BestChance } from '../../src/acceptance/best.ts'
import { bestOf } from '../../src/acceptance/best.ts'
import type { CeilingRow, Ceilings, Lifted } from '../../src/acceptance/ceilings.ts'
import { ceilingsOf, liftable, strongestOf, withLifted } from '../../src/acceptance/ceilings.ts'
import { Rooms } from '../../src/acceptance/rooms.ts'
import type { Space } from '../../src/acceptance/space.ts'
import { spaceOf } from '../../src/acceptance/space.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import type { Case } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { changedBy, greatest, listed } from '../oracle/best-chance.ts'

const settings: DrawSettings = { draws: 40, seed: 7, dependence: 'independent' }
const SMALL = { issues: { min: 2, max: 4 }, options: { min: 2, max: 3 } }

interface Found extends Ceilings {
  readonly source: Case
  readonly space: Space
  readonly base: BestChance
}

/** The ceilings of random cases that have a package at all. */
function onRandomCases(
  trial: { readonly seed: number; readonly runs: number; readonly budget?: number },
  compare: (found: Found) => void
): void {
  const looking = { seed: 1, budget: trial.budget ?? 50 }
  tried(
    fc.property(drafts(SMALL), (draft) => {
      const source = caseOf(draft)
      const space = spaceOf(Judge.random(source, settings))
      const base = bestOf(space, looking)
      if (!base) return
      compare({
        source,
        space,
        base,
        ...atOnce(ceilingsOf(space, base, { settings, looking, pairs: 4 }))
      })
    }),
    { seed: trial.seed, runs: trial.runs, seeds: 9 }
  )
}

/** The greatest chance of all packages of the case so changed, one after the other. */
function greatestWith(source: Case, lifted: readonly Lifted[]): number | undefined {
  const other = changedBy(source, lifted)
  return greatest(listed({ source: other, sampler: Judge.random(other, settings).sampler }))
}

test('every ceiling is the greatest chance of the case so changed, tried package by package', () => {
  const seen = new Map<string, number>()
  onRandomCases({ seed: 20_260_331, runs: 20 }, ({ source, rows, pairs, together }) => {
    const lifted = rows.flatMap((row) => row.lifted)
    expect(new Set(lifted.map((one) => JSON.stringify(one)))).toEqual(
      new Set(liftable(source).map((one) => JSON.stringify(one)))
    )
    for (const row of [...rows, ...pairs, ...(together ? [together] : [])]) {
      expect(row.best.chance.p).toBeCloseTo(greatestWith(source, row.lifted) as number, 9)
      expect(row.best.exact).toBe(true)
      const kind = row.lifted.length > 1 ? 'several' : (row.lifted[0]?.kind ?? '')
      if (row.differs) seen.set(kind, (seen.get(kind) ?? 0) + 1)
    }
  })
  for (const kind of ['redline', 'body', 'veto', 'ratification', 'scenario'])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0)
})

test('what frees most is the head of all that frees, with all that ties', () => {
  const seen = { fewer: 0, all: 0 }
  onRandomCases({ seed: 20_260_415, runs: 20 }, ({ space, base, rows }) => {
    const freeing = rows.filter(({ differs, best }) => differs && best.chance.p > base.chance.p)
    const looking = { seed: 1, budget: 50, rooms: new Rooms(space) }
    for (const most of [1, 2, 3]) {
      const last = freeing[most - 1]?.best.chance.p ?? 0
      const wanted = freeing.filter(({ best }) => best.chance.p >= last - 1e-9)
      const told = atOnce(strongestOf(space, base, { settings, looking, most }))
      expect(chancesOf(told)).toEqual(chancesOf(wanted))
      for (const { best } of told) expect(best.exact).toBe(true)
      seen[wanted.length < freeing.length ? 'fewer' : 'all']++
    }
  })
  expect(Math.min(seen.fewer, seen.all)).toBeGreaterThan(5)
})

/** By what is lifted, to a billionth. */
const chancesOf = (rows: readonly CeilingRow[]): ReadonlyMap<string, string> =>
  new Map(
    rows
      .map(({ lifted, best }) => [JSON.stringify(lifted), best.chance.p.toFixed(9)] as const)
      .sort()
  )

test('a ceiling whose proof is stopped early has a bound no lower than the greatest chance', () => {
  onRandomCases({ seed: 20_260_312, runs: 6, budget: 0 }, ({ source, rows }) => {
    for (const { lifted, best } of rows) {
      const most = greatestWith(source, lifted) as number
      expect(best.bound).toBeGreaterThanOrEqual(most - 1e-9)
      expect(best.chance.p).toBeLessThanOrEqual(most + 1e-9)
    }
  })
})

test('taking away two things frees at least as much as either alone', () => {
  let more = 0
  tried(
    fc.property(drafts({ ...SMALL, scenarios: false }), (draft) => {
      const source = caseOf(draft)
      const bestWith = (lifted: readonly Lifted[]): BestChance | undefined =>
        bestOf(spaceOf(Judge.random(withLifted(source, lifted), settings)), { seed: 1, budget: 50 })
      // Where every package crosses a firm redline the likeliest of those is told: another question.
      if (bestWith([])?.across !== false) return
      const things = liftable(source).slice(0, 3)
      const alone = things.map((one) => bestWith([one])?.chance.p as number)
      for (const [i, one] of things.entries())
        for (const [j, other] of things.entries()) {
          if (j <= i) continue
          const both = bestWith([one, other])?.chance.p as number
          const most = Math.max(alone[i] as number, alone[j] as number)
          expect(both).toBeGreaterThanOrEqual(most - 1e-12)
          if (both > most + 1e-9) more++
        }
    }),
    { seed: 20_260_313, runs: 15, seeds: 6 }
  )
  expect(more).toBeGreaterThan(1)
})
