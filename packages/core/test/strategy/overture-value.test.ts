import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Beliefs } from '../../src/strategy/overture-value.ts'
import {
  bluffBorne,
  bluffed,
  valueOfCertainty,
  valueOfOverture
} from '../../src/strategy/overture-value.ts'
import { published } from '../published.ts'

const theory = published('games', 'theory.json')

interface TrialBalloon {
  readonly prior: readonly number[]
  readonly acceptByType: readonly (readonly number[])[]
  readonly gain: readonly number[]
  readonly rejectCost: readonly number[]
  readonly positiveReactionByType: readonly (readonly number[])[]
  readonly valueWithoutTest: number
  readonly tests: readonly {
    readonly overture: number
    readonly posteriorPositive: readonly number[]
    readonly posteriorNegative: readonly number[]
    readonly EVSI: number
  }[]
}

test.skipIf(!theory.there)('published trial balloons are worth what they are', () => {
  const { trial_balloon_voi } = theory.read<{
    readonly trial_balloon_voi: readonly TrialBalloon[]
  }>('theory.json')
  for (const one of trial_balloon_voi) {
    const worth = one.acceptByType.map((row, m) =>
      row.map((p) => p * (one.gain[m] as number) - (1 - p) * (one.rejectCost[m] as number))
    )
    for (const { overture, EVSI, posteriorPositive, posteriorNegative } of one.tests) {
      const { value, after } = valueOfOverture(
        { prior: one.prior, worth },
        one.positiveReactionByType[overture] as readonly number[]
      )
      expect(value).toBeCloseTo(EVSI, 12)
      const [welcomed, refused] = after.map(({ posterior }) => posterior)
      const near = (list: readonly number[]): unknown =>
        list.map((p) => expect.closeTo(p, 12) as number)
      expect(welcomed).toEqual(near(posteriorPositive))
      expect(refused).toEqual(near(posteriorNegative))
    }
  }
})

/** Two types, two packages: the first is best with the first type, the second with the second. */
const TWO: Beliefs = {
  prior: [0.5, 0.5],
  worth: [
    [0.6, 0.1],
    [0.3, 0.4]
  ]
}

describe('two types and two packages, by hand', () => {
  test('an answer that tells the type for sure is worth what certainty is', () => {
    // Without: 0.35 either way. Knowing: 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    expect(valueOfCertainty(TWO)).toBeCloseTo(0.15, 12)
    expect(valueOfOverture(TWO, [1, 0]).value).toBeCloseTo(0.15, 12)
    expect(valueOfOverture(TWO, [0, 1]).value).toBeCloseTo(0.15, 12)
  })

  test('an answer that changes the best package nowhere is worth nothing', () => {
    expect(valueOfOverture({ prior: [0.9, 0.1], worth: TWO.worth }, [0.6, 0.5]).value).toBe(0)
  })

  test('ties are told', () => {
    expect(valueOfOverture(TWO, [0.5, 0.5]).after.map(({ best }) => best)).toEqual([
      [0, 1],
      [0, 1]
    ])
  })

  test('half of the answers empty leaves half of the value here', () => {
    // At even odds the value is 0.3 times the difference of the two chances of a welcome, halved.
    expect(bluffBorne(TWO, [0.9, 0.1], 0.06)).toBeCloseTo(0.5, 9)
    expect(bluffBorne(TWO, [0.9, 0.1], 0.13)).toBeUndefined()
    expect(bluffBorne(TWO, [0.9, 0.1], 0)).toBe(1)
  })
})

const chance = fc.double({ min: 0, max: 1, noNaN: true })
const puzzle = fc.integer({ min: 2, max: 4 }).chain((types) =>
  fc.record({
    odds: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: types,
      maxLength: types
    }),
    worth: fc.array(fc.array(chance, { minLength: types, maxLength: types }), {
      minLength: 1,
      maxLength: 5
    }),
    welcomes: fc.array(chance, { minLength: types, maxLength: types })
  })
)

describe('laws', () => {
  const beliefs = (odds: readonly number[], worth: readonly (readonly number[])[]): Beliefs => {
    const total = odds.reduce((sum, one) => sum + one, 0)
    return { prior: odds.map((one) => one / total), worth }
  }

  test('a value lies between 0 and that of certainty, and answers average to what was known', () => {
    fc.assert(
      fc.property(puzzle, ({ odds, worth, welcomes }) => {
        const known = beliefs(odds, worth)
        const { value, after } = valueOfOverture(known, welcomes)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(valueOfCertainty(known) + 1e-9)
        known.prior.forEach((p, t) => {
          const mean = after.reduce(
            (sum, one) => sum + one.chance * (one.posterior[t] as number),
            0
          )
          expect(mean).toBeCloseTo(p, 9)
        })
      })
    )
  })

  test('the more answers are empty, the less an overture is worth', () => {
    fc.assert(
      fc.property(puzzle, chance, chance, ({ odds, worth, welcomes }, a, b) => {
        const known = beliefs(odds, worth)
        const at = (bluff: number): number =>
          valueOfOverture(known, bluffed(known.prior, welcomes, bluff)).value
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)) + 1e-9)
        expect(at(1)).toBeCloseTo(0, 9)
      })
    )
  })

  test('up to the share of empty answers that is borne the value is above the leak, then below', () => {
    fc.assert(
      fc.property(puzzle, chance, ({ odds, worth, welcomes }, share) => {
        const known = beliefs(odds, worth)
        const leak = share * valueOfOverture(known, welcomes).value
        const borne = bluffBorne(known, welcomes, leak)
        if (borne === undefined || leak < 1e-6) return
        const at = (bluff: number): number =>
          valueOfOverture(known, bluffed(known.prior, welcomes, bluff)).value
        expect(at(borne)).toBeCloseTo(leak, 6)
      })
    )
  })
})
