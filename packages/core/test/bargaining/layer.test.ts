import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Archive } from '../../src/bargaining/archive.ts'
import type { Layer } from '../../src/bargaining/index.ts'
import {
  findPoint,
  greatestOf,
  layerOf,
  pointOf,
  sumOf,
  unionOf
} from '../../src/bargaining/layer.ts'
import { tried } from '../laws.ts'
import { covers } from '../oracle/deals.ts'

const SEED = 20_250_605

type Points = readonly (readonly number[])[]

/** Points of one width, on a coarse or a fine grid. */
const pointsOf = (width: number, most: number): fc.Arbitrary<Points> =>
  fc.constantFrom(1, 3, 1000).chain((span) => {
    const coordinate = fc.integer({ min: -span, max: span })
    return fc.array(fc.array(coordinate, { minLength: width, maxLength: width }), {
      maxLength: most,
      size: 'max'
    })
  })

/** Some lists of points, of the same width of 1 to 6. */
const lists = (
  count: number,
  most: number
): fc.Arbitrary<{ readonly width: number; readonly lists: readonly Points[] }> =>
  fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      lists: fc.array(pointsOf(width, most), { minLength: count, maxLength: count })
    })
  )

const layer = (points: Points, width: number): Layer =>
  layerOf(
    points.map((point) => Float64Array.from(point)),
    width
  )

const listed = (one: Layer): Points =>
  Array.from({ length: one.count }, (_, point) => [...pointOf(one, point)])

/** No two alike, none covered by another, sorted downwards. */
function naive(points: Points): Points {
  const different = [...new Map(points.map((point) => [point.join(), point])).values()]
  return different
    .filter((point) => !different.some((other) => other !== point && covers(other, point)))
    .sort((a, b) => b.map((value, k) => value - (a[k] as number)).find((step) => step !== 0) ?? 0)
}

function expectLayer(found: Layer, width: number, wanted: Points): void {
  expect(listed(found)).toEqual(wanted)
  expect([found.width, found.values.length]).toEqual([width, wanted.length * width])
}

describe('layers', () => {
  test('of points: the non-dominated ones, sorted, each once', () => {
    tried(
      fc.property(lists(1, 80), ({ width, lists: [points = []] }) =>
        expectLayer(layer(points, width), width, naive(points))
      ),
      { seed: SEED, runs: 150, seeds: 4 }
    )
  })

  test('sums: of all pairs, with and without a floor', () => {
    tried(
      fc.property(lists(3, 20), ({ width, lists: [left = [], right = [], floors = []] }) => {
        const sums = left.flatMap((a) =>
          right.map((b) => a.map((value, k) => value + (b[k] as number)))
        )
        const [a, b] = [layer(left, width), layer(right, width)]
        const [before, floor] = [[listed(a), listed(b)], floors[0]]
        expectLayer(sumOf(a, b), width, naive(sums))
        if (floor)
          expectLayer(
            sumOf(a, b, { floor: Float64Array.from(floor) }),
            width,
            naive(sums.filter((sum) => covers(sum, floor)))
          )
        expect([listed(a), listed(b)]).toEqual(before)
      }),
      { seed: SEED, runs: 100, seeds: 4 }
    )
  })

  test('unions: of any number of layers, none of which is changed', () => {
    tried(
      fc.property(
        fc.integer({ min: 0, max: 5 }).chain((count) => lists(count, 30)),
        ({ width, lists: parts }) => {
          const layers = parts.map((points) => layer(points, width))
          const before = layers.map(listed)
          expectLayer(unionOf(layers, width), width, naive(parts.flat()))
          expect(layers.map(listed)).toEqual(before)
        }
      ),
      { seed: SEED, runs: 100, seeds: 4 }
    )
  })

  test('every point is found at its place, and nothing else', () => {
    tried(
      fc.property(lists(2, 40), ({ width, lists: [points = [], others = []] }) => {
        const one = layer(points, width)
        for (const point of [...points, ...others])
          expect(findPoint(one, point)).toBe(
            listed(one).findIndex((kept) => kept.join() === point.join())
          )
      }),
      { seed: SEED, runs: 75, seeds: 4 }
    )
  })

  test('the greatest of each coordinate', () => {
    tried(
      fc.property(lists(1, 40), ({ width, lists: [points = []] }) => {
        const wanted = Array.from({ length: width }, (_, k) =>
          points.reduce((most, point) => Math.max(most, point[k] as number), -Infinity)
        )
        expect([...greatestOf(layer(points, width))]).toEqual(wanted)
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })
})

describe('the archive', () => {
  /** Asks before every addition, so that each state of the trees is asked. */
  function expectArchive(points: Points, width: number): void {
    const archive = new Archive(width)
    const kept: (readonly number[])[] = []
    for (const point of points) {
      const values = Float64Array.from([7, ...point])
      const covered = kept.some((other) => covers(other, point))
      if (archive.covers(values, 1) !== covered)
        expect({ point, kept, covered: !covered }).toEqual({ point, kept, covered })
      archive.add(values, 1)
      if (!covered) kept.push(point)
    }
  }

  test('answers as a list does', () => {
    tried(
      fc.property(lists(1, 300), ({ width, lists: [points = []] }) => expectArchive(points, width)),
      { seed: SEED, runs: 38, seeds: 4 }
    )
  })

  test.each([2, 3, 5])('answers as a list of 5,000 does, width %i', (width) => {
    const sphere = fc.array(fc.integer({ min: -50, max: 50 }), {
      minLength: width - 1,
      maxLength: width - 1
    })
    const [points = []] = fc.sample(fc.array(sphere, { minLength: 5000, maxLength: 5000 }), {
      seed: SEED + width,
      numRuns: 1
    })
    expectArchive(
      points.map((point) => [...point, -point.reduce((sum, value) => sum + value, 0)]),
      width
    )
  })
})
