import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AdditiveGame, Found, Goal } from '../../src/bargaining/search/search.ts'
import { boundAt, search } from '../../src/bargaining/search/search.ts'
import { uniforms } from '../../src/draws/index.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_611
const EXACT = { tolerance: 0 }

interface Bare {
  /** `parts[part][point][party]`, in units. */
  readonly parts: readonly (readonly (readonly number[])[])[]
  readonly base: readonly number[]
  readonly units: readonly number[]
}

interface Task extends Bare {
  readonly baseline: readonly number[]
  readonly scale: readonly number[]
  readonly party: number
}

/**
 * Coarse worths make ties and zeros, fine ones make products past 2^53; the last party may lose
 * what the others gain.
 */
const tasks: fc.Arbitrary<Task> = fc
  .record({
    parties: fc.integer({ min: 1, max: 6 }),
    size: fc.constantFrom(2, 8, 100, 1_000_000_000),
    sign: fc.constantFrom(0, -1),
    opposed: fc.boolean(),
    counts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 })
  })
  .chain(({ parties, size, sign, opposed, counts }) => {
    const numbers = (min: number, max: number): fc.Arbitrary<number[]> =>
      fc.array(fc.integer({ min, max }), { minLength: parties, maxLength: parties })
    const point = numbers(sign * size, size).map((worth) =>
      opposed && parties > 1 ? balanced(worth) : worth
    )
    return fc.record({
      parts: fc.tuple(
        ...counts.map((count) => fc.array(point, { minLength: count, maxLength: count }))
      ),
      base: numbers(-size * counts.length, size),
      units: fc.array(fc.constantFrom(1, 10, 100), { minLength: parties, maxLength: parties }),
      baseline: numbers(-size, size),
      scale: numbers(0, size).map(([first = 0, ...rest]) => [first + 1, ...rest]),
      party: fc.nat(parties - 1)
    })
  })

function balanced(worth: readonly number[]): number[] {
  const others = worth.slice(1)
  return [0 - others.reduce((sum, value) => sum + value, 0), ...others]
}

function gameOf({ parts, base, units }: Bare): AdditiveGame {
  return {
    parts: parts.map((points) => ({
      width: base.length,
      count: points.length,
      values: Float64Array.from(points.flat())
    })),
    base: Float64Array.from(base),
    unitsPerPoint: Float64Array.from(units)
  }
}

function goalsOf({ base, units, baseline, scale, party }: Task): readonly Goal[] {
  return [
    { kind: 'nash' },
    { kind: 'ideal', party },
    { kind: 'welfare', floor: true },
    { kind: 'welfare', floor: false },
    { kind: 'maxMin', baseline: new Float64Array(base.length), scale: Float64Array.from(units) },
    { kind: 'maxMin', baseline: Float64Array.from(baseline), scale: Float64Array.from(scale) }
  ]
}

function packages({ parts, base }: Bare): readonly (readonly number[])[] {
  return parts.reduce<readonly (readonly number[])[]>(
    (sums, points) =>
      sums.flatMap((sum) => points.map((point) => sum.map((value, p) => value + (point[p] ?? 0)))),
    [base]
  )
}

/**
 * What a goal maximises, as whole numbers compared from the first on; undefined for packages that
 * are not admissible.
 */
function merit(
  goal: Goal,
  { units }: Bare
): (gains: readonly number[]) => readonly bigint[] | undefined {
  const product = (numbers: Iterable<number>): bigint =>
    Array.from(numbers, BigInt).reduce((all, one) => all * one, 1n)
  switch (goal.kind) {
    case 'nash':
      return (gains) => (gains.every((gain) => gain > 0) ? [product(gains)] : undefined)
    case 'ideal':
      return (gains) =>
        gains.every((gain) => gain >= 0) ? [BigInt(gains[goal.party] as number)] : undefined
    case 'welfare':
      return (gains) =>
        goal.floor && gains.some((gain) => gain < 0)
          ? undefined
          : [
              gains.reduce(
                (sum, gain, p) =>
                  sum + (BigInt(gain) * product(units)) / BigInt(units[p] as number),
                0n
              )
            ]
    case 'maxMin': {
      const { baseline, scale } = goal
      const all = product(scale.filter((value) => value > 0))
      return (gains) => {
        const above = gains.map((gain, p) => gain - (baseline[p] as number))
        if (above.some((value, p) => scale[p] === 0 && value < 0)) return undefined
        const shares = above.flatMap((value, p) =>
          scale[p] ? [(BigInt(value) * all) / BigInt(scale[p])] : []
        )
        return shares.sort((a, b) => (a < b ? -1 : 1))
      }
    }
  }
}

function higher(a: readonly bigint[], b: readonly bigint[]): boolean {
  const k = a.findIndex((value, index) => value !== b[index])
  return k >= 0 && (a[k] as bigint) > (b[k] as bigint)
}

function greatest(goal: Goal, bare: Bare): readonly bigint[] | undefined {
  return packages(bare)
    .map(merit(goal, bare))
    .reduce(
      (best, one) => (one && (best === undefined || higher(one, best)) ? one : best),
      undefined
    )
}

function meritOf(found: Found, goal: Goal, bare: Bare): readonly bigint[] | undefined {
  return found.gains && merit(goal, bare)(Array.from(found.gains))
}

/** The first of a merit on the scale of `Found.value`. */
function shown([first = 0n]: readonly bigint[], goal: Goal, { units, base }: Bare): number {
  const all = units.reduce((product, unit) => product * unit, 1)
  if (goal.kind === 'nash') return Number(first) / all
  if (goal.kind === 'ideal') return Number(first) / (units[goal.party] as number)
  if (goal.kind === 'welfare') return Number(first) / all
  return (
    Number(first) /
    goal.scale.reduce(
      (product, value) => product * (value > 0 ? value : 1),
      base.length > 0 ? 1 : 0
    )
  )
}

const slack = (value: number): number => 1e-12 * Math.abs(value)

function check(property: (task: Task, goal: Goal) => void, runs: number): void {
  tried(
    fc.property(tasks, (task) => {
      for (const goal of goalsOf(task)) property(task, goal)
    }),
    { seed: SEED, runs, seeds: 3 }
  )
}

test('with no tolerance the search finds exactly the best of all packages, ties of the max-min by leximax', () => {
  check((task, goal) => {
    const found = search(gameOf(task), goal, EXACT)
    expect(found.complete).toBe(true)
    expect(meritOf(found, goal, task)).toEqual(greatest(goal, task))
  }, 20)
})

test('the choice makes the gains, the gains the value, and the gap holds', () => {
  check((task, goal) => {
    const best = greatest(goal, task)
    const found = search(gameOf(task), goal)
    expect(found.complete).toBe(true)
    expect(found.choice === undefined).toBe(best === undefined)
    if (!best || !found.choice || !found.gains || found.value === undefined) return
    const gains = task.base.map((start, p) =>
      task.parts.reduce(
        (sum, points, part) => sum + (points[found.choice?.[part] as number]?.[p] as number),
        start
      )
    )
    expect(Array.from(found.gains)).toEqual(gains)
    const made = shown(meritOf(found, goal, task) ?? [], goal, task)
    expect(Math.abs(found.value - made)).toBeLessThanOrEqual(slack(made))
    expect(found.gap).toBeLessThanOrEqual(1e-9)
    expect(found.bound).toBeGreaterThanOrEqual(shown(best, goal, task) - slack(made))
  }, 20)
})

test('no bound is below the best value, wherever the search stops, and its weights prove the first one', () => {
  check((task, goal) => {
    const best = greatest(goal, task)
    for (const maxNodes of [1, 3]) {
      const game = gameOf(task)
      const found = search(game, goal, { maxNodes })
      expect(found.nodes).toBeLessThanOrEqual(maxNodes)
      expect(Math.abs(boundAt(game, goal, found.lambda) - found.rootBound)).toBeLessThanOrEqual(
        1e-9 * (1 + Math.abs(found.rootBound))
      )
      if (!best) continue
      const value = shown(best, goal, task)
      expect(found.bound).toBeGreaterThanOrEqual(value - slack(value))
      expect(found.rootBound).toBeGreaterThanOrEqual(value - slack(value))
    }
  }, 20)
})

test('what one party gains another loses: the best of 4096 packages, which no rounding of a lottery finds', () => {
  const point = fc
    .array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 4, maxLength: 4 })
    .map(balanced)
  const part = fc.array(point, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(part, { minLength: 6, maxLength: 6 }), (parts) => {
      const bare: Bare = { parts, base: Array(4).fill(1_000_000), units: [1, 1, 1, 1] }
      const egalitarian: Goal = {
        kind: 'maxMin',
        baseline: new Float64Array(4),
        scale: new Float64Array(4).fill(1)
      }
      for (const goal of [
        { kind: 'nash' } as const,
        { kind: 'ideal', party: 0 } as const,
        egalitarian
      ]) {
        const found = search(gameOf(bare), goal, EXACT)
        expect(found.complete).toBe(true)
        expect(meritOf(found, goal, bare)).toEqual(greatest(goal, bare))
      }
    }),
    { seed: SEED, numRuns: 6 }
  )
})

test('products that differ past the last digit of a double are told apart', () => {
  const even = [1_000_000_000, 1_000_000_000]
  const uneven = [1_000_000_001, 999_999_999]
  for (const points of [
    [even, uneven],
    [uneven, even]
  ]) {
    const found = search(
      gameOf({ parts: [points], base: [0, 0], units: [1, 1] }),
      { kind: 'nash' },
      EXACT
    )
    expect(Array.from(found.gains ?? [])).toEqual(even)
  }
})

test('any positive weights prove a bound on the product', () => {
  tried(
    fc.property(
      tasks,
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 6, maxLength: 6 }),
      (task, weights) => {
        const lambda = Float64Array.from(weights.slice(0, task.base.length))
        const best = greatest({ kind: 'nash' }, task)
        const bound = boundAt(gameOf(task), { kind: 'nash' }, lambda)
        const value = best ? shown(best, { kind: 'nash' }, task) : 0
        expect(bound).toBeGreaterThanOrEqual(value - slack(value))
        const most = Math.max(
          ...packages(task).map((gains) =>
            gains.reduce(
              (sum, gain, p) => sum + ((lambda[p] as number) * gain) / (task.units[p] as number),
              0
            )
          )
        )
        const { length } = lambda
        const oneUnit = lambda.reduce(
          (sum, weight, p) => sum + weight / (task.units[p] as number),
          0
        )
        const byHand =
          most > oneUnit - 1e-9
            ? (most / length) ** length / lambda.reduce((all, one) => all * one, 1)
            : 0
        expect(Math.abs(bound - byHand)).toBeLessThanOrEqual(1e-9 * Math.max(byHand, 1e-9))
      }
    ),
    { seed: SEED, runs: 25, seeds: 4 }
  )
})

test('a party that cannot gain proves that no product is above zero', () => {
  const game = gameOf({
    parts: [
      [
        [5, 2],
        [9, -1]
      ],
      [[3, 1]]
    ],
    base: [-1, -3],
    units: [1, 1]
  })
  const found = search(game, { kind: 'nash' })
  expect(found).toMatchObject({ bound: 0, rootBound: 0, complete: true, nodes: 1 })
  expect(found.choice).toBeUndefined()
  expect(Array.from(found.lambda)).toEqual([0, 1])
})

test('where each could gain but not all at once, weights prove it', () => {
  const game = gameOf({
    parts: [
      [
        [4, -4],
        [-4, 4],
        [1, -1]
      ],
      [
        [4, -4],
        [-4, 4]
      ]
    ],
    base: [0, 0],
    units: [1, 1]
  })
  const found = search(game, { kind: 'nash' })
  expect(found).toMatchObject({ rootBound: 0, bound: 0, complete: true, nodes: 1 })
  expect(search(game, { kind: 'ideal', party: 0 })).toMatchObject({ value: 0, complete: true })
})

test('where nobody can be spared a loss, no package is admissible and the bound below zero proves it', () => {
  const game = gameOf({
    parts: [
      [
        [4, -4],
        [-4, 4]
      ],
      [
        [3, -3],
        [-3, 3]
      ]
    ],
    base: [-1, 0],
    units: [1, 1]
  })
  for (const goal of [
    { kind: 'ideal', party: 1 },
    { kind: 'welfare', floor: true }
  ] as const) {
    const found = search(game, goal)
    expect(found.choice).toBeUndefined()
    expect(found).toMatchObject({ bound: Number.NEGATIVE_INFINITY, complete: true })
    expect(found.rootBound).toBeLessThan(0)
    expect(boundAt(game, goal, found.lambda)).toBeLessThan(0)
  }
})

test("stretching a party's units, or shifting its worth and its no-deal together, changes no solution", () => {
  const change = fc.record({
    party: fc.nat(5),
    factor: fc.integer({ min: 2, max: 1000 }),
    shift: fc.integer({ min: -1000, max: 1000 })
  })
  tried(
    fc.property(tasks, change, (task, { party, factor, shift }) => {
      const moved = (values: readonly number[], by = 0): number[] =>
        values.map((value, p) => (p === party ? (value + by) * factor : value))
      const other: Task = {
        ...task,
        parts: task.parts.map((points, part) =>
          points.map((point) => moved(point, part === 0 ? shift : 0))
        ),
        base: moved(task.base, -shift),
        units: moved(task.units),
        baseline: moved(task.baseline),
        scale: moved(task.scale)
      }
      goalsOf(task).forEach((goal, k) => {
        const [one, two] = [
          search(gameOf(task), goal, EXACT),
          search(gameOf(other), goalsOf(other)[k] as Goal, EXACT)
        ]
        const back =
          two.gains && Array.from(two.gains, (gain, p) => (p === party ? gain / factor : gain))
        expect(back && merit(goal, task)(back)).toEqual(meritOf(one, goal, task))
      })
    }),
    { seed: SEED, runs: 13, seeds: 4 }
  )
})

test('naming the parties in another order changes no solution', () => {
  tried(
    fc.property(tasks, (task) => {
      const turned = (values: readonly number[]): number[] => [...values].reverse()
      const other: Task = {
        parts: task.parts.map((points) => points.map(turned)),
        base: turned(task.base),
        units: turned(task.units),
        baseline: turned(task.baseline),
        scale: turned(task.scale),
        party: task.base.length - 1 - task.party
      }
      goalsOf(task).forEach((goal, k) => {
        const [one, two] = [
          search(gameOf(task), goal, EXACT),
          search(gameOf(other), goalsOf(other)[k] as Goal, EXACT)
        ]
        expect(meritOf(two, goalsOf(other)[k] as Goal, other)).toEqual(meritOf(one, goal, task))
      })
    }),
    { seed: SEED, runs: 13, seeds: 4 }
  )
})

/**
 * `issues` issues of ten options, worths uniform in 0..1 with nine decimals; no-deals are half of
 * each party's best.
 */
function large(parties: number, issues: number): AdditiveGame {
  const numbers = uniforms(SEED, `${parties} ${issues}`, parties * issues * 10).map((value) =>
    Math.round(value * 1e9)
  )
  const parts = Array.from({ length: issues }, (_, issue) => ({
    width: parties,
    count: 10,
    values: numbers.slice(issue * parties * 10, (issue + 1) * parties * 10)
  }))
  const best = (party: number): number =>
    parts.reduce(
      (sum, { values }) => sum + Math.max(...values.filter((_, k) => k % parties === party)),
      0
    )
  return {
    parts,
    base: Float64Array.from({ length: parties }, (_, party) => -Math.floor(best(party) / 2)),
    unitsPerPoint: new Float64Array(parties).fill(1e9)
  }
}

test('the greatest product of five parties over 10^100 packages is found and proved', () => {
  const game = large(5, 100)
  const found = search(game, { kind: 'nash' })
  expect(found.complete).toBe(true)
  expect(found.gap).toBeLessThanOrEqual(1e-9)
  expect(boundAt(game, { kind: 'nash' }, found.lambda)).toBeGreaterThanOrEqual(
    found.value as number
  )
})

test('the greatest gain of one party, and the greatest sum, over 10^30 packages keep everybody from losing', () => {
  const game = large(4, 30)
  for (const goal of [
    { kind: 'ideal', party: 2 },
    { kind: 'welfare', floor: true }
  ] as const) {
    const found = search(game, goal)
    expect(found.gains?.every((gain) => gain >= 0)).toBe(true)
    expect(found.bound).toBeGreaterThanOrEqual(found.value as number)
    expect(found.rootBound).toBeGreaterThanOrEqual(found.bound - 1e-9)
  }
})
