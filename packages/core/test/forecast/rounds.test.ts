import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/forecast/expected-utility.ts'
import { euRound, medianPosition } from '../../src/forecast/expected-utility.ts'
import { courseOf } from '../../src/forecast/rounds.ts'
import { prevailing } from '../../src/forecast/spatial.ts'
import { tried } from '../laws.ts'

const never = { capitulation: 'never' } as const

/** Parties on a line of whole places, two of which lie apart. */
const arbitraryActors: fc.Arbitrary<readonly Actor[]> = fc
  .array(
    fc.record({
      position: fc.integer({ min: 0, max: 4 }).map((place) => place / 4),
      capability: fc.integer({ min: 1, max: 100 }),
      salience: fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10)
    }),
    { minLength: 2, maxLength: 6 }
  )
  .map((all) => all.map((one, at) => ({ ...one, party: `p${at}` })))
  .filter((all) => all.some(({ position }) => position !== all[0]?.position))

describe('a round', () => {
  it('does not hang on the unit of capability', () => {
    tried(
      fc.property(arbitraryActors, (actors) => {
        const one = euRound(actors, 1, never)
        const other = euRound(
          actors.map((actor) => ({ ...actor, capability: 4 * actor.capability })),
          1,
          never
        )
        expect(other.after).toEqual(one.after)
        expect(other.median).toBe(one.median)
      }),
      { seed: 5100, runs: 200, seeds: 10 }
    )
  })

  it('does not hang on the order of the parties', () => {
    tried(
      fc.property(arbitraryActors, (actors) => {
        const one = euRound(actors, 1, never)
        const other = euRound([...actors].reverse(), 1, never)
        const back = [...other.risk].reverse()
        one.risk.forEach((risk, at) => {
          expect(back[at]).toBeCloseTo(risk, 9)
        })
        expect([...other.own].reverse().map((row) => [...row].reverse().map(rounded))).toEqual(
          one.own.map((row) => row.map(rounded))
        )
      }),
      { seed: 5200, runs: 200, seeds: 10 }
    )
  })

  it('moves nobody outside the line, and no one who expects nothing of another', () => {
    tried(
      fc.property(arbitraryActors, (actors) => {
        const { moves, before, after } = euRound(actors, 1, never)
        const [low, high] = [Math.min(...before), Math.max(...before)]
        for (const place of after) {
          expect(place).toBeGreaterThanOrEqual(low - 1e-12)
          expect(place).toBeLessThanOrEqual(high + 1e-12)
        }
        for (const { how, own, other } of moves) {
          expect(other).toBeGreaterThan(0)
          if (how === 'confrontation') expect(other).toBeGreaterThan(own)
          if (how === 'compromise') expect(other).toBeGreaterThan(-own)
        }
      }),
      { seed: 5300, runs: 200, seeds: 10 }
    )
  })

  it('has a median that loses to no place in a vote of two', () => {
    tried(
      fc.property(arbitraryActors, (actors) => {
        const median = medianPosition(actors)
        for (const { position } of actors) {
          const votes = actors.reduce(
            (sum, one) =>
              sum +
              one.capability *
                one.salience *
                (Math.abs(one.position - median) - Math.abs(one.position - position)),
            0
          )
          expect(votes).toBeLessThanOrEqual(1e-9)
        }
      }),
      { seed: 5400, runs: 200, seeds: 10 }
    )
  })
})

describe('rounds', () => {
  const harbour: readonly Actor[] = [
    { party: 'coast', position: 1, capability: 80, salience: 0.6 },
    { party: 'hills', position: 0, capability: 80, salience: 0.9 },
    { party: 'islands', position: 0.75, capability: 90, salience: 0.5 },
    { party: 'lender', position: 1, capability: 30, salience: 0.1 }
  ]

  it('say where a state comes again', () => {
    const { ending, rounds } = courseOf(harbour, { ...never, rounds: 10 })
    expect(ending).toEqual({ kind: 'cycle', from: 1, to: 3 })
    rounds[2]?.after.forEach((place, at) => {
      expect(place).toBeCloseTo(rounds[0]?.after[at] as number, 6)
    })
  })

  it('say that neither is seen yet, and that nobody moves', () => {
    expect(courseOf(harbour, { ...never, rounds: 2 }).ending).toEqual({ kind: 'open' })
    const alike = harbour.map((actor) => ({ ...actor, position: 0.5 }))
    expect(courseOf(alike, { ...never, rounds: 5 })).toMatchObject({
      ending: { kind: 'settled' },
      rounds: [],
      median: 0.5
    })
  })
})

it('the chances of two positions against each other add up to 1', () => {
  tried(
    fc.property(arbitraryActors, (actors) => {
      const found = prevailing(
        actors.map(({ capability }) => capability),
        actors.map((one) => actors.map((other) => 1 - Math.abs(one.position - other.position)))
      )
      found.forEach((row, i) => {
        row.forEach((chance, j) => {
          expect(chance + (found[j]?.[i] as number)).toBeCloseTo(1, 12)
        })
      })
    }),
    { seed: 5500, runs: 100, seeds: 10 }
  )
})

/** A figure without its last digits and without a sign on nothing. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9 + 0
