import { describe, expect, test } from 'vitest'
import type { Example } from '../../src/diagnostic/diagnostic.ts'
import { renderDiagnostic } from '../../src/diagnostic/text.ts'
import { codes, read } from './reading.ts'

const said = (example: Example): string => {
  const { diagnostics, files } = read(example)
  return diagnostics.map((one) => renderDiagnostic(one, files)).join('\n')
}

describe('typographic quotation marks', () => {
  test('several on one line are one finding', () => {
    expect(
      said({ proposals: '\n    halves: {title: “Half, now”, by: “talks”, terms: {water: ‘half’}}' })
    ).toMatchInlineSnapshot(`
      "case.yaml:23:19: error[SC011] \`“\` does not begin a quoted text
            halves: {title: “Half, now”, by: “talks”, terms: {water: ‘half’}}
                            ^
        help: write straight quotation marks, \`"..."\`, around it, or none around a name"
    `)
  })
  test('around a text with a colon', () => {
    expect(codes(read({ title: '“Two states: a river”' }))).toEqual(['SC011'])
  })
  test.each([
    ['inside a text', '“Two states” and a river'],
    ['in straight quotes', '"“Two states: a river”"'],
    ['in the middle', 'Two states, “a river”, and a dam']
  ])('are letters %s', (_, title) => {
    expect(codes(read({ title }))).toEqual([])
  })
  test('another error on the line is told as it is', () => {
    const parties = `
    upland: {name: “Upland”, kind: kingdom, role: belligerent}
    lowland: {name: Lowland, kind: state, role: belligerent}`
    expect(codes(read({ parties }))).toEqual(['SC004'])
  })
})

describe('decimal commas', () => {
  const capable = (range: string): Example => ({
    parties: `
    upland: {name: Upland, kind: state, role: belligerent, capability: ${range}, source: talks}
    lowland: {name: Lowland, kind: state, role: belligerent}`
  })
  test('in a range', () => {
    expect(said(capable('[40,5, 60,5]'))).toMatchInlineSnapshot(`
      "case.yaml:6:71: error[SC012] \`40,5\` is not read as one number
          ate, role: belligerent, capability: [40,5, 60,5], source: talks}
                                               ^^^^
        help: write decimals with a point: 40.5"
    `)
  })
  test('of a single number between braces', () => {
    expect(codes(read(capable('40,5')))).toEqual(['SC012'])
  })
  test('commas between whole numbers are none', () => {
    expect(codes(read(capable('[40,60]')))).toEqual([])
    expect(codes(read(capable('[40,50,60]')))).toEqual([])
    expect(codes(read(capable('[60,40]')))).toEqual(['VA001'])
  })
})

test.each([
  ['names', '[third, half, full]'],
  ['maps with ids', '[{id: third, title: A}, {id: half, title: B}, {id: full, title: C}]'],
  ['maps of one name', '[{third: A}, {half: B}, {full: C}]']
])('a list of %s where options stand is one error', (_, options) => {
  expect(said({ issues: `\n    water: {title: Water, options: ${options}}` }).split('\n')[0]).toBe(
    'case.yaml:9:34: error[SC003] expected a map of names, without dashes or square brackets, found a list'
  )
  expect(codes(read({ issues: `\n    water: {title: Water, options: ${options}}` }))).toEqual([
    'SC003'
  ])
})

test('a day where a moment is asked for', () => {
  expect(
    said({
      proposals: `
    halves:
      title: Half each
      by: talks
      terms: {water: half}
      provisional: {water: {review: 2005-08-15}}`
    })
  ).toMatchInlineSnapshot(`
    "case.yaml:27:35: error[DT002] \`2005-08-15\` is not a clear moment: it is a day, which begins at another hour in each time zone
            provisional: {water: {review: 2005-08-15}}
                                          ^^^^^^^^^^
      help: say the hour and the zone: "2005-08-15T00:00[Europe/Kyiv]" is the start of that day there"
  `)
})

describe('hindsight', () => {
  test('sources and proposals later than the case are named, each kind once', () => {
    expect(
      said({
        'as-of': '2024-04-30',
        sources: `
    talks: {title: Minutes, kind: statement, date: 2024-05}
    study: {title: A study, kind: statement, date: 2020/2025}
    treaty: {title: The treaty, kind: treaty, date: 2024}`,
        rules: '[{never: {water: full}, source: study}, {never: {water: full}, source: treaty}]',
        proposals: `
    halves: {title: Half each, by: talks, date: 2024-05-01, terms: {water: half}}
    thirds: {title: A third, by: talks, date: 2024-04, terms: {water: third}}
    whole: {title: All, by: talks, date: 2025, terms: {water: third}}`
      })
    ).toMatchInlineSnapshot(`
      "case.yaml:5:50: warning[DT007] later than the case's date 2024-04-30: \`talks\` (2024-05), \`study\` (2020/2025)
            talks: {title: Minutes, kind: statement, date: 2024-05}
                                                           ^^^^^^^
        help: move \`as-of\` if the case is judged from later on; otherwise read its verdicts as hindsight, or rest them on what was known
      case.yaml:26:47: warning[DT008] later than the case's date 2024-04-30: \`halves\` (2024-05-01), \`whole\` (2025)
            halves: {title: Half each, by: talks, date: 2024-05-01, terms: {water: h
                                                        ^^^^^^^^^^
        help: move \`as-of\` and judge the case again, or say in the README why it is asked all the same"
    `)
  })
})

test.each<readonly [string, boolean]>([
  ['{for: 0.54, against: 0.31, unsure: 0.15}', true],
  ['{for: 0.45, against: 30, unsure: 25}', true],
  ['{for: 1, against: 0.6}', false],
  ['{for: 54, against: 45.5, other: 0.5}', false],
  ['{for: 54, against: 31, other: 0.5}', false],
  ['{yes: 0.4}', false],
  ['{for: 54, against: 31}', false]
])('the answers %s: shares of one? %s', (answers, warned) => {
  const polls = `\n    spring: {population: upland, field: 2024-04, answers: ${answers}, source: talks}`
  expect(codes(read({ polls }))).toEqual(warned ? ['VA011'] : [])
})
