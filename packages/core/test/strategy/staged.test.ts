import { describe, expect, it } from 'vitest'
import type { StagedTerms } from '../../src/strategy/staged.ts'
import { strategyIn } from './case.ts'

/** South lays down its arms at once, and North goes back behind the river later. */
const bridge = (more = ''): string => `
truce: 1
title: A bridge
as-of: 2024-06-15
required: [north, south]
sources: {own: {title: Our own, kind: assumption}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
issues:
  arms: {title: Arms of South, options: {kept: Kept, down: Laid down}, if-silent: kept}
  front: {title: Where North stands, options: {hill: On the hill, river: Behind the river}, if-silent: hill}
stances:
  north:
    interests:
      arms: {weight: 1, values: {kept: 0, down: 100}, source: own}
      front: {weight: 1, values: {hill: 100, river: 0}, source: own}
    no-deal: {base: 30, source: own}
  south:
    interests:
      arms: {weight: 1, values: {kept: 100, down: 0}, source: own}
      front: {weight: 3, values: {hill: 0, river: 100}, source: own}
    no-deal: {base: 20, source: own}
proposals:
  bridge: {title: Arms now, terms: {arms: down, front: {first: hill, then: river, chance: 1, after: {after: signature, weeks: 20}}}}
  plain: {title: All at once, terms: {arms: down, front: river}}
${more}`

const stagedIn = (text: string): StagedTerms | undefined => {
  const [first, second] = strategyIn(text).incentives?.proposals ?? []
  expect(second?.staged).toBeUndefined()
  return first?.staged
}

describe('terms in stages', () => {
  it('tell who gains by stopping at the first, by hand', () => {
    const [north, south] = stagedIn(bridge())?.parties ?? []
    // North: 100 at the first stage, 50 at the last; South: 0 and 75
    expect([north?.first, north?.last, north?.stopping.central]).toEqual([70, 20, 50])
    expect([south?.first, south?.last, south?.stopping.central]).toEqual([-20, 55, -75])
    expect([north?.stops.p, south?.stops.p]).toEqual([1, 0])
    expect(north?.answered).toBeUndefined()
  })

  it('tell whose the later step is, and what is left where the others go back to no deal', () => {
    const plan = (discount: number): string => `
deliverables:
  - {id: back, by: north, gives: {front: river}, source: own}
plan: {period: P30D, discount: {north: ${discount}, south: 0.9}, source: own}
`
    const patient = stagedIn(bridge(plan(0.9)))
    expect(patient?.by).toEqual(['north'])
    // (1 - 0.9) 70 - 20; Fearon's shift the other way round: the gain is for one period alone
    expect(patient?.parties[0]?.answered).toBeCloseTo(-13, 9)
    expect(stagedIn(bridge(plan(0.5)))?.parties[0]?.answered).toBeCloseTo(15, 9)
  })
})
