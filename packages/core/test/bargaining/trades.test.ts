import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealSpace } from '../../src/bargaining/deal-space.ts'
import { wholeNumbers } from '../../src/bargaining/deal-space.ts'
import type { Trade } from '../../src/bargaining/trades.ts'
import { linkages, tradesFrom } from '../../src/bargaining/trades.ts'
import { factsOf, holds } from '../../src/model/condition.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_612
const ALL = Number.POSITIVE_INFINITY

/**
 * Land matters to A, trade to B; on the border nobody minds `wide`. Worth by option, then party.
 */
const issues = [
  {
    id: 'land',
    options: ['a', 'b'],
    worth: [
      [60, 0],
      [0, 20]
    ]
  },
  {
    id: 'trade',
    options: ['a', 'b'],
    worth: [
      [30, 0],
      [0, 70]
    ]
  },
  {
    id: 'border',
    options: ['narrow', 'wide'],
    worth: [
      [0, 0],
      [10, 10]
    ]
  }
]
const table = { parties: ['A', 'B'], issues, noDeal: [0, 0] }

describe('an example by hand', () => {
  test('this for that, and apart from it what serves everyone', () => {
    expect(tradesFrom(wholeNumbers(table), { deal: [1, 0, 0], limit: 9 })).toEqual({
      improvementCount: 1,
      improvements: [
        {
          changes: [
            { issue: 'border', from: 'narrow', to: 'wide', giving: [], receiving: ['A', 'B'] }
          ],
          gains: [10, 10]
        }
      ],
      tradeCount: 1,
      trades: [
        {
          changes: [
            { issue: 'land', from: 'b', to: 'a', giving: ['B'], receiving: ['A'] },
            { issue: 'trade', from: 'a', to: 'b', giving: ['A'], receiving: ['B'] }
          ],
          gains: [30, 50]
        }
      ]
    })
  })

  test('what is excluded cannot be traded, but can be part of a longer trade', () => {
    const excluded = [
      {
        kind: 'all' as const,
        parts: [
          { kind: 'is' as const, issue: 'land', options: ['a'] },
          { kind: 'is' as const, issue: 'border', options: ['narrow'] }
        ]
      }
    ]
    const { trades, improvements } = tradesFrom(wholeNumbers({ ...table, excluded }), {
      deal: [1, 0, 0],
      limit: 9
    })
    expect(improvements.length).toBe(1)
    expect(trades).toEqual([])
    const dear = issues.map((issue) =>
      issue.id === 'border'
        ? {
            ...issue,
            worth: [
              [10, 10],
              [0, 0]
            ]
          }
        : issue
    )
    const found = tradesFrom(wholeNumbers({ ...table, issues: dear, excluded }), {
      deal: [1, 0, 0],
      limit: 9
    }).trades
    expect(found.map(({ changes, gains }) => [changes.length, gains])).toEqual([[3, [20, 40]]])
  })

  test('the list stops at the limit, the counts do not', () => {
    const found = tradesFrom(wholeNumbers(table), { deal: [1, 0, 0], limit: 0 })
    expect(found).toEqual({ improvements: [], improvementCount: 1, trades: [], tradeCount: 1 })
  })

  test('linkages: land for trade; on the border the parties are not opposed', () => {
    expect(linkages(wholeNumbers(table))).toEqual([
      { parties: ['A', 'B'], issues: ['land', 'trade'], ratio: 7, whole: true }
    ])
  })
})

const space = fc.constantFrom(1, 2, 2, 3, 3).chain((parties) =>
  fc
    .record({
      rows: fc.array(
        fc.array(
          fc.array(fc.integer({ min: -9, max: 9 }), { minLength: parties, maxLength: parties }),
          {
            minLength: 2,
            maxLength: 4
          }
        ),
        { minLength: 3, maxLength: 5 }
      ),
      banned: fc.array(fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }), { maxLength: 2 }),
      picks: fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
      scale: fc.constantFrom(1, 10)
    })
    .map(({ rows, banned, picks, scale }) => {
      const made = wholeNumbers({
        parties: ['A', 'B', 'C'].slice(0, parties),
        issues: rows.map((worth, issue) => ({
          id: `i${issue}`,
          options: worth.map((_, option) => `o${option}`),
          worth: worth.map((row) =>
            row.map((value, party) => (party === 0 ? value / scale : value))
          )
        })),
        noDeal: Array(parties).fill(0),
        excluded: banned.map((pair) => ({
          kind: 'all',
          parts: pair.map((option, issue) => ({
            kind: 'is',
            issue: `i${issue}`,
            options: [`o${option}`]
          }))
        }))
      })
      return { made, deal: rows.map((worth, issue) => (picks[issue] as number) % worth.length) }
    })
)

const packagesOf = ({ issues: list }: DealSpace): readonly (readonly number[])[] =>
  list.reduce<readonly (readonly number[])[]>(
    (all, { options }) => all.flatMap((one) => options.map((_, o) => [...one, o])),
    [[]]
  )

/**
 * Every package that improves on the deal, with how many issues it changes; none of them lies
 * between the deal and another.
 */
function improvingByDefinition(
  made: DealSpace,
  deal: readonly number[]
): readonly { readonly to: readonly number[]; readonly size: number }[] {
  const gains = (to: readonly number[]): readonly number[] =>
    made.parties.map((_, p) =>
      made.issues.reduce(
        (sum, { worth }, i) =>
          sum + (worth[to[i] as number]?.[p] ?? 0) - (worth[deal[i] as number]?.[p] ?? 0),
        0
      )
    )
  const admissible = (to: readonly number[]): boolean => {
    const terms = new Map(
      made.issues.map(({ id, options }, i) => [id, options[to[i] as number] as string])
    )
    return made.excluded.every((condition) => holds(condition, factsOf(terms)) !== true)
  }
  const better = packagesOf(made).filter(
    (to) => admissible(to) && gains(to).every((g) => g >= 0) && gains(to).some((g) => g > 0)
  )
  const isPart = (part: readonly number[], whole: readonly number[]): boolean =>
    part !== whole && part.every((option, i) => option === deal[i] || option === whole[i])
  return better
    .filter((to) => !better.some((part) => isPart(part, to)))
    .map((to) => ({ to, size: to.filter((option, i) => option !== deal[i]).length }))
}

const keyOf = (trade: Trade): string => trade.changes.map(({ issue, to }) => `${issue}${to}`).join()
const keyOfPackage = (made: DealSpace, deal: readonly number[], to: readonly number[]): string =>
  made.issues
    .flatMap(({ id, options }, i) =>
      to[i] === deal[i] ? [] : [`${id}${options[to[i] as number]}`]
    )
    .join()

/** What a change adds to each party's gain, in units. */
function stepIn(made: DealSpace, { issue, from, to }: Trade['changes'][number]): readonly number[] {
  const { options, worth } = made.issues.find(
    ({ id }) => id === issue
  ) as DealSpace['issues'][number]
  const [before, after] = [worth[options.indexOf(from)], worth[options.indexOf(to)]]
  return made.parties.map((_, party) => (after?.[party] ?? 0) - (before?.[party] ?? 0))
}

describe('laws', () => {
  test('exactly the least improving changes of one, two and three issues are found', () => {
    let seen = 0
    tried(
      fc.property(space, ({ made, deal }) => {
        const found = tradesFrom(made, { deal, limit: ALL })
        const truth = improvingByDefinition(made, deal)
        const keys = (sizes: readonly number[]): readonly string[] =>
          truth
            .filter(({ size }) => sizes.includes(size))
            .map(({ to }) => keyOfPackage(made, deal, to))
            .sort()
        expect(found.improvements.map(keyOf).sort()).toEqual(keys([1]))
        expect(found.trades.map(keyOf).sort()).toEqual(keys([2, 3]))
        expect([found.improvementCount, found.tradeCount]).toEqual([
          found.improvements.length,
          found.trades.length
        ])
        seen += keys([3]).length
      }),
      { seed: SEED, runs: 150, seeds: 4 }
    )
    expect(seen).toBeGreaterThan(20)
  })

  test('gains are those of the package, in points; every trade has who gives and who receives; least gain sorts', () => {
    tried(
      fc.property(space, ({ made, deal }) => {
        const { trades } = tradesFrom(made, { deal, limit: ALL })
        for (const { changes, gains } of trades) {
          const steps = changes.map((change) => stepIn(made, change))
          for (const [party, gain] of gains.entries()) {
            const units = steps.reduce((sum, step) => sum + (step[party] as number), 0)
            expect(gain).toBeCloseTo(units / (made.unitsPerPoint[party] as number), 10)
          }
          for (const [k, { giving, receiving }] of changes.entries()) {
            expect(giving).toEqual(made.parties.filter((_, party) => (steps[k]?.[party] ?? 0) < 0))
            expect(receiving).toEqual(
              made.parties.filter((_, party) => (steps[k]?.[party] ?? 0) > 0)
            )
            if (made.excluded.length === 0) expect(giving.length).toBeGreaterThan(0)
          }
        }
        const totals = trades.map(
          ({ gains }) => [Math.min(...gains), gains.reduce((sum, gain) => sum + gain, 0)] as const
        )
        for (const [k, [least, all]] of totals.entries())
          if (least === totals[k + 1]?.[0])
            expect(all).toBeGreaterThanOrEqual((totals[k + 1]?.[1] as number) - 1e-9)
        const leasts = totals.map(([least]) => least)
        expect(leasts).toEqual([...leasts].sort((a, b) => b - a))
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('a linkage is there exactly when parts of two opposed issues can be swapped for the good of both', () => {
    const grid = Array.from({ length: 18 }, (_, k) => k + 1)
    const pairsOf = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
      list.flatMap((a) => list.map((b) => [a, b] as const))
    tried(
      fc.property(space, ({ made }) => {
        const found = linkages(made)
        expect(
          found.every(({ ratio }, k) => ratio > 1 && ratio >= (found[k + 1]?.ratio ?? 1))
        ).toBe(true)
        const parties = pairsOf([...made.parties.keys()]).filter(([p, q]) => p < q)
        const both = pairsOf([...made.issues.keys()]).filter(([i, j]) => i !== j)
        for (const [pair, [i, j]] of parties.flatMap((one) =>
          both.map((other) => [one, other] as const)
        )) {
          const [one, other] = [stakes(made, i, pair), stakes(made, j, pair)]
          const serves = (x: number, y: number): boolean => {
            if (!one || !other) return false
            const [left, right] = [x * one[0] - y * other[0], y * other[1] - x * one[1]]
            return left >= 0 && right >= 0 && left + right > 0
          }
          const names = [
            ...pair.map((party) => made.parties[party]),
            made.issues[i]?.id,
            made.issues[j]?.id
          ].join()
          const linkage = found.find((link) => [...link.parties, ...link.issues].join() === names)
          expect(linkage !== undefined).toBe(grid.some((x) => grid.some((y) => serves(x, y))))
          if (linkage) expect(linkage.whole).toBe(serves(1, 1))
        }
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })
})

/**
 * Every best option of the one against every best option of the other; the pair in which least is
 * at stake.
 */
function stakes(
  made: DealSpace,
  issue: number,
  [p, q]: readonly [number, number]
): readonly [number, number] | undefined {
  const rows = made.issues[issue]?.worth ?? []
  const best = (party: number): readonly Float64Array[] =>
    rows.filter((row) => rows.every((other) => (other[party] ?? 0) <= (row[party] ?? 0)))
  if (best(p).some((row) => best(q).includes(row))) return undefined
  const pairs = best(p).flatMap((x) =>
    best(q).map((y) => [(x[p] ?? 0) - (y[p] ?? 0), (y[q] ?? 0) - (x[q] ?? 0)] as const)
  )
  return [Math.min(...pairs.map(([x]) => x)), Math.min(...pairs.map(([, y]) => y))]
}
