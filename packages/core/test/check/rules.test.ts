import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import { checkPages } from '../../src/check/rules/index.ts'
import type { Diagnostic, Example } from '../../src/diagnostic/diagnostic.ts'
import { exampleText } from '../../src/diagnostic/example.ts'

/** Everything that reader and judgement find in one file. */
function findingsIn(text: string): readonly Diagnostic[] {
  const reading = readCase([{ name: 'case.yaml', text }])
  if (!reading.case || !reading.sound) return reading.diagnostics
  const { findings } = check(reading.case, { draws: 200, repairs: 0, spanOf: reading.spanOf })
  return [...reading.diagnostics, ...findings]
}

const codes = (found: readonly Diagnostic[]): readonly string[] => found.map(({ code }) => code)

/** The text that each failing example is marked at. */
const MARKED: Readonly<Record<string, string>> = {
  GR001: '{upland.open: no}', GR900: 'Two states and one gate', GU001: 'union', ND003: '95', OW001: 'Lowland', PO001: 'survey', PO002: 'assembly',
  PO003: '{agree: 62, disagree: 30}', PR001: 'Half each', RL001: 'half', RL002: 'half', RL003: 'none-of-it', RL004: 'not-all', RL005: '0', RL006: 'Lowland',
  RL007: '{by: lowland, act: raids}', RL008: 'a-third-at-most', RQ001: 'Lowland', RU001: '{never: {water: [third, half, full]}, because: the gates are closed for repair, source: talks}',
  RU002: 'half'
}

describe('each rule of the judgement', () => {
  it('has a code of its own, in order', () => {
    expect(checkPages.map(({ code }) => code)).toEqual(Object.keys(MARKED).sort())
  })

  describe.each(checkPages.map((page) => [page.code, page] as const))('%s', (code, { severity, examples }) => {
    const text = (which: 'failing' | 'passing'): string => exampleText(examples?.[which] as Example)

    it('finds its failing example and nothing else', () => {
      const found = findingsIn(text('failing'))
      expect(codes(found)).toEqual([code])
      expect(found.map((one) => one.severity)).toEqual([severity])
    })

    it('marks the place', () => {
      const [found] = findingsIn(text('failing'))
      expect(text('failing').slice(found?.span?.start, found?.span?.end)).toBe(MARKED[code])
    })

    it('says it in words that stand by themselves', () => {
      const [found] = findingsIn(text('failing'))
      for (const words of [found?.message, found?.help, ...(found?.why ?? [])]) expect(words ?? '').not.toMatch(/undefined|NaN|\[object/)
      expect(found?.message).toMatch(/^[`a-z]/)
    })

    it('finds nothing in its passing example', () => {
      expect(codes(findingsIn(text('passing')))).toEqual([])
    })
  })
})
