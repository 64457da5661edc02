import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { ProposalResult } from '../../src/check/check-result.ts'
import type { Sampler } from '../../src/draws/sampler.ts'
import { randomSampler } from '../../src/draws/sampler.ts'
import type { Case, Proposal, Redline, Stance } from '../../src/model/case.ts'
import type { Judgement, Range } from '../../src/model/judgement.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import type { Between } from '../oracle/acceptance.ts'
import { crossedIn, joint, partyWord, required, word } from '../oracle/acceptance.ts'
import type { Offering } from '../oracle/gain.ts'
import { rangeIn, worldsOf } from '../oracle/packages.ts'
import { offeringOf, unassessed } from '../oracle/search.ts'

const settings = { draws: 30, seed: 7, dependence: 'independent' } as const

/** Each judgement with every range that can come to count. */
interface Held {
  readonly judgement: Judgement
  readonly range: Range
  readonly end: number
}

/** Every way to hold one judgement of the parties at an end, one after the other. */
function holdings(parties: readonly string[], offering: Offering, source: Case): readonly Held[] {
  const all = parties.flatMap((party) => {
    const { interests, noDeal, ratification } = source.stances.get(party) as Stance
    const chances =
      noDeal?.base.kind === 'outcomes' ? noDeal.base.outcomes.flatMap(({ p }) => p ?? []) : []
    return [
      ...interests.flatMap(({ weight, values }) => [
        weight,
        ...[...values.values()].flat().map(({ judgement }) => judgement)
      ]),
      ...(noDeal?.base.kind === 'range' ? [noDeal.base.judgement] : chances),
      ...(noDeal?.ledger ?? []).map(({ worth }) => worth),
      ...ratification.flatMap(({ threshold, otherwise, effects, vetoes }) => [
        threshold,
        ...(otherwise ? [otherwise] : []),
        ...effects.map(({ points }) => points),
        ...vetoes.flatMap(({ chances }) => chances.map(({ chance }) => chance))
      ])
    ]
  })
  const staged = [...offering.values()].flatMap(({ chance }) => chance ?? [])
  const each = new Map([...all, ...staged].map((judgement) => [judgement.key, judgement]))
  return [...each.values()].flatMap((judgement) => {
    const ranges = new Set(worldsOf(source).map(({ scenario }) => rangeIn(judgement, scenario)))
    return [...ranges]
      .filter(({ low, high }) => low < high)
      .flatMap((range) => [range.low, range.high].map((end) => ({ judgement, range, end })))
  })
}

/** The sampler with one judgement held where one of its ranges counts. */
function holding({ judgement, range, end }: Held, sampler: Sampler, source: Case): Sampler {
  const held = sampler.column(judgement).map((value, draw) => {
    const bits = sampler.masks[draw] as number
    const here = (id: string): boolean =>
      Math.floor(bits / 2 ** source.scenarios.findIndex((one) => one.id === id)) % 2 === 1
    return rangeIn(judgement, here) === range ? end : value
  })
  return {
    ...sampler,
    column: (asked) => (asked.key === judgement.key ? held : sampler.column(asked))
  }
}

/** The verdict on a package read in some way, caps included. */
function verdictOf(offering: Offering, over: { source: Case; sampler: Sampler }): [number, string] {
  const { source } = over
  const parties = required(offering, source)
  const p = high(joint(parties, offering, over))
  const dead = parties.some(
    (party) =>
      partyWord(high(joint([party], offering, over)), party, { offering, source }) ===
      'dead-on-arrival'
  )
  if (dead) return [p, 'dead-on-arrival']
  const free = word(p)
  const capped = parties.some((party) => unassessed(party, offering, over))
  return [p, capped && free === 'robust' ? 'likely' : free]
}

const high = (p: Between): number => p.high

test('what a verdict hangs on is what judging anew with one judgement held says', () => {
  let found = 0
  tried(
    fc.property(drafts({ open: false }), (draft) => {
      const source = caseOf(draft)
      const sampler = randomSampler(source.scenarios, settings)
      const { proposals } = check(source, { ...settings, repairs: 0 })
      for (const [i, { hangsOn, verdict, required: parties, joint: now }] of proposals.entries()) {
        const offering = offeringOf(source.proposals[i] as Proposal, source)
        const wanted = holdings(parties, offering, source).flatMap((held) => {
          const [p, other] = verdictOf(offering, {
            source,
            sampler: holding(held, sampler, source)
          })
          return other === verdict ? [] : [[`${held.judgement.key} ${held.end}`, other, p] as const]
        })
        const told = hangsOn
          .filter(({ kind }) => kind === 'judgement')
          .map(({ key, set, verdict: other, p }) => [`${key} ${set}`, other, p] as const)
        expect(told.map(([name, other]) => `${name} ${other}`).sort()).toEqual(
          wanted.map(([name, other]) => `${name} ${other}`).sort()
        )
        for (const [name, other, p] of told)
          expect(
            wanted.some((one) => one[0] === name && one[1] === other && Math.abs(one[2] - p) < 1e-9)
          ).toBe(true)
        const moved = hangsOn.map(({ p }) => Math.abs(p - now.p))
        expect(moved).toEqual([...moved].sort((a, b) => b - a))
        found += told.length
      }
    }),
    { seed: 20_250_601, runs: 5, seeds: 12 }
  )
  expect(found).toBeGreaterThan(6)
})

test('a crossed redline is read at both ends of what it can come to be, for walking and for being fatal', () => {
  let found = 0
  tried(
    fc.property(drafts({ open: false }), (draft) => {
      const source = caseOf(draft)
      const { proposals } = check(source, { ...settings, repairs: 0 })
      for (const [i, judged] of proposals.entries()) {
        const offering = offeringOf(source.proposals[i] as Proposal, source)
        const wanted = judged.required.flatMap((party) =>
          (source.stances.get(party) as Stance).redlines
            .filter((redline) =>
              worldsOf(source).some(({ scenario }) => crossedIn(redline, offering, scenario))
            )
            .flatMap((redline) => otherFirmness(redline, source, { judged, offering }))
        )
        const told = judged.hangsOn
          .filter(({ kind }) => kind === 'firmness')
          .map(({ key, set, verdict }) => `${key} ${set} ${verdict}`)
        expect(told.sort()).toEqual(wanted.sort())
        found += told.length
      }
    }),
    { seed: 20_250_602, runs: 6, seeds: 14 }
  )
  expect(found).toBeGreaterThan(1)
})

/** The case written anew with one redline's firmness at an end, judged: what differs is a hinge. */
function otherFirmness(
  redline: Redline,
  source: Case,
  { judged, offering }: { readonly judged: ProposalResult; readonly offering: Offering }
): readonly string[] {
  const sampler = randomSampler(source.scenarios, settings)
  const ranges = new Set(
    worldsOf(source).map(({ scenario }) => rangeIn(redline.firmness, scenario))
  )
  return [...ranges]
    .filter(({ low, high: top }) => low < top)
    .flatMap((range) =>
      [range.low, range.high].flatMap((end) => {
        const sharp = (one: Range): Range => (one === range ? { low: end, high: end } : one)
        const firmness: Judgement = {
          ...redline.firmness,
          range: sharp(redline.firmness.range),
          cases: redline.firmness.cases.map((one) => ({ ...one, range: sharp(one.range) }))
        }
        const stance = source.stances.get(redline.party) as Stance
        const redlines = stance.redlines.map((one) =>
          one === redline ? { ...one, firmness } : one
        )
        const changed = {
          ...source,
          stances: new Map([...source.stances, [redline.party, { ...stance, redlines }]])
        }
        const [, verdict] = verdictOf(offering, { source: changed, sampler })
        return verdict === judged.verdict ? [] : [`${redline.firmness.key} ${end} ${verdict}`]
      })
    )
}

test('a scenario known is the draws in which it holds, or does not, and counts for what is fatal', () => {
  let found = 0
  tried(
    fc.property(drafts({ open: false }), (draft) => {
      const source = caseOf(draft)
      const sampler = randomSampler(source.scenarios, settings)
      const { proposals } = check(source, { ...settings, repairs: 0 })
      for (const [i, { hangsOn, required: parties }] of proposals.entries()) {
        const offering = offeringOf(source.proposals[i] as Proposal, source)
        for (const { key, set, p, verdict } of hangsOn.filter(({ kind }) => kind === 'scenario')) {
          const bit = source.scenarios.findIndex(({ id }) => key === `scenarios.${id}`)
          const kept = [...sampler.masks.keys()].filter(
            (draw) =>
              (Math.floor((sampler.masks[draw] as number) / 2 ** bit) % 2 === 1) === (set === 'yes')
          )
          const column = (judgement: Judgement): Float64Array =>
            Float64Array.from(kept, (draw) => sampler.column(judgement)[draw] as number)
          const pollError = (poll: string): Float64Array =>
            Float64Array.from(kept, (draw) => sampler.pollError(poll)[draw] as number)
          const sure = set === 'yes' ? 1 : 0
          const known = {
            ...source,
            scenarios: source.scenarios.map((one, at) =>
              at === bit
                ? { ...one, p: { ...one.p, cases: [], range: { low: sure, high: sure } } }
                : one
            )
          }
          const over = {
            source: known,
            sampler: {
              count: kept.length,
              column,
              pollError,
              masks: Uint32Array.from(kept, (draw) => sampler.masks[draw] as number)
            }
          }
          expect(parties).toEqual(expect.arrayContaining([...required(offering, known)]))
          const [wanted, other] = verdictOf(offering, over)
          expect(p).toBeCloseTo(wanted, 9)
          expect(verdict).toBe(other)
          found++
        }
      }
    }),
    { seed: 20_250_603, runs: 7, seeds: 12 }
  )
  expect(found).toBeGreaterThan(2)
})
