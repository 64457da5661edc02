import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { graphRules } from '../../src/check/rules/graph-rules.ts'
import type { Diagnostic, Example } from '../../src/diagnostic/diagnostic.ts'
import { collector } from '../../src/diagnostic/diagnostic.ts'
import { exampleText } from '../../src/diagnostic/example.ts'

/** What the reader and the graph's rules find in one file. */
function findingsIn(text: string): readonly Diagnostic[] {
  const reading = readCase([{ name: 'case.yaml', text }])
  if (!reading.case || !reading.sound) return reading.diagnostics
  const { report, found } = collector()
  for (const { run } of graphRules) run({ source: reading.case, report, spanOf: reading.spanOf })
  return [...reading.diagnostics.filter(({ severity }) => severity !== 'note'), ...found]
}

/** The text that each failing example is marked at. */
const MARKED: Readonly<Record<string, string>> = {
  GR002: '[{upland.open: yes}, {upland.open: no}]',
  GR003: '{gate-1: Open gate 1',
  GR004: 'YN',
  GR005: '[YY, NY, NN]',
  GR006: '[YY, NY, NN, YN, NY]',
  GR007: '[YY, NY, NN, YN, YYN]',
  GR008: '{upland.open: yes, lowland.pay: no}',
  GR009: '{upland.open: yes}',
  GR010: '[{lowland.pay: yes}]',
  GR011: '[[shut, opened]]',
  GR012: '{pay: Pay for the upkeep}',
  GR013: 'derived'
}

describe.each(graphRules.map(({ page }) => [page.code, page] as const))(
  '%s',
  (code, { severity, examples }) => {
    const text = (which: 'failing' | 'passing'): string => exampleText(examples?.[which] as Example)

    it('finds its failing example and nothing else, and marks the place', () => {
      const found = findingsIn(text('failing'))
      expect(found.map((one) => [one.code, one.severity, one.message])).toEqual([
        [code, severity, found[0]?.message]
      ])
      expect(text('failing').slice(found[0]?.span?.start, found[0]?.span?.end)).toContain(
        MARKED[code]
      )
      for (const words of [found[0]?.message, found[0]?.help])
        expect(words ?? '').not.toMatch(/undefined|NaN|\[object/)
    })

    it('finds nothing in its passing example', () => {
      expect(findingsIn(text('passing')).map((one) => one.code)).toEqual([])
    })
  }
)
