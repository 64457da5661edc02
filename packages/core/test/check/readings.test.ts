import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { judgeProposal } from '../../src/check/judge-proposal.ts'
import type { AllReadings, Choice } from '../../src/check/readings/index.ts'
import { choiceName, judgeReadings, summaryOf } from '../../src/check/readings/index.ts'
import { readingsOf } from '../../src/check/readings/sample.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import type { Case } from '../../src/model/case.ts'
import { Judge } from '../../src/worth/judge.ts'
import type { Draft, DraftStance, Plain } from '../arbitrary.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'
import { accepts, required } from '../oracle/acceptance.ts'
import { gain } from '../oracle/gain.ts'
import { hasGain, offeringOf } from '../oracle/search.ts'

const settings: DrawSettings = { draws: 60, seed: 7, dependence: 'independent' }

function readingsIn(source: Case): AllReadings {
  const judge = Judge.random(source, settings)
  const judges = {
    apart: judge,
    together: judge,
    independent: judge,
    central: Judge.central(source)
  }
  return judgeReadings(
    source,
    source.proposals.map((one) => judgeProposal(one, judges)),
    settings
  )
}

/** What a reading takes, by the choice's name; only what is not as stated. */
function takes(all: AllReadings, at: number): ReadonlyMap<string, string> {
  const reading = all.readings[at] as readonly number[]
  return new Map(
    all.choices.flatMap((choice, i) =>
      reading[i] === 0 ? [] : [[choiceName(choice), choice.options[reading[i] as number] as string]]
    )
  )
}

/** The case as somebody would write it who reads it so, and how judgements err in it. */
function written(draft: Draft, taken: ReadonlyMap<string, string>): [Draft, DrawSettings] {
  const other = structuredClone(draft)
  const left = taken.get('electorate')
  for (const [party, stance] of Object.entries(other.stances)) {
    if (left === 'all' || left === party) delete stance.ratification
    readBodies(party, stance, taken)
    if (taken.get('word') === 'own' && party !== 'p1') stance.redlines = []
  }
  const undecided = taken.get('undecided')
  if (undecided) for (const poll of Object.values(other.polls)) poll['undecided'] = undecided
  for (const [id, scenario] of Object.entries(other.scenarios)) {
    const known = taken.get(`scenario ${id}`)
    if (known) scenario['p'] = known === 'yes' ? 1 : 0
  }
  const staged = taken.get('staged')
  for (const proposal of Object.values(other.proposals))
    for (const [issue, term] of Object.entries(proposal.terms)) {
      const both = term as { first?: string; then?: string }
      if (staged && both.first !== undefined)
        proposal.terms[issue] = staged === 'first' ? both.first : both.then
    }
  const dependence = taken.get('dependence') === 'party' ? 'party' : 'independent'
  return [other, { ...settings, dependence }]
}

function readBodies(party: string, stance: DraftStance, taken: ReadonlyMap<string, string>): void {
  const alone = taken.get(`poll ${party}`)
  const [fit, otherwise] = [taken.get('fit'), taken.get('otherwise')]
  const veto = taken.get('veto')
  for (const [at, body] of (stance.ratification ?? []).entries()) {
    const players = (body['veto'] ?? []) as Plain[]
    const place = (i: number): string => `stances/${party}/ratification/${at}/veto/${i}`
    body['veto'] = players.filter((_, i) => veto !== 'none' && veto !== place(i))
    const rows = (body['support'] ?? []) as { poll: string; fit?: string }[]
    for (const row of rows) row.fit = fitted(row.fit ?? 'direct', fit)
    if (rows.length > 0)
      body['support'] = rows.filter(({ poll }) => alone === undefined || poll === alone)
    if (otherwise && body['otherwise'] !== undefined)
      body['otherwise'] = sharp(body['otherwise'], otherwise === 'low' ? 0 : -1)
  }
}

const NEXT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  closer: { direct: 'direct', related: 'direct', distant: 'related' },
  further: { direct: 'related', related: 'distant', distant: 'distant' }
}
const fitted = (fit: string, how: string | undefined): string => (how && NEXT[how]?.[fit]) || fit

/** A judgement as YAML writes it, at one end of each of its ranges. */
function sharp(judgement: unknown, end: number): unknown {
  if (!Array.isArray(judgement)) return judgement
  if (judgement.every((one) => typeof one === 'number')) return judgement.at(end)
  return judgement.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'is' in one
      ? { ...one, is: sharp(one.is, end) }
      : sharp(one, end)
  )
}

test('a reading is the case as somebody would write it who reads it so', () => {
  let [compared, unlike] = [0, 0]
  tried(
    fc.property(drafts({ open: false }), fc.infiniteStream(fc.nat()), (draft, numbers) => {
      draft.sources['book'] = { ...draft.sources['book'], side: 'p1' }
      const all = readingsIn(caseOf(draft))
      for (const number of [0, ...numbers.take(4)]) {
        const at = number % all.readings.length
        const taken = takes(all, at)
        if (taken.has('acceptance')) continue
        const [other, how] = written(draft, taken)
        const { proposals } = check(caseOf(other), { ...how, repairs: 0 })
        for (const { proposal, joint, verdict } of proposals) {
          const read = all.proposals.get(proposal.id)?.[at]
          expect([read?.verdict, read?.p]).toEqual([verdict, expect.closeTo(joint.p, 12)])
          compared++
          if (taken.size > 0) unlike++
        }
      }
    }),
    { seed: 20_250_604, runs: 4, seeds: 18 }
  )
  expect([compared, unlike].every((n) => n > 10)).toBe(true)
})

test('effects on an electorate read as nothing are those of a case without them', () => {
  let compared = 0
  tried(
    fc.property(drafts({ open: false }), (draft) => {
      draft.sources['book'] = { ...draft.sources['book'], side: 'p1' }
      const within = structuredClone(draft)
      const [issue = ''] = Object.keys(draft.issues)
      const option = caseOf(draft).issues[0]?.options[0]?.id ?? ''
      for (const stance of Object.values(within.stances))
        for (const body of stance.ratification ?? [])
          body['effects'] = { [issue]: { points: { [option]: [-15, -10] }, source: 'book' } }
      const all = readingsIn(caseOf(within))
      const at = all.readings.findIndex((_, i) => {
        const taken = takes(all, i)
        return taken.get('effects') === 'none' && !taken.has('acceptance')
      })
      if (at < 0) return
      const [other, how] = written(draft, takes(all, at))
      for (const { proposal, joint } of check(caseOf(other), { ...how, repairs: 0 }).proposals) {
        expect(all.proposals.get(proposal.id)?.[at]?.p).toBeCloseTo(joint.p, 12)
        compared++
      }
    }),
    { seed: 20_250_605, runs: 8, seeds: 8 }
  )
  expect(compared).toBeGreaterThan(10)
})

test('smooth acceptance is the logistic rule on each gain', () => {
  let compared = 0
  tried(
    fc.property(drafts({ open: false, staged: false }), (draft) => {
      const source = caseOf(draft)
      const all = readingsIn(source)
      const { sampler } = Judge.random(source, settings)
      const at = all.readings.findIndex((_, i) => {
        const taken = takes(all, i)
        return taken.size === 1 && taken.has('acceptance')
      })
      if (at < 0) return
      for (const proposal of source.proposals) {
        const offering = offeringOf(proposal, source)
        let p = 0
        for (let draw = 0; draw < settings.draws; draw++) {
          const where = { source, sampler, draw }
          p += required(offering, source).reduce((product, party) => {
            const stance = source.stances.get(party)
            if (!stance || !hasGain(party, source))
              return product * accepts(party, offering, where).high
            const points = gain(
              stance,
              offering,
              source,
              (judgement) => sampler.column(judgement)[draw] as number
            )
            const bare = { ...source, stances: new Map([[party, { ...stance, interests: [] }]]) }
            const rest = accepts(party, offering, { ...where, source: bare }).high
            return (product * rest) / (1 + Math.exp(-points / 5))
          }, 1)
        }
        expect(all.proposals.get(proposal.id)?.[at]?.p).toBeCloseTo(p / settings.draws, 9)
        compared++
      }
    }),
    { seed: 20_250_605, runs: 6, seeds: 10 }
  )
  expect(compared).toBeGreaterThan(3)
})

const choice = (kind: Choice['kind'], options: number, about = ''): Choice => ({
  kind,
  about,
  options: Array.from({ length: options }, (_, i) => `option-${i}`)
})

test('few readings are all tried, each once; the first takes everything as stated', () => {
  const { readings, outOf } = readingsOf(
    [choice('fit', 3), choice('word', 2), choice('poll', 4)],
    1
  )
  expect(outOf).toBe(24n)
  expect(readings.length).toBe(24)
  expect(new Set(readings.map((one) => one.join())).size).toBe(24)
  expect(readings[0]).toEqual([0, 0, 0])
})

test('many are sampled so that each option of a choice is taken equally often, and pairs nearly so', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((about) => choice('scenario', 3, about))
  const { readings, outOf } = readingsOf(many, 1)
  expect(outOf).toBe(6561n)
  expect(readings.length).toBe(1000)
  const times = (place: number, option: number): number =>
    readings.filter((one) => one[place] === option).length
  for (const place of many.keys())
    expect([0, 1, 2].map((option) => times(place, option)).sort()).toEqual([333, 333, 334])
  for (const [place, other] of [
    [0, 1],
    [2, 7],
    [4, 5]
  ] as const)
    for (const option of [0, 1, 2]) {
      const both = readings.filter((one) => one[place] === option && one[other] === option).length
      // Nine pairs share 1,000 readings; six standard deviations of a fair deal are 60.
      expect(Math.abs(both - 111)).toBeLessThan(60)
    }
  expect(readingsOf(many, 1)).toEqual(readingsOf(many, 1))
  expect(readingsOf(many, 2).readings).not.toEqual(readings)
})

test('what a choice explains is the part of the variance that lies between its options', () => {
  const choices = [choice('fit', 2), choice('word', 2)]
  const { readings } = readingsOf(choices, 1)
  const chances = [0.1, 0.2, 0.5, 0.6].map((p) => ({
    p,
    verdict: p < 0.35 ? ('unlikely' as const) : ('contested' as const)
  }))
  const { told, verdicts, least, median, greatest, curve } = summaryOf(chances, {
    choices,
    readings
  })
  // Mean 0.35: by fit 0.15 and 0.55, so 4 (0.2)^2 of 0.17 in all; by word 0.3 and 0.4.
  expect(told.map((one) => one.choice.kind)).toEqual(['fit', 'word'])
  expect(told[0]?.explains).toBeCloseTo(0.16 / 0.17, 12)
  expect(told[1]?.explains).toBeCloseTo(0.01 / 0.17, 12)
  expect(told[0]?.options.map(({ mean }) => mean)).toEqual([
    expect.closeTo(0.15, 12),
    expect.closeTo(0.55, 12)
  ])
  expect(verdicts).toEqual([
    { verdict: 'unlikely', share: 0.5 },
    { verdict: 'contested', share: 0.5 }
  ])
  expect([least, greatest]).toEqual([0.1, 0.6])
  expect([0.2, 0.5]).toContain(median)
  expect(curve.map(({ p }) => p)).toEqual([...curve.map(({ p }) => p)].sort((a, b) => a - b))
  for (const { p, takes: options } of curve)
    expect(chances[readings.findIndex((one) => one.join() === options.join())]?.p).toBe(p)
})

test('the curve goes from the least chance to the greatest, however the readings were tried', () => {
  const choices = [choice('fit', 5)]
  const { readings } = readingsOf(choices, 1)
  const chances = [0.3, 0.5, 0.1, 0.4, 0.2].map((p) => ({ p, verdict: 'unlikely' as const }))
  const { least, median, greatest, curve } = summaryOf(chances, { choices, readings })
  expect([least, median, greatest]).toEqual([0.1, 0.3, 0.5])
  expect([...new Set(curve.map(({ p, takes: [fit] }) => `${p} ${fit}`))]).toEqual([
    '0.1 2',
    '0.2 4',
    '0.3 0',
    '0.4 3',
    '0.5 1'
  ])
})
