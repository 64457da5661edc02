import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import { checkReport } from '../../src/report/check/check-report.ts'
import { renderPlain } from '../../src/report/plain.ts'

/** Upland stands first and would only probably walk; Lowland is the one that the proposal dies with. */
const text = (required: string, lowland: string) => `
truce: 1
title: Two states and a river
view: nobody's
as-of: 2024-06-01
required: ${required}
sources: {talks: {title: Minutes, kind: statement}}
parties:
  upland: {name: Upland, kind: state, role: belligerent}
  lowland: {name: Lowland, kind: state, role: belligerent}
issues:
  water: {title: Water, options: {half: Half, full: All}}
stances:
  upland: {redlines: [{id: no-half, never: {water: half}, firmness: 0.8, source: talks}]}
  lowland: {redlines: [{id: all-of-it, never: {water: half}, firmness: ${lowland}, source: talks}]}
proposals:
  halves: {title: Halves, by: talks, terms: {water: half}}
`

function summaryOf(required: string, lowland = '0.95'): string {
  const { case: source, spanOf } = readCase([{ name: 'case.yaml', text: text(required, lowland) }])
  if (!source) throw new Error('not sound')
  const result = check(source, { draws: 500, seed: 1, proposals: source.proposals, spanOf })
  return renderPlain(checkReport(source, result, { summary: true }), { width: 1e6 })
}

describe('the summary of a proposal', () => {
  it('gives the reason of the party that it names, wherever that party stands', () => {
    for (const required of ['[upland, lowland]', '[lowland, upland]']) {
      const line = summaryOf(required)
      expect(line).toContain("It dies with Lowland, on another's word")
      expect(line).toContain('Lowland: redline lowland.all-of-it')
      expect(line).not.toMatch(/Upland: redline/)
    }
  })
  it('gives the reason of each where it names several', () => {
    const line = summaryOf('[upland, lowland]', '0.7')
    expect(line).toContain('Upland and Lowland would probably walk.')
    expect(line).toContain('Upland: redline upland.no-half')
    expect(line).toContain('Lowland: redline lowland.all-of-it')
  })
})
