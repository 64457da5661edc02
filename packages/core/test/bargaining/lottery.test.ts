import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Layer } from '../../src/bargaining/deal-space.ts'
import type { Lottery, LotteryProblem } from '../../src/bargaining/lottery-frontier.ts'
import { lotteryFrontier } from '../../src/bargaining/lottery-frontier.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_613
type Gains = readonly [number, number]

/** A layer of the points nobody dominates. */
function layerOf(points: readonly Gains[]): Layer {
  const best = points
    .filter(
      ([x, y], i) => !points.some(([a, b], j) => a >= x && b >= y && (a > x || b > y || j < i))
    )
    .sort(([x], [a]) => a - x)
  return { width: 2, count: best.length, values: Float64Array.from(best.flat()) }
}

const problemOf = (
  parts: readonly (readonly Gains[])[],
  base: Gains,
  unitsPerPoint: Gains = [1, 1]
): LotteryProblem => ({
  parts: parts.map(layerOf),
  base: Float64Array.from(base),
  unitsPerPoint: Float64Array.from(unitsPerPoint)
})

describe('examples by hand', () => {
  test('all or nothing for each: a fair coin', () => {
    const found = lotteryFrontier(
      problemOf(
        [
          [
            [10, 0],
            [0, 10]
          ]
        ],
        [0, 0]
      )
    )
    const coin = {
      packages: [
        { points: [0], chance: 0.5 },
        { points: [1], chance: 0.5 }
      ],
      gains: [5, 5]
    }
    expect(found.corners).toEqual([
      { points: [0], gains: [10, 0] },
      { points: [1], gains: [0, 10] }
    ])
    expect([found.nash, found.kalaiSmorodinsky, found.egalitarian]).toEqual([coin, coin, coin])
    expect(found.welfare.map(({ gains }) => gains)).toEqual([
      [10, 0],
      [0, 10]
    ])
  })

  test('a no-deal cuts the frontier between packages', () => {
    const { kalaiSmorodinsky, welfare } = lotteryFrontier(
      problemOf(
        [
          [
            [10, 0],
            [0, 5]
          ]
        ],
        [-2, -1]
      )
    )
    expect(kalaiSmorodinsky?.gains).toEqual([3, 1.5])
    expect(welfare).toEqual([
      {
        packages: [
          { points: [0], chance: 0.8 },
          { points: [1], chance: 0.2 }
        ],
        gains: [6, 0]
      }
    ])
  })

  test('one package good for both is the answer, for certain', () => {
    const sure = { packages: [{ points: [0, 0], chance: 1 }], gains: [3, 4] }
    expect(lotteryFrontier(problemOf([[[1, 1]], [[2, 3]]], [0, 0]))).toEqual({
      corners: [{ points: [0, 0], gains: [3, 4] }],
      nash: sure,
      kalaiSmorodinsky: sure,
      egalitarian: sure,
      welfare: [sure]
    })
  })

  test('nobody can gain: null; only one can: no Nash solution, the others are that package', () => {
    const none = { nash: null, kalaiSmorodinsky: null, egalitarian: null, welfare: [] }
    expect(
      lotteryFrontier(
        problemOf(
          [
            [
              [4, 0],
              [0, 4]
            ]
          ],
          [-2, -2]
        )
      )
    ).toMatchObject(none)
    expect(
      lotteryFrontier(
        problemOf(
          [
            [
              [4, 0],
              [0, 4]
            ]
          ],
          [-3, -3]
        )
      )
    ).toMatchObject(none)
    const one = lotteryFrontier(
      problemOf(
        [
          [
            [0, 4],
            [-3, 9]
          ]
        ],
        [0, 0]
      )
    )
    expect([
      one.nash,
      one.kalaiSmorodinsky?.gains,
      one.egalitarian?.gains,
      one.welfare.length
    ]).toEqual([null, [0, 4], [0, 4], 1])
  })

  test('equal slopes of two parts are one edge', () => {
    const { corners } = lotteryFrontier(
      problemOf(
        [
          [
            [2, 0],
            [0, 1]
          ],
          [
            [4, 0],
            [2, 1]
          ]
        ],
        [0, 0]
      )
    )
    expect(corners.map(({ points }) => points)).toEqual([
      [0, 0],
      [1, 1]
    ])
  })
})

test('slopes that differ in the thirtieth digit are told apart', () => {
  let [a, b, c] = [1, 1, 2]
  for (let n = 3; n < 74; n++) {
    ;[a, b, c] = [b, c, b + c]
    const { corners } = lotteryFrontier(
      problemOf(
        [
          [
            [a, 0],
            [0, b]
          ],
          [
            [b, 0],
            [0, c]
          ]
        ],
        [0, 0]
      )
    )
    // a c - b b is 1 and -1 in turn (Cassini), so the steeper edge alternates.
    expect(corners.map(({ points }) => points)).toEqual([
      [0, 0],
      n % 2 === 1 ? [1, 0] : [0, 1],
      [1, 1]
    ])
  }
})

const whole = fc.integer({ min: -12, max: 12 })
const small = fc.record({
  parts: fc.array(fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4
  }),
  base: fc.tuple(fc.integer({ min: -30, max: 5 }), fc.integer({ min: -30, max: 5 })),
  scale: fc.constantFrom<Gains>([1, 1], [1, 10], [4, 3])
})

/** Every package: its point in each part, and its gains in units. */
function packagesOf({
  parts,
  base
}: LotteryProblem): readonly { readonly points: readonly number[]; readonly gains: Gains }[] {
  return parts.reduce<readonly { points: readonly number[]; gains: Gains }[]>(
    (all, { count, values }) =>
      all.flatMap(({ points, gains }) =>
        Array.from({ length: count }, (_, k) => ({
          points: [...points, k],
          gains: [gains[0] + (values[2 * k] ?? 0), gains[1] + (values[2 * k + 1] ?? 0)] as const
        }))
      ),
    [{ points: [], gains: [base[0] as number, base[1] as number] }]
  )
}

/**
 * Gift wrapping in whole numbers, from the package best for the first party: always on to the
 * steepest, of these the farthest.
 */
function wrapped(gains: readonly Gains[]): readonly Gains[] {
  const exact = gains.map(([x, y]) => [BigInt(x), BigInt(y)] as const)
  let at = exact.reduce((best, one) =>
    one[0] > best[0] || (one[0] === best[0] && one[1] > best[1]) ? one : best
  )
  const hull = [at]
  for (;;) {
    const [x, y] = at
    const ahead = exact.filter(([, second]) => second > y)
    if (ahead.length === 0) return hull.map((one) => [Number(one[0]), Number(one[1])])
    at = ahead.reduce((best, one) => {
      const turn = (one[1] - y) * (x - best[0]) - (best[1] - y) * (x - one[0])
      return turn > 0n || (turn === 0n && one[1] > best[1]) ? one : best
    })
    hull.push(at)
  }
}

/**
 * Lotteries over two packages among which every linear optimum with gains of 0 or more lies, and
 * some more; gains in points.
 */
function lotteriesOf(problem: LotteryProblem, balance: Gains = [1, 1]): readonly Gains[] {
  const [u, v] = problem.unitsPerPoint as unknown as Gains
  const all = packagesOf(problem).map(({ gains }) => [gains[0] / u, gains[1] / v] as const)
  return all.flatMap((p) =>
    all.flatMap((q) => {
      const zero = (f: (g: Gains) => number): number => f(p) / (f(p) - f(q))
      const shares = [
        0,
        1,
        zero(([x]) => x),
        zero(([, y]) => y),
        zero(([x, y]) => x / balance[0] - y / balance[1])
      ]
      return shares
        .filter((t) => t >= 0 && t <= 1)
        .map((t) => [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])] as const)
        .filter((g) => Math.min(...g) >= -1e-9)
    })
  )
}

const greatest = (list: readonly number[]): number =>
  list.reduce((high, one) => Math.max(high, one), Number.NEGATIVE_INFINITY)

describe('laws', () => {
  test('the corners are the upper right hull of all packages', () => {
    tried(
      fc.property(
        small,
        fc.constantFrom(1, 2 ** 24, 2 ** 44),
        fc.array(whole, { minLength: 9 }),
        (table, blow, noise) => {
          let next = 0
          const blown = (value: number): number =>
            blow === 1 ? value : value * blow + (noise[next++ % noise.length] as number)
          const parts = table.parts.map((part) =>
            part.map(([x, y]) => [blown(x), blown(y)] as const)
          )
          const problem = problemOf(parts, table.base)
          const all = packagesOf(problem)
          const { corners } = lotteryFrontier(problem)
          expect(corners.map(({ gains }) => gains)).toEqual(wrapped(all.map(({ gains }) => gains)))
          for (const { points, gains } of corners)
            expect(all.find((one) => one.points.join() === points.join())?.gains).toEqual(gains)
        }
      ),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })

  test('a solution is a lottery over packages that gives what it says', () => {
    tried(
      fc.property(small, ({ parts, base, scale }) => {
        const problem = problemOf(parts, base, scale)
        const all = new Map(packagesOf(problem).map(({ points, gains }) => [points.join(), gains]))
        const { nash, kalaiSmorodinsky, egalitarian, welfare } = lotteryFrontier(problem)
        for (const { packages, gains } of [nash, kalaiSmorodinsky, egalitarian, ...welfare].filter(
          (one): one is Lottery => one !== null
        )) {
          expect(packages.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12)
          expect(packages.every(({ chance }) => chance > 0)).toBe(true)
          for (const party of [0, 1] as const) {
            const expected = packages.reduce(
              (sum, { points, chance }) =>
                sum + chance * (all.get(points.join())?.[party] ?? Number.NaN),
              0
            )
            expect(gains[party]).toBeCloseTo(expected / scale[party], 11)
            expect(gains[party]).toBeGreaterThanOrEqual(0)
          }
        }
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })

  test('no lottery over two packages does better by the measure of a solution', () => {
    let [solved, unsolved] = [0, 0]
    tried(
      fc.property(small, ({ parts, base, scale }) => {
        const problem = problemOf(parts.slice(0, 3), base, scale)
        const found = lotteryFrontier(problem)
        const possible = lotteriesOf(problem)
        expect(found.egalitarian === null).toBe(
          !possible.some((gains) => Math.max(...gains) > 1e-9)
        )
        expect(found.kalaiSmorodinsky === null).toBe(found.egalitarian === null)
        expect(found.welfare.length === 0).toBe(found.egalitarian === null)
        expect(found.nash === null).toBe(!possible.some((gains) => Math.min(...gains) > 1e-9))
        if (!found.egalitarian || !found.kalaiSmorodinsky) {
          unsolved++
          return
        }
        expect(Math.min(...found.egalitarian.gains)).toBeCloseTo(
          greatest(possible.map((gains) => Math.min(...gains))),
          9
        )
        const sum = greatest(possible.map(([x, y]) => x + y))
        const tied = possible.filter(([x, y]) => x + y > sum - 1e-9).map(([x]) => x)
        const [one, other] = [found.welfare[0] as Lottery, found.welfare.at(-1) as Lottery]
        expect([one, other].map(({ gains }) => gains[0])).toEqual([
          expect.closeTo(greatest(tied), 8),
          expect.closeTo(-greatest(tied.map((x) => -x)), 8)
        ])
        for (const { gains } of found.welfare) expect(gains[0] + gains[1]).toBeCloseTo(sum, 9)
        if (!found.nash) return
        solved++
        const ideal = [
          greatest(possible.map(([x]) => x)),
          greatest(possible.map(([, y]) => y))
        ] as const
        const share = (gains: Gains): number => Math.min(gains[0] / ideal[0], gains[1] / ideal[1])
        expect(share(found.kalaiSmorodinsky.gains)).toBeCloseTo(
          greatest(lotteriesOf(problem, ideal).map(share)),
          9
        )
      }),
      { seed: SEED, runs: 38, seeds: 4 }
    )
    expect(Math.min(solved, unsolved)).toBeGreaterThan(10)
  })

  test('no point of a fine grid on the hull has a greater product than the Nash solution', () => {
    const GRID = 300
    tried(
      fc.property(small, ({ parts, base, scale }) => {
        const { corners, nash } = lotteryFrontier(problemOf(parts, base, scale))
        const products = corners.flatMap(({ gains: from }, k) => {
          const to = corners[k + 1]?.gains ?? from
          return Array.from({ length: GRID + 1 }, (_, step) =>
            from.map((x, p) => x + (step / GRID) * ((to[p] as number) - x))
          )
            .filter((gains) => Math.min(...gains) >= 0)
            .map((gains) => (gains[0] as number) * (gains[1] as number))
        })
        const product = nash ? nash.gains[0] * nash.gains[1] : 0
        expect(greatest([0, ...products])).toBeLessThanOrEqual(product * (1 + 1e-12) + 1e-12)
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })

  test('the order of the parties does not matter', () => {
    tried(
      fc.property(small, ({ parts, base, scale }) => {
        const turn = <T>([x, y]: readonly [T, T]): readonly [T, T] => [y, x]
        const found = lotteryFrontier(problemOf(parts, base, scale))
        const turned = lotteryFrontier(
          problemOf(
            parts.map((part) => part.map(turn)),
            turn(base),
            turn(scale)
          )
        )
        expect(turned.corners.map(({ gains }) => gains)).toEqual(
          found.corners.map(({ gains }) => turn(gains)).reverse()
        )
        for (const name of ['nash', 'kalaiSmorodinsky', 'egalitarian'] as const)
          expect(turned[name]?.gains).toEqual(found[name] ? turn(found[name].gains) : undefined)
        expect(turned.welfare.map(({ gains }) => gains)).toEqual(
          found.welfare.map(({ gains }) => turn(gains)).reverse()
        )
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })
})
