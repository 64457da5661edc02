import { expect, test } from 'vitest'
import type { Column } from '../../src/draws/column.ts'
import { normalCdf, normals, quantile } from '../../src/draws/quantile.ts'
import { randomSampler } from '../../src/draws/sampler.ts'
import { uniforms } from '../../src/draws/stream.ts'
import type { Judgement, Range } from '../../src/model/judgement.ts'

const DRAWS = 40_000
const settings = { draws: DRAWS, seed: 3, dependence: 'independent' } as const
const judgement = (key: string, range: Range, stream?: string): Judgement => ({
  key,
  at: key,
  cases: [],
  range,
  ...(stream ? { stream } : {})
})

const average = (column: Column): number => column.reduce((sum, x) => sum + x, 0) / column.length
const covariance = (a: Column, b: Column): number => {
  const [x, y] = [average(a), average(b)]
  return a.reduce((sum, value, i) => sum + (value - x) * ((b[i] as number) - y), 0) / (a.length - 1)
}
const correlation = (a: Column, b: Column): number =>
  covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b))

test.each([
  { low: 10, high: 30 },
  { low: 0, mode: 0, high: 1 },
  { low: 0, mode: 1, high: 1 },
  { low: 20, mode: 35, high: 80 },
  { low: -5, mode: 2, high: 3 }
])('a column has the mean and variance of its range: %o', (range: Range) => {
  const column = randomSampler([], settings).column(judgement('stances.a.x', range))
  const { low, mode, high } = range
  const mean = mode === undefined ? (low + high) / 2 : (low + mode + high) / 3
  const variance =
    mode === undefined
      ? (high - low) ** 2 / 12
      : (low ** 2 + mode ** 2 + high ** 2 - low * mode - low * high - mode * high) / 18
  expect(Math.abs(average(column) - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS))
  // The fourth moment of either shape is below three times the variance squared.
  expect(Math.abs(covariance(column, column) - variance)).toBeLessThan(
    4 * variance * Math.sqrt(2 / DRAWS)
  )
  expect(column.every((x) => x >= low && x <= high)).toBe(true)
})

test('a quantile is the inverse of the distribution function', () => {
  const range = { low: 2, mode: 5, high: 11 }
  for (const q of [0, 0.1, 1 / 3, 0.5, 0.9, 1]) {
    const x = quantile(range, q)
    const share =
      x < range.mode
        ? (x - range.low) ** 2 / ((range.high - range.low) * (range.mode - range.low))
        : 1 - (range.high - x) ** 2 / ((range.high - range.low) * (range.high - range.mode))
    expect(share).toBeCloseTo(q, 12)
  }
})

test('the same seed and key give the same bits; another of either gives a stream that is not correlated', () => {
  expect(uniforms(1, 'a', 100)).toEqual(uniforms(1, 'a', 100))
  expect(uniforms(1, 'a', 100)).toEqual(uniforms(1, 'a', 200).slice(0, 100))
  const keys = ['stances.a.x', 'stances.a.y', 'stances.b.x', 'polls.p.1', 'polls.p.2', '']
  const streams = [...keys.map((key) => uniforms(1, key, DRAWS)), uniforms(2, 'stances.a.x', DRAWS)]
  for (const [i, a] of streams.entries())
    for (const b of streams.slice(i + 1))
      expect(Math.abs(correlation(a, b))).toBeLessThan(4.5 / Math.sqrt(DRAWS))
})

test('judgements with one stream share a quantile; under `party` all of a party do, and parties stay apart', () => {
  const [a, b] = [
    judgement('stances.a.i.x', { low: 0, high: 1 }, 'stances.a.i'),
    judgement('stances.a.i.y', { low: 10, high: 30 }, 'stances.a.i')
  ]
  const [c, d] = [
    judgement('stances.a.j.x', { low: 0, high: 1 }),
    judgement('stances.b.j.x', { low: 0, high: 1 })
  ]
  const apart = randomSampler([], settings)
  const together = randomSampler([], { ...settings, dependence: 'party' })
  expect(
    apart.column(b).every((y, i) => Math.abs(y - 10 - 20 * (apart.column(a)[i] as number)) < 1e-12)
  ).toBe(true)
  expect(Math.abs(correlation(apart.column(a), apart.column(c)))).toBeLessThan(
    4.5 / Math.sqrt(DRAWS)
  )
  expect(together.column(c)).toEqual(together.column(a))
  expect(Math.abs(correlation(together.column(c), together.column(d)))).toBeLessThan(
    4.5 / Math.sqrt(DRAWS)
  )
})

test('scenarios come about as often as their chance, and poll errors are standard normal', () => {
  const scenario = {
    id: 's',
    title: 's',
    p: judgement('scenarios.s.p', { low: 0.2, mode: 0.3, high: 0.7 }),
    at: 's'
  }
  const sampler = randomSampler([scenario], settings)
  const share = sampler.masks.reduce((sum, mask) => sum + mask, 0) / DRAWS
  expect(Math.abs(share - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / DRAWS))
  const errors = sampler.pollError('p')
  expect(Math.abs(average(errors))).toBeLessThan(4 / Math.sqrt(DRAWS))
  expect(Math.abs(covariance(errors, errors) - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS))
  for (const z of [-2, -1, 0, 1, 2]) {
    const below = errors.reduce((count, error) => count + (error <= z ? 1 : 0), 0) / DRAWS
    expect(Math.abs(below - normalCdf(z))).toBeLessThan(4 * Math.sqrt(0.25 / DRAWS))
  }
  expect(normals(Float64Array.of(0, 1 - Math.exp(-2)), Float64Array.of(0.3, 0.5))[1]).toBeCloseTo(
    -2,
    12
  )
})

test.each([
  [0, 0.5],
  [1, 0.8413447461],
  [-1, 0.1586552539],
  [1.644853627, 0.95],
  [1.9599639845, 0.975],
  [-3, 0.001349898],
  [6, 0.999999999]
])('the normal distribution function at %d is %d', (z, p) => {
  expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1.5e-7)
})

test('a stream is the one that the method tells how to redo by hand', () => {
  // Worked out in another language from docs/method/check.md alone.
  expect([...uniforms(1, 'stances.lowland.no-deal.base', 3)]).toEqual([
    0.4285167279050347, 0.47883817781366134, 0.288831168184
  ])
})
