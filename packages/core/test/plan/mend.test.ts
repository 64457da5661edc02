import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inParts } from '../../src/plan/mend.ts'
import { valued } from '../../src/plan/sequence.ts'
import { tried } from '../laws.ts'
import { sequences } from './sequences.ts'

test('the parts of a step add up to it: the end is the same, and one part is the step itself', () => {
  tried(
    fc.property(sequences(4), fc.integer({ min: 2, max: 5 }), (sequence, parts) => {
      const order = sequence.steps.map((_, k) => k)
      const first = sequence.steps.length
      const split = inParts(sequence, 0, parts)
      const long = [0, ...Array.from({ length: parts - 1 }, (_, k) => first + k), ...order.slice(1)]
      const [whole, cut] = [valued(sequence, order), valued(split, long)]
      cut.slacks.at(-1)?.forEach((slack, i) => {
        expect(slack).toBeCloseTo(whole.slacks.at(-1)?.[i] ?? Number.NaN, 8)
      })
      // what comes after the step sees no difference
      cut.slacks.slice(parts).forEach((row, t) => {
        row.forEach((slack, i) => {
          expect(slack).toBeCloseTo(whole.slacks[t + 1]?.[i] ?? Number.NaN, 8)
        })
      })
      for (const { after } of split.steps)
        for (const place of after) expect(place).toBeLessThan(split.steps.length)
    }),
    { seed: 17, runs: 30, seeds: 10 }
  )
})
