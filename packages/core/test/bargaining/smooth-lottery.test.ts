import { expect, test } from 'vitest'
import { SoftMaximum } from '../../src/bargaining/search/soft-maximum.ts'
import { generator } from '../oracle/random-conflicts.ts'

const SEED = 20_251_131
const WIDTH = 3

/** Three parts of four points, all live; the second point of each is left out of the region. */
function drawn(): {
  readonly lottery: SoftMaximum
  readonly region: Parameters<SoftMaximum['draw']>[0]
  readonly weights: Float64Array
  readonly parts: readonly (readonly number[][])[]
} {
  const random = generator(SEED)
  const parts = Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => Array.from({ length: WIDTH }, () => 10 * random()))
  )
  const lottery = new SoftMaximum({
    width: WIDTH,
    counts: parts.map((part) => part.length),
    parts: parts.map((part) => Float64Array.from(part.flat())),
    start: new Float64Array(WIDTH),
    size: new Float64Array(WIDTH),
    noise: new Float64Array(WIDTH)
  })
  const region = {
    live: parts.map(() => Int32Array.of(0, 2, 3)),
    open: [0, 1, 2],
    settled: Float64Array.of(1, 2, 3)
  }
  const weights = Float64Array.of(0.5, 0.2, 0.3)
  lottery.draw(region, weights, 2)
  return { lottery, region, weights, parts }
}

/** Chances proportional to exp(weighted sum / heat), of the live points of a part. */
function chancesOf(points: readonly number[][], weights: Float64Array): readonly number[] {
  const powers = points.map((values, k) => (k === 1 ? 0 : Math.exp(weighted(values, weights) / 2)))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

const weighted = (values: readonly number[], weights: Float64Array): number =>
  values.reduce((sum, value, p) => sum + value * (weights[p] as number), 0)

const meanOf = (chances: readonly number[], of: (k: number) => number): number =>
  chances.reduce((sum, chance, k) => sum + chance * of(k), 0)

/** Covariance of two parties' values in one part, by its definition. */
function covarianceOf(
  points: readonly number[][],
  chances: readonly number[],
  [i, j]: readonly [number, number]
): number {
  const value = (k: number, p: number): number => points[k]?.[p] as number
  const [a, b] = [i, j].map((p) => meanOf(chances, (k) => value(k, p))) as [number, number]
  return meanOf(chances, (k) => (value(k, i) - a) * (value(k, j) - b))
}

test('chances, means and support are those of the definition', () => {
  const { lottery, weights, parts, region } = drawn()
  for (const [part, points] of parts.entries())
    for (const [k, chance] of chancesOf(points, weights).entries())
      if (k !== 1) expect(lottery.chances[part]?.[k]).toBeCloseTo(chance, 12)
  for (let p = 0; p < WIDTH; p++) {
    const mean = parts.map((points) =>
      meanOf(chancesOf(points, weights), (k) => points[k]?.[p] as number)
    )
    expect(lottery.mean[p]).toBeCloseTo(
      mean.reduce((sum, v) => sum + v, region.settled[p] as number),
      10
    )
  }
  const most = parts.map((points) =>
    Math.max(...points.filter((_, k) => k !== 1).map((values) => weighted(values, weights)))
  )
  expect(lottery.support).toBeCloseTo(
    most.reduce((sum, v) => sum + v, weighted([...region.settled], weights)),
    10
  )
})

test('covariance adds up over parts, and the spread of a part is its weighted variance', () => {
  const { lottery, weights, parts, region } = drawn()
  const parties = [0, 2]
  const matrix = lottery.covariance(region, parties)
  for (const [i, one] of parties.entries())
    for (const [j, other] of parties.entries())
      expect(matrix[i * 2 + j]).toBeCloseTo(
        parts
          .map((points) => covarianceOf(points, chancesOf(points, weights), [one, other]))
          .reduce((sum, v) => sum + v, 0),
        10
      )
  for (const [part, points] of parts.entries()) {
    const chances = chancesOf(points, weights)
    const spread = [0, 1, 2].map(
      (p) => (weights[p] as number) ** 2 * covarianceOf(points, chances, [p, p])
    )
    expect(lottery.spread(region, part, weights)).toBeCloseTo(
      spread.reduce((sum, v) => sum + v, 0),
      10
    )
  }
})

test('the width of a region is the sum of what its parts range over', () => {
  const { lottery, weights, parts, region } = drawn()
  const ranges = parts.map((points) => {
    const sums = points.filter((_, k) => k !== 1).map((values) => weighted(values, weights))
    return Math.max(...sums) - Math.min(...sums)
  })
  expect(lottery.width(region, weights)).toBeCloseTo(
    ranges.reduce((sum, v) => sum + v, 0),
    10
  )
})
