import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import type { Case, Proposal, Stance } from '../../src/model/case.ts'
import type { Judgement, Range } from '../../src/model/judgement.ts'
import { withRanges } from '../../src/model/ranges.ts'
import { gainWithin } from '../../src/worth/guarantee.ts'
import { extremes } from '../../src/worth/interval.ts'
import { Judge } from '../../src/worth/judge.ts'
import { judgementsOf } from '../../src/worth/judgements.ts'
import type { Offers } from '../../src/worth/offers.ts'
import { offersOf, openIssues } from '../../src/worth/offers.ts'
import type { Point } from '../../src/worth/scalar.ts'
import { centralPoint, ScalarWorth } from '../../src/worth/scalar.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { TIE } from '../oracle/acceptance.ts'
import { centralGain, extremesByCorners, gain, noDealValue } from '../oracle/gain.ts'
import { central } from '../oracle/packages.ts'
import { hasGain, offeringOf } from '../oracle/search.ts'

const SEED = 20_250_601
const SEEDS = 9
const settings: DrawSettings = { draws: 40, seed: 7, dependence: 'independent' }

/** Compares on so many random cases in a full run, and on a ninth of them by default. */
function onRandomCases(numRuns: number, compare: (source: Case) => void): void {
  tried(
    fc.property(drafts({ open: false }), (draft) => compare(caseOf(draft))),
    { seed: SEED, runs: Math.ceil(numRuns / SEEDS), seeds: SEEDS }
  )
}

test('gain, draw by draw, and at central values, is the definition', () => {
  onRandomCases(150, (source) => {
    const [apart, centre] = [Judge.random(source, settings), Judge.central(source)]
    for (const proposal of source.proposals) {
      const offers = offersOf(proposal, source)
      if (openIssues(offers, source).length > 0) continue
      for (const stance of source.stances.values()) {
        if (!hasGain(stance.party, source)) continue
        const mine = (draw: number): number =>
          gain(
            stance,
            offeringOf(proposal, source),
            source,
            (judgement) => apart.sampler.column(judgement)[draw] as number
          )
        apart.gain(stance.party, offers).forEach((theirs, draw) => {
          expect(theirs).toBeCloseTo(mine(draw), 9)
        })
        expect(centre.gain(stance.party, offers)[0]).toBeCloseTo(
          centralGain(stance, offeringOf(proposal, source), source),
          9
        )
        expect(centre.gainOf(stance.party).noDeal()[0]).toBeCloseTo(
          noDealValue(stance, source, (judgement) => central(judgement, source)),
          9
        )
      }
    }
  })
})

test('the guarantee is that of all corners, and the radius is where the sign turns', () => {
  let compared = 0
  onRandomCases(90, (source) => {
    for (const proposal of source.proposals) {
      const offers = offersOf(proposal, source)
      const few = { ...settings, draws: 2, proposals: [proposal], repairs: 0 }
      const parties = check(source, few).proposals[0]?.parties
      for (const stance of source.stances.values()) {
        if (!hasGain(stance.party, source) || weighty(stance) > 8) continue
        const offering = offeringOf(proposal, source)
        const { low, high } = extremesByCorners(stance, offering, source)
        const theirs = gainWithin({ stance, offers, source }, 1)
        expect(theirs.low).toBeCloseTo(low, 8)
        expect(theirs.high).toBeCloseTo(high, 8)
        const found = parties?.get(stance.party)?.gain
        if (!found) throw new Error('no gain')
        if (Math.abs(low) > TIE && Math.abs(high) > TIE)
          expect(found.guarantee).toBe(low > 0 ? 'every' : high > 0 ? 'some' : 'no')
        if (Math.abs(found.central) < TIE) continue
        const certain = (share: number): boolean => {
          const at = extremesByCorners(stance, offering, source, share)
          return found.central > 0 ? at.low > -TIE : at.high <= TIE
        }
        const surelyNot = (share: number): boolean => {
          const at = extremesByCorners(stance, offering, source, share)
          return found.central > 0 ? at.low < 1e-6 : at.high > -1e-6
        }
        if (found.radius > 1e-6) expect(certain(found.radius * (1 - 1e-7))).toBe(true)
        if (found.radius < 1) expect(surelyNot(Math.min(1, found.radius + 1e-7))).toBe(true)
        compared++
      }
    }
  })
  expect(compared).toBeGreaterThan(30)
})

const weighty = (stance: Stance): number =>
  stance.interests.length +
  (stance.noDeal?.base.kind === 'outcomes' ? stance.noDeal.base.outcomes.length : 0)

/** Every proposal before every party whose gain can be told. */
function onGains(
  numRuns: number,
  law: (stance: Stance, proposal: Proposal, source: Case) => void
): void {
  onRandomCases(numRuns, (source) => {
    for (const proposal of source.proposals)
      for (const stance of source.stances.values())
        if (hasGain(stance.party, source)) law(stance, proposal, source)
  })
}

const scalarGain = (
  stance: Stance,
  offers: Offers,
  { source, point }: { readonly source: Case; readonly point: Point }
): number => {
  const worth = new ScalarWorth(stance, source, point)
  return worth.offers(offers) - worth.noDeal()
}

test('the gain in any draw, as a column and as a number, is one, and lies between the ends', () => {
  let compared = 0
  onGains(60, (stance, proposal, source) => {
    const offers = offersOf(proposal, source)
    const judge = Judge.random(source, settings)
    const column = judge.gain(stance.party, offers)
    const tied = extremes(offers, 'no-deal', { stance, source })
    const apart = gainWithin({ stance, offers, source }, 1)
    expect(apart.low).toBeLessThan(tied.low + 1e-8)
    expect(apart.high).toBeGreaterThan(tied.high - 1e-8)
    for (let draw = 0; draw < settings.draws; draw++) {
      const point: Point = (judgement) => judge.sampler.column(judgement)[draw] as number
      const found = scalarGain(stance, offers, { source, point })
      expect(found).toBeCloseTo(column[draw] as number, 9)
      expect(found).toBeGreaterThan(tied.low - 1e-8)
      expect(found).toBeLessThan(tied.high + 1e-8)
    }
    compared++
  })
  expect(compared).toBeGreaterThan(30)
})

test('the gain at the centre lies between the ends of every share of the ranges', () => {
  onGains(60, (stance, proposal, source) => {
    const offers = offersOf(proposal, source)
    if (judgementsOf(stance).some(({ cases }) => cases.length > 0)) return
    const found = scalarGain(stance, offers, { source, point: centralPoint(source) })
    for (const share of [0, 0.3, 1]) {
      const { low, high } = gainWithin({ stance, offers, source }, share)
      expect(found).toBeGreaterThan(low - 1e-9)
      expect(found).toBeLessThan(high + 1e-9)
    }
  })
})

test('without width the ends, the number and the column are one', () => {
  let compared = 0
  onGains(60, (wide, proposal, written) => {
    const chances = [...offersOf(proposal, written).values()].flatMap(({ chance }) => chance ?? [])
    const point = centralPoint(written)
    const sharp = (judgement: Judgement): readonly [string, Range] => {
      const number = point(judgement)
      return [judgement.key, { low: number, high: number }]
    }
    const ranges = new Map([...judgementsOf(wide), ...chances].map(sharp))
    const source = withRanges(written, ranges)
    const stance = source.stances.get(wide.party) as Stance
    const [held = proposal] = source.proposals.filter(({ id }) => id === proposal.id)
    const offers = offersOf(held, source)
    const found = scalarGain(stance, offers, { source, point: centralPoint(source) })
    const [column] = Judge.random(source, { ...settings, draws: 1 }).gain(stance.party, offers)
    expect(column).toBeCloseTo(found, 9)
    for (const apart of [true, false]) {
      const { low, high } = extremes(offers, 'no-deal', { stance, source, apart })
      expect(low).toBeCloseTo(found, 8)
      expect(high).toBeCloseTo(found, 8)
    }
    compared++
  })
  expect(compared).toBeGreaterThan(30)
})
