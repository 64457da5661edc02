import { expect, test } from 'vitest'
import { priceOf } from '../../src/acceptance/price.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOfText } from '../arbitrary.ts'

/** Eight issues of which each party minds half, so that no proof ends at once. */
const issues = Array.from({ length: 8 }, (_, k) => `i${k}`)
const weights = (party: number): string =>
  issues
    .map((issue, k) => {
      const [first, last] = k % 2 === party ? [0, 100] : [100, 0]
      return `      ${issue}: {weight: ${1 + k}, values: {a: ${first}, b: [20, 50, 80], c: ${last}}, source: book, because: a test}`
    })
    .join('\n')
const stance = (party: string, place: number): string => `  ${party}:
    no-deal: {base: [40, 45, 55], source: book, because: a test}
    interests:
${weights(place)}
`
const source = caseOfText([
  [
    'case.yaml',
    `truce: 1
title: Halves
as-of: 2024-06-01
required: [north, south]
sources: {book: {title: A book, kind: analysis}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
issues:
${issues.map((id) => `  ${id}: {title: ${id}, options: {a: A, b: B, c: C}}`).join('\n')}
stances:
${stance('north', 0)}${stance('south', 1)}
proposals:
  draft: {title: A draft, terms: {${issues.map((id) => `${id}: a`).join(', ')}}}
`
  ]
])

test('a long search pauses within its proofs, so that it can be left', () => {
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no draft')
  const search = () => {
    const judge = Judge.random(source, { draws: 4000, seed: 1, dependence: 'independent' })
    return priceOf(judge, offersOf(proposal, source), { seed: 1, most: 4, budget: 15 })
  }
  const steps = [...search()]
  const told = steps.filter((step) => step !== undefined)
  expect(told.map(([done]) => done)).toEqual([...told.keys()].map((k) => Math.max(0, k - 1)))
  // Not only between the searches for one change more.
  expect(steps.length).toBeGreaterThan(told.length)
})
