import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { LEAST_LEANING, Leanings } from '../../src/worth/leaning.ts'
import { offersOf, openIssues } from '../../src/worth/offers.ts'
import { caseOf, caseOfText, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { centralGain } from '../oracle/gain.ts'
import { hasGain, offeringOf } from '../oracle/search.ts'

test('over the options of a whole package the points add up to the gain at central values', () => {
  const law = fc.property(drafts({ open: false }), (draft) => {
    const source = caseOf(draft)
    const leanings = new Leanings(source)
    for (const proposal of source.proposals) {
      const offers = offersOf(proposal, source)
      const staged = [...offers.values()].some(({ then }) => then !== undefined)
      if (staged || openIssues(offers, source).length > 0) continue
      for (const stance of source.stances.values()) {
        if (!hasGain(stance.party, source)) continue
        const points = [...offers].map(
          ([issue, { option }]) => leanings.of(stance.party, issue, option).points
        )
        expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
          centralGain(stance, offeringOf(proposal, source), source),
          9
        )
      }
    }
  })
  tried(law, { seed: 20_261_128, runs: 20, seeds: 9 })
})

describe('two neighbours on a river', () => {
  const source: Case = caseOfText([
    [
      'case.yaml',
      `truce: 1
title: A river
as-of: 2024-06-01
sources: {o: {title: O, kind: assumption}}
parties:
  up: {name: Up, kind: state, role: belligerent}
  down: {name: Down, kind: state, role: belligerent}
required: [up]
issues:
  water:
    title: Water
    options: {whole: All of it, half: A half}
  dam:
    title: Dam
    options: {high: High, low: Low}
`
    ],
    [
      'stances.yaml',
      `stances:
  up:
    interests:
      water: {weight: 3, values: {whole: 100, half: 40}, source: o}
      dam: {weight: 1, values: {high: 42, low: 41}, source: o}
    no-deal: {base: 40, source: o}
  down:
    interests:
      water: {weight: 1, values: {whole: 0, half: 100}, source: o}
proposals: {}
`
    ]
  ])
  const leanings = new Leanings(source)

  test('what an option brings is its worth above no deal, by the share of the weights', () => {
    // 3/4 of (100 - 40), 3/4 of (40 - 40), 1/4 of (42 - 40) and of (41 - 40).
    expect(leanings.of('up', 'water', 'whole')).toEqual({ leaning: 'welcomes', points: 45 })
    expect(leanings.of('up', 'water', 'half')).toEqual({ leaning: 'even', points: 0 })
    expect(leanings.of('up', 'dam', 'high')).toEqual({
      leaning: 'welcomes',
      points: LEAST_LEANING
    })
    expect(leanings.of('up', 'dam', 'low')).toEqual({ leaning: 'even', points: 0.25 })
  })

  test('nothing is told of a party whose no-deal the case does not say', () => {
    expect(leanings.of('down', 'water', 'whole')).toEqual({ leaning: 'untold', points: 0 })
  })
})
