import { describe, expect, it } from 'vitest'
import { nextOf } from '../../src/report/study/check-next.ts'
import { worthChecking } from '../../src/report/study/driver-section.ts'
import { inputWords, sampled } from '../../src/report/study/input-words.ts'
import type { AlternativeStudy } from '../../src/study/index.ts'
import { caseIn } from '../folder.ts'

describe('a sampled figure', () => {
  it.each([
    [0, 0, '0'],
    [1, 0, '1'],
    [0.3, 0, '0.3'],
    [1, 1e-17, '1'],
    [0.0553, 0.0015, '0.055 ± 0.002'],
    [0.012, 0.0001, '0.012 ± <0.001'],
    [0.000106, 0.000027, '0.00011 ± 0.00003'],
    [0.99982, 0.00013, '0.9998 ± 0.0001']
  ])('%d with standard error %d reads %s', (p, standardError, text) => {
    expect(sampled({ p, standardError })).toBe(text)
  })
})

describe('an input in words', () => {
  const about = { source: caseIn('panama-canal/1977'), place: () => undefined }
  it.each([
    ['polls.kiis', 'the error of the poll kiis'],
    ['scenarios.aid-ends', 'whether the scenario aid-ends comes true'],
    ['stances.us.interests.land.weight', 'how much land weighs for United States'],
    ['stances.us.interests.land.values.all', 'what land: all is worth to United States'],
    ['stances.us.interests.land.values', 'what the options of land are worth to United States'],
    ['stances.us.no-deal.base', 'what United States would have without a deal'],
    ['stances.us.no-deal.ledger.losses.worth', 'losses in the no-deal ledger of United States'],
    ['stances.us.redlines.bases.firmness', 'how firm the redline us.bases is'],
    [
      'stances.us.ratification.senate.threshold',
      'the share that the senate of United States needs'
    ],
    ['stances.us', 'all judgements of United States together'],
    ['proposals.draft.terms.land.chance', 'the chance that the second stage of land comes'],
    ['stances.us.something.new', 'us.something.new']
  ])('%s: %s', (key, words) => {
    expect(inputWords(about, { key, at: '', kind: 'judgement' })).toBe(words)
  })
})

/** A proposal accepted with that chance, whose inputs have these total indices and ends, and rest on so many draws. */
function proposal(
  p: number,
  inputs: Readonly<
    Record<string, readonly [total: number, error: number, low: number, high: number]>
  >,
  rests: Readonly<Record<string, number>> = {}
): AlternativeStudy {
  const named = Object.entries(inputs).map(([key, values]) => ({
    name: { key, at: key, kind: 'judgement' as const },
    values
  }))
  const sure = (mean: number) => ({ p: mean, standardError: 0 })
  const drivers = {
    output: 'joint' as const,
    party: null,
    mean: sure(p),
    indices: named.map(({ name, values: [value, error] }) => {
      const total = { value, low: value - error, high: value + error }
      return { ...name, first: total, total, rests: rests[name.key] ?? 100 }
    }),
    tornado: named.map(({ name, values: [, , low, high] }) => ({
      ...name,
      low: sure(low),
      high: sure(high)
    }))
  }
  const study = {
    id: 'one',
    kind: 'proposal',
    completed: null,
    efficient: null,
    equilibrium: null
  } as const
  return { ...study, accepted: { ...sure(p), parties: [] }, drivers: [drivers] }
}

const accepted = (...asked: Parameters<typeof proposal>) =>
  worthChecking(proposal(...asked)).map(({ key }) => key)

describe('what is worth checking', () => {
  it('goes by the share of variance, where that can be told from nothing', () => {
    expect(
      accepted(0.4, {
        small: [0.1, 0.05, 0.3, 0.5],
        great: [0.9, 0.1, 0.4, 0.4],
        noise: [0.5, 0.6, 0, 1],
        none: [0, 0, 0, 0]
      })
    ).toEqual(['great', 'small'])
  })
  it('goes by the ends, where the chance hardly varies', () => {
    expect(
      accepted(0.001, { wild: [3, 1, 0, 0.002], some: [0, 0, 0, 0.05], most: [0, 0, 0.3, 0] })
    ).toEqual(['most', 'some'])
  })
  it('leaves out what changed the chance in a handful of draws, and says so', () => {
    const [inputs, rests] = [
      { often: [0.9, 0.1, 0.4, 0.4], seldom: [0.1, 0.02, 0.3, 0.5], hardly: [0.01, 0, 0, 0] },
      { often: 500, seldom: 5, hardly: 3 }
    ] as const
    expect(accepted(0.4, inputs, rests)).toEqual(['often'])
    const about = { source: caseIn('panama-canal/1977'), place: () => undefined }
    const { judgements, remarks } = nextOf(about, proposal(0.4, inputs, rests))
    expect(judgements.map(({ what }) => what)).toEqual(['often'])
    expect(remarks).toEqual([
      'Too few draws to say how much of the doubt is theirs, for they changed the chance in a handful: seldom. More draws would tell.'
    ])
  })
})
