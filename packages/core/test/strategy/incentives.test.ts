import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomSampler } from '../../src/draws/sampler.ts'
import { ladderOf, readRungs } from '../../src/strategy/climbing.ts'
import { pie, strategyIn } from './case.ts'
import { perfectPlans } from './ladders.ts'

/** The shares that leave neither below no deal at the centre. */
const bothGain = (text: string): readonly number[] =>
  (strategyIn(text).incentives?.proposals ?? [])
    .filter(({ gains }) => gains.every(({ gain }) => gain.central >= 0))
    .map(({ id }) => Number(id.slice(1)))

describe('a pie to be shared', () => {
  // Fearon 1995: between p - a and p + b, at most all of it
  it.each([
    { p: 60, a: 10, b: 20, low: 50, high: 80 },
    { p: 50, a: 5, b: 5, low: 45, high: 55 },
    { p: 95, a: 10, b: 20, low: 85, high: 100 }
  ])('is better shared from $low to $high than fought over', ({ p, a, b, low, high }) => {
    const text = pie({ north: String(p - a), south: String(100 - p - b) })
    const shares = bothGain(text)
    expect([shares[0], shares.at(-1), shares.length]).toEqual([low, high, (high - low) / 5 + 1])
    expect(strategyIn(text).incentives?.ripeness.ripe).toBe(true)
  })

  it('is fought over where both expect too much, and is not ripe where nothing is left over', () => {
    const apart = strategyIn(pie({ north: '70', south: '50' })).incentives?.ripeness
    expect(apart).toMatchObject({ ripe: false, witness: { least: -10 } })
    expect(bothGain(pie({ north: '70', south: '50' }))).toEqual([])
    expect(strategyIn(pie({ north: '50', south: '50' })).incentives?.ripeness.ripe).toBe(false)
  })

  it('is private where a no deal may lie on either side of the settlement', () => {
    const found = strategyIn(pie({ north: '50', south: '[0, 30, 90]' })).incentives?.ripeness
    expect(found?.private.map(({ party }) => party)).toEqual(['south'])
    // at the centre 50 and 30: the best for both is 60, which leaves South 40
    expect(found?.private[0]?.worth).toBe(40)
    expect(strategyIn(pie({ north: '50', south: '30' })).incentives?.ripeness.private).toEqual([])
  })
})

const EXAMPLE = readFileSync('docs/method/strategy-example/case.yaml', 'utf8')

describe('a ledger', () => {
  it('adds up, at the centre, with its signs', () => {
    const [north] = strategyIn(EXAMPLE).incentives?.ledgers ?? []
    expect(north?.base.central).toBe(100)
    expect(north?.entries.map(({ worth }) => worth.central)).toEqual([-40, 5])
    expect(north?.sum.central).toBe(65)
  })

  it('leaves out what the case has no material for', () => {
    const bare = EXAMPLE.slice(0, EXAMPLE.indexOf('escalation:'))
    expect(strategyIn(bare).climbing).toBeUndefined()
    const kahn = `${bare}escalation:\n  sides: [north, south]\n  ladder: kahn\n  signals: [{by: north, at: 2024-06-01, rung: kahn-10, kind: exercise, source: own}]\n`
    const found = strategyIn(kahn)
    expect(found.climbing).toBeUndefined()
    expect(found.kahn).toMatchObject([
      {
        rung: { number: 10, title: 'Provocative breaking off of diplomatic relations' },
        threshold: 'Nuclear war is unthinkable'
      }
    ])
  })
})

it('shares of draws on a ladder are those of each draw tried by itself', () => {
  const text = EXAMPLE.replace('win: 80', 'win: [20, 40, 90]')
  const { climbing, source, settings } = strategyIn(text, 200)
  const own = source.process.escalation && ladderOf(source.process.escalation)
  if (!climbing || !own) throw new Error('the example has a ladder')
  const sampler = randomSampler([], settings)
  const drawn = Array.from({ length: 200 }, (_, draw) =>
    readRungs(own, (judgement) => sampler.column(judgement)[draw] as number)
  )
  // North opens: on the second rung it is North's turn; South opens: on the first
  for (const [first, at, side] of [
    [0, 2, 0],
    [1, 1, 0],
    [0, 1, 1]
  ] as const) {
    const climbs = drawn.filter((rungs) =>
      perfectPlans(rungs, first).every((plan) => plan[at] === true)
    ).length
    expect(climbing.levels[at]?.sides[side].climbs.p).toBe(climbs / 200)
  }
  expect(climbing.levels[2]?.sides[0].climbs.p).toBeGreaterThan(0.1)
  expect(climbing.levels[2]?.sides[0].climbs.p).toBeLessThan(0.9)
})
