import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gainsOf } from '../../src/bargaining/index.ts'
import { dealSpace, optionOf } from '../../src/check/case-deal-space.ts'
import { bargain } from '../../src/deals/bargain.ts'
import type { Case } from '../../src/model/case.ts'
import { factsOf, holds } from '../../src/model/condition.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { boundsOf, excludedAt, requiredParties, rulesOf } from '../../src/worth/admissible.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf, openIssues, plainOffers, stagesOf } from '../../src/worth/offers.ts'
import { caseOf, caseOfText, drafts } from '../arbitrary.ts'
import { tried, triedInTime } from '../laws.ts'
import { centralGain, plain } from '../oracle/gain.ts'
import { allPackages } from '../oracle/packages.ts'

/** A river to be divided and a canal: small enough for paper and pencil. */
const RIVER = {
  truce: 1,
  title: 'A river',
  'as-of': '2026-01-01',
  required: ['north', 'south'],
  sources: { me: { title: 'A test', kind: 'analysis' } },
  parties: {
    north: { name: 'North', kind: 'state', role: 'belligerent' },
    south: { name: 'South', kind: 'state', role: 'belligerent' }
  },
  issues: {
    water: { title: 'Water', divisible: { unit: 'per cent', from: 0, to: 100, step: 20 } },
    canal: { title: 'Canal', options: { built: 'Built', unbuilt: 'Not built' } }
  },
  stances: {
    north: {
      interests: {
        water: { weight: 3, values: { 0: 0, 100: 100 }, source: 'me' },
        canal: { weight: 1, values: { built: 100, unbuilt: 0 }, source: 'me' }
      },
      'no-deal': { base: 10, source: 'me' }
    },
    south: {
      interests: {
        water: { weight: 1, values: { 0: 100, 100: 0 }, source: 'me' },
        canal: { weight: 2, values: { built: 0, unbuilt: 100 }, source: 'me' }
      },
      'no-deal': { base: 15, source: 'me' }
    }
  },
  proposals: { half: { title: 'Half', terms: { water: 40, canal: 'built' } } }
}

const parties = (source: Case, judge: Judge): readonly string[] =>
  requiredParties(source).filter((party) => judge.hasGain(party))

const bindingOn = (source: Case, who: readonly string[]): readonly Condition[] => [
  ...rulesOf(source),
  ...boundsOf(source, who).map(({ condition }) => condition)
]

test('the gain of every package in whole numbers is the gain that judges proposals, at centre and in any draw', () => {
  tried(
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
    { seed: 20_260_601, runs: 8, seeds: 8 }
  )
})

test('a staged term is an option of its own: worth what it is worth, excluded where either stage is', () => {
  let seen = 0
  tried(
    fc.property(drafts({}), (draft) => {
      const source = caseOf(draft)
      const judge = Judge.central(source)
      const who = parties(source, judge)
      for (const proposal of source.proposals) {
        const offers = offersOf(proposal, source)
        const stages = stagesOf(offers)
        if (who.length === 0 || openIssues(offers, source).length > 0 || stages.length < 2) continue
        seen++
        const excluded = bindingOn(source, who)
        const space = dealSpace(judge, { parties: who, excluded, staged: offers })
        const terms = new Map([...offers].map(([issue, offer]) => [issue, optionOf(offer)]))
        const broken = space.excluded.some((condition) => holds(condition, factsOf(terms)) === true)
        expect(broken).toBe(
          excluded.some((condition) =>
            stages.some((stage) => holds(condition, factsOf(stage)) === true)
          )
        )
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
    { seed: 20_260_601, runs: 16, seeds: 8 }
  )
  expect(seen).toBeGreaterThan(6)
})

test('a case is placed as its packages are: best for all within the rules and the redlines, by the definitions', async () => {
  await triedInTime(
    fc.asyncProperty(drafts({}), async (draft) => {
      const source = caseOf(draft)
      const judge = Judge.central(source)
      const who = parties(source, judge)
      fc.pre(who.length > 0)
      const { space, solved, packages } = await bargain(source)
      const stances = who.map((party) => judge.stance(party))
      const bounds = bindingOn(source, requiredParties(source))
      const least = new Map(
        allPackages(source.issues).map((terms) => [
          terms,
          Math.min(...stances.map((stance) => centralGain(stance, plain(terms), source)))
        ])
      )
      const best = solved.standards.find(({ standard }) => standard === 'egalitarian')
      if (!best) return
      const choice = best.ties[0]?.choice ?? []
      const terms = new Map(
        space.issues.map(({ id, options }, k) => [id, options[choice[k] ?? 0] ?? ''])
      )
      expect(excludedAt(source.rules, [terms])).not.toBe(true)
      for (const condition of bounds) expect(holds(condition, factsOf(terms))).not.toBe(true)
      const admissible = [...least].filter(([one]) =>
        bounds.every((condition) => holds(condition, factsOf(one)) !== true)
      )
      expect(packages.admissible).toBe(BigInt(admissible.length))
      expect(best.value).toBeCloseTo(Math.max(...admissible.map(([, value]) => value)), 6)
    }),
    { seed: 20_260_601, runs: 8, seeds: 8 }
  )
})

test('what can be divided is divided finer than its steps: checked on a fine grid', async () => {
  const source = caseOfText([['river.yaml', JSON.stringify(RIVER)]])
  const { finer, space, solved } = await bargain(source)
  const [found] = finer
  expect(found?.issue).toBe('water')
  expect(found?.step).toBe(100)
  const best = found?.egalitarian
  expect(best?.exactly).toBe('1140/13')
  // North has 3/4 of a point of worth for each per cent and no deal 10; South has 1/3 for each per
  // cent that North has not, 200/3 and 15.
  const least = (amount: number): number =>
    Math.min(0.75 * amount - 10, (100 - amount) / 3 + 200 / 3 - 15)
  const grid = Array.from({ length: 100_001 }, (_, k) => k / 1000)
  expect(least(best?.amount ?? 0)).toBeGreaterThanOrEqual(Math.max(...grid.map(least)) - 1e-9)
  expect(best?.gains.every((gain) => Math.abs(gain - least(best.amount)) < 1e-9)).toBe(true)
  expect(solved.standards.length).toBe(5)
  expect(space.parties).toEqual(['north', 'south'])
})

test('weights with many digits change nothing in what is divided finer, nor that it is exact', async () => {
  const { north, south } = RIVER.stances
  const times = <T extends Record<string, { readonly weight: number }>>(
    interests: T,
    factor: number
  ): object =>
    Object.fromEntries(
      Object.entries(interests).map(([issue, one]) => [
        issue,
        { ...one, weight: one.weight * factor }
      ])
    )
  const stances = {
    north: { ...north, interests: times(north.interests, 1.2345678) },
    south: { ...south, interests: times(south.interests, 2.3456789) }
  }
  const { finer, space } = await bargain(
    caseOfText([['river.yaml', JSON.stringify({ ...RIVER, stances })]])
  )
  expect(space.exact).toEqual([true, true])
  expect(finer[0]?.egalitarian?.exactly).toBe('1140/13')
  expect(finer[0]?.egalitarian?.gains[0]).toBeCloseTo((0.75 * 1140) / 13 - 10, 9)
})

test('payments make the package that creates most the best for all, and share what it creates', async () => {
  const { paid, space } = await bargain(caseOfText([['river.yaml', JSON.stringify(RIVER)]]), {
    payments: new Map([['south', 2]])
  })
  if (!paid) throw new Error('there is something to share')
  const gains = gainsOf(space, paid.choice).map(
    (gain, party) => gain / (space.unitsPerPoint[party] as number)
  )
  const fraction = (text: string): number =>
    text
      .split('/')
      .map(Number)
      .reduce((top, bottom) => top / bottom)
  const units = [...gains].map((gain, party) => gain / (paid.pointsPerUnit[party] as number))
  expect(fraction(paid.surplus)).toBeCloseTo((units[0] as number) + (units[1] as number), 9)
  for (const { gains: shared, payments } of [paid.nash, paid.egalitarian]) {
    const due = payments[0]?.map(fraction) ?? []
    expect((due[0] as number) + (due[1] as number)).toBeCloseTo(0, 9)
    shared.forEach((gain, party) => {
      expect(fraction(gain)).toBeCloseTo(
        (gains[party] as number) + (due[party] as number) * (paid.pointsPerUnit[party] as number),
        6
      )
    })
  }
})

/** Many issues on which two gain and a third loses, with a redline on each neighbour where `linked`. */
function wideCase(linked: boolean): Case {
  const issues = Array.from({ length: 18 }, (_, k) => `i${k}`)
  const parties = ['north', 'south', 'coast', 'hills']
  const record = <T>(keys: readonly string[], value: (at: number) => T): Record<string, T> =>
    Object.fromEntries(keys.map((key, at) => [key, value(at)]))
  return caseOfText([
    [
      'case.yaml',
      JSON.stringify({
        truce: 1,
        title: 'Wide',
        'as-of': '2026-01-01',
        required: parties,
        sources: { me: { title: 'A test', kind: 'analysis' } },
        parties: record(parties, (at) => ({
          name: parties[at],
          kind: 'state',
          role: 'belligerent'
        })),
        issues: record(issues, () => ({
          title: 'An issue',
          options: { a: 'A', b: 'B', c: 'C', d: 'D' }
        })),
        ...(linked
          ? {
              rules: issues.flatMap((one, k) =>
                issues.slice(k + 1).map((other) => ({
                  never: { [one]: 'a', [other]: 'a' },
                  because: 'a test',
                  source: 'me'
                }))
              )
            }
          : {}),
        stances: record(parties, (party) => ({
          interests: record(issues, (issue) => ({
            weight: 1 + ((issue * 7 + party * 3) % 5),
            values: record(
              ['a', 'b', 'c', 'd'],
              (option) => (issue * 31 + party * 47 + option * 29) % 101
            ),
            source: 'me'
          })),
          'no-deal': { base: 30, source: 'me' }
        })),
        proposals: { draft: { title: 'A draft', terms: record(issues, () => 'a') } }
      })
    ]
  ])
}

test('a rough answer on many packages tells nothing that the whole answer denies', async () => {
  const source = wideCase(false)
  const rough = await bargain(source, { rough: true, draws: 0 })
  const whole = await bargain(source, { draws: 0 })
  expect(rough.packages).toEqual(whole.packages)
  expect(rough.solved.frontier?.gains.count).toBeGreaterThan(0)
  expect(rough.solved.frontier?.gains.count).toBeLessThanOrEqual(200)
  expect(rough.solved.standards.length).toBeGreaterThan(0)
  for (const best of rough.solved.standards) {
    const proved = whole.solved.standards.find(({ standard }) => standard === best.standard)
    // what it has found is a package, and its bound lies above the best that there is
    expect(best.value).toBeLessThanOrEqual((proved?.certificate.bound ?? Number.NaN) + 1e-9)
    expect(best.certificate.bound).toBeGreaterThanOrEqual((proved?.value ?? Number.NaN) - 1e-9)
  }
  const [placed, known] = [rough.proposals[0], whole.proposals[0]]
  if (placed?.undecided !== true) expect(placed?.efficient).toBe(known?.efficient)
})

test('without a solver, what links too many issues is refused with what may be done', async () => {
  await expect(bargain(wideCase(true), { draws: 0 })).rejects.toThrow(
    /link too many issues to one another; leave a party/
  )
})
