import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sampler } from '../../src/draws/sampler.ts'
import { randomSampler } from '../../src/draws/sampler.ts'
import { STREAM_BLOCK, uniforms } from '../../src/draws/stream.ts'
import type { Case } from '../../src/model/case.ts'
import type { Judgement } from '../../src/model/judgement.ts'
import { caseOf, drafts } from '../arbitrary.ts'

const LENGTH = 2 * STREAM_BLOCK + 3000
const whole = uniforms(5, 'stances.a.x', LENGTH)

test('any stretch of a stream is that part of the whole', () => {
  fc.assert(
    fc.property(fc.nat(LENGTH), fc.nat(LENGTH), (one, other) => {
      const [from, end] = [Math.min(one, other), Math.max(one, other)]
      expect(uniforms(5, 'stances.a.x', { from, count: end - from })).toEqual(
        whole.slice(from, end)
      )
    }),
    {
      seed: 20_250_701,
      numRuns: 60,
      examples: [
        [STREAM_BLOCK - 1, STREAM_BLOCK + 1],
        [STREAM_BLOCK, 2 * STREAM_BLOCK],
        [0, LENGTH],
        [7, 7]
      ]
    }
  )
})

test('the first block is the generator as it runs, and blocks do not repeat each other', () => {
  // The first numbers of this stream since the first release: no verdict may change.
  expect([...uniforms(1, 'stances.a.x', 2)]).toEqual([0.11535379133205415, 0.9722443500202742])
  const blocks = [0, 1, 2].map((block) =>
    whole.slice(block * STREAM_BLOCK, block * STREAM_BLOCK + 3000)
  )
  for (const [i, a] of blocks.entries())
    for (const b of blocks.slice(i + 1)) {
      const products = a.map((x, k) => (x - 0.5) * ((b[k] as number) - 0.5))
      const mean = products.reduce((sum, x) => sum + x, 0) / products.length
      expect(Math.abs(mean)).toBeLessThan(4.5 / 12 / Math.sqrt(products.length))
    }
})

test('a sampler that starts late draws what one that started at once draws from there on', () => {
  fc.assert(
    fc.property(
      drafts(),
      fc.nat(80),
      fc.constantFrom('independent', 'party'),
      (draft, from, dependence) => {
        const source = caseOf(draft)
        const all = columnsOf(
          source,
          randomSampler(source.scenarios, { draws: 100, seed: 3, dependence })
        )
        const late = columnsOf(
          source,
          randomSampler(source.scenarios, { draws: 100 - from, seed: 3, dependence, from })
        )
        expect(late).toEqual(all.map((column) => column.slice(from)))
      }
    ),
    { seed: 20_250_702, numRuns: 30 }
  )
})

function columnsOf(source: Case, sampler: Sampler): readonly (readonly number[])[] {
  const judgements: Judgement[] = [...source.stances.values()].flatMap(
    ({ interests, redlines }) => [
      ...interests.flatMap(({ weight, values }) => [
        weight,
        ...[...values.values()].flat().map(({ judgement }) => judgement)
      ]),
      ...redlines.map(({ firmness }) => firmness)
    ]
  )
  const polls = [...source.polls.keys()].map((poll) => sampler.pollError(poll))
  return [sampler.masks, ...judgements.map(sampler.column), ...polls].map((column) => [...column])
}
