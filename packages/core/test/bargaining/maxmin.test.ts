import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxMinGain } from '../../src/bargaining/index.ts'

const SEED = 20_250_603
const table = fc.integer({ min: 1, max: 3 }).chain((parties) =>
  fc.record({
    gains: fc.array(
      fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: parties, maxLength: parties }), {
        minLength: 2,
        maxLength: 4
      }),
      { minLength: 1, maxLength: 5 }
    ),
    base: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: parties, maxLength: parties }),
    forbidden: fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { maxLength: 4 })
  })
)

test('the greatest least gain is that of all packages', () => {
  fc.assert(
    fc.property(table, ({ gains, base, forbidden }) => {
      const banned = (choice: readonly number[]): boolean => forbidden.some(([issue, option]) => choice[issue] === option)
      const packages = gains.reduce<readonly (readonly number[])[]>(
        (all, options) => all.flatMap((one) => options.map((_, option) => [...one, option])),
        [[]]
      )
      const least = (choice: readonly number[]): number =>
        Math.min(
          ...base.map((start, party) =>
            choice.reduce((sum, option, issue) => sum + (gains[issue]?.[option]?.[party] ?? 0), start)
          )
        )
      const leasts = packages.filter((choice) => !banned(choice)).map(least)
      const found = maxMinGain({ gains, base, possible: (choice) => !banned(choice), needed: () => true })
      expect(found.complete).toBe(true)
      expect(found.choice === undefined).toBe(leasts.length === 0)
      if (found.choice)
        expect([found.leastGain, least(found.choice), found.bound]).toEqual([
          Math.max(...leasts),
          found.leastGain,
          found.leastGain
        ])
    }),
    { seed: SEED, numRuns: 500 }
  )
})
