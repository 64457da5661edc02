import { describe, expect, test } from 'vitest'
import type { Electorate } from '../../src/strategy/electorates.ts'
import { strategyIn } from './case.ts'

const text = (differing: {
  readonly threshold?: string
  readonly polls?: string
  readonly rules?: string
  readonly issues?: string
  readonly body?: string
}): string => `
truce: 1
title: Two and a river
as-of: 2024-06-15
required: [north, south]
sources: {own: {title: Our own, kind: assumption}}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
issues:
  river: {title: River, options: {north: To North, half: Shared, south: To South}}
  dam: {title: Dam, options: {stays: It stays, goes: It goes}}
  flag: {title: Flag, options: {one: One flag, two: Two flags}}
${differing.issues ?? ''}
${differing.rules ?? ''}
polls:
  shared: {population: South, field: 2024-05, n: 1000, question: May it be shared?, answers: {yes: 60, no: 40}, source: own}
  given: {population: South, field: 2024-05, n: 1000, question: May it be given up?, answers: {yes: 30, no: 70}, source: own}
${differing.polls ?? ''}
stances:
  north:
    interests:
      river: {weight: 2, values: {north: 100, half: 50, south: 0}, source: own}
      dam: {weight: 1, values: {stays: 100, goes: 0}, source: own}
    no-deal: {base: 20, source: own}
  south:
    interests:
      river: {weight: 2, values: {north: 0, half: 50, south: 100}, source: own}
      dam: {weight: 1, values: {stays: 0, goes: 100}, source: own}
    no-deal: {base: 20, source: own}
    ratification:
      - body: vote
        threshold: ${differing.threshold ?? '0.5'}
        support:
          - {when: {river: half}, poll: shared, answers: [yes], fit: direct}
          - {when: {river: north}, poll: given, answers: [yes], fit: direct}
        otherwise: [0.8, 0.9, 1]
        source: own
${differing.body ?? ''}
proposals:
  text: {title: All of it, terms: {river: half, dam: goes, flag: one}}
`

const only = (differing: Parameters<typeof text>[0] = {}): Electorate => {
  const tried = strategyIn(text(differing)).electorates?.tried ?? []
  expect(tried.map(({ party }) => party)).toEqual(['south'])
  return tried[0] as Electorate
}

describe('a body at home', () => {
  test('passes the ways whose poll is above its threshold, and no way has more than is told', () => {
    const { ways, passed, terms } = only()
    // it looks at the river alone: shared (60 %) and South's own (assumed) pass, given up (30 %) does not
    expect([ways, passed]).toEqual([3, 2])
    const at = new Map(terms.map(({ option, p }) => [option, p]))
    expect(at.get('north')).toBeLessThan(0.05)
    expect(at.get('half')).toBeGreaterThan(0.5)
    expect(at.get('half')).toBeLessThan(1)
  })

  test('has a win-set that only shrinks with its threshold', () => {
    const passed = ['0.2', '0.5', '0.65', '0.95'].map((threshold) => only({ threshold }).passed)
    expect(passed).toEqual([3, 2, 1, 0])
  })

  test('does not look at ways that break a rule', () => {
    const rules = 'rules: [{never: {river: north}, because: no, source: own}]'
    expect(only({ rules }).ways).toBe(2)
  })

  test('keeps the bargain within what it passes: the other side pays, or nothing is left', () => {
    const { bargain } = only({ threshold: '0.65' })
    // all that passes gives South the river: North has at most the dam, 100/3 - 20
    expect(bargain?.bound?.terms.get('river')).toBe('south')
    expect(bargain?.bound?.gains[0]).toBeCloseTo(100 / 3 - 20, 6)
    // free, the least gain is greatest where the river is shared: 1/2 of the points, one has the dam
    expect(bargain?.free.terms.get('river')).toBe('half')
    expect(Math.min(...(bargain?.free.gains ?? []))).toBeCloseTo(100 / 3 - 20, 6)
    expect(only({ threshold: '0.95' }).bargain?.bound).toBeUndefined()
  })

  test('is named where it is left out, and why', () => {
    const ids = Array.from({ length: 15 }, (_, k) => `wish${k}`)
    const issues = ids
      .map((id) => `  ${id}: {title: ${id}, options: {yes: Yes, no: No}}`)
      .join('\n')
    const when = ids.map((id) => `${id}: yes`).join(', ')
    const body = `
      - {body: council, threshold: 0.5, support: [{when: {${when}}, poll: shared, answers: [yes], fit: distant}], source: own}
      - {body: elders, threshold: 0.5, source: own}`
    const { tried, left } = strategyIn(text({ issues, body })).electorates ?? {}
    expect(tried?.map((one) => one.body.id)).toEqual(['vote'])
    expect(left?.map((one) => [one.body.id, one.why, one.ways])).toEqual([
      ['council', 'too-many', 2 ** 15],
      ['elders', 'silent', 1]
    ])
  })

  test('says which of all that could be signed it is likeliest to pass, where none is in its win-set', () => {
    // North must have a share of the river, so the two ways left are shared (60 %) and given up (30 %)
    const stances = text({ threshold: '0.65' }).replace(
      '  north:\n    interests',
      '  north:\n    redlines: [{id: river, never: {river: south}, firmness: 0.9, source: own}]\n    interests'
    )
    const [south] = strategyIn(stances).electorates?.tried ?? []
    expect(south?.bargain?.bound).toBeUndefined()
    expect(south?.bargain?.nearest?.terms.get('river')).toBe('half')
    expect(south?.bargain?.nearest?.p).toBe(south?.terms.find(({ option }) => option === 'half')?.p)
  })

  test('says how a question put again moved, and how surely', () => {
    const again = (month: number, yes: number): string =>
      `  wave${month}: {population: South, field: 2024-0${month}, n: 1000, question: May it be shared?, answers: {yes: ${yes}, no: ${100 - yes}}, source: own}`
    expect(only().waves).toEqual([])
    const [asked] = only({ polls: [again(3, 40), again(4, 50)].join('\n') }).waves
    expect(asked?.waves.map(({ field }) => field)).toEqual(['2024-03', '2024-04', '2024-05'])
    expect(asked?.slope).toBeCloseTo(0.1, 2)
    // three alike a month apart: the error of the slope is one share's over the root of two
    const error = Math.max(...(asked?.waves.map((wave) => wave.error) ?? []))
    expect(asked?.slopeError).toBeCloseTo(error / Math.sqrt(2), 2)
  })
})
