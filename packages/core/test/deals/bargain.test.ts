import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gainsOf } from '../../src/bargaining/index.ts'
import { dealSpace, optionOf, requiredParties, respecting } from '../../src/check/deals.ts'
import { Judge } from '../../src/check/judge.ts'
import { offersOf, openIssues, plainOffers, stagesOf } from '../../src/check/offers.ts'
import { excludedAt } from '../../src/check/space.ts'
import { bargain } from '../../src/deals/bargain.ts'
import type { Case } from '../../src/model/case.ts'
import { factsOf, holds } from '../../src/model/condition.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { centralGain, plain } from '../oracle/gain.ts'
import { allPackages } from '../oracle/packages.ts'

const parties = (source: Case, judge: Judge): readonly string[] => requiredParties(source).filter((party) => judge.hasGain(party))

test('the gain of every package in whole numbers is the gain that judges proposals, at centre and in any draw', () => {
  fc.assert(
    fc.property(drafts({}), fc.nat(39), (draft, draw) => {
      const source = caseOf(draft)
      for (const [judge, at] of [
        [Judge.central(source), 0],
        [Judge.random(source, { draws: 40, seed: 3, dependence: 'independent' }), draw]
      ] as const) {
        const who = parties(source, judge)
        if (who.length === 0) continue
        const space = dealSpace(judge, { parties: who, excluded: [], draw: at })
        for (const terms of allPackages(source.issues).slice(0, 40)) {
          const gains = gainsOf(
            space,
            space.issues.map(({ id, options }) => options.indexOf(terms.get(id) ?? ''))
          )
          who.forEach((party, k) => {
            const known = judge.gain(party, plainOffers(terms))[at] as number
            expect((gains[k] as number) / (space.unitsPerPoint[k] as number)).toBeCloseTo(known, 6)
          })
        }
      }
    }),
    { numRuns: 60 }
  )
})

test('a staged term is an option of its own: worth what it is worth, excluded where either stage is', () => {
  let seen = 0
  fc.assert(
    fc.property(drafts({}), (draft) => {
      const source = caseOf(draft)
      const judge = Judge.central(source)
      const who = parties(source, judge)
      for (const proposal of source.proposals) {
        const offers = offersOf(proposal, source)
        const stages = stagesOf(offers)
        if (who.length === 0 || openIssues(offers, source).length > 0 || stages.length < 2) continue
        seen++
        const excluded = respecting(source, who)
        const space = dealSpace(judge, { parties: who, excluded, staged: offers })
        const terms = new Map([...offers].map(([issue, offer]) => [issue, optionOf(offer)]))
        const broken = space.excluded.some((condition) => holds(condition, factsOf(terms)) === true)
        expect(broken).toBe(excluded.some((condition) => stages.some((stage) => holds(condition, factsOf(stage)) === true)))
        const gains = gainsOf(
          space,
          space.issues.map(({ id, options }) => options.indexOf(terms.get(id) ?? ''))
        )
        who.forEach((party, k) => {
          const known = judge.gain(party, offers)[0] as number
          expect((gains[k] as number) / (space.unitsPerPoint[k] as number)).toBeCloseTo(known, 6)
        })
      }
    }),
    { numRuns: 120 }
  )
  expect(seen).toBeGreaterThan(20)
})

test('a case is placed as its packages are: best for all within the rules and the redlines, by the definitions', async () => {
  await fc.assert(
    fc.asyncProperty(drafts({}), async (draft) => {
      const source = caseOf(draft)
      const judge = Judge.central(source)
      const who = parties(source, judge)
      fc.pre(who.length > 0)
      const { space, solved, packages } = await bargain(source)
      const stances = who.map((party) => judge.stance(party))
      const bounds = respecting(source, requiredParties(source))
      const least = new Map(
        allPackages(source.issues).map((terms) => [
          terms,
          Math.min(...stances.map((stance) => centralGain(stance, plain(terms), source)))
        ])
      )
      const best = solved.standards.find(({ standard }) => standard === 'egalitarian')
      if (!best) return
      const choice = best.ties[0]?.choice ?? []
      const terms = new Map(space.issues.map(({ id, options }, k) => [id, options[choice[k] ?? 0] ?? '']))
      expect(excludedAt(source.rules, [terms])).not.toBe(true)
      for (const condition of bounds) expect(holds(condition, factsOf(terms))).not.toBe(true)
      const admissible = [...least].filter(([one]) => bounds.every((condition) => holds(condition, factsOf(one)) !== true))
      expect(packages.admissible).toBe(BigInt(admissible.length))
      expect(best.value).toBeCloseTo(Math.max(...admissible.map(([, value]) => value)), 6)
    }),
    { numRuns: 60 }
  )
})
