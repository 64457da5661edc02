import { expect, test } from 'vitest'
import { centralSampler, expected, randomSampler, rangeUnder } from '../../src/draws/sampler.ts'
import { STREAM_BLOCK, uniforms } from '../../src/draws/stream.ts'
import type { Scenario } from '../../src/model/case.ts'
import type { Judgement, Range } from '../../src/model/judgement.ts'

const at = (x: number): Range => ({ low: x, high: x })
const plain = (key: string, range: Range): Judgement => ({ key, at: key, cases: [], range })
const scenario = (id: string, p: number): Scenario => ({
  id,
  title: id,
  at: id,
  p: plain(`scenarios.${id}.p`, at(p))
})
const WAR = scenario('war', 0.3)
const VOTE = scenario('vote', 0.6)
const BOTH = [WAR, VOTE]

/** 10 in a war, else 20 after a vote, else 40. */
const judged: Judgement = {
  ...plain('stances.a.x', { low: 40, high: 41 }),
  cases: [
    { when: { kind: 'scenario', id: 'war' }, range: { low: 10, high: 11 } },
    { when: { kind: 'scenario', id: 'vote' }, range: { low: 20, high: 21 } }
  ]
}

test('a stretch is the same bits as that part of the whole, within and across blocks', () => {
  const whole = uniforms(4, 'a', 4 * STREAM_BLOCK)
  for (const from of [0, 7, STREAM_BLOCK - 1, STREAM_BLOCK, 2 * STREAM_BLOCK + 30])
    for (const count of [0, 1, 20, STREAM_BLOCK + 10])
      expect(uniforms(4, 'a', { from, count })).toEqual(whole.slice(from, from + count))
})

test('the first case that holds counts, else the range for the rest', () => {
  const lows = [0, 1, 2, 3].map((mask) => rangeUnder(judged, mask, BOTH).low)
  expect(lows).toEqual([40, 10, 20, 10])
})

test('an expectation weighs each case by the chance that it counts', () => {
  const centre = ({ low, high }: Range): number => (low + high) / 2
  const byHand = 0.3 * 10.5 + 0.7 * 0.6 * 20.5 + 0.7 * 0.4 * 40.5
  expect(expected(judged, BOTH, centre)).toBeCloseTo(byHand, 12)
  expect(expected(plain('b', at(5)), BOTH, centre)).toBe(5)
  const central = centralSampler(BOTH)
  expect(central.count).toBe(1)
  expect(central.column(judged)).toEqual(Float64Array.of(expected(judged, BOTH, centre)))
  expect(central.masks).toEqual(new Uint32Array(1))
})

test('each draw takes the range of the case that counts in it, at one quantile', () => {
  const sampler = randomSampler(BOTH, { draws: 2000, seed: 9, dependence: 'independent' })
  const same = { ...plain('b', judged.range), stream: judged.key }
  const [column, rest] = [sampler.column(judged), sampler.column(same)]
  const seen = new Set<number>()
  for (const [draw, value] of column.entries()) {
    const mask = sampler.masks[draw] as number
    seen.add(mask)
    const { low } = rangeUnder(judged, mask, BOTH)
    expect(value - low).toBeCloseTo((rest[draw] as number) - 40, 9)
  }
  expect([...seen].sort()).toEqual([0, 1, 2, 3])
})
