import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { EXAMPLE_KEYS, riverCeasefire } from '../../src/ceasefire/examples.ts'
import { ceasefireRules, gravest, reviewCeasefire } from '../../src/ceasefire/lint.ts'
import { PRECEDENTS, precedentsOf } from '../../src/ceasefire/precedents.ts'
import type { Example } from '../../src/diagnostic/diagnostic.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { tried } from '../laws.ts'

const reviewed = (example: Example) => {
  const reading = readCase([{ name: 'case.yaml', text: exampleText(example) }])
  expect(reading.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!reading.case) throw new Error('the case cannot be read')
  const review = reviewCeasefire(reading.case, reading.spanOf)
  if (!review) throw new Error('the case has no ceasefire')
  return review
}

const codesOf = (example: Example): readonly string[] =>
  gravest(reviewed(example)).map(({ code }) => code)

describe('each rule about the text of a ceasefire', () => {
  it('is one of the twenty-eight questions, or says what cannot be', () => {
    const codes = ceasefireRules.map(({ page }) => page.code)
    const asked = Array.from({ length: 28 }, (_, n) => `CF${String(n + 1).padStart(3, '0')}`)
    expect(codes.filter((code) => code < 'CF100')).toEqual(asked)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test.each(ceasefireRules.map(({ page }) => [page.code, page] as const))(
    '%s: found in its failing example alone, and nothing in the passing one',
    (code, { examples }) => {
      if (!examples) throw new Error('it has no examples')
      expect([...new Set(codesOf(examples.failing))]).toEqual([code])
      expect(codesOf(examples.passing)).toEqual([])
    }
  )

  test.each(ceasefireRules.map(({ page }) => [page.code, page] as const))(
    '%s says what to do and why',
    (_, { about, examples, help, message }) => {
      const found = gravest(reviewed(examples?.failing ?? ''))
      expect(about.length).toBeGreaterThan(60)
      for (const one of found) {
        expect(one.message).not.toMatch(/undefined|\.$/)
        expect(one.help).toBeTruthy()
        expect(one.span).toBeDefined()
      }
      expect([message, help].every(Boolean)).toBe(true)
    }
  )
})

describe('a clause that is added', () => {
  it('adds nothing to what the rules about it find', () => {
    const without = (keys: readonly string[]) =>
      riverCeasefire(Object.fromEntries(keys.map((key) => [key, ''])))
    tried(
      fc.property(fc.subarray([...EXAMPLE_KEYS], { minLength: 1 }), fc.nat(), (absent, pick) => {
        const added = absent[pick % absent.length] ?? ''
        const before = codesOf(without(absent))
        const after = codesOf(without(absent.filter((key) => key !== added)))
        const own = ceasefireRules.filter(({ keys }) => keys.includes(added))
        for (const { page } of own) {
          const count = (codes: readonly string[]) =>
            codes.filter((one) => one === page.code).length
          expect(count(after), `${page.code} after ${added}`).toBeLessThanOrEqual(count(before))
        }
      }),
      { seed: 13, runs: 15, seeds: 4 }
    )
  })
})

describe('what is not asked of a text', () => {
  it('whatever takes months, of a humanitarian pause', () => {
    const codes = codesOf({
      ceasefire: '{class: humanitarian-pause, enters-into-force: "2024-07-01T08:00[Europe/Vienna]"}'
    })
    expect(codes).toEqual(['CF002', 'CF025', 'CF008', 'CF009', 'CF010'])
  })

  it('anything, of a case without a ceasefire', () => {
    const { case: source, spanOf } = readCase([{ name: 'case.yaml', text: exampleText({}) }])
    expect(source && reviewCeasefire(source, spanOf)).toBeUndefined()
  })
})

describe('what others did', () => {
  it('has a source in every cell, for every agreement a cell or none', () => {
    for (const { page } of ceasefireRules) {
      const cells = precedentsOf(page.code)
      expect(cells.map(({ of }) => of).sort()).toEqual(Object.keys(PRECEDENTS).sort())
      for (const { cell } of cells) {
        if (!cell) continue
        expect(cell.did).not.toBe('')
        expect(cell.source).not.toBe('')
      }
    }
  })
})
