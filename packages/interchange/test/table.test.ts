import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCase } from '@truce/core/case'
import type { Blend, Case } from '@truce/core/model'
import { centre, textIn } from '@truce/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { character } from '../../core/test/character.ts'
import { tried } from '../../core/test/laws.ts'
import { readingOf } from '../../core/test/stability/cases.ts'
import { csvRows, csvText, exportTable, importTable } from '../src/index.ts'
import type { DealCase } from './deal-case.ts'
import { dealIn } from './deal-case.ts'

const SETTINGS = { title: 'A table', asOf: '2024-01-01' }

function fromCsv(text: string): ReturnType<typeof importTable> {
  const rows = csvRows(text)
  return rows.refused === undefined ? importTable(rows, SETTINGS) : rows
}

const imported = (text: string): DealCase => dealIn(fromCsv(text))
const refusal = (text: string): string => fromCsv(text).refused ?? 'not refused'

function exported(source: Case): {
  readonly rows: readonly (readonly (string | number)[])[]
  readonly text: string
  readonly json: string
  readonly lost: readonly string[]
} {
  const made = exportTable(source)
  if (made.refused !== undefined) throw new Error(made.refused)
  return { ...made, text: csvText(made.rows) }
}

/** A deal space by names and numbers alone: what a table is to hold. */
function deal(source: Case): object {
  const stances = [...source.parties.keys()].flatMap((id) => source.stances.get(id) ?? [])
  const parties = stances.filter(({ interests }) => interests.length > 0)
  return {
    issues: source.issues.map(({ title, options }) => [
      textIn(title),
      options.map((option) => textIn(option.title))
    ]),
    parties: parties.map(({ party, interests, noDeal }) => ({
      name: textIn(source.parties.get(party)?.name ?? ''),
      noDeal: noDeal?.base.kind === 'range' ? noDeal.base.judgement.range : undefined,
      interests: source.issues.map(({ id, options }) => {
        const interest = interests.find(({ issue }) => issue === id)
        return (
          interest && [
            interest.weight.range,
            options.map((option) => rangeOf(interest.values.get(option.id) ?? []))
          ]
        )
      })
    }))
  }
}

/**
 * Between the amounts that are named a value is no judgement of its own, and comes over at its
 * centre.
 */
function rangeOf(blend: Blend): object | undefined {
  if (blend.length < 2) return blend[0]?.judgement.range
  const central = blend.reduce(
    (sum, { judgement, share }) => sum + share * centre(judgement.range),
    0
  )
  return { low: Number(central.toPrecision(12)), high: Number(central.toPrecision(12)) }
}

const TABLE = `issue,option,Upland,Lowland
Dam,weight,30,60
,Built,100,0
,"Built lower, and watched",50..60..75,40..50
,None,0,100
Water,weight,20..40,
,A third,100,
,One half,60,
no-deal,,25,-10
`

describe('a table filled in by hand', () => {
  const made = imported(TABLE)
  test('gives weights, values and no-deals, ranges as ranges; an empty issue is no interest', () => {
    expect(deal(made.source)).toEqual({
      issues: [
        ['Dam', ['Built', 'Built lower, and watched', 'None']],
        ['Water', ['A third', 'One half']]
      ],
      parties: [
        {
          name: 'Upland',
          noDeal: { low: 25, high: 25 },
          interests: [
            [
              { low: 30, high: 30 },
              [
                { low: 100, high: 100 },
                { low: 50, mode: 60, high: 75 },
                { low: 0, high: 0 }
              ]
            ],
            [
              { low: 20, high: 40 },
              [
                { low: 100, high: 100 },
                { low: 60, high: 60 }
              ]
            ]
          ]
        },
        {
          name: 'Lowland',
          noDeal: { low: -10, high: -10 },
          interests: [
            [
              { low: 60, high: 60 },
              [
                { low: 0, high: 0 },
                { low: 40, high: 50 },
                { low: 100, high: 100 }
              ]
            ],
            undefined
          ]
        }
      ]
    })
    expect(made.source.required.map(({ party }) => party)).toEqual(['upland', 'lowland'])
  })
  test.each([
    [
      'semicolons and decimal commas',
      TABLE.replaceAll(',', ';')
        .replace('"Built lower; and watched"', '"Built lower, and watched"')
        .replace('100;0', '99,5;0,5')
    ],
    [
      'tabs',
      TABLE.replace('"Built lower, and watched"', '@')
        .replaceAll(',', '\t')
        .replace('@', '"Built lower, and watched"')
        .replace('100\t0', '99,5\t0,5')
    ],
    [
      'a byte order mark, Windows line ends and a line that names the separator',
      `\uFEFFsep=,\r\n${TABLE.replaceAll('\n', '\r\n').replace('100,0', '99.5,0.5')}`
    ],
    [
      'a title above, empty rows and columns, and capitals',
      `River\n\n${TABLE.replace('issue,option', 'ISSUES ,Option').replace('100,0', '99.5,0.5').replace('no-deal,', '\n,,,\nNo Deal,').replaceAll('\n', ',,\n')}`
    ],
    [
      'the issue named in every row',
      TABLE.replace('100,0', '99.5,0.5')
        .replace(/^,(?=Built|"Built|None)/gm, 'Dam,')
        .replace(/^,(?=A|One)/gm, 'Water,')
    ]
  ])('%s read the same', (_, text) => {
    expect(deal(imported(text).source)).toEqual(
      deal(imported(TABLE.replace('100,0', '99.5,0.5')).source)
    )
  })
  test.each([
    ['per cent are points', '99.5%', '0.5 %'],
    ['a true minus, a dash, a plus', '+99.5', '0.5']
  ])('%s', (_, first, second) => {
    const text = TABLE.replace('100,0', `${first},${second}`).replace(
      'no-deal,,25,-10',
      'no-deal,,\u221225,\u201310'
    )
    expect(deal(imported(text).source)).toEqual(
      deal(
        imported(TABLE.replace('100,0', '99.5,0.5').replace('no-deal,,25,-10', 'no-deal,,-25,-10'))
          .source
      )
    )
  })
  test('weights in per cent weigh as plain numbers do', () => {
    const table = (a: string, b: string): DealCase =>
      imported(
        `issue,option,Upland\nDam,weight,${a}\n,Built,100\n,None,0\nWater,weight,${b}\n,All,100\n,None,0\n`
      )
    expect(deal(table('30%', '70%').source)).toEqual(deal(table('30', '70').source))
  })
  test('what is not said is assumed, and listed', () => {
    const bare = imported('issue,option,Upland\nDam,Built,100\nDam,None,0\n')
    expect(bare.assumed).toEqual(
      expect.arrayContaining([
        'the table has no weights: all issues weigh the same',
        'Upland has no no-deal: it is 0, its worst on every issue'
      ])
    )
    expect(bare.noDealOf('Upland')).toBe(0)
  })
  test('an apostrophe in front makes a keyword a name', () => {
    const { source } = imported(
      "issue,option,Upland\n'no-deal,weight,3\n'no-deal,'weight,100\n'no-deal,'=2+3,0\n"
    )
    expect(
      source.issues.map(({ title, options }) => [title, options.map((option) => option.title)])
    ).toEqual([['no-deal', ['weight', '=2+3']]])
  })
})

const shipped = (): readonly string[] =>
  ['ukraine', 'panama-canal'].flatMap((shelf) =>
    readdirSync(resolve(import.meta.dirname, '../../../cases', shelf)).map(
      (name) => `cases/${shelf}/${name}`
    )
  )

describe('there and back', () => {
  test.each(shipped())('%s', (folder) => {
    const source = readingOf(folder).case as Case
    if (![...source.stances.values()].some(({ interests }) => interests.length > 0))
      return expect(exportTable(source).refused).toContain('no party has interests')
    const { text, rows } = exported(source)
    const back = imported(text).source
    // A no-deal made of terms and a ledger comes over as the one number it is at the centre; the
    // table says so.
    const plain = (one: Case): unknown =>
      JSON.parse(JSON.stringify(deal(one), (key, value) => (key === 'noDeal' ? undefined : value)))
    expect(plain(back)).toEqual(plain(source))
    expect(exported(back).rows).toEqual(rows)
  })

  const name = fc.oneof(
    fc.constantFrom(
      'weight',
      'no-deal',
      'issue',
      "'weight",
      '=1+1',
      '+1',
      '-5',
      '@home',
      "'=x",
      "''y",
      "'s-Hertogenbosch",
      '__proto__',
      'constructor',
      '12',
      'a,b;c',
      'say "no"',
      'Київ',
      'yes',
      'not'
    ),
    fc.string({ minLength: 1, maxLength: 12, unit: character }).filter((text) => text.trim() !== '')
  )
  const names = (least: number): fc.Arbitrary<string[]> =>
    fc
      .uniqueArray(name, { minLength: least, maxLength: 4, selector: (text) => shown(text) })
      .filter((all) => all.every((text) => shown(text) !== ''))
  const figure = fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 50, max: 60 }),
      fc.integer({ min: 70, max: 100 })
    )
  )
  const written = (one: unknown): string =>
    Array.isArray(one) ? `[${one.join(', ')}]` : String(one)
  const space = fc.record({
    parties: names(1),
    issues: fc.array(names(2), { minLength: 1, maxLength: 3 }),
    titles: names(3),
    figures: fc.array(figure, { minLength: 60, maxLength: 60 }),
    noDeal: fc.integer({ min: -50, max: 120 })
  })

  test('any names and figures: the same deal space, and a second round changes nothing', () => {
    tried(
      fc.property(space, ({ parties, issues, titles, figures, noDeal }) => {
        let next = 0
        const some = (): string => written(figures[next++ % figures.length])
        const quoted = (text: string): string => JSON.stringify(text)
        const yaml = [
          'truce: 1\ntitle: x\nas-of: 2024-01-01\nrequired: []\nsources: {s: {title: x, kind: game}}\nproposals: {}\nparties:',
          ...parties.map(
            (party, p) => `  p${p}: {name: ${quoted(party)}, kind: state, role: third}`
          ),
          'issues:',
          ...issues.map(
            (options, i) =>
              `  i${i}: {title: ${quoted(titles[i] as string)}, options: {${options.map((option, o) => `o${o}: ${quoted(option)}`).join(', ')}}}`
          ),
          'stances:',
          ...parties.map((_, p) => {
            const interests = issues.map(
              (options, i) =>
                `i${i}: {weight: ${i + 1}, values: {${options.map((__, o) => `o${o}: ${some()}`).join(', ')}}, source: s}`
            )
            return `  p${p}: {interests: {${interests.join(', ')}}, no-deal: {base: ${noDeal}, source: s}}`
          })
        ].join('\n')
        const { case: source, diagnostics } = readCase([{ name: 'case.yaml', text: yaml }])
        if (!source) throw new Error(JSON.stringify(diagnostics))
        const { text, rows } = exported(source)
        const back = imported(text).source
        expect(JSON.parse(JSON.stringify(deal(back)))).toEqual(
          JSON.parse(JSON.stringify(deal(source)), (_, value) =>
            typeof value === 'string' ? shown(value) : value
          )
        )
        expect(exported(back).rows).toEqual(rows)
        for (const cell of rows.flat())
          if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { seed: 20_260_601, runs: 30, seeds: 5 }
    )
  })
})

/**
 * What is left of a text in a cell: one line, single spaces, none around it, no characters that
 * cannot be seen.
 */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()

describe('JSON for programs', () => {
  const { json, rows } = exported(imported(TABLE).source)
  test('holds ids, names, figures and what each option is worth in points', () => {
    const space = JSON.parse(json) as {
      readonly parties: readonly object[]
      readonly issues: readonly {
        readonly weights: object
        readonly options: readonly { readonly values: object; readonly worth: object }[]
      }[]
    }
    expect(space.parties).toEqual([
      { id: 'upland', name: 'Upland', noDeal: 25 },
      { id: 'lowland', name: 'Lowland', noDeal: -10 }
    ])
    expect(space.issues[1]?.weights).toEqual({ upland: [20, 40] })
    expect(space.issues[0]?.options[1]?.values).toEqual({ upland: [50, 60, 75], lowland: [40, 50] })
    expect(space.issues[0]?.options[1]?.worth).toEqual({ upland: 30, lowland: 45 })
    expect(rows[0]).toEqual(['issue', 'option', 'Upland', 'Lowland'])
  })
})

describe('what a table cannot hold', () => {
  const text = `truce: 1
title: x
as-of: 2024-01-01
sources: {s: {title: x, kind: game}}
parties: {a: {name: Anna, kind: state, role: belligerent}, b: {name: Ben, kind: state, role: mediator}}
scenarios: {dry: {title: x, p: 0.5, source: s}}
issues:
  pay: {title: Pay, divisible: {unit: EUR, from: 0, to: 20, step: 10}, if-silent: 0}
  dam: {title: Dam, ordered: true, options: {low: Same, high: Same}}
rules: [{never: {dam: low, pay: 20}, source: s}]
stances:
  a:
    redlines: [{id: r, never: {dam: high}, firmness: 0.5, source: s}]
    interests:
      pay: {weight: 1, values: {0: 0, 20: 100}, source: s}
      dam: {weight: [1, 5], values: {low: [{if: {scenario: dry}, is: 3}, 20], high: 100}, source: s}
    no-deal: {base: {outcomes: [{p: 0.5, terms: {dam: low}}, {p: 0.5, terms: {dam: high, pay: 20}}]}, ledger: [{id: l, toward: continue, worth: [2, 4]}], source: s}
proposals: {p: {title: x, terms: {dam: low}}}
`
  const { case: source, diagnostics } = readCase([{ name: 'case.yaml', text }])
  if (!source) throw new Error(JSON.stringify(diagnostics))
  const { lost, rows } = exported(source)
  test('is listed', () => {
    expect(lost).toEqual([
      'sources, reasons, dates and ids',
      'parties without interests: Ben',
      'what the no-deal is made of (Anna): it is one number, its judgements at their centres',
      'what changes under scenarios (Anna): figures are those outside them',
      'that options are ordered: Dam',
      'that amounts are divisible: Pay',
      '1 redline',
      '1 rule',
      '1 proposal'
    ])
  })
  test('amounts between are at the centre, like titles are told apart, and the no-deal is what its terms come to', () => {
    expect(rows).toContainEqual(['Pay', '10', 50])
    expect(rows.slice(-3)).toEqual([
      ['Dam', 'Same (low)', 20],
      ['Dam', 'Same (high)', 100],
      // weights 1 and 3: half of 3/4 * 20, half of 1/4 * 100 + 3/4 * 100, and the ledger's 3
      ['no-deal', '', 0.5 * 15 + 0.5 * 100 + 3]
    ])
  })
})

describe('refused in one sentence that names row and column', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['no header', 'a,b\n1,2\n', 'no row begins with the columns `issue` and `option`'],
    [
      'a header misspelt',
      TABLE.replace('issue,option', 'issue,optoin'),
      'row 1: the first two columns are `issue` and `optoin`; did you mean'
    ],
    ['no party', 'issue,option\nDam,Built\n', 'row 1: there is no party'],
    [
      'a party twice',
      TABLE.replace('Lowland', 'Upland'),
      'row 1, column D: party `Upland` stands twice'
    ],
    ['no issue', 'issue,option,Upland\n', 'the table has no issue'],
    [
      'one option',
      'issue,option,Upland\nDam,Built,100\n',
      'row 2: issue `Dam` has 1 of the two options it needs'
    ],
    [
      'an option twice',
      TABLE.replace('A third', 'One half'),
      'row 8, column B: option `One half` of `Water` stands in row 7 already'
    ],
    [
      'weights twice',
      TABLE.replace(',None,', ',weight,'),
      'row 5: the weight of `Dam` stands in row 2 already'
    ],
    ['no-deal twice', `${TABLE}no-deal,,1,2\n`, 'row 10: `no-deal` stands in row 9 already'],
    [
      'no issue named',
      'issue,option,Upland\n,Built,100\n',
      'row 2, column A: the row names no issue'
    ],
    ['no option named', TABLE.replace(',None,', ',,'), 'row 5, column B: the row names no option'],
    [
      'a value without a party',
      TABLE.replace('100,0', '100,0,7'),
      'row 3: a value stands in a column without a party: name the party in row 1'
    ],
    ['a gap', TABLE.replace('100,0', '100,'), 'row 3, column D (Lowland): the cell is empty'],
    [
      'no weight where others have one',
      TABLE.replace('Water,weight,20..40,\n,', 'Water,'),
      'row 6, column C (Upland): the issue has no row `weight`'
    ],
    [
      'an empty column',
      'issue,option,Upland,Lowland\nDam,Built,100,\nDam,None,0,\n',
      'column D (Lowland): it has no values'
    ],
    [
      'weights partly in per cent',
      TABLE.replace('30,60', '30%,60'),
      'row 6, column C (Upland): the weight is no per cent, and others of the column are'
    ],
    [
      'an error of a spreadsheet',
      TABLE.replace('100,0', '100,#N/A'),
      'row 3, column D (Lowland): the value is `#N/A`, which is no number: the spreadsheet could not work it out'
    ],
    [
      'a range with a dash',
      TABLE.replace('100,0', '100,40\u201350'),
      'which is no number: write a range as 20..40'
    ],
    ['weights of 0', TABLE.replace('30,60', '30,0'), 'column D (Lowland): every weight is 0'],
    [
      'a word',
      TABLE.replace('100,0', 'much,0'),
      'row 3, column C (Upland): the value is `much`, which is no number'
    ],
    ['NaN', TABLE.replace('100,0', 'NaN,0'), 'the value is `NaN`, which is no number'],
    ['a formula', TABLE.replace('100,0', '=1+1,0'), 'the value is `=1+1`, which is no number'],
    [
      'beyond 100',
      TABLE.replace('100,0', '101,0'),
      'row 3, column C (Upland): the value is 101: give a number from 0 to 100'
    ],
    ['infinite', TABLE.replace('100,0', '1e999,0'), 'the value is `1e999`, which is no number'],
    [
      'below 0',
      TABLE.replace('100,0', '-1,0'),
      'row 3, column C (Upland): the value is -1: give a number from 0 to 100'
    ],
    [
      'a number that may mean two things',
      TABLE.replace('100,0', '"1,000",0'),
      'write decimals with a point, and no thousands separators'
    ],
    [
      'a range upside down',
      TABLE.replace('50..60..75', '75..50'),
      'row 4, column C (Upland): the range `75..50` does not rise'
    ],
    ['a range of four', TABLE.replace('50..60..75', '1..2..3..4'), 'is no range'],
    ['an open quotation mark', TABLE.replace('watched"', 'watched'), 'the CSV cannot be read']
  ]
  test.each(cases)('%s', (_, text, words) => {
    const said = refusal(text)
    expect(said).toContain(words)
    expect(said.split('\n')).toHaveLength(1)
  })
  test('too much', () => {
    expect(refusal(`${TABLE}${' '.repeat(2_000_000)}`)).toContain('larger than 2 MB')
    expect(refusal(`issue,option,U\n${',\n'.repeat(21_000)}`)).toContain('more than 20000 rows')
    const options = Array.from({ length: 1001 }, (_, k) => `Dam,${k},50\n`).join('')
    expect(refusal(`issue,option,U\n${options}`)).toBe(
      'row 1002: `Dam` has more than 1000 options: leave some out'
    )
    expect(refusal(`issue,option,U\n${`${','.repeat(20_000)}\n`.repeat(11)}`)).toContain(
      'more than 200000 cells'
    )
    expect(refusal('\n'.repeat(1_900_000))).toContain('no row begins with')
  })
})
