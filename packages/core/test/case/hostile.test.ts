import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { codes, covered, read } from './reading.ts'

/**
 * Generous: what must not happen is a reader that hangs, not one that is slow on a busy machine.
 */
const BOUND = 10_000

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

function timed(text: string): {
  readonly codes: ReadonlySet<string>
  readonly milliseconds: number
} {
  const before = performance.now()
  const reading = readCase([{ name: 'case.yaml', text }])
  const milliseconds = performance.now() - before
  for (const { span } of reading.diagnostics) {
    expect(span?.start).toBeLessThanOrEqual(span?.end ?? -1)
    expect(span?.end).toBeLessThanOrEqual(text.length)
  }
  return { codes: new Set(codes(reading)), milliseconds }
}

const BOMB = [
  'a: &a [0, 0, 0, 0, 0, 0, 0, 0, 0]',
  ...['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map(
    ([from, to]) => `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`
  )
].join('\n')

const HOSTILE: Readonly<Record<string, readonly [text: string, ...codes: string[]]>> = {
  'thirty thousand keys': [many(30_000, (i) => `k${i}: 1`), 'SC001', 'YA013'],
  'thirty thousand parties': [
    exampleText({
      parties: `\n${many(30_000, (i) => `p${i}: {name: P, kind: state, role: third}`)}`
    }),
    'RF001'
  ],
  'one key thirty thousand times': [many(30_000, () => 'k: 1'), 'YA002', 'YA013'],
  'a billion laughs': [BOMB, 'YA006'],
  'an alias inside what it repeats': ['a: &a [*a, *a, *a]', 'YA005'],
  'open brackets': ['['.repeat(100_000), 'YA005'],
  'open brackets on lines of their own': ['[\n'.repeat(100_000), 'YA005'],
  'open brackets behind entries': [`a: [\n${'b, [\n'.repeat(100_000)}`, 'YA001'],
  'pairs of brackets': ['[]'.repeat(900_000), 'YA006'],
  'open braces': ['{a: '.repeat(100_000), 'YA005'],
  dashes: ['- '.repeat(100_000), 'YA005'],
  'question marks': ['? '.repeat(100_000), 'YA005'],
  colons: [': '.repeat(100_000), 'YA005'],
  'deep indentation': [many(1000, (i) => `${' '.repeat(i)}a:`), 'YA005'],
  'deep dashes': [many(1000, (i) => `${' '.repeat(i)}-`), 'YA005'],
  'dashes and indentation mixed': [
    many(60, (i) => `${' '.repeat(118 * i)}${'- '.repeat(59)}`),
    'YA001'
  ],
  'a broken block after an empty line': ['\n 1 a: 1b: 1', 'YA001'],
  'line breaks': ['\n'.repeat(500_000), 'YA011'],
  documents: ['---\n'.repeat(100_000), 'YA012'],
  'two thousand names that do not exist among ten thousand that do': [
    exampleText({
      sources: `\n${many(10_000, (i) => `source-number-${i}: {title: a, kind: law}`)}`,
      rules: `\n${many(2000, (i) => `- {never: {water: full}, source: source-namber-${i}}`)}`
    }),
    'RF001',
    'YA013'
  ],
  'words of half a million letters': [
    exampleText({
      sources: `\n? ${'a'.repeat(500_000)}\n: {title: a, kind: law}`,
      stances: '{}',
      proposals: `{x: {title: a, by: ${'a'.repeat(500_000)}b, terms: {}}}`
    }),
    'RF001'
  ],
  'a chain of twenty thousand gates': [
    exampleText({
      gates: `\n${many(20_000, (i) => `- {id: g${i}, when: {gate: g${i + 1}}}`)}\n- {id: g20000, when: {}}`
    })
  ],
  'a circle of twenty thousand gates': [
    exampleText({
      gates: `\n${many(20_000, (i) => `- {id: g${i}, when: {gate: g${(i + 1) % 20_000}}}`)}`
    }),
    'DT006'
  ],
  'a list of a hundred and fifty thousand': [
    exampleText({
      deliverables: '[{id: a, by: upland}]',
      gates: `[{id: g, when: {verified: [${'a, '.repeat(149_999)}a]}}]`
    })
  ],
  'thirty thousand judgements without a source': [
    exampleText({
      deliverables: `\n${many(30_000, (i) => `- {id: d${i}, by: upland, caught: 1}`)}`
    }),
    'EV001'
  ],
  'ten thousand amounts on a fine grid': [
    exampleText({
      issues: '{water: {title: W, divisible: {from: 0, to: 1000, step: 1}}}',
      stances: '{}',
      proposals: '{x: {title: x, terms: {water: 3}}}',
      rules: `\n${many(10_000, (i) => `- {never: {water: ${i % 1000}}, source: talks}`)}`
    })
  ]
}

describe('hostile text is refused in bounded time', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, [text, ...expected]) => {
    const seen = timed(text)
    expect([...seen.codes].sort()).toEqual([...expected].sort())
    expect(seen.milliseconds).toBeLessThan(BOUND)
  })

  test('messages stay short whatever the words', () => {
    const reading = read(
      `x: &x "${'y'.repeat(1_000_000)}"\n${exampleText({ proposals: `\n${many(5000, (i) => `p${i}: {title: a, by: *x, terms: {}}`)}` })}`
    )
    expect(reading.diagnostics.length).toBe(1001)
    for (const { message } of reading.diagnostics) expect(message.length).toBeLessThan(1000)
  })
})

describe('limits', () => {
  test('a file of 2 MB is read, and one letter more is refused', () => {
    const text = exampleText({})
    const filled = `${text}# ${'x'.repeat(2_000_000 - text.length - 2)}`
    expect(codes(read(filled))).toEqual([])
    expect(codes(read(`${filled}x`))).toEqual(['YA004'])
  })

  test('a real-looking case of 400 kB', () => {
    const issues = 60
    const values = 'values: {a: 0, b: [20, 30, 45], c: [50, 60, 70], d: 100}'
    const because = `because: "${'as the minutes of that spring record at some length '.repeat(2)}"`
    const text = exampleText({
      parties: `\n${many(30, (i) => `party-${i}: {name: Party ${i}, kind: state, role: belligerent}`)}`,
      issues: `\n${many(issues, (i) => `issue-${i}: {title: Issue ${i}, ordered: true, options: {a: A, b: B, c: C, d: D}}`)}`,
      stances: `\n${many(30, (p) => `party-${p}:\n  interests:\n${many(issues, (i) => `    issue-${i}: {weight: [1, 2, 3], ${values}, source: talks, ${because}}`)}\n  no-deal: {base: [10, 20, 30], source: talks}`)}`,
      proposals: `\nplan:\n  title: The plan\n  by: talks\n  terms:\n${many(issues, (i) => `    issue-${i}: ${'abcd'.charAt(i % 4)}`)}`
    })
    expect(text.length).toBeGreaterThan(400_000)
    const before = performance.now()
    expect(codes(read(text))).toEqual([])
    expect(performance.now() - before).toBeLessThan(BOUND)
  })
})

describe('text that reaches for something else', () => {
  test('NUL and bytes that are not UTF-8 are shown where they stand', () => {
    const nul = read('truce: 1\ntitle: a\0b')
    expect(nul.diagnostics.map((one) => [one.code, one.span?.start])).toEqual([['YA003', 17]])
    const latin = new TextDecoder().decode(Uint8Array.from([0x74, 0x3a, 0x20, 0xe9, 0x74, 0xe9]))
    expect(read(latin).diagnostics.map((one) => [one.code, one.span?.start])).toEqual([
      ['YA003', 3]
    ])
  })

  test.each(['__proto__', 'constructor', 'prototype'])(
    '%s is refused as a key, at every level',
    (key) => {
      for (const text of [
        `${exampleText({})}${key}: {polluted: yes}\n`,
        exampleText({ proposals: `{${key}: {title: a, terms: {}}}` }),
        exampleText({ rules: `[{never: {${key}: full}, source: talks}]` })
      ]) {
        const reading = read(text)
        expect(codes(reading)).toContain('YA007')
        expect(
          covered(reading, reading.diagnostics.find((one) => one.code === 'YA007')?.span)
        ).toBe(key)
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    }
  )

  test.each(['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'])(
    '%s is a key and a name like any other that does not exist',
    (key) => {
      expect(codes(read(`${exampleText({})}${key}: 1\n`))).toEqual(['SC001'])
      expect(codes(read({ rules: `[{never: {${key}: full}, source: talks}]` }))).toEqual(['RF002'])
      expect(codes(read({ rules: `[{never: {water: ${key}}, source: ${key}}]` }))).toEqual([
        'RF003',
        'RF001'
      ])
      expect(codes(read({ gates: `[{id: a, when: {}, opens: ${key}.a}]` }))).toEqual(['SC003'])
    }
  )

  test.each([
    '!!python/object/apply:os.system',
    '!!binary',
    '!!set',
    '!!str',
    '!',
    '!local',
    '!<tag:example.org,2000:x>'
  ])('the tag %s builds nothing', (tag) => {
    const reading = read({ title: `${tag} river` })
    expect(reading.diagnostics.map((one) => [one.code, covered(reading, one.span)])).toEqual([
      ['YA009', tag]
    ])
  })

  test('a directive cannot turn `no` into false', () => {
    const reading = read(
      `%YAML 1.1\n---\n${exampleText({ graph: '{moves: {upland: {open: Open}}, states: {dry: {where: {upland.open: no}, title: no}}}' })}`
    )
    expect(codes(reading)).toEqual([])
  })

  test('an alias repeats what it stands for, and its places lead to the original', () => {
    const reading = read({
      proposals:
        '\nhalves: {title: Half each, by: talks, terms: &terms {water: half}}\nagain: {title: Again, by: talks, terms: *terms}'
    })
    expect(codes(reading)).toEqual([])
    expect(reading.case?.proposals.map((one) => one.terms.get('water')?.option)).toEqual([
      'half',
      'half'
    ])
    expect(covered(reading, reading.spanOf('proposals/again/terms/water'))).toBe('half')
  })
})
