import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { issueOf, textIn } from '../../src/model/package.ts'
import {
  codes,
  covered,
  filesOf,
  place,
  read,
  readFiles,
  shippedCases,
  written
} from './reading.ts'

describe('places', () => {
  test('carets stand under the words meant', () => {
    const reading = readFiles({
      'case.yaml': [
        'truce: 1',
        'title: "Ünïcode 🌊 river"',
        'as-of: 2024-06-01',
        'sources: {}',
        'parties:',
        '  upland: {name: Upland, knd: state, role: [belligerent, umpire]}'
      ].join('\n')
    })
    const seen = reading.diagnostics.map((one) => [
      one.code,
      place(reading, one.span),
      covered(reading, one.span)
    ])
    expect(seen).toEqual([
      ['SC010', 'case.yaml:2:8', '"Ünïcode 🌊 river"'],
      ['SC008', 'case.yaml:4:1', 'sources'],
      ['SC001', 'case.yaml:6:26', 'knd'],
      ['SC004', 'case.yaml:6:58', 'umpire']
    ])
  })

  test.each([
    ['a byte order mark', `\uFEFF${exampleText({ 'as-of': '2024-02-30' })}`, 'case.yaml:3:8'],
    [
      'Windows line ends',
      exampleText({ 'as-of': '2024-02-30' }).replaceAll('\n', '\r\n'),
      'case.yaml:3:8'
    ]
  ])('%s does not shift them', (_, text, expected) => {
    const reading = read(text)
    expect(reading.diagnostics.map((one) => [one.code, place(reading, one.span)])).toEqual([
      ['DT001', expected]
    ])
  })

  test('an open quote is shown where it opens, and a bracket where it is missed', () => {
    const quote = read({ title: '"Two states\nbecause: it is so' })
    expect(quote.diagnostics.map((one) => [one.code, covered(quote, one.span)])).toEqual([
      ['YA001', '"']
    ])
    const bracket = read('truce: 1\nsources: {talks: {title: Minutes\nparties: {}\n')
    expect(bracket.diagnostics.map((one) => [one.code, place(bracket, one.span)])).toEqual([
      ['YA001', 'case.yaml:3:1']
    ])
  })

  test('one syntax problem is shown for each block', () => {
    const reading = read('a: "x" y z\nb: {c: [1}\nc: 1\nd: @home\n')
    expect(reading.diagnostics.map((one) => place(reading, one.span).split(':')[1])).toEqual([
      '1',
      '2',
      '4'
    ])
    expect(new Set(codes(reading))).toEqual(new Set(['YA001']))
  })

  test('a pointer leads back into the text, over files too', () => {
    const reading = readFiles({
      'case.yaml': exampleText({ stances: '' }),
      'stances/upland.yaml':
        'stances:\n  upland:\n    redlines:\n      - {id: our-share, never: {water: full}, firmness: 0.9, source: talks}\n'
    })
    const redline = reading.case?.stances.get('upland')?.redlines[0]
    expect(redline?.at).toBe('stances/upland/redlines/0')
    expect(redline?.firmness.key).toBe('stances.upland.redlines.our-share.firmness')
    expect(place(reading, reading.spanOf(redline?.at ?? ''))).toBe('stances/upland.yaml:4:9')
    expect(covered(reading, reading.spanOf(redline?.firmness.at ?? ''))).toBe('0.9')
  })
})

const MISTAKES = `truce: 1
title: Two states and a river
as-of: 2024-06-31
required: [upland, lowland]
sources:
  talks: {title: Minutes of the talks, kind: statment}
parties:
  upland: {name: Upland, kind: state, role: belligerent, flag: blue}
  lowland: {name: Lowland, role: belligerent}
issues:
  water: {title: Water, ordered: true, options: {third: A third, half: One half, full: All of it}}
stances:
  upland:
    redlines:
      - {id: one, never: {water: ful}, firmness: 0.9, source: talks}
      - {id: two, never: {wine: full}, firmness: 0.9, source: talks}
      - {id: three, never: {water: full}, firmness: [0.9, 0.5], source: talks}
      - {id: four, never: {water: full}, firmness: 9, source: talks}
      - {id: five, never: {water: full}, must: {water: half}, firmness: 0.9, source: talks}
      - {id: six, never: {water: full}, firmness: 0.9, source: diary}
      - {id: seven, never: {water: full}, firmness: 0.9, source: talks}
      - {id: seven, never: {water: third}, firmness: 0.9, source: talks}
    no-deal: {base: many, source: talks}
  lowland:
    interests:
      water: {weight: 1, values: {third: 0, full: 100}, source: talks}
proposals:
  Halves: {title: Half each, terms: {water: half}}
`

describe('every problem at once', () => {
  test('fifteen mistakes give fifteen codes, each once and no echo', () => {
    expect(codes(read(MISTAKES))).toEqual([
      'DT001',
      'SC004',
      'SC001',
      'SC002',
      'RF003',
      'RF002',
      'VA001',
      'VA002',
      'SC005',
      'RF001',
      'SC009',
      'SC003',
      'ND001',
      'IS002',
      'SC007'
    ])
  })

  test.each([
    [
      'a value out of bounds is not also a missing one',
      {
        stances:
          'upland: {interests: {water: {weight: 1, values: {third: 101, half: 70, full: 0}, source: talks}}, no-deal: {base: 3, source: talks}}'
      },
      ['VA002']
    ],
    [
      'a misspelt option is not also a missing one',
      {
        stances:
          'upland: {interests: {water: {weight: 1, values: {thirt: 1, half: 70, full: 0}, source: talks}}, no-deal: {base: 3, source: talks}}'
      },
      ['RF003']
    ],
    [
      'a broken no-deal is not also a missing one',
      {
        stances:
          'upland: {interests: {water: {weight: 1, values: {third: 1, half: 70, full: 0}, source: talks}}, no-deal: {base: [3, 2], source: talks}}'
      },
      ['VA001']
    ],
    [
      'a broken redline is not also one without a form',
      { stances: 'upland: {redlines: [{id: a, never: {water: ful}, firmness: 1, source: talks}]}' },
      ['RF003']
    ],
    [
      'a broken rule is not also one without a form',
      { rules: '- {never: {water: ful}, source: talks}' },
      ['RF003']
    ],
    [
      'broken terms of a no-deal are not also a gap',
      {
        stances:
          'upland: {interests: {water: {weight: 1, values: {third: 1, half: 70, full: 0}, source: talks}}, no-deal: {base: {terms: {water: ful}}, source: talks}}'
      },
      ['RF003']
    ],
    [
      'a broken chance is not also a wrong sum',
      { stances: 'upland: {types: {a: {p: 2, source: talks}, b: {p: 0.5, source: talks}}}' },
      ['VA002']
    ],
    [
      'issues that are no map are not also missing',
      { issues: 'none', stances: 'upland: {}', proposals: 'halves: {title: a, terms: {}}' },
      ['SC003']
    ],
    [
      'a broken division is not also an issue without form',
      {
        issues: 'water: {title: Water, divisible: {from: low, to: 4}}',
        stances: 'upland: {}',
        proposals: 'halves: {title: a, terms: {}}'
      },
      ['SC003']
    ],
    [
      'a state that is broken can still be the status quo',
      {
        graph:
          'moves: {upland: {open: Open}}\nstates: {flood: {where: {upland.opn: yes}}}\nstatus-quo: flood'
      },
      ['RF004']
    ],
    [
      'a missing title hides nothing else',
      {
        title: '',
        'as-of': '',
        stances:
          'upland: {interests: {water: {weight: 0, values: {third: 1, half: 70, full: 0}, source: talks}}, no-deal: {base: 3, source: talks}}'
      },
      ['SC002', 'SC002', 'VA004']
    ]
  ])('%s', (_, example, expected) => {
    const keys = Object.entries(example as Record<string, string>).map(([key, text]) => [
      key,
      text && `\n${text}`
    ])
    expect(
      codes(read(Object.fromEntries(keys) as Record<string, string>)).filter(
        (code) => !code.startsWith('IS')
      )
    ).toEqual(expected)
  })
})

describe('files', () => {
  test.each(shippedCases)('%s reads the same in any order of its files', (folder) => {
    const files = filesOf(folder)
    const there = readCase(files)
    const back = readCase([...files].reverse())
    expect(there.sound).toBe(true)
    expect(written(back.case)).toBe(written(there.case))
    expect(back.diagnostics).toEqual(there.diagnostics)
  })

  test('a key that stands in two files shows both places', () => {
    const reading = readFiles({
      'a.yaml': exampleText({}),
      'b.yaml': 'title: Another\nstances:\n  upland:\n    no-deal: {base: 1, source: talks}\n'
    })
    const seen = reading.diagnostics.map((one) => [
      one.code,
      place(reading, one.span),
      one.related.map((other) => place(reading, other.span))
    ])
    expect(seen).toEqual([
      ['YA002', 'b.yaml:1:1', ['a.yaml:2:1']],
      ['YA002', 'b.yaml:4:5', ['a.yaml:17:5']]
    ])
  })

  test('a key that stands twice in one file shows both places', () => {
    const reading = read(`${exampleText({})}title: Another\n`)
    expect(
      reading.diagnostics.map((one) => [
        place(reading, one.span),
        one.related.map((other) => place(reading, other.span))
      ])
    ).toEqual([['case.yaml:24:1', ['case.yaml:2:1']]])
  })

  test('nothing is said to be missing while a file cannot be parsed', () => {
    expect(codes(readFiles({ 'a.yaml': 'truce: 1', 'b.yaml': 'title: "open' }))).toEqual(['YA001'])
    expect(
      codes(readFiles({ 'a.yaml': exampleText({}), 'empty.yaml': '# nothing yet\n' }))
    ).toEqual(['YA011'])
    expect(readCase([]).sound).toBe(false)
  })
})

describe('what a case can say', () => {
  test('a text in several languages', () => {
    const { case: source, diagnostics } = read({ title: '{en: River, uk: Річка, zh-Hant: 河}' })
    expect(diagnostics).toEqual([])
    expect(textIn(source?.title ?? '', 'uk')).toBe('Річка')
    expect(textIn(source?.title ?? '', 'fr')).toBe('River')
    expect(codes(read({ title: '{english: River}' }))).toEqual(['SC003'])
  })

  test('a judgement that hangs on scenarios', () => {
    const { case: source } = read({
      scenarios: '{drought: {title: A dry year, p: 20%, source: talks}}',
      stances:
        '{upland: {redlines: [{id: a, never: {water: full}, firmness: [{if: {not: {scenario: drought}}, is: [0.1, 0.2, 0.6]}, 90%], source: talks}]}}'
    })
    const firmness = source?.stances.get('upland')?.redlines[0]?.firmness
    expect(firmness?.cases).toEqual([
      {
        when: { kind: 'not', part: { kind: 'scenario', id: 'drought' } },
        range: { low: 0.1, mode: 0.2, high: 0.6 }
      }
    ])
    expect(firmness?.range).toEqual({ low: 0.9, high: 0.9 })
  })

  test('a percentage is a share, and never a place on a scale to 100', () => {
    expect(
      codes(
        read({
          parties:
            '{upland: {name: U, kind: state, role: third, capability: 60%, source: talks}, lowland: {name: L, kind: state, role: third}}'
        })
      )
    ).toEqual(['SC003'])
  })

  test('a term in two stages', () => {
    const { case: source } = read({
      proposals:
        '{halves: {title: Half each, by: talks, terms: {water: {first: third, then: half, after: {after: signature, weeks: 2}, chance: [0.4, 0.6]}}}}'
    })
    expect(source?.proposals[0]?.terms.get('water')).toMatchObject({
      option: 'third',
      then: 'half',
      after: { after: 'signature', seconds: 1_209_600, days: 14 },
      chance: { range: { low: 0.4, high: 0.6 } }
    })
  })

  test('a divisible issue is a grid of amounts, and values lie on lines between the amounts given', () => {
    const { case: source, diagnostics } = read({
      issues: '{water: {title: Water, divisible: {unit: million m3, from: 0, to: 40, step: 10}}}',
      stances:
        '{upland: {interests: {water: {weight: 1, values: {0: 100, 20: [40, 60], "40.0": 0}, source: talks}}, no-deal: {base: 1, source: talks}}}',
      proposals: '{halves: {title: Half each, terms: {water: 20}}}'
    })
    expect(diagnostics).toEqual([])
    expect(source && issueOf(source, 'water').options.map((option) => option.amount)).toEqual([
      0, 10, 20, 30, 40
    ])
    const values = source?.stances.get('upland')?.interests[0]?.values
    expect(values?.get('10')?.map(({ judgement, share }) => [judgement.range.low, share])).toEqual([
      [100, 0.5],
      [40, 0.5]
    ])
    expect(
      values
        ?.get('40')
        ?.reduce((sum, { judgement, share }) => sum + judgement.range.high * share, 0)
    ).toBe(0)
  })

  test('at least and at most follow the order of the options', () => {
    const optionsOf = (bounds: string): unknown => {
      const crossed = read({
        stances: `{upland: {redlines: [{id: a, never: {water: ${bounds}}, firmness: 1, source: talks}]}}`
      }).case?.stances.get('upland')?.redlines[0]?.crossedWhen
      return crossed?.kind === 'is' ? crossed.options : undefined
    }
    expect(optionsOf('{at-least: half}')).toEqual(['half', 'full'])
    expect(optionsOf('{at-most: half}')).toEqual(['third', 'half'])
    expect(optionsOf('{at-least: half, at-most: half}')).toEqual(['half'])
    expect(optionsOf('[full, third, full]')).toEqual(['full', 'third'])
    for (const [bounds, code] of [
      ['{at-least: full, at-most: third}', 'VA001'],
      ['{}', 'SC003'],
      ['[]', 'SC003']
    ] as const) {
      expect(codes(read({ rules: `[{never: {water: ${bounds}}, source: talks}]` }))).toEqual([code])
    }
  })

  test('the nearest key wins where a value may be a text or a map', () => {
    expect(
      codes(
        read({
          issues:
            '{water: {title: Water, options: {third: A third, half: {titel: One half}, full: All of it}}}'
        })
      )
    ).toEqual(['SC001'])
  })

  test('a remark may stand in any map and is never a name', () => {
    const remarks = ['sources', 'parties', 'issues', 'stances', 'proposals'].map(
      (key) => `  note: about ${key}`
    )
    const text = exampleText({
      sources: '\n    talks: {title: Minutes, kind: statement}'
    }).replaceAll(
      /^(sources|parties|issues|stances|proposals):$/gm,
      (line) => `${line}\n${remarks.shift()}`
    )
    expect(codes(read(`${text}note: about it all\n`))).toEqual([])
    expect(remarks).toEqual([])
  })

  test('a judgement is missed once, at the map that can name a source', () => {
    const reading = read({
      deliverables: '\n- {id: gates, by: upland, grab: {upland: 2}, caught: 0.5, cost: {upland: 1}}'
    })
    expect(
      reading.diagnostics.map((one) => [one.code, covered(reading, one.span).slice(0, 11)])
    ).toEqual([['EV001', '{id: gates,']])
    expect(reading.diagnostics[0]?.message).toContain('deliverables.gates')
  })

  test('alternatives of a gate make a circle only where each of them does', () => {
    const gates = (any: string): readonly string[] =>
      codes(
        read({
          gates: `\n- {id: a, when: {gate: b}}\n- {id: b, when: {any: [${any}]}}`,
          meetings: '[{id: m, kind: review, cadence: weekly, at: "10:00[Europe/Vienna]"}]'
        })
      )
    expect(gates('{gate: a}')).toEqual(['DT006'])
    expect(gates('{gate: a}, {meetings: {id: m, held-at-least: 0.5}}')).toEqual([])
  })
})
