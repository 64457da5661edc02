import { expect, test } from 'vitest'
import { randomSampler } from '../../src/draws/sampler.ts'
import { drawnPath } from '../../src/plan/drawn.ts'
import { sequenceOf } from '../../src/plan/figures.ts'
import { slacksIn } from './every-order.ts'
import { DELIVERABLES, planOf } from './small-plan.ts'

test('shares and ranges over the draws are those of each draw summed by itself', () => {
  const { path } = planOf({
    deliverables: DELIVERABLES.replace('grab: {east: 2}', 'grab: {east: [0, 20, 60]}'),
    discount: '{east: [0.3, 0.5, 0.9], west: [0.5, 0.9]}'
  })
  const sampler = randomSampler([], { draws: 400, seed: 3, dependence: 'independent' })
  const { enforcing, standardError, breaks, anybody, ranges } = drawnPath(path, [0, 1], sampler)
  const each = Array.from({ length: 400 }, (_, draw) =>
    slacksIn(
      sequenceOf(path, (judgement) => sampler.column(judgement)[draw] as number),
      [0, 1]
    )
  )
  const shareOf = (told: (slacks: readonly (readonly number[])[]) => boolean): number =>
    each.filter(told).length / 400
  const share = shareOf((slacks) => slacks.flat().every((slack) => slack >= 0))
  expect(enforcing).toBe(share)
  expect(standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 400), 12)
  expect(shareOf((slacks) => (slacks[1]?.[0] ?? 0) < 0)).toBeGreaterThan(0.05)
  for (const t of [0, 1, 2]) {
    expect(anybody[t]).toBe(shareOf((slacks) => slacks[t]?.some((slack) => slack < 0) ?? false))
    for (const i of [0, 1]) {
      const own = each.map((slacks) => slacks[t]?.[i] ?? Number.NaN).sort((a, b) => a - b)
      expect(breaks[t]?.[i]).toBe(own.filter((slack) => slack < 0).length / 400)
      const [low, high] = ranges[t]?.[i] ?? []
      expect(low).toBeCloseTo(own[20] ?? Number.NaN, 8)
      expect(high).toBeCloseTo(own[380] ?? Number.NaN, 8)
    }
  }
})
