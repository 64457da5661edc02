import { expect, test } from 'vitest'
import { equilibriaOf } from '../../src/check/equilibria.ts'
import { hingesOf } from '../../src/check/hinges/hinges.ts'
import { scenarioFacts } from '../../src/draws/sampler.ts'
import type { Case, Package } from '../../src/model/case.ts'
import { factsOf, holds } from '../../src/model/condition.ts'
import type { Judgement } from '../../src/model/judgement.ts'
import { alternativesOf } from '../../src/study/alternatives.ts'
import { admissible, boundsOf, requiredParties, rulesOf } from '../../src/worth/admissible.ts'
import { Judge } from '../../src/worth/judge.ts'
import { plainOffers } from '../../src/worth/offers.ts'
import { caseOf } from '../arbitrary.ts'
import { caseIn } from '../folder.ts'
import { judged, onRandomDrafts, settings, studied } from './studied.ts'

test('an end of the tornado is the chance that check finds with the judgement held there', () => {
  let compared = 0
  onRandomDrafts(24, (draft) => {
    const source = caseOf(draft)
    const { alternatives } = studied(source)
    const { judges, proposals } = judged(source)
    for (const one of proposals) {
      const tornado =
        alternatives.find(({ id }) => id === one.proposal.id)?.drivers?.[0]?.tornado ?? []
      for (const { key, set, p } of hingesOf(one, judges.apart)) {
        const ends = tornado.find((other) => other.key === key)
        const judgement = unshared(source).find((other) => other.key === key)
        if (!ends || !judgement) continue
        expect(Number(set) === judgement.range.low ? ends.low.p : ends.high.p).toBeCloseTo(p, 9)
        compared++
      }
    }
  })
  expect(compared).toBeGreaterThan(5)
})

/** Judgements with a stream and a range of their own. */
function unshared(source: Case): readonly Judgement[] {
  return [...source.stances.values()]
    .flatMap(({ redlines, interests, noDeal }) => [
      ...redlines.map(({ firmness }) => firmness),
      ...interests.map(({ weight }) => weight),
      ...(noDeal?.ledger ?? []).map(({ worth }) => worth),
      ...(noDeal?.base.kind === 'range' ? [noDeal.base.judgement] : [])
    ])
    .filter(({ cases }) => cases.length === 0)
}

test('the ends of what a party holds against a deal bracket its gain and the chance that all accept', () => {
  let bracketed = 0
  onRandomDrafts(8, (draft) => {
    for (const { drivers } of studied(caseOf(draft)).alternatives)
      for (const { mean, tornado } of drivers ?? [])
        for (const { key, low, high } of tornado) {
          if (!/\.no-deal\.(base|ledger\..*)$/.test(key)) continue
          expect(Math.min(low.p, high.p)).toBeLessThanOrEqual(mean.p + 1e-9)
          expect(Math.max(low.p, high.p)).toBeGreaterThanOrEqual(mean.p - 1e-9)
          if (low.p !== high.p) bracketed++
        }
  })
  expect(bracketed).toBeGreaterThan(10)
})

test('ranks add up, first is below total, and what is necessarily preferred wins in every draw', () => {
  let necessary = 0
  onRandomDrafts(10, (draft) => {
    const { parties, alternatives } = studied(caseOf(draft), {
      ...settings,
      draws: 1000,
      samples: 1000
    })
    for (const { alternatives: rows } of parties)
      rows.forEach(({ ranks, wins, comparisons, confidence, centralWeights }, i) => {
        expect(ranks.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 12)
        expect(rows.reduce((sum, row) => sum + (row.ranks[i]?.p as number), 0)).toBeCloseTo(1, 12)
        expect(confidence === null).toBe((ranks[0]?.p as number) === 0)
        if (centralWeights)
          expect(centralWeights.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(1, 9)
        comparisons.forEach(({ least }, k) => {
          if (least < 1e-6) return
          expect(wins[k]?.p).toBe(1)
          necessary++
        })
      })
    for (const { first, total } of alternatives
      .flatMap(({ drivers }) => drivers ?? [])
      .flatMap(({ indices }) => indices))
      expect(first.low - total.high).toBeLessThanOrEqual(first.high - first.low)
  })
  expect(necessary).toBeGreaterThan(10)
})

test('a package counts as efficient in a draw when no admissible one is better for a party and worse for none', () => {
  let [efficient, told] = [0, 0]
  onRandomDrafts(8, (draft) => {
    const source = caseOf(draft)
    const asked = { ...settings, draws: 12, samples: 0, efficiencyDraws: 12 }
    const { alternatives } = studied(source, asked)
    const judge = Judge.random(source, asked)
    for (const one of alternativesOf(source, asked)) {
      const found = alternatives.find(({ id }) => id === one.id)?.efficient
      const parties = one.required.filter((party) => judge.hasGain(party))
      const bounds = [
        ...rulesOf(source),
        ...boundsOf(source, requiredParties(source)).map(({ condition }) => condition)
      ]
      const possible = packages(source).some((terms) =>
        bounds.every((bound) => holds(bound, factsOf(terms)) !== true)
      )
      if (parties.length === 0 || !possible) {
        expect(found).toBeNull()
        continue
      }
      const own = parties.map((party) => judge.gain(party, one.offers))
      const rivals = packages(source).map((terms) => ({
        terms,
        gains: parties.map((party) => judge.gain(party, plainOffers(terms)))
      }))
      const dominated = [...(own[0] ?? []).keys()].filter((draw) =>
        rivals.some(({ terms, gains }) => {
          const more = gains.map((gain, k) => (gain[draw] as number) - (own[k]?.[draw] as number))
          return (
            more.every((x) => x > -1e-8) &&
            more.some((x) => x > 1e-8) &&
            isAdmissible(terms, source, judge.sampler.masks[draw] as number)
          )
        })
      )
      expect(found?.p).toBeCloseTo(1 - dominated.length / asked.draws, 12)
      told++
      efficient += found?.p ?? 0
    }
  })
  expect(efficient / told).toBeGreaterThan(0.1)
  expect(efficient / told).toBeLessThan(0.9)
})

const packages = ({ issues }: Case): readonly Package[] =>
  issues.reduce<readonly Package[]>(
    (some, { id, options }) =>
      some.flatMap((terms) => options.map((option) => new Map([...terms, [id, option.id]]))),
    [new Map()]
  )

const isAdmissible = (terms: Package, source: Case, mask: number): boolean =>
  admissible(source, 0.5).every(
    (condition) => holds(condition, factsOf(terms, scenarioFacts(mask, source.scenarios))) !== true
  )

test('a state that holds whatever is drawn holds in every draw; with statements exchanged it may not', () => {
  const source = caseIn('ukraine/2022-peace-formula')
  const asked = { ...settings, draws: 40, samples: 0, efficiencyDraws: 0 }
  const { alternatives, sizes } = studied(source, asked)
  expect(sizes.equilibrium).toBe(1)
  const expected = equilibriaOf(source)
  expect(expected.size).toBe(2)
  for (const { id, equilibrium } of alternatives) {
    expect(equilibrium?.state).toBe(expected.get(id)?.state)
    const held = equilibrium?.concepts
      ?.filter(({ share }) => share.p === 1)
      .map(({ concept }) => concept)
    expect(held).toEqual(expected.get(id)?.concepts)
  }
  const shaken = studied(source, { ...asked, exchange: 0.3, equilibriumDraws: 8 })
  expect(shaken.sizes.equilibrium).toBe(8)
  const shares = shaken.alternatives.flatMap(
    ({ equilibrium }) => equilibrium?.concepts?.map(({ share }) => share.p) ?? []
  )
  expect(shares.some((p) => p > 0 && p < 1)).toBe(true)
})
