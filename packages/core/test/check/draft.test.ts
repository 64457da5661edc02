import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import { DraftJudge } from '../../src/check/draft.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import type { Case, Proposal } from '../../src/model/case.ts'
import { withRanges } from '../../src/model/ranges.ts'
import { caseIn } from '../folder.ts'
import { tried } from '../laws.ts'

const settings: DrawSettings = { draws: 500, seed: 1, dependence: 'independent' }

function draftOf(source: Case, options: readonly (number | undefined)[]): Proposal {
  const terms = source.issues.flatMap(({ id, options: all }, k) => {
    const option = options[k] === undefined ? undefined : all[(options[k] as number) % all.length]
    return option ? [[id, { option: option.id, at: '' }] as const] : []
  })
  return { id: 'draft', title: 'Draft', terms: new Map(terms), provisional: new Map(), at: '' }
}

describe('a draft judged by itself', () => {
  const source = caseIn('ukraine/2022-peace-formula')
  const judge = new DraftJudge(source, settings)
  const choice = fc.option(fc.nat(3), { nil: undefined, freq: 8 })
  const drafts = fc.array(choice, {
    minLength: source.issues.length,
    maxLength: source.issues.length
  })

  it('is judged and repaired as check does, also when it is unfinished', () => {
    const property = fc.property(drafts, (options) => {
      const draft = draftOf(source, options)
      const [known] = check(source, { ...settings, proposals: [draft] }).proposals
      const { joint, ...judged } = judge.judge(draft)
      expect(joint.p).toBe(known?.joint.p)
      for (const key of ['verdict', 'capped', 'required', 'brokenRules', 'walkers'] as const)
        expect(judged[key]).toEqual(known?.[key])
      expect(judged.open).toEqual(known?.open?.issues ?? [])
      expect([...judged.parties.values()].map(({ accepts, gain }) => [accepts.p, gain])).toEqual(
        [...(known?.parties.values() ?? [])].map(({ accepts, gain }) => [accepts.p, gain])
      )
      expect(judge.repairs(draft)).toEqual(known?.repairs)
    })
    tried(property, { seed: 1, runs: 4, seeds: 3 })
  })

  it('over ranges laid over the case is judged as in a case that says so', () => {
    const keys = [...source.stances.values()].flatMap(({ interests, noDeal }) => [
      ...interests.map(({ weight }) => weight.key),
      ...(noDeal?.base.kind === 'range' ? [noDeal.base.judgement.key] : [])
    ])
    const ranges = fc.dictionary(
      fc.constantFrom(...keys),
      fc.nat(50).map((low) => ({ low, high: low + 10 })),
      { maxKeys: 3 }
    )
    const property = fc.property(drafts, ranges, (options, laid) => {
      const map = new Map(Object.entries(laid))
      const draft = draftOf(source, options)
      expect(judge.laidOver(map).judge(draft)).toEqual(
        new DraftJudge(withRanges(source, map), settings).judge(draft)
      )
    })
    tried(property, { seed: 2, runs: 4, seeds: 3 })
  })
})

describe('other ranges', () => {
  const { case: source } = readCase([{ name: 'case.yaml', text: exampleText({}) }])
  if (!source) throw new Error('the example case cannot be read')

  it('leave a case as it is where none is given, and share what they do not touch', () => {
    expect(withRanges(source, new Map())).toBe(source)
    expect(withRanges(source, new Map([['nothing', { low: 0, high: 1 }]]))).toBe(source)
    const [stance] = source.stances.values()
    const key = stance?.interests[0]?.weight.key ?? ''
    const changed = withRanges(source, new Map([[key, { low: 1, high: 2 }]]))
    expect(changed.stances.get(stance?.party ?? '')?.interests[0]?.weight).toMatchObject({
      key,
      range: { low: 1, high: 2 },
      cases: []
    })
    expect(changed.issues).toBe(source.issues)
    expect(source.stances.get(stance?.party ?? '')).toBe(stance)
  })
})
