import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { readerPages } from '../../src/case/rules/index.ts'
import type { Example } from '../../src/diagnostic/diagnostic.ts'
import { EXAMPLE_BASE, exampleExcerpt, exampleText } from '../../src/diagnostic/example.ts'

/** The text each failing example's diagnostic points at; `..` stands for a longer rest. */
const POINTS_AT: Readonly<Record<string, string>> = {
  DT001: '2024-06-31',
  DT002: '"2025-06-01T12:00"',
  DT003: '10 in the morning',
  DT004: 'ten minutes',
  DT005: '2024-10',
  DT006: '{id: study, when: {gate: funding}}',
  DT007: '2024-10',
  DT008: '2024-10',
  DT009: '2021',
  DT010: 'Vienna time',
  EV001: 'upland',
  EV002: 'old-treaty',
  IS001: 'dam',
  IS002: '{third: 100, full: 0}',
  IS003: 'interests',
  ND001: 'upland',
  ND002: 'base',
  ND004: '{water: third, dam: none}',
  RF001: 'talk',
  RF002: 'watr',
  RF003: 'halve',
  RF004: 'upland.opened',
  RF005: 'in-favour',
  RF006: 'harvest',
  RF007: '{at-least: half}',
  RF008: 'water',
  RF009: '15',
  RF010: 'drought',
  RF011: 'scenario',
  SC001: 'titel',
  SC002: '{terms: {water: half}}',
  SC003: 'last summer',
  SC004: 'kingdom',
  SC005: '{id: our-share, ..',
  SC006: 'for now',
  SC007: 'Half_Each',
  SC008: 'water',
  SC009: 'our-share',
  SC010: 'Two states and the river they share',
  SC011: '“',
  SC012: '0,45',
  VA001: '[0.9, 0.6]',
  VA002: '90',
  VA003: '-1',
  VA004: 'interests',
  VA005: 'answers',
  VA006: '[{if: {scenario: drought}, is: 0.9}]',
  VA007: 'outcomes',
  VA008: '{unit: million m3, ..',
  VA009: 'scenarios',
  VA010: '1e308',
  VA011: 'answers',
  YA001: '"',
  YA002: 'halves',
  YA003: '\0',
  YA004: '#',
  YA005: '[',
  YA006: 'a',
  YA007: 'constructor',
  YA008: '<<',
  YA009: '!poem',
  YA010: '*reason',
  YA011: '- truce: 1..',
  YA012: 'title: Two states and a river',
  YA014: '%',
  YA015: '&',
  YA016: 'a'
}

/** Codes that no single small text can show alone: this one comes after a thousand others. */
const WITHOUT_EXAMPLES = ['YA013']

const found = (example: Example): ReturnType<typeof readCase>['diagnostics'] =>
  readCase([{ name: 'case.yaml', text: exampleText(example) }]).diagnostics

const withExamples = readerPages.flatMap((page) =>
  page.examples ? [{ ...page, examples: page.examples }] : []
)

describe('every page of the reader', () => {
  test('the base case is clean and sound', () => {
    const reading = readCase([{ name: 'case.yaml', text: exampleText({}) }])
    expect(reading.diagnostics).toEqual([])
    expect(reading.sound).toBe(true)
    expect(Object.keys(EXAMPLE_BASE)[0]).toBe('truce')
  })

  test('codes are unique, sorted and of one form', () => {
    const codes = readerPages.map((page) => page.code)
    expect(codes).toEqual([...new Set(codes)].sort())
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2}\d{3}$/)
  })

  test('every code is explained, and shown by examples where a small text can show it', () => {
    for (const { code, title, about } of readerPages) {
      expect(title, code).toMatch(/^[^A-Z`].*[^.]$/)
      expect(about, code).toMatch(/[.:`]$/)
    }
    expect(readerPages.filter((page) => !page.examples).map((page) => page.code)).toEqual(
      WITHOUT_EXAMPLES
    )
    expect(withExamples.map((page) => page.code)).toEqual(Object.keys(POINTS_AT).sort())
  })

  test.each(withExamples)('$code: $title', ({ code, severity, examples }) => {
    const text = exampleText(examples.failing)
    const failing = found(examples.failing)
    expect(failing.map((one) => one.code)).toEqual([code])
    const [{ span, message, help, severity: given } = {}] = failing
    const expected = POINTS_AT[code] ?? ''
    const pointed = text.slice(span?.start, span?.end)
    if (expected.endsWith('..')) expect(pointed.startsWith(expected.slice(0, -2))).toBe(true)
    else expect(pointed).toBe(expected)
    expect(given).toBe(severity)
    expect(message).toMatch(/\S/)
    expect(help).toMatch(/\S/)
    expect(message).not.toMatch(/undefined|\[object|NaN/)
    expect(help).not.toMatch(/undefined|\[object|NaN/)
    expect(found(examples.passing)).toEqual([])
  })

  test.each(withExamples)('$code can be printed', ({ examples }) => {
    for (const example of [examples.failing, examples.passing]) {
      const shown = exampleExcerpt(example)
      expect(shown).not.toBe('')
      expect(shown).not.toContain('\0')
      for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(130)
    }
  })
})

test('an example may be a whole file, lay keys over the base, or leave one out', () => {
  expect(exampleText('a: 1')).toBe('a: 1')
  expect(exampleText({ title: 'Other' })).toContain('\ntitle: Other\n')
  expect(exampleText({ title: '' })).not.toContain('title: Two')
  expect(exampleText({ polls: '\n        a: 1\n          b: 2' })).toMatch(
    /\npolls:\n {2}a: 1\n {4}b: 2\n$/
  )
  expect(exampleExcerpt({ title: '' })).toBe('# without `title:`')
})
