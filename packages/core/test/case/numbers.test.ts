import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import { renderDiagnostic } from '../../src/diagnostic/text.ts'
import { tried } from '../laws.ts'
import { codes, filesOf, read } from './reading.ts'

const weighing = (weight: string): ReturnType<typeof read> =>
  read({
    stances: `
    upland:
      interests: {water: {weight: ${weight}, values: {third: 100, half: 70, full: 0}, source: talks}}
      no-deal: {base: 30, source: talks}`
  })

const said = ({ diagnostics, files }: ReturnType<typeof read>): string =>
  diagnostics.map((one) => renderDiagnostic(one, files)).join('\n')

describe('a number that cannot be reckoned with is refused where it stands', () => {
  test('too large', () => {
    expect(said(weighing('1e308'))).toMatchInlineSnapshot(`
      "case.yaml:15:33: error[VA010] 1e+308 is beyond what a number of a case may be
              interests: {water: {weight: 1e308, values: {third: 100, half: 70, full
                                          ^^^^^
        help: give a number up to 1,000,000,000,000, in a larger unit if need be; of weights only the proportion counts"
    `)
    expect(said(weighing('[1, 1e13]'))).toMatchInlineSnapshot(`
      "case.yaml:15:37: error[VA010] 10000000000000 is beyond what a number of a case may be
              interests: {water: {weight: [1, 1e13], values: {third: 100, half: 70, 
                                              ^^^^
        help: give a number up to 1,000,000,000,000, in a larger unit if need be; of weights only the proportion counts"
    `)
  })
  test('too near to 0', () => {
    expect(said(weighing('1e-320'))).toMatchInlineSnapshot(`
      "case.yaml:15:33: error[VA010] 1e-320 is nearer to 0 than any number of a case may be
              interests: {water: {weight: 1e-320, values: {third: 100, half: 70, ful
                                          ^^^^^^
        help: write 0, or choose a smaller unit"
    `)
  })
  test('none at all', () => {
    expect(said(weighing('.nan'))).toMatchInlineSnapshot(`
      "case.yaml:15:33: error[VA010] \`.nan\` is no number that can be reckoned with
              interests: {water: {weight: .nan, values: {third: 100, half: 70, full:
                                          ^^^^
        help: give a number; what nobody knows is a wide range, \`[low, high]\`"
    `)
  })
  test('infinite', () => {
    expect(codes(weighing('.inf'))).toEqual(['VA010'])
    expect(codes(weighing('-.inf'))).toEqual(['VA010'])
    expect(codes(weighing('1e400'))).toEqual(['VA010'])
  })
  test('written as programs write it', () => {
    expect(said(weighing('1_000'))).toMatchInlineSnapshot(`
      "case.yaml:15:33: error[SC003] expected a number, [low, high] or [low, likely, high], found the text \`1_000\`
              interests: {water: {weight: 1_000, values: {third: 100, half: 70, full
                                          ^^^^^
        help: write a number, [low, high] or [low, likely, high]"
    `)
  })
  test('the largest and the smallest are read', () => {
    for (const weight of ['1e12', '1e-9', '[1e-9, 1e12]', '0x10'])
      expect(codes(weighing(weight))).toEqual([])
  })
  test('-0 is 0', () => {
    const reading = read({
      stances: `
    upland:
      interests: {water: {weight: 1, values: {third: 100, half: 70, full: -0}, source: talks}}
      no-deal: {base: -0, source: talks}`
    })
    expect(codes(reading)).toEqual([])
    let zeros = 0
    JSON.stringify(reading.case, (_, part: unknown) => {
      if (part === 0) zeros++
      expect(Object.is(part, -0)).toBe(false)
      return part instanceof Map ? [...part] : part
    })
    expect(zeros).toBeGreaterThan(0)
  })
})

/** Spellings of numbers at and beyond the edges. */
const ODD = [
  '1e308',
  '-1e308',
  '1e-320',
  '-0',
  '.nan',
  '.inf',
  '-.inf',
  '1_000',
  '0x10',
  '1e400',
  '1e12',
  '1e-9',
  '-1e12',
  '0',
  '1'
]

describe('whatever number stands in a case', () => {
  const files = filesOf('ukraine/2024-maitra')
  const places = files.flatMap((file, index) =>
    [...file.text.matchAll(/(?<![\w.#-])\d+(?:\.\d+)?(?![\w.:-])/g)].map((found) => ({
      index,
      found
    }))
  )

  test('it is judged, or refused with its place', () => {
    tried(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...ODD), ({ index, found }, odd) => {
        const changed = files.map((file, k) =>
          k === index
            ? {
                ...file,
                text: `${file.text.slice(0, found.index)}${odd}${file.text.slice(found.index + found[0].length)}`
              }
            : file
        )
        const reading = readCase(changed)
        expect(reading.sound || reading.diagnostics.every(({ span }) => span !== undefined)).toBe(
          true
        )
        if (!reading.sound || !reading.case) return
        const { proposals } = check(reading.case, { draws: 50, seed: 1, spanOf: reading.spanOf })
        for (const { joint } of proposals)
          for (const value of Object.values(joint)) expect(value).not.toBeNaN()
      }),
      { seed: 1, runs: 10, seeds: 90 }
    )
  }, 300_000)
})
