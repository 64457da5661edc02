import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frontier, Table } from '../../src/bargaining/index.ts'
import {
  frontier,
  gainsOf,
  improve,
  roundingOf,
  solveDeals,
  wholeNumbers
} from '../../src/bargaining/index.ts'
import { tried } from '../laws.ts'
import { covers, packagesOf } from '../oracle/deals.ts'
import { listed } from './listed.ts'

const SEED = 20_261_128

/** Worths as written and, a hundredfold common multiple of all denominators larger, as they truly are. */
interface Domain {
  readonly table: Table
  readonly truth: readonly (readonly (readonly bigint[])[])[]
  readonly noDeal: readonly bigint[]
}

/** 2 x 3 x 5 x 7 x 9 x 11: every denominator drawn divides it. */
const COMMON = 20_790n

/**
 * Values that are fractions of 100, weights short decimals: as a case with steps of a third or a
 * seventh has them. Each party's numbers times `factor`.
 */
const domains = (factor: number): fc.Arbitrary<Domain> =>
  fc
    .record({
      width: fc.integer({ min: 2, max: 4 }),
      issues: fc.array(
        fc.record({
          options: fc.integer({ min: 2, max: 4 }),
          draws: fc.array(fc.tuple(fc.nat(12), fc.constantFrom(1, 2, 3, 5, 7, 9, 11)), {
            minLength: 16,
            maxLength: 16
          }),
          weights: fc.array(fc.constantFrom(10, 25, 30, 100), { minLength: 4, maxLength: 4 })
        }),
        { minLength: 1, maxLength: 4 }
      ),
      noDeal: fc.array(fc.nat(60), { minLength: 4, maxLength: 4 })
    })
    .map(({ width, issues, noDeal }) => {
      const parties = Array.from({ length: width }, (_, k) => `p${k}`)
      const at = (draws: readonly [number, number][], option: number, party: number) =>
        draws[option * 4 + party] as [number, number]
      return {
        table: {
          parties,
          issues: issues.map(({ options, draws, weights }, k) => ({
            id: `i${k}`,
            options: Array.from({ length: options }, (_, o) => `o${o}`),
            worth: Array.from({ length: options }, (_, o) =>
              parties.map((_, p) => {
                const [top, bottom] = at(draws, o, p)
                // the way a case comes to it: a value between two values, times a weight
                return ((weights[p] as number) / 100) * (100 * (top / bottom)) * factor
              })
            )
          })),
          noDeal: parties.map((_, p) => (noDeal[p] as number) * factor)
        },
        truth: issues.map(({ options, draws, weights }) =>
          Array.from({ length: options }, (_, o) =>
            parties.map((_, p) => {
              const [top, bottom] = at(draws, o, p)
              return (BigInt(weights[p] as number) * BigInt(top) * COMMON) / BigInt(bottom)
            })
          )
        ),
        noDeal: parties.map((_, p) => BigInt(noDeal[p] as number) * COMMON)
      }
    })

/** Gains of the efficient packages where nobody loses, and of how many packages: by enumeration. */
function efficientOf({ table, truth, noDeal }: Domain): ReadonlyMap<string, number> {
  const reached = new Map<string, { readonly gains: readonly bigint[]; packages: number }>()
  for (const choice of packagesOf(wholeNumbers(table))) {
    const gains = noDeal.map((less, p) =>
      choice.reduce((sum, option, k) => sum + (truth[k]?.[option]?.[p] as bigint), -less)
    )
    if (gains.some((gain) => gain < 0n)) continue
    const known = reached.get(gains.join())
    if (known) known.packages++
    else reached.set(gains.join(), { gains, packages: 1 })
  }
  const all = [...reached]
  const isBeaten = (own: readonly bigint[], key: string): boolean =>
    all.some(
      ([other, { gains }]) => other !== key && gains.every((gain, p) => gain >= (own[p] as bigint))
    )
  return new Map(
    all
      .filter(([key, { gains }]) => !isBeaten(gains, key))
      .map(([key, { packages }]) => [key, packages])
  )
}

/** Gains of the listed points in the units of the oracle. */
const inTruth = (found: Frontier, factor: number): readonly string[] =>
  listed(found).map((gains) =>
    gains
      .map((gain, p) => (gain / (found.space.unitsPerPoint[p] as number) / factor) * Number(COMMON))
      .map((gain) => BigInt(Math.round(gain)))
      .join()
  )

describe('worths that are thirds, sevenths and such', () => {
  test('are exact, and the frontier is that of fractions', () => {
    tried(
      fc.property(domains(1), (domain) => {
        const space = wholeNumbers(domain.table)
        expect(space.exact).toEqual(space.parties.map(() => true))
        const found = frontier(space)
        expect(found.rounding).toBeUndefined()
        const counted = new Map(
          inTruth(found, 1).map((key, point) => [key, Number(found.packages(point))])
        )
        expect(counted).toEqual(efficientOf(domain))
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })

  test('each number times the units is the whole number, as fractions have it', () => {
    tried(
      fc.property(domains(1), ({ table, truth, noDeal }) => {
        const space = wholeNumbers(table)
        const units = [...space.unitsPerPoint].map(BigInt)
        const same = (whole: number, exact: bigint, p: number): void =>
          expect(BigInt(whole) * COMMON).toBe(exact * (units[p] as bigint))
        for (const [p, exact] of noDeal.entries()) same(space.noDeal[p] as number, exact, p)
        for (const [k, issue] of truth.entries())
          for (const [o, row] of issue.entries())
            for (const [p, exact] of row.entries())
              same(space.issues[k]?.worth[o]?.[p] as number, exact, p)
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('without a common grid, what only rounding tells apart counts as one, and nothing is counted', () => {
    tried(
      fc.property(domains(Math.PI), (domain) => {
        const space = wholeNumbers(domain.table)
        const found = frontier(space)
        const wanted = efficientOf(domain)
        expect(inTruth(found, Math.PI).toSorted()).toEqual([...wanted.keys()].toSorted())
        if (!found.rounding) return
        expect([...found.gains.values.keys()].map((point) => found.packages(point))).toEqual(
          [...found.gains.values].map(() => undefined)
        )
        // the picks are among them, so that none dominates another
        for (const { ties } of solveDeals(space, { most: 1000 }).standards)
          expect(ties.every((deal) => deal.packages === undefined)).toBe(true)
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })
})

test('rounding is half a unit for each number, on either side', () => {
  const space = wholeNumbers({
    parties: ['north', 'south'],
    issues: [
      {
        id: 'border',
        options: ['river', 'hills'],
        worth: [
          [Math.PI, 1],
          [Math.E, 2]
        ]
      }
    ],
    noDeal: [0, 0]
  })
  expect(space.exact).toEqual([false, true])
  expect([...(roundingOf(space) ?? [])]).toEqual([2, 0])
})

test('a package that another betters by less than the rounding is efficient', () => {
  // 2 pi / 3 is what one may reach by one step or by two, and the doubles differ in the last place
  const third = (Math.PI * 10) / 3
  const issue = (id: string, first: number, second: number) => ({
    id,
    options: ['a', 'b'],
    worth: [
      [first, 0],
      [second, 0]
    ]
  })
  const space = wholeNumbers({
    parties: ['north', 'south'],
    issues: [
      {
        ...issue('x', 2 * third, third),
        worth: [
          [2 * third, 1],
          [third, 1]
        ]
      },
      {
        ...issue('y', 0, third),
        worth: [
          [0, 1],
          [third, 1]
        ]
      },
      {
        ...issue('z', 0, third - 1e-11),
        worth: [
          [0, 1],
          [1e-11, 1]
        ]
      }
    ],
    noDeal: [0, 0]
  })
  expect(space.exact[0]).toBe(false)
  const best = gainsOf(space, [0, 1, 1])
  const nearly = gainsOf(space, [0, 1, 0])
  expect(covers(best, nearly)).toBe(true)
  expect(improve(space, nearly)).toBeUndefined()
  expect(improve(space, gainsOf(space, [0, 0, 0]))).toBeDefined()
})
