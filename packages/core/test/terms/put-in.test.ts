import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, holds } from '../../src/model/condition.ts'
import type { Demand } from '../../src/terms/index.ts'
import { putIn, Steps } from '../../src/terms/index.ts'
import { firmRedlines } from '../../src/worth/admissible.ts'
import { demandsOf } from '../../src/worth/room.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { allPackages } from '../oracle/packages.ts'

test('what is put in is what every package that meets the demands has, by listing them', () => {
  let [fixed, together] = [0, 0]
  tried(
    fc.property(drafts({ ratification: false, options: { min: 2, max: 4 } }), (draft) => {
      const source = caseOf(draft)
      const demands = demandsOf(source, firmRedlines(source, 0.3))
      const meets = (some: readonly Demand[]): ReturnType<typeof allPackages> =>
        allPackages(source.issues).filter(
          (terms) => !some.some(({ excludes }) => holds(excludes, factsOf(terms)) === true)
        )
      const kept = meets(demands)
      const { issues, unknown } = putIn(source.issues, demands)
      expect(unknown).toEqual([])
      for (const { id, options } of kept.length === 0 ? [] : source.issues) {
        const left = options
          .map((option) => option.id)
          .filter((option) => kept.some((terms) => terms.get(id) === option))
        const told = issues.find(({ issue }) => issue === id)
        expect(told?.left ?? options.map((option) => option.id)).toEqual(left)
        expect(told === undefined).toBe(left.length === options.length)
        for (const { options: barred, by, together: joint } of told?.barred ?? []) {
          const blamed = demands.filter((demand) => by.includes(demand.id))
          const bars = (some: readonly Demand[]): boolean =>
            !meets(some).some((terms) => barred.includes(terms.get(id) ?? ''))
          if (!joint) for (const one of blamed) expect(bars([one])).toBe(true)
          else {
            together++
            expect(bars(blamed)).toBe(true)
            for (const one of blamed)
              for (const option of barred)
                expect(
                  meets(blamed.filter((other) => other !== one)).some(
                    (terms) => terms.get(id) === option
                  )
                ).toBe(true)
          }
          fixed++
        }
      }
      if (kept.length === 0) expect(issues).toEqual([])
    }),
    { seed: 20_250_701, runs: 59, seeds: 11 }
  )
  expect(fixed).toBeGreaterThan(50)
  expect(together).toBeGreaterThan(3)
})

test('what the steps do not suffice for is said to be unknown, and nothing is claimed of it', () => {
  const source = caseOf({
    truce: 1,
    title: 'Short of steps',
    'as-of': '2025-06-01',
    required: ['p1'],
    sources: { book: { title: 'A book', kind: 'analysis' } },
    parties: { p1: { name: 'p1', kind: 'state', role: 'belligerent' } },
    scenarios: {},
    issues: {
      a: { title: 'a', options: { x: 'x', y: 'y' } },
      b: { title: 'b', options: { x: 'x', y: 'y' } }
    },
    rules: [{ never: { a: 'x', b: 'x' }, because: 'it makes no sense', source: 'book' }],
    stances: {},
    polls: {},
    proposals: {}
  })
  expect(putIn(source.issues, demandsOf(source, []), new Steps(0))).toEqual({
    issues: [],
    unknown: ['a', 'b']
  })
})
