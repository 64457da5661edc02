import { describe, expect, test } from 'vitest'
import type { Table } from '../../src/bargaining/index.ts'
import { frontier, opposition, solutions, wholeNumbers } from '../../src/bargaining/index.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { listed } from './listed.ts'

/** One issue whose options are worth this to each party. */
const oneIssue = (worth: readonly (readonly number[])[], noDeal: readonly number[]): Table => ({
  parties: noDeal.map((_, party) => `p${party}`),
  issues: [{ id: 'deal', options: worth.map((_, option) => `o${option}`), worth }],
  noDeal
})

const is = (issue: string, option: string): Condition => ({ kind: 'is', issue, options: [option] })

describe('errors that other programs make', () => {
  test('the most equal shares are not called the greatest least share', () => {
    const found = frontier(
      wholeNumbers(
        oneIssue(
          [
            [10, 0],
            [0, 10],
            [8, 5],
            [4.9, 5.1]
          ],
          [0, 0]
        )
      )
    )
    const { maxMin, mostEqual } = solutions(found)
    expect(maxMin?.points.map((point) => listed(found)[point])).toEqual([[80, 50]])
    expect(maxMin?.value).toBeCloseTo(0.5, 12)
    expect(mostEqual?.points.map((point) => listed(found)[point])).toEqual([[49, 51]])
    expect(mostEqual?.value).toBeCloseTo(0.02, 12)
  })

  test('two losses make no gain, however great their product', () => {
    const bad = [0, 0.2]
    const space = wholeNumbers(oneIssue([bad, [0.6, 0.7]], [0.5, 0.5]))
    const low = { floor: Float64Array.from([-10, -10]) }
    expect(listed(frontier(space, low))).toEqual([[1, 2]])
    expect(solutions(frontier(space)).nash?.value).toBeCloseTo(0.02, 12)
    const losses = wholeNumbers(oneIssue([bad, [0.6, 0.1]], [0.5, 0.5]))
    expect(frontier(losses, low).gains.count).toBe(2)
    expect(solutions(frontier(losses, low)).nash).toBeUndefined()
  })

  test('the noise of doubles keeps no dominated package', () => {
    const table: Table = {
      parties: ['p0', 'p1'],
      issues: [
        {
          id: 'a',
          options: ['x', 'y'],
          worth: [
            [0.1, 0],
            [0.3, 0]
          ]
        },
        {
          id: 'b',
          options: ['x', 'y'],
          worth: [
            [0.2, 1],
            [0, 2]
          ]
        }
      ],
      noDeal: [0, 0],
      excluded: [{ kind: 'not', part: { kind: 'iff', left: is('a', 'x'), right: is('b', 'x') } }]
    }
    expect(0.1 + 0.2).toBeGreaterThan(0.3)
    const found = frontier(wholeNumbers(table))
    expect(listed(found)).toEqual([[3, 2]])
    expect(found.choice(0)).toEqual([1, 1])
  })

  test('packages a billionth apart are two', () => {
    const found = frontier(
      wholeNumbers(
        oneIssue(
          [
            [0.5, 0.500000001],
            [0.500000001, 0.5]
          ],
          [0, 0]
        )
      )
    )
    expect(listed(found)).toEqual([
      [500_000_001, 500_000_000],
      [500_000_000, 500_000_001]
    ])
  })

  test('sums one unit apart are no tie, however great', () => {
    const least = 33.0000000001
    const space = wholeNumbers(
      oneIssue(
        [
          [33.0000000003, 33, 33, 33],
          [33, least, least, 33]
        ],
        [0, 0, 0, 0]
      )
    )
    expect(space.exact).toEqual([true, true, true, true])
    const found = frontier(space)
    expect(found.gains.count).toBe(2)
    expect(solutions(found).welfare?.points).toEqual([0])
  })

  test('shares that no double tells apart are no tie', () => {
    const fibonacci = [1, 1]
    for (let n = 2; n < 75; n++)
      fibonacci.push((fibonacci[n - 1] as number) + (fibonacci[n - 2] as number))
    const [low, middle, high] = fibonacci.slice(-3) as [number, number, number]
    expect(low / middle).toBe(middle / high)
    const found = frontier({
      ...wholeNumbers(
        oneIssue(
          [
            [2 * middle, middle],
            [low, high]
          ],
          [0, 0]
        )
      ),
      unitsPerPoint: Float64Array.of(middle, high)
    })
    expect(BigInt(low) * BigInt(high) - BigInt(middle) ** 2n).toBe(1n)
    expect(solutions(found).egalitarian?.points).toEqual([1])
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a worth of %d is refused by name',
    (value) => {
      const make = (): unknown =>
        wholeNumbers(
          oneIssue(
            [
              [1, 1],
              [1, value]
            ],
            [0, 0]
          )
        )
      expect(make).toThrow(RangeError)
      for (const name of ['p1', 'deal', 'o1']) expect(make).toThrow(name)
    }
  )

  test.each([Number.NaN, Number.NEGATIVE_INFINITY])(
    'a no-deal of %d is refused by name',
    (value) => {
      const make = (): unknown => wholeNumbers(oneIssue([[1, 1]], [0, value]))
      expect(make).toThrow(RangeError)
      expect(make).toThrow('p1')
    }
  )

  test('packages worth the same to all are one point, and are counted', () => {
    const issue = (id: string): Table['issues'][number] => ({
      id,
      options: ['x', 'y'],
      worth: [
        [1, 0],
        [0, 1]
      ]
    })
    const found = frontier(
      wholeNumbers({
        parties: ['p0', 'p1'],
        issues: ['a', 'b', 'c', 'd'].map(issue),
        noDeal: [0, 0]
      })
    )
    expect(listed(found).map((_, point) => found.packages(point))).toEqual([1n, 4n, 6n, 4n, 1n])
  })

  test('opposition is exact, whatever the number of packages', () => {
    const ids = Array.from({ length: 60 }, (_, k) => `i${k}`)
    const issues = ids.map((id) => ({
      id,
      options: ['mine', 'yours', 'shared'],
      worth: [
        [4, 0],
        [0, 4],
        [3, 3]
      ]
    }))
    const found = frontier(wholeNumbers({ parties: ['p0', 'p1'], issues, noDeal: [0, 0] }))
    expect(opposition(found)).toBeCloseTo(Math.SQRT2 / 4, 12)
  })
})
