import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCase } from '../../src/case/read.ts'
import { readerPages } from '../../src/case/rules/index.ts'
import { caseJsonSchema } from '../../src/case/schema/json-schema.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { seedsOf } from '../laws.ts'
import { generator, mutate } from './mutate.ts'
import { filesOf, read, shippedCases } from './reading.ts'
import type { Schema } from './validate.ts'
import { fits } from './validate.ts'

const generic = caseJsonSchema() as Schema

/** The schema at a path of keys. */
const under = (schema: object, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], schema)

const members = (schema: unknown): unknown =>
  (schema as { anyOf: { enum?: unknown }[] }).anyOf.find((one) => one.enum)?.enum

/** Whether a text, as an editor sees it, fits the schema of its own case. */
function fitsItsCase(text: string): boolean {
  return fits(parse(text, { logLevel: 'silent' }), caseJsonSchema(read(text).names) as Schema)
}

const TRIAL = { seed: 77_000, runs: 250, seeds: 16 }

describe('the schema of a case', () => {
  test.each(shippedCases)('%s fits, file by file', (folder) => {
    const files = filesOf(folder)
    const own = caseJsonSchema(readCase(files).names) as Schema
    for (const { name, text } of files) {
      expect(fits(parse(text), generic), name).toBe(true)
      expect(fits(parse(text), own), name).toBe(true)
    }
  })

  test('completes the options of an issue, and nothing else', () => {
    const { names } = readCase(filesOf('ukraine/2024-maitra'))
    const terms = under(
      caseJsonSchema(names),
      'properties',
      'proposals',
      'additionalProperties',
      'properties',
      'terms',
      'properties'
    ) as Record<string, unknown>
    expect(members(terms['alignment'])).toEqual(['nato', 'deferred', 'neutral'])
    expect(Object.keys(terms)).toEqual([...names.issues.keys(), 'note'])
    const interests = under(
      caseJsonSchema(names),
      'properties',
      'stances',
      'additionalProperties',
      'properties',
      'interests'
    )
    expect(
      under(
        interests as object,
        'properties',
        'alignment',
        'properties',
        'values',
        'propertyNames',
        'enum'
      )
    ).toEqual(['nato', 'deferred', 'neutral', 'note'])
    expect(under(interests as object, 'propertyNames', 'enum')).toEqual([
      ...names.issues.keys(),
      'note'
    ])
    const stances = under(caseJsonSchema(names), 'properties', 'stances', 'propertyNames', 'enum')
    expect(stances).toEqual([...(names.of.get('party') ?? []), 'note'])
    expect(
      under(
        caseJsonSchema(names),
        '$defs',
        'condition',
        'properties',
        'alignment',
        'anyOf',
        0,
        'enum'
      )
    ).toEqual(['nato', 'deferred', 'neutral'])
  })

  test('is plain data, the same each time', () => {
    const { names } = readCase(filesOf('ukraine/2024-maitra'))
    expect(JSON.stringify(caseJsonSchema(names))).toBe(JSON.stringify(caseJsonSchema(names)))
    expect(JSON.parse(JSON.stringify(generic))).toEqual(generic)
  })
})

/** What form alone can show; the rest (order, sums, circles, sources) needs the reader. */
const SHOWN_BY_FORM = [
  'DT002',
  'DT003',
  'DT004',
  'IS002',
  'RF001',
  'RF002',
  'RF003',
  'RF004',
  'RF006',
  'RF007',
  'RF008',
  'RF009',
  'SC001',
  'SC002',
  'SC003',
  'SC004',
  'SC006',
  'SC007',
  'VA002',
  'VA003',
  'VA006'
]

describe('the schema and the reader', () => {
  const pages = readerPages.flatMap(({ code, examples }) =>
    examples
      ? [{ code, failing: exampleText(examples.failing), passing: exampleText(examples.passing) }]
      : []
  )

  test.each(pages)('$code: what passes the reader fits', ({ passing }) =>
    expect(fitsItsCase(passing)).toBe(true)
  )

  test.each(pages.filter(({ code }) => SHOWN_BY_FORM.includes(code)))(
    '$code: the mistake does not fit',
    ({ failing }) => expect(fitsItsCase(failing)).toBe(false)
  )

  test.each([
    [
      'a range of four',
      {
        parties:
          '{upland: {name: U, kind: state, role: third, capability: [1, 2, 3, 4], source: talks}}'
      }
    ],
    [
      'a list of one',
      { parties: '{upland: {name: U, kind: state, role: third, capability: [1], source: talks}}' }
    ],
    ['an if without then', { rules: '[{never: {if: {water: half}}, source: talks}]' }],
    ['a text that is a list', { title: '[a, b]' }],
    [
      'a term in two stages without a chance',
      { proposals: '{halves: {title: a, terms: {water: {first: half, then: full}}}}' }
    ],
    [
      'a key of another part',
      { parties: '{upland: {name: U, kind: state, role: third, weight: 1}}' }
    ],
    [
      'a rank that does not exist',
      {
        meetings:
          '[{id: a, kind: review, cadence: weekly, at: "10:00[Europe/Vienna]", rank-floor: general}]'
      }
    ]
  ])('%s does not fit, and the reader refuses it too', (_, example) => {
    expect(fitsItsCase(exampleText(example as Record<string, string>))).toBe(false)
    expect(read(example as Record<string, string>).sound).toBe(false)
  })

  let sound = 0
  test.each(seedsOf(TRIAL, process.env['TRUCE_LAWS']))(
    'whatever mutant (seed %i) the reader takes for sound fits',
    (seed) => {
      const examples = pages.map(({ passing }) => passing)
      for (let index = 0; index < TRIAL.runs; index++) {
        const random = generator(seed + index * TRIAL.seeds)
        const text = mutate(examples[index % examples.length] ?? '', random, examples)
        const reading = read(text)
        if (!reading.sound) continue
        sound++
        expect(fitsItsCase(text), text).toBe(true)
      }
    },
    120_000
  )
  // Of all seeds that were asked for: a law about no text would hold.
  test('some of the mutants are sound', () => {
    expect(sound).toBeGreaterThan(20)
  })
})
