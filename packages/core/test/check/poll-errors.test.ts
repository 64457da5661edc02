import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { driftSince, LONGEST_WALK, POLL_ERRORS } from '../../src/model/poll-errors.ts'

const walk = POLL_ERRORS.walk.value

describe('the drift of a poll', () => {
  test('is none on the day, and grows with the root of the months', () => {
    expect(driftSince('2024-06-01', '2024-06-01')).toBe(0)
    expect(driftSince('2024-02-01', '2024-06-01')).toBeCloseTo(walk * Math.sqrt(121 / 30.44), 12)
    const month = driftSince('2024-05-02', '2024-06-01')
    expect(driftSince('2024-02-02', '2024-06-01') / month).toBeCloseTo(2, 12)
  })

  test('counts from the middle of the fieldwork, a month or a year being as long as it is', () => {
    expect(driftSince('2024-03-10/2024-03-20', '2024-06-01')).toBe(
      driftSince('2024-03-15', '2024-06-01')
    )
    expect(driftSince('2023-06', '2023-09-15')).toBeCloseTo(
      driftSince('2023-06-01/2023-06-30', '2023-09-15'),
      12
    )
    expect(driftSince('2023', '2023-09-01')).toBeCloseTo(driftSince('2023-07-02', '2023-09-01'), 12)
  })

  test('stops where no older poll was measured, and never runs backwards', () => {
    expect(driftSince('2019-01', '2024-06-01')).toBe(walk * Math.sqrt(LONGEST_WALK))
    expect(driftSince('2024-07', '2024-06-01')).toBe(0)
  })
})

const withErrors = (stated: string) =>
  readCase([
    {
      name: 'case.yaml',
      text: `truce: 1
title: A poll with its errors
view: nobody's
as-of: 2024-06-01
sources: {survey: {title: A survey, kind: poll, date: 2024-05}}
parties: {a: {name: A, kind: state, role: belligerent}}
issues: {water: {title: Water, options: {half: Half, full: All}}}
stances:
  a:
    interests: {water: {weight: 1, values: {half: 50, full: 100}, source: survey}}
    no-deal: {base: 10, source: survey}
    ratification: [{body: electorate, threshold: 50%, support: [{poll: spring, answers: [yes-to-it]}]}]
polls:
  spring: {population: a, field: 2024-05-02, n: 400, answers: {yes-to-it: 54, no-to-it: 36}, source: survey${stated}}
proposals: {one: {title: One, by: survey, terms: {water: half}}}
`
    }
  ])

test('a poll that states an error keeps it; others take the estimates', () => {
  const pollOf = (stated: string) => withErrors(stated).case?.polls.get('spring')
  expect(pollOf('')).toMatchObject({
    house: POLL_ERRORS.house.value,
    common: POLL_ERRORS.common.value
  })
  expect(pollOf('')?.drift).toBeCloseTo(walk * Math.sqrt(30 / 30.44), 12)
  expect(pollOf(', house: 0.02, drift: 0.03')).toMatchObject({
    house: 0.02,
    common: 0,
    drift: 0.03
  })
})
