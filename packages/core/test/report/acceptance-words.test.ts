import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/index.ts'
import { likeliestInPassing, strongestHolds } from '../../src/check/case-ceiling.ts'
import { check } from '../../src/check/check.ts'
import { DEFAULTS } from '../../src/check/defaults.ts'
import { ACCEPTANCE_DEFAULTS, acceptanceOf } from '../../src/deals/best-chance.ts'
import type { Case } from '../../src/model/case.ts'
import { acceptanceReport } from '../../src/report/acceptance/acceptance-report.ts'
import { briefing } from '../../src/report/briefing/briefing.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { Judge } from '../../src/worth/judge.ts'
import { caseOfText } from '../arbitrary.ts'
import { caseIn } from '../folder.ts'

const DRAWN = { draws: 400, seed: 1, dependence: DEFAULTS.dependence }

/** One line between two firm redlines; a third party is needed where it runs in the south. */
const collision = (firmness: number): Case =>
  caseOfText([
    [
      'case.yaml',
      `truce: 1
title: A line
as-of: 2024-06-01
required: [north, south, {party: neighbour, when: {line: south}}]
sources: {book: {title: A book, kind: analysis}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
  neighbour: {name: Neighbour, kind: state, role: belligerent}
issues:
  line: {title: The line, options: {north: In the north, south: In the south}}
  fee: {title: The fee, options: {high: High, low: Low}}
stances:
  north:
    redlines: [{id: no-retreat, never: {line: north}, says: No retreat, firmness: ${firmness}, source: book}]
    interests: {line: {weight: 1, values: {north: 0, south: 100}, source: book}, fee: {weight: 1, values: {high: 100, low: 0}, source: book}}
    no-deal: {base: [10, 20], source: book}
  south:
    redlines: [{id: no-loss, never: {line: south}, says: No loss, firmness: ${firmness}, source: book}]
    interests: {line: {weight: 1, values: {north: 100, south: 0}, source: book}, fee: {weight: 1, values: {high: 100, low: 0}, source: book}}
    no-deal: {base: [10, 20], source: book}
  neighbour:
    interests: {fee: {weight: 1, values: {high: 100, low: 50}, source: book}}
    no-deal: {base: [10, 20], source: book}
proposals:
  draft: {title: A draft, terms: {line: north, fee: low}}
`
    ]
  ])

const told = (source: Case): string =>
  renderPlain(
    acceptanceReport(
      atOnce(acceptanceOf(source, { ...ACCEPTANCE_DEFAULTS, ...DRAWN, proposals: ['draft'] }))
    ),
    { width: 4000, colour: false }
  )

test('a price says where every text crosses a firm redline', () => {
  const words = 'Every text crosses a firm redline, whatever is changed'
  expect(told(collision(0.95))).toContain(words)
  expect(told(collision(0.4))).not.toContain('crosses a firm redline')
})

test('what gains cost names parties that are needed for some packages only', () => {
  expect(told(collision(0.4))).toContain(
    'Neighbour is needed only for some packages and is left out here.'
  )
  const { required, ...rest } = collision(0.4)
  const two = required.filter(({ when }) => when === undefined)
  expect(told({ ...rest, required: two })).not.toContain('left out here')
})

test('a briefing tells the three things that hold the best chance down most, on its first pages and in the annex', () => {
  const source = caseIn('ukraine/2024-maitra')
  const judge = Judge.random(source, DRAWN)
  const likeliest = likeliestInPassing(judge, DRAWN.seed)
  if (!likeliest) throw new Error('no package is likeliest')
  const holds = strongestHolds(likeliest, { settings: DRAWN, most: 3 })
  expect(holds).toHaveLength(3)
  const chances = holds.map(({ best }) => best.chance.p)
  expect(chances).toEqual([...chances].sort((a, b) => b - a))
  const checked = check(source, { ...DRAWN, ceiling: true, repairs: 0 })
  for (const p of chances) expect(p).toBeGreaterThan(checked.ceiling?.chance.p ?? 1)
  const about = { source, hash: '', place: () => undefined, check: checked }
  const text = (parts: { short?: boolean }, told = holds): string =>
    renderPlain(briefing({ ...about, holds: told }, parts), { width: 4000, colour: false })
  const first =
    'What holds that down most, each taken away by itself: without any ratification by Ukraine'
  expect(text({ short: true })).toContain(first)
  expect(text({})).toContain('What holds it down')
  expect(text({}, [])).not.toContain('What holds')
})
