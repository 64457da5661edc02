import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TrustNeeded, TrustPayoffs } from '../../src/strategy/trust.ts'
import {
  backed,
  backingNeeded,
  chanceNeeded,
  leastTrust,
  trustNeeded
} from '../../src/strategy/trust.ts'
import { published } from '../published.ts'

const theory = published('games', 'theory.json')

interface Told {
  readonly CC: number
  readonly DC: number
  readonly CD: number
  readonly DD: number
  readonly minTrust: number
}

const payoffsIn = ({ CC, DC, CD, DD }: Told): TrustPayoffs => ({
  both: CC,
  taking: DC,
  giving: CD,
  none: DD
})

test.skipIf(!theory.there)('published least trusts are found; one above 1 is never', () => {
  const { kydd_min_trust, third_party_guarantee } = theory.read<{
    readonly kydd_min_trust: readonly Told[]
    readonly third_party_guarantee: readonly Told[]
  }>('theory.json')
  for (const one of [...kydd_min_trust, ...third_party_guarantee])
    expect(leastTrust(trustNeeded(payoffsIn(one)))).toBeCloseTo(
      one.minTrust > 1 ? Number.POSITIVE_INFINITY : one.minTrust,
      12
    )
})

/** A prisoners' dilemma: who gives alone loses 1, who takes alone gains 1. */
const DILEMMA: TrustPayoffs = { both: 4, taking: 5, giving: 1, none: 2 }

describe('a dilemma, by hand', () => {
  test('no trust is enough, until a penalty is likely enough', () => {
    expect(trustNeeded(DILEMMA)).toEqual({ kind: 'never', wary: false })
    const guarantor = { penalty: 3, insurance: 1 }
    expect(trustNeeded(backed(DILEMMA, [{ chance: 0.5, ...guarantor }]))).toEqual({
      kind: 'from',
      least: 0.5
    })
    expect(trustNeeded(backed(DILEMMA, [{ chance: 0.2, ...guarantor }])).kind).toBe('never')
    expect(backingNeeded(DILEMMA)).toEqual({ evenOdds: 2, keeping: 1 })
    expect(chanceNeeded(DILEMMA, guarantor)).toEqual({ evenOdds: 0.5, keeping: 1 / 3 })
    expect(chanceNeeded(DILEMMA, { penalty: 1, insurance: 9 })).toEqual({ evenOdds: 1, keeping: 1 })
    expect(chanceNeeded(DILEMMA, { penalty: 0.5, insurance: 9 })).toEqual({})
  })

  test('who is better off giving alone than without a deal, and still better taking, is wary', () => {
    expect(trustNeeded({ both: 4, taking: 5, giving: 3, none: 2 })).toEqual({
      kind: 'never',
      wary: true
    })
    expect(trustNeeded({ both: 5, taking: 4, giving: 3, none: 2 })).toEqual({ kind: 'always' })
  })
})

const point = fc.double({ min: -50, max: 150, noNaN: true })
const payoffs = fc.record({ both: point, taking: point, giving: point, none: point })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const size = fc.double({ min: 0, max: 40, noNaN: true })

/** What keeping to it is worth beyond breaking it, at a belief. */
const edge = ({ both, taking, giving, none }: TrustPayoffs, t: number): number =>
  t * (both - taking) + (1 - t) * (giving - none)

const keeps = (needed: TrustNeeded, t: number): boolean => leastTrust(needed) <= t

describe('laws', () => {
  test('from the least trust on keeping is worth more than breaking, below it less', () => {
    fc.assert(
      fc.property(payoffs, share, (one, t) => {
        const needed = trustNeeded(one)
        if (needed.kind === 'never') expect(edge(one, 1)).toBeLessThan(0)
        else if (needed.kind === 'always') expect(edge(one, t)).toBeGreaterThan(-1e-6)
        else if (Math.abs(t - needed.least) > 1e-6)
          expect(keeps(needed, t)).toBe(edge(one, t) >= -1e-9)
      })
    )
  })

  test('more penalty or insurance never asks for more trust', () => {
    fc.assert(
      fc.property(payoffs, share, size, size, (one, chance, penalty, insurance) => {
        const more = backed(one, [{ chance, penalty, insurance }])
        expect(leastTrust(trustNeeded(more))).toBeLessThanOrEqual(
          leastTrust(trustNeeded(one)) + 1e-9
        )
      })
    )
  })

  test('what is said to be lacking is enough, and a little less is not', () => {
    fc.assert(
      fc.property(payoffs, (one) => {
        const { evenOdds, keeping } = backingNeeded(one)
        const least = (penalty: number): number =>
          leastTrust(trustNeeded(backed(one, [{ chance: 1, penalty, insurance: 0 }])))
        expect(least(evenOdds + 1e-7)).toBeLessThanOrEqual(0.5 + 1e-6)
        expect(least(keeping + 1e-7)).toBeLessThanOrEqual(1)
        if (keeping > 1e-3) expect(least(keeping - 1e-4)).toBe(Number.POSITIVE_INFINITY)
        if (evenOdds > 1e-3) expect(least(evenOdds - 1e-4)).toBeGreaterThan(0.5)
      })
    )
  })

  test('a guarantor that acts as surely as is said brings even odds, and less surely does not', () => {
    fc.assert(
      fc.property(payoffs, size, size, (one, penalty, insurance) => {
        const { evenOdds } = chanceNeeded(one, { penalty, insurance })
        const least = (chance: number): number =>
          leastTrust(trustNeeded(backed(one, [{ chance, penalty, insurance }])))
        if (evenOdds === undefined) expect(least(1)).toBeGreaterThan(0.5 - 1e-6)
        else {
          expect(least(evenOdds + 1e-6)).toBeLessThanOrEqual(0.5 + 1e-5)
          if (evenOdds > 0.01 && penalty > 0.1) expect(least(evenOdds - 1e-3)).toBeGreaterThan(0.5)
        }
      })
    )
  })
})
