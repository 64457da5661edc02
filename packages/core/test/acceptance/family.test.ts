import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { priceOf } from '../../src/acceptance/price.ts'
import { ACCEPTANCE_DEFAULTS, acceptanceOf } from '../../src/deals/best-chance.ts'
import type { Case } from '../../src/model/case.ts'
import { acceptanceReport } from '../../src/report/acceptance/acceptance-report.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOfText } from '../arbitrary.ts'

const DRAWN = { draws: 500, seed: 1, dependence: 'independent' } as const

/** A line that South does not take where the draft draws it; the middle has two names, worth so much to South. */
const twoMiddles = (other: number, rules = ''): Case =>
  caseOfText([
    [
      'case.yaml',
      `truce: 1
title: A line
as-of: 2024-06-01
required: [north, south]
sources: {book: {title: A book, kind: analysis}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
issues:
  line: {title: The line, options: {south: In the south, river: Along the river, road: Along the road, north: In the north}}
${rules}stances:
  north:
    interests: {line: {weight: 1, values: {south: 100, river: 60, road: 60, north: 0}, source: book}}
    no-deal: {base: [10, 30], source: book}
  south:
    interests: {line: {weight: 1, values: {south: 0, river: 60, road: ${other}, north: 100}, source: book}}
    no-deal: {base: [50, 65], source: book}
proposals:
  draft: {title: A draft, terms: {line: south}}
`
    ]
  ])

const familyIn = (source: Case) => {
  const judge = Judge.random(source, DRAWN)
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no draft')
  const price = atOnce(priceOf(judge, offersOf(proposal, source), { seed: 1, most: 1, budget: 50 }))
  return price?.points.at(-1)
}

test('options of a changed issue that do as well are one entry', () => {
  const point = familyIn(twoMiddles(60))
  const [change] = point?.changes ?? []
  const other = change?.to.option === 'road' ? 'river' : 'road'
  expect(point?.family).toEqual([{ issue: 'line', options: [other], any: false }])
  const text = renderPlain(
    acceptanceReport(
      atOnce(
        acceptanceOf(twoMiddles(60), { ...ACCEPTANCE_DEFAULTS, ...DRAWN, proposals: ['draft'] })
      )
    ),
    { width: 4000, colour: false }
  )
  expect(text).toContain(`(as good: ${other})`)
})

test('not where somebody gains less, or a rule stands against it', () => {
  expect(familyIn(twoMiddles(59.9))?.family).toEqual([])
  const rules = 'rules: [{never: {line: road}, because: there is no road, source: book}]\n'
  expect(familyIn(twoMiddles(60, rules))?.family).toEqual([])
})
