import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Ramp } from '../../src/timetable/ramp.ts'
import { earlierOf, IDENTITY, laterOf, longest, raised, STILL } from '../../src/timetable/ramp.ts'
import { tried } from '../laws.ts'

/** A term of ramps beside the same term of plain numbers. */
interface Term {
  readonly ramp: Ramp
  readonly at: (delay: number) => number
}

const leaves = fc.constantFrom<Term>(
  { ramp: IDENTITY, at: (delay) => delay },
  { ramp: STILL, at: () => 0 }
)

const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'medium' },
    leaves,
    fc
      .tuple(tie('term'), fc.integer({ min: -20, max: 20 }))
      .map(
        ([one, by]): Term => ({ ramp: raised(one.ramp, by), at: (delay) => one.at(delay) + by })
      ),
    fc.tuple(tie('term'), tie('term'), fc.boolean()).map(
      ([a, b, later]): Term => ({
        ramp: later ? laterOf(a.ramp, b.ramp) : earlierOf(a.ramp, b.ramp),
        at: (delay) =>
          later ? Math.max(a.at(delay), b.at(delay)) : Math.min(a.at(delay), b.at(delay))
      })
    )
  )
}))

const FAR = 200

it('the later and the earlier of ramps are what numbers say, and so is the longest delay', () => {
  tried(
    fc.property(term, term, fc.integer({ min: 0, max: 40 }), (before, after, gap) => {
      const room = (delay: number): number => gap + after.at(delay) - before.at(delay)
      fc.pre(room(0) >= 0)
      const delays = Array.from({ length: FAR }, (_, delay) => delay)
      const first = delays.find((delay) => room(delay) < 0)
      // all turns lie at whole delays, and a second more brings it below
      expect(longest(before.ramp, after.ramp, gap)).toBe(
        first === undefined ? Number.POSITIVE_INFINITY : first - 1
      )
    }),
    { seed: 11, runs: 100, seeds: 4 }
  )
})
