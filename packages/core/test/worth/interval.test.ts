import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile } from '../../src/draws/quantile.ts'
import type { Case, Stance } from '../../src/model/case.ts'
import type { Judgement, Range } from '../../src/model/judgement.ts'
import { guaranteeOf } from '../../src/worth/guarantee.ts'
import type { OutcomeAsked } from '../../src/worth/interval.ts'
import { leastDifference } from '../../src/worth/interval.ts'
import type { Part } from '../../src/worth/least-sum.ts'
import { leastTogether } from '../../src/worth/least-sum.ts'
import type { Offers } from '../../src/worth/offers.ts'
import { offersOf } from '../../src/worth/offers.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { gain } from '../oracle/gain.ts'
import { rangeIn, worldsOf } from '../oracle/packages.ts'

const SEED = 20_250_703

test('the least sum at one quantile is the least of a fine grid', () => {
  const range = fc
    .tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean()
    )
    .map(([a, b, c, peaked]): Range => {
      const [low, mode, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
      return peaked ? { low, mode, high } : { low, high }
    })
  const parts = fc.array(fc.record({ range, coefficient: fc.integer({ min: -2, max: 2 }) }), {
    minLength: 1,
    maxLength: 4
  })
  fc.assert(
    fc.property(parts, (some: readonly Part[]) => {
      const grid = Array.from(
        { length: 20_001 },
        (_, i) => Math.sin(((i / 20_000) * Math.PI) / 2) ** 2
      )
      const least = grid.reduce(
        (low, q) =>
          Math.min(
            low,
            some.reduce((sum, part) => sum + part.coefficient * quantile(part.range, q), 0)
          ),
        Number.POSITIVE_INFINITY
      )
      const found = leastTogether(some)
      expect(found).toBeLessThanOrEqual(least + 2e-9)
      expect(found).toBeGreaterThan(least - 1e-5)
    }),
    { seed: SEED, numRuns: 30 }
  )
})

test('the least sum may lie where neither range stands at an end', () => {
  // 90 - 80 cos and 40 + 60 sin of an angle: their difference is least at 50 - hypot(80, 60)
  const parts: readonly Part[] = [
    { range: { low: 10, mode: 10, high: 90 }, coefficient: 1 },
    { range: { low: 40, mode: 100, high: 100 }, coefficient: -1 }
  ]
  expect(leastTogether(parts)).toBeCloseTo(-50, 8)
})

const small = {
  issues: { min: 1, max: 3 },
  options: { min: 2, max: 2 },
  ratification: false,
  open: false
} as const

function onPairs(
  numRuns: number,
  law: (pair: readonly [Offers, OutcomeAsked], context: Context) => void
): void {
  fc.assert(
    fc.property(drafts(small), (draft) => {
      const source = caseOf(draft)
      const offers = source.proposals.map((proposal) => offersOf(proposal, source))
      for (const stance of source.stances.values())
        if (stance.interests.length > 0)
          for (const one of offers)
            for (const other of [...offers, 'no-deal'] as const)
              law([one, other], { stance, source })
    }),
    { seed: SEED, numRuns }
  )
}

interface Context {
  readonly stance: Stance
  readonly source: Case
}

test('the least difference is that of the corners, with options of an ordered issue at one quantile', () => {
  let told = 0
  onPairs(7, ([one, other], context) => {
    const least = leastDifference(one, other, context)
    const corner = leastByCorners([one, other], context)
    expect(least).toBeLessThanOrEqual(corner + 1e-7)
    expect(least).toBeGreaterThan(corner - 0.02)
    if (least !== 0) told++
  })
  expect(told).toBeGreaterThan(20)
})

type Read = (judgement: Judgement) => number
const GRID = Array.from({ length: 81 }, (_, i) => Math.sin((i * Math.PI) / 160) ** 2)

/**
 * Weights and chances at every combination of their ends; what is left is a sum over streams, so
 * each takes the best point of a fine grid by itself. Difference and gain by their definitions.
 */
function leastByCorners(
  [one, other]: readonly [Offers, OutcomeAsked],
  { stance, source }: Context
): number {
  const difference = (read: Read): number =>
    gain(stance, one, source, read) - (other === 'no-deal' ? 0 : gain(stance, other, source, read))
  const judgements = readBy(difference)
  const outcomes = stance.noDeal?.base.kind === 'outcomes' ? stance.noDeal.base.outcomes : []
  const chances = [one, other].flatMap((side) =>
    side === 'no-deal' ? [] : [...side.values()].flatMap(({ chance }) => chance ?? [])
  )
  const keys = new Set(
    [
      ...stance.interests.map(({ weight }) => weight),
      ...chances,
      ...outcomes.flatMap(({ p }) => p ?? [])
    ].map(({ key }) => key)
  )
  const multipliers = judgements.filter(({ key }) => keys.has(key))
  const streams = [
    ...new Set(
      judgements.filter(({ key }) => !keys.has(key)).map(({ key, stream }) => stream ?? key)
    )
  ]
  let least = Number.POSITIVE_INFINITY
  for (const { scenario } of worldsOf(source)) {
    const moving = multipliers.filter(
      (judgement) => rangeIn(judgement, scenario).low < rangeIn(judgement, scenario).high
    )
    for (let corner = 0; corner < 2 ** moving.length; corner++) {
      const high = new Set(moving.filter((_, bit) => corner & (1 << bit)).map(({ key }) => key))
      const at = (q: ReadonlyMap<string, number>): number =>
        difference((judgement) => {
          const range = rangeIn(judgement, scenario)
          if (keys.has(judgement.key)) return high.has(judgement.key) ? range.high : range.low
          return quantile(range, q.get(judgement.stream ?? judgement.key) ?? 0)
        })
      const floor = at(new Map())
      const effects = streams.map((stream) =>
        Math.min(...gridOf(stream, judgements).map((q) => at(new Map([[stream, q]])) - floor))
      )
      least = Math.min(
        least,
        effects.reduce((sum, effect) => sum + effect, floor)
      )
    }
  }
  return least
}

function readBy(difference: (read: Read) => number): readonly Judgement[] {
  const seen = new Map<string, Judgement>()
  difference((judgement) => {
    seen.set(judgement.key, judgement)
    return 0.5
  })
  return [...seen.values()]
}

/** Only peaked ranges that share a quantile can be least in between. */
function gridOf(stream: string, judgements: readonly Judgement[]): readonly number[] {
  return judgements.some((judgement) => judgement.stream === stream) ? GRID : [0, 1]
}

test('against no deal the least difference is never below the guarantee, and equals it where no issue is ordered', () => {
  onPairs(25, ([one, other], context) => {
    if (other !== 'no-deal') return
    const { low } = guaranteeOf({ ...context, offers: one }, 0)
    const least = leastDifference(one, other, context)
    expect(least).toBeGreaterThan(low - 1e-9)
    if (context.source.issues.every(({ ordered }) => !ordered)) expect(least).toBeCloseTo(low, 9)
  })
})
