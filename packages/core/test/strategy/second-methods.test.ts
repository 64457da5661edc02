import { describe, expect, it } from 'vitest'
import { askStrategy } from '../../src/ask/strategy.ts'
import { readCase } from '../../src/case/read.ts'
import { randomSampler } from '../../src/draws/sampler.ts'
import { textsIn } from '../folder.ts'
import { pie, strategyIn } from './case.ts'

describe('shares of draws of the best for all', () => {
  // no deal alone is drawn, so each draw's gain is the share less that draw's no deal
  const { source, settings, incentives } = strategyIn(
    pie({ north: '[20, 45, 70]', south: '[10, 30, 80]' }),
    500
  )
  const witness = incentives?.ripeness.witness
  const share = Number(witness?.terms.get('share')?.slice(1))
  const sampler = randomSampler(source.scenarios, settings)
  const drawn = ['north', 'south'].map((party) => {
    const base = source.stances.get(party)?.noDeal?.base
    if (base?.kind !== 'range') throw new Error('a no deal in one range')
    const worth = party === 'north' ? share : 100 - share
    return [...sampler.column(base.judgement)].map((noDeal) => worth - noDeal)
  })
  const least = drawn[0]?.map((gain, k) => Math.min(gain, drawn[1]?.[k] ?? 0)) ?? []

  it('are those of each draw tried by itself', () => {
    expect(witness?.gains.map(({ better }) => better.p)).toEqual(
      drawn.map((gains) => gains.filter((gain) => gain >= 0).length / 500)
    )
    expect(witness?.together.p).toBe(least.filter((gain) => gain >= 0).length / 500)
    expect(witness?.together.p).toBeGreaterThan(0.2)
    expect(witness?.together.p).toBeLessThan(0.8)
  })

  it('name the draw in which the least gain is low, whose it is, and who loses most how often', () => {
    const worst = witness?.worst
    const sorted = [...least].sort((a, b) => a - b)
    expect(worst?.low).toBeCloseTo(sorted[25] as number, 9)
    expect(least[(worst?.draw ?? 0) - 1]).toBeCloseTo(worst?.low ?? 0, 9)
    const most = (k: number): number =>
      least.filter((gain, draw) => gain < 0 && drawn[k]?.[draw] === gain).length / 500
    expect(worst?.losing.map(({ party, share: { p } }) => [party, p])).toEqual([
      ['north', most(0)],
      ['south', most(1)]
    ])
  })
})

describe('a no deal that turns with a scenario', () => {
  const turning = (now: number): string =>
    pie({
      north: `[{if: {scenario: winter}, is: 10}, ${now}]`,
      south: '20',
      more: `scenarios: {winter: {p: 0.5, title: Winter, source: own}}
deliverables: [{id: d, by: south, gives: {share: s80}, source: own}]
plan: {period: P30D, discount: {north: 0.5, south: 0.5}, source: own}
`
    })

  it('is told with both its ends, and who would fight first by hand', () => {
    const ripeness = strategyIn(turning(70)).incentives?.ripeness
    const settlement = Number(ripeness?.witness?.terms.get('share')?.slice(1))
    // 70, against the whole pie for one period and 10 from then on: 0.5 x 100 + 0.5 x 10 = 55
    expect(ripeness?.waiting).toEqual([
      expect.objectContaining({
        party: 'north',
        best: 70,
        worst: 10,
        inBest: [],
        inWorst: ['winter'],
        settlement,
        most: expect.closeTo(100, 9) as number,
        discount: 0.5,
        fightsFirst: true
      })
    ])
    expect(settlement).toBeLessThan(70)
  })

  it('is no matter where the settlement is worth more than its better end', () => {
    expect(strategyIn(turning(30)).incentives?.ripeness.waiting).toEqual([])
  })
})

describe('answers to overtures on the flagship', () => {
  const answered = (responses: readonly (readonly [string, 'welcomed' | 'refused'])[]) => {
    const answer = askStrategy(
      { ...readCase(textsIn('ukraine/2024-maitra')), hash: 'sha256:0' },
      { draws: 200, seed: 3, responses: new Map(responses) }
    )
    if (answer.refused) throw new Error('the flagship has errors')
    const [russia] = answer.result.overtures ?? []
    if (!russia) throw new Error('no overtures')
    return russia
  }

  it("move beliefs by Bayes' rule, one after the other, and leave the rest in a new order", () => {
    const {
      before,
      answered: after,
      worth,
      types
    } = answered([
      ['land-for-neutrality', 'welcomed'],
      ['economic-offer', 'refused']
    ])
    expect(types).toEqual(['open', 'closed'])
    // even odds; land for neutrality is welcomed in 70 and 10 of 100, the economic offer refused in 25 and 60
    const once = (0.5 * 0.7) / (0.5 * 0.7 + 0.5 * 0.1)
    const twice = (once * 0.25) / (once * 0.25 + (1 - once) * 0.6)
    expect(after.map(({ chance }) => chance)).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(once * 0.25 + (1 - once) * 0.6, 12)
    ])
    expect(after.map(({ then }) => then.belief[0])).toEqual([
      expect.closeTo(once, 12),
      expect.closeTo(twice, 12)
    ])
    const end = after[1]?.then
    const means = worth.map(([open = 0, closed = 0]) => twice * open + (1 - twice) * closed)
    expect(end?.worth).toBeCloseTo(Math.max(...means), 12)
    expect(end?.ranked.map(({ overture }) => overture.id).sort()).toEqual(
      before.ranked
        .map(({ overture }) => overture.id)
        .filter((id) => id !== 'land-for-neutrality' && id !== 'economic-offer')
        .sort()
    )
  })
})
