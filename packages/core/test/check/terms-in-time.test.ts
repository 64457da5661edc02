import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import type { CheckResult } from '../../src/check/check-result.ts'
import type { Case } from '../../src/model/case.ts'

/** Two parties, a dam and some water; one redline is written by the test. */
function river(redline: string, terms = '{water: half, dam: built}'): string {
  return `
truce: 1
title: A small river
as-of: 2024-06-15
required: [upland, lowland]
sources: {talks: {title: Minutes, kind: statement}}
parties:
  upland: {name: Upland, kind: state, role: belligerent}
  lowland: {name: Lowland, kind: state, role: belligerent}
issues:
  water: {title: Water, options: {third: A third, half: Half, full: All}}
  dam: {title: Dam, options: {built: Built, lower: Lower, none: None}}
stances:
  upland:
    redlines: [{id: no-full, never: {water: full}, firmness: 0.95, source: talks}]
  lowland:
    redlines:
      - {id: dam, firmness: 0.95, source: talks, ${redline}}
proposals:
  draft: {title: A draft, terms: ${terms}}
`
}

function read(text: string): Case {
  const { case: read, diagnostics } = readCase([{ name: 'case.yaml', text }])
  if (!read) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return read
}

const judged = (text: string): CheckResult => check(read(text), { draws: 100, repairs: 0 })
const verdict = (text: string): string | undefined => judged(text).proposals[0]?.verdict

describe('until', () => {
  test.each([
    ['2024-06-14', true],
    ['2024-06-15', true],
    ['2024-06-16', false],
    ['2024-06', true],
    ['2024-07', false],
    ['2023', true],
    ['2025', false]
  ])('%s, held against 2024-06-15: ended %s', (until, ended) => {
    const result = judged(river(`never: {dam: built}, until: ${until}`))
    expect(result.proposals[0]?.verdict).toBe(ended ? 'robust' : 'dead-on-arrival')
    // 9 packages less 3 with all the water; a redline in force takes 2 of the other 6
    expect(result.packages.admissible).toBe(ended ? 6n : 4n)
    expect(result.findings.map(({ code }) => code).includes('RL009')).toBe(ended)
    expect(result.ended?.map((one) => [one.redline.id, one.until, one.crossedBy])).toEqual(
      ended ? [['dam', until, ['draft']]] : undefined
    )
  })

  test('a position that ended is in no conflict of redlines', () => {
    const demand = 'must: {water: full}'
    const cores = (redline: string): number => judged(river(redline)).cores[0]?.cores.length ?? 0
    expect(cores(demand)).toBe(1)
    expect(cores(`${demand}, until: 2020`)).toBe(0)
  })

  test('a proposal that keeps it is not noted, and the report still has it', () => {
    const result = judged(river('never: {dam: none}, until: 2020'))
    expect(result.ended?.[0]?.crossedBy).toEqual([])
    expect(result.findings.map(({ code }) => code)).not.toContain('RL009')
  })
})

describe('stage', () => {
  const staged = (first: string, then: string): string =>
    `{water: half, dam: {first: ${first}, then: ${then}, chance: 0.5}}`

  // Lowland refuses a built dam; crossed at first, in the end, at neither
  test.each([
    ['first', 'built', 'none', true],
    ['first', 'none', 'built', false],
    ['end', 'built', 'none', false],
    ['end', 'none', 'built', true],
    ['both', 'built', 'none', true],
    ['both', 'none', 'built', true],
    ['both', 'none', 'lower', false]
  ])('%s: %s and then %s crosses it: %s', (stage, first, then, crossed) => {
    const text = river(`never: {dam: built}, stage: ${stage}`, staged(first, then))
    expect(verdict(text)).toBe(crossed ? 'dead-on-arrival' : 'robust')
  })

  test('plain terms are their own first and their own end', () => {
    for (const stage of ['first', 'end', 'both'])
      expect(verdict(river(`never: {dam: built}, stage: ${stage}`))).toBe('dead-on-arrival')
  })

  test('a draft is read at the same stages: what it leaves open is capped only there', () => {
    const both = (stage: string): CheckResult['proposals'][number] | undefined =>
      judged(
        river(
          `never: {dam: built, water: third}, stage: ${stage}`,
          '{dam: {first: built, then: none, chance: 0.5}}'
        )
      ).proposals[0]
    const [dam, none] = [both('first'), both('end')].map(
      (one) => [...(one?.open?.crosses ?? [])].find(([{ id }]) => id === 'dam')?.[1]
    )
    expect(dam).toBe('some')
    expect(none).toBe('no')
    expect(both('first')?.cappedBy.map(({ id }) => id)).toContain('dam')
    expect(both('end')?.cappedBy.map(({ id }) => id)).not.toContain('dam')
  })
})
