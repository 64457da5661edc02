import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import type { CheckResult } from '../../src/check/check-result.ts'
import { movedBy } from '../../src/worth/effects.ts'

const river = (effects: string): string => `
truce: 1
title: A small river
as-of: 2024-06-15
required: [lowland]
sources:
  survey: {title: A survey, kind: poll}
  experiment: {title: An experiment, kind: analysis}
parties: {lowland: {name: Lowland, kind: state, role: belligerent}}
issues:
  water: {title: Water, options: {third: A third, half: Half}}
  dam: {title: Dam, options: {built: Built, lower: Lower, none: None}}
stances:
  lowland:
    ratification:
      - body: voters
        threshold: 50%
        support: [{poll: spring, answers: [yes], fit: direct}]
        effects: {${effects}}
        source: survey
polls:
  spring: {population: Lowland, field: 2024-04, n: 1000, answers: {yes: 40, no: 60}, house: 0, drift: 0, source: survey}
proposals:
  base: {title: As polled, terms: {water: third, dam: built}}
  other: {title: Other, terms: {water: half, dam: none}}
  open: {title: Open, terms: {water: half}}
`

function judged(effects: string, draws = 20_000): CheckResult {
  const { case: found, diagnostics } = readCase([
    {
      name: 'case.yaml',
      text: river(effects).replaceAll('yes', '"yes"').replaceAll('no:', '"no":')
    }
  ])
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return check(found, { draws, repairs: 0 })
}

const body = (result: CheckResult, id: string) =>
  result.proposals.find(({ proposal }) => proposal.id === id)?.parties.get('lowland')?.ratified
    .bodies[0]

const BOTH =
  'water: {points: {half: [6, 10]}, source: experiment}, dam: {points: {none: 3}, source: experiment}'

const both = judged(BOTH)

test('effects add up on the probit scale around the share that was polled', () => {
  expect(body(both, 'base')).toMatchObject({ share: expect.closeTo(0.4, 6) })
  expect(body(both, 'base')?.moved).toBe(undefined)
  // by hand: z = -0.25335, phi(z) = 0.38634, z' = z + 0.11 / 0.38634 = 0.03138, Phi(z') = 0.51252
  const other = body(both, 'other')
  expect(other?.moved).toBe(11)
  expect(other?.share).toBeCloseTo(0.51252, 4)
  // sigma = sqrt(0.4 * 0.6 / 1000) times phi(z') / phi(z) = 0.39875 / 0.38634
  expect(other?.sigma).toBeCloseTo(0.015492 * (0.39875 / 0.38634), 5)
})

test('the chance is the mean of the formula over the effects, and the draws agree with it', () => {
  const other = body(both, 'other')
  const accepts = both.proposals[1]?.parties.get('lowland')?.accepts.p
  expect(other?.p).toBeCloseTo(accepts ?? 0, 1)
  expect(Math.abs((other?.p ?? 0) - (accepts ?? 1))).toBeLessThan(0.015)
})

test('an end of an effect can turn the verdict, and a draft is judged at the option that helps', () => {
  const result = judged('water: {points: {half: [0, 30]}, source: experiment}', 2000)
  const keys = result.proposals[1]?.hangsOn.map(({ key }) => key)
  expect(keys).toContain('stances.lowland.ratification.voters.effects.water.points.half')
  const dam = judged('dam: {points: {built: 11, lower: 40}, source: experiment}', 2000)
  expect(dam.proposals[2]?.open?.best.terms.get('dam')).toBe('lower')
  expect(dam.proposals[2]?.open?.worst.terms.get('dam')).toBe('none')
})

test('a share near either end stays a share', () => {
  const reading = { share: 0.97, sigma: 0.01, shared: 0.005, parts: [] }
  expect(movedBy(reading, 30).share).toBeLessThanOrEqual(1)
  expect(movedBy(reading, 30).share).toBeGreaterThan(0.97)
  expect(movedBy(reading, 0)).toBe(reading)
  expect(movedBy({ ...reading, share: 0.5 }, 1).share).toBeCloseTo(0.51, 4)
})
