import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { studyReport } from '../../src/report/study/study-report.ts'
import { alternativesOf } from '../../src/study/alternatives.ts'
import { efficiencyPlan, rankingPlan, STUDY_STEPS } from '../../src/study/bounds.ts'
import { CHUNK, STUDY_DEFAULTS } from '../../src/study/settings.ts'
import { targetOf } from '../../src/study/target.ts'
import { Judge } from '../../src/worth/judge.ts'
import { caseOfText } from '../arbitrary.ts'
import { caseIn } from '../folder.ts'
import { studied } from './studied.ts'

const settings = { ...STUDY_DEFAULTS, draws: 1000, samples: 1000, efficiencyDraws: 60 }

/** Many options on which everybody differs, so that nearly every package is efficient. */
function wide({ issues, options }: { issues: number; options: number }): Case {
  const record = <T>(count: number, of: (i: number) => T): Record<string, T> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`n-${i + 1}`, of(i)]))
  const parties = ['a', 'b', 'c', 'd']
  const stance = (party: number): unknown => ({
    interests: record(issues, (issue) => ({
      weight: [1, 2, 4],
      values: record(options, (i) => ((i + 1) * (37 + 12 * party) * (issue + 3)) % 101),
      source: 'book'
    })),
    'no-deal': { base: [10, 30], source: 'book' }
  })
  const text = {
    truce: 1,
    title: 'Wide',
    'as-of': '2024-06-01',
    required: parties,
    sources: { book: { title: 'A book', kind: 'analysis' } },
    parties: Object.fromEntries(
      parties.map((id) => [id, { name: id, kind: 'state', role: 'belligerent' }])
    ),
    issues: record(issues, () => ({ title: 'One', options: record(options, (i) => `It is ${i}`) })),
    stances: Object.fromEntries(parties.map((id, party) => [id, stance(party)])),
    proposals: {
      whole: { title: 'Whole', terms: record(issues, () => 'n-1') },
      other: { title: 'Other', terms: record(issues, () => 'n-2') }
    }
  }
  return caseOfText([['case.yaml', JSON.stringify(text)]])
}

const source = wide({ issues: 14, options: 12 })
const central = Judge.central(source)
const alternatives = alternativesOf(source, settings)
const targets = alternatives.map((one) => targetOf(one, central, settings.dependence))

test('where too many packages are efficient to list, that is known before the draws, and said', () => {
  expect(efficiencyPlan({ alternatives, central }, settings).asked[0]).toBe('too wide')
  const study = studied(source, settings, [500, 1000])
  expect(study.left).toMatchObject({ drivers: [], completions: [] })
  expect(study.left.efficiency).toEqual(
    study.alternatives.flatMap(({ id, kind, efficient }) =>
      kind === 'proposal' && efficient === null ? [id] : []
    )
  )
  expect(study.left.efficiency).toContain('whole')
  const text = renderPlain(
    studyReport({ source, place: () => undefined }, { study, draws: settings.draws }),
    { width: 1000, colour: false }
  )
  expect(text).toMatch(/Not asked how often nothing is better than whole/)
})

test('inputs are ranked on as many whole chunks as the steps suffice for, then of fewer packages', () => {
  const plan = (steps: number) => rankingPlan(targets, settings, steps)
  expect(plan(STUDY_STEPS.ranking)).toEqual({ samples: 1000, targets })
  const enough = (() => {
    let steps = 1
    while (plan(steps).targets.length < 2) steps *= 2
    return steps
  })()
  expect(plan(enough).samples).toBe(CHUNK)
  expect(plan(2 * enough)).toEqual({ samples: 1000, targets })
  expect(plan(1)).toEqual({ samples: CHUNK, targets: targets.slice(0, 1) })
})

test('nothing better is asked in as many draws as the steps suffice for', () => {
  const small = caseIn('panama-canal/1977')
  const judge = Judge.central(small)
  const all = alternativesOf(small, settings)
  const plan = (steps?: number) =>
    efficiencyPlan({ alternatives: all, central: judge }, settings, steps)
  expect(plan()).toEqual({ draws: 60, asked: all.map(() => true) })
  const some = plan(5000).draws
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(60)
  expect(plan(10_000).draws).toBeGreaterThanOrEqual(2 * some)
  expect(plan(0).draws).toBe(0)
})
