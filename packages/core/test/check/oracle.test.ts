import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { judgeProposal } from '../../src/check/judge-proposal.ts'
import { repairsOf } from '../../src/check/repair/repair-search.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import { randomSampler } from '../../src/draws/sampler.ts'
import type { Case, Redline, Stance } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import { openIssues } from '../../src/worth/offers.ts'
import { redlineId } from '../../src/worth/redlines.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import type { Between } from '../oracle/acceptance.ts'
import {
  accepts,
  crossed,
  crossedIn,
  joint,
  partyWord,
  required,
  stages,
  walksOver
} from '../oracle/acceptance.ts'
import type { Offering } from '../oracle/gain.ts'
import {
  admissiblePackages,
  allPackages,
  breaksRule,
  central,
  countKeeping,
  firm,
  keepable,
  minimalConflicts,
  violates,
  worldsOf
} from '../oracle/packages.ts'
import {
  completionsOf,
  crossings,
  ends,
  headline,
  maxMin,
  minimalRepairs,
  offeringOf
} from '../oracle/search.ts'

const SEED = 20_250_601
const SEEDS = 9
const settings: DrawSettings = { draws: 40, seed: 7, dependence: 'independent' }

/** Compares on so many random cases in a full run, and on a ninth of them by default. */
function onRandomCases(
  numRuns: number,
  compare: (source: Case) => void,
  wanted: Parameters<typeof drafts>[0] = {}
): void {
  tried(
    fc.property(drafts(wanted), (draft) => compare(caseOf(draft))),
    { seed: SEED, runs: Math.ceil(numRuns / SEEDS), seeds: SEEDS }
  )
}

function within(p: number, { low, high }: Between): void {
  expect(p).toBeGreaterThanOrEqual(low - 1e-9)
  expect(p).toBeLessThanOrEqual(high + 1e-9)
}

const judgesOf = (source: Case): Parameters<typeof judgeProposal>[1] => ({
  apart: Judge.random(source, settings),
  together: Judge.random(source, { ...settings, dependence: 'party' }),
  independent: Judge.random(source, { ...settings, dependence: 'independent' }),
  central: Judge.central(source)
})

test('packages, admissible packages and conflict cores are those of plain enumeration', () => {
  onRandomCases(150, (source) => {
    const result = check(source, { ...settings, proposals: [] })
    expect(result.packages.total).toBe(BigInt(allPackages(source.issues).length))
    expect(result.packages.admissible).toBe(BigInt(admissiblePackages(source, 0.5).length))
    for (const { at, admissible } of result.packages.levels)
      expect(admissible).toBe(BigInt(admissiblePackages(source, at).length))
    const binding = firm(source, 0.5)
    for (const { redline, binds, admissible } of result.packages.edges) {
      expect(binds).toBe(binding.includes(redline))
      const flipped = binds ? binding.filter((one) => one !== redline) : [...binding, redline]
      expect(admissible).toBe(BigInt(countKeeping(flipped, source)))
    }
    for (const { at, cores, complete } of result.cores) {
      const mine = minimalConflicts(source, at).map((core) => [...core].sort().join(' '))
      const theirs = cores.map((core) => core.map(redlineId).sort().join(' '))
      expect(new Set(theirs)).toEqual(
        complete ? new Set(mine) : new Set(mine.filter((core) => theirs.includes(core)))
      )
    }
  })
})

test('the max-min package is that of plain enumeration, and its witness is admissible', () => {
  onRandomCases(150, (source) => {
    const { beyondNoDeal } = check(source, { ...settings, proposals: [] })
    if (!beyondNoDeal) return
    const most = maxMin(source, 0.5)
    expect(beyondNoDeal.exists).toBe(most !== undefined && most > 0)
    if (most === undefined) expect(beyondNoDeal.terms).toBeUndefined()
    if (most === undefined) return
    if (Number.isFinite(most)) expect(beyondNoDeal.leastGain).toBeCloseTo(most, 9)
    const terms = beyondNoDeal.terms as ReadonlyMap<string, string>
    const kept = keepable(source, 0.5) as NonNullable<ReturnType<typeof keepable>>
    expect(beyondNoDeal.dropped).toEqual(firm(source, 0.5).filter((one) => !kept.includes(one)))
    expect(breaksRule(terms, source)).toBe(false)
    expect(kept.filter((redline) => violates(redline, terms, source))).toEqual([])
  })
})

test.each(['independent', 'party'] as const)(
  'acceptance of a whole package is the definition, judgements erring %s',
  (dependence) => {
    onRandomCases(
      100,
      (source) => {
        const sampler = randomSampler(source.scenarios, { ...settings, dependence })
        const result = check(source, { ...settings, dependence, repairs: 0 })
        for (const [i, proposal] of source.proposals.entries()) {
          const judged = result.proposals[i] as (typeof result.proposals)[number]
          const offering = offeringOf(proposal, source)
          expect([...judged.required].sort()).toEqual([...required(offering, source)].sort())
          within(judged.joint.p, joint(judged.required, offering, { source, sampler }))
          for (const [party, found] of judged.parties) {
            const ps = [...Array(settings.draws).keys()].map((draw) =>
              accepts(party, offering, { source, sampler, draw })
            )
            const p = {
              low: mean(ps.map(({ low }) => low)),
              high: mean(ps.map(({ high }) => high))
            }
            within(found.accepts.p, p)
            const stance = source.stances.get(party) as Stance
            const mine = crossed(stance, offering, source)
            expect(found.crossed.map(({ redline }) => redline.id).sort()).toEqual(
              mine.map(({ id }) => id).sort()
            )
            for (const { redline, firmness } of found.crossed)
              expect(firmness.central).toBeCloseTo(
                central(
                  (mine.find((one) => one === redline) as (typeof mine)[number]).firmness,
                  source
                ),
                9
              )
            if (p.low === p.high && found.ratified.assessed)
              expect(found.verdict).toBe(partyWord(found.accepts.p, party, { offering, source }))
            expect(found.walks.firmest).toBeCloseTo(walksOver(stance, offering, source), 12)
          }
          const broken = stages(offering).some((stage) => breaksRule(stage, source))
          expect(judged.brokenRules.length > 0).toBe(broken)
        }
      },
      { open: false }
    )
  }
)

test('an unfinished draft: best and worst completion, what they cross, and the headline are those of all completions', () => {
  let open = 0
  onRandomCases(150, (source) => {
    const sampler = randomSampler(source.scenarios, settings)
    for (const [i, judged] of check(source, { ...settings, repairs: 0 }).proposals.entries()) {
      const offering = offeringOf(source.proposals[i] as Case['proposals'][number], source)
      const wanted = ends(offering, { source, sampler })
      if (openIssues(offering, source).length === 0 || !wanted) continue
      open++
      expect(judged.open?.exact).toBe(true)
      within(judged.open?.best.joint.p as number, wanted.best)
      within(judged.open?.worst.joint.p as number, wanted.worst)
      expect(
        new Map([...(judged.open?.crosses ?? [])].map(([one, some]) => [redlineId(one), some]))
      ).toEqual(crossings(offering, source))
      expect(judged.joint.p).toBe(judged.open?.best.joint.p)
      const every = completionsOf(offering, source)
      for (const { party, verdict, ...first } of judged.walkers)
        for (const ground of [first, ...first.grounds])
          if (ground.over === 'redline')
            expect([
              party,
              verdict,
              every.every((whole) => crossesIt(ground.redline, whole, source))
            ]).toEqual([party, verdict, true])
      const collision = judged.open?.collision ?? []
      const keeps = (redlines: typeof collision): boolean =>
        every.some((whole) => !redlines.some((redline) => crossesIt(redline, whole, source)))
      if (collision.length > 0) expect(keeps(collision)).toBe(false)
      for (const redline of collision)
        expect(keeps(collision.filter((one) => one !== redline))).toBe(true)
      if (wanted.best.low === wanted.best.high)
        expect(judged.verdict).toBe(headline(offering, { source, sampler })?.verdict)
    }
  })
  expect(open).toBeGreaterThan(5)
})

test('minimal repairs of whole packages are those of trying every set of two changes', () => {
  let repaired = 0
  onRandomCases(
    200,
    (source) => {
      const judges = judgesOf(source)
      for (const proposal of source.proposals) {
        const judged = judgeProposal(proposal, judges)
        const { list, total, complete } = repairsOf({ ...judged, open: [] }, judges, { changes: 2 })
        const least = judged.joint.p + 2 * judged.joint.standardError
        const mine = minimalRepairs(
          offeringOf(proposal, source),
          { source, sampler: judges.apart.sampler },
          { most: 2, least, from: judged.verdict }
        )
        expect(complete).toBe(true)
        expect(total).toBe(mine.length)
        if (total <= 20)
          expect(
            list
              .map(({ changes }) =>
                [...changes]
                  .map(([issue, option]) => `${issue}=${option}`)
                  .sort()
                  .join(' ')
              )
              .sort()
          ).toEqual(mine)
        repaired += total
      }
    },
    { open: false, issues: { min: 2, max: 4 } }
  )
  expect(repaired).toBeGreaterThan(3)
})

/** Whether a package crosses a redline of a party it needs, whatever the scenarios. */
const crossesIt = (redline: Redline, whole: Offering, source: Case): boolean =>
  required(whole, source).includes(redline.party) &&
  worldsOf(source).every(({ scenario }) => crossedIn(redline, whole, scenario))

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length
