import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { priceOf } from '../../src/acceptance/price.ts'
import type { Case } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOfText } from '../arbitrary.ts'

/** A draft that breaks a rule and crosses what North will surely not sign; `never` is the rule. */
const lawless = (never: string): Case =>
  caseOfText([
    [
      'case.yaml',
      `truce: 1
title: A line
as-of: 2024-06-01
required: [north]
sources: {book: {title: A book, kind: analysis}}
parties:
  north: {name: North, kind: state, role: belligerent}
issues:
  line: {title: The line, options: {south: In the south, river: Along the river, north: In the north}}
rules:
  - {never: ${never}, because: nobody could hold it, source: book}
stances:
  north:
    redlines: [{id: far, never: {line: north}, firmness: 0.95, source: book}]
proposals:
  draft: {title: A draft, terms: {line: north}}
`
    ]
  ])

function pointsOf(source: Case) {
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no draft')
  const judge = Judge.random(source, { draws: 50, seed: 1, dependence: 'independent' })
  const pricing = { seed: 1, most: 1, budget: 50 }
  return atOnce(priceOf(judge, offersOf(proposal, source), pricing))?.points ?? []
}

test('a draft that breaks a rule is said to cross the firm redline that it crosses as well', () => {
  const [start, changed] = pointsOf(lawless('{line: north}'))
  expect(start?.across).toBe(true)
  expect(start?.chance.p).toBeCloseTo(0.05, 9)
  expect([changed?.across, changed?.rises, changed?.chance.p]).toEqual([false, true, 1])
})

test('where the rules leave no package there is the draft and no change of it', () => {
  const points = pointsOf(lawless('{line: [south, river, north]}'))
  expect(points.map(({ most, across }) => [most, across])).toEqual([[0, true]])
})
