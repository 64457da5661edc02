import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { readsText } from '../../src/case/text-limits.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { renderDiagnostic } from '../../src/diagnostic/text.ts'
import { tried } from '../laws.ts'
import { HOSTILE, largeCase, many } from './hostile.ts'
import { crafted } from './hostile-fragments.ts'
import { generator } from './mutate.ts'
import { brokenPromise } from './promises.ts'
import { codes, covered, filesOf, read, shippedCases } from './reading.ts'

/** Reads a text whose findings must all lie within it. */
function codesWithin(text: string): readonly string[] {
  const reading = readCase([{ name: 'case.yaml', text }])
  for (const { span } of reading.diagnostics) {
    expect(span?.start).toBeLessThanOrEqual(span?.end ?? -1)
    expect(span?.end).toBeLessThanOrEqual(text.length)
  }
  return [...new Set(codes(reading))].sort()
}

// How long each takes is measured by bench/reading.ts; a reader that hangs fails by the time limit of a test.
describe('hostile text is refused', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, [text, ...expected]) => {
    expect(codesWithin(text)).toEqual([...expected].sort())
  })

  test('messages stay short whatever the words', () => {
    const reading = read(
      `x: &x "${'y'.repeat(1_000_000)}"\n${exampleText({ proposals: `\n${many(2000, (i) => `p${i}: {title: a, by: *x, terms: {}}`)}` })}`
    )
    expect(reading.diagnostics.length).toBe(1001)
    for (const { message } of reading.diagnostics) expect(message.length).toBeLessThan(1000)
  })
})

describe('texts made of hostile fragments', () => {
  test('the reader keeps its promises, whatever is repeated', () => {
    tried(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const { what, text } = crafted(generator(seed), 1_990_000)
        const reading = readCase([{ name: 'case.yaml', text }])
        expect(brokenPromise(reading), what).toBeUndefined()
        // What the scan refuses is told in one sentence.
        if (!readsText(text)) expect(reading.diagnostics.length, what).toBe(1)
      }),
      { seed: 1, runs: 6, seeds: 40 }
    )
  })

  /** Characters that mean something to YAML, and words between them. */
  const prose = fc
    .array(fc.constantFrom(...'!&*?-[]{}%@`|>#:,', ' a', 'b ', ' ', 'https://x.org/?a=1&b=!c#d'), {
      minLength: 1,
      maxLength: 400
    })
    .map((parts) => parts.join(''))

  test.each([
    ['double quotes', (text: string) => JSON.stringify(text)],
    ['single quotes', (text: string) => `'${text}'`],
    ['a block text', (text: string) => `|\n    a ${text}`],
    ['a folded text', (text: string) => `>-\n    a ${text}\n    ${'[{&! '.repeat(700)}`],
    ['a remark', (text: string) => `river # ${text} ${'? - & ! * [ {'.repeat(2100)}`]
  ])('any of these characters may stand in %s', (_, written) => {
    tried(
      fc.property(prose, (text) => {
        expect(codes(read({ title: written(text) }))).toEqual([])
      }),
      { seed: 1, runs: 20, seeds: 30 }
    )
  })

  test.each(shippedCases)('%s is let pass', (folder) => {
    expect(filesOf(folder).filter(({ text }) => !readsText(text))).toEqual([])
  })

  test('what is refused is said in one sentence with its place', () => {
    const said = (text: string): string | undefined => {
      const { diagnostics, files } = readCase([{ name: 'case.yaml', text }])
      return diagnostics.map((one) => renderDiagnostic(one, files)).join('\n')
    }
    expect(said(`title: a\n${many(2001, (i) => `k${i}: & 1`)}`)).toMatchInlineSnapshot(`
      "case.yaml:2002:8: error[YA015] the file has more than 2000 anchors (\`&\`)
          k2000: & 1
                 ^
        help: write keys and values plainly; if these characters belong to a text, put it in quotes"
    `)
    expect(said('a:\n\n'.repeat(100_000))).toMatchInlineSnapshot(`
      "case.yaml:75001:1: error[YA016] from here on the case has more than 150000 words, marks and line ends; most of them are line ends
          a:
          ^
        help: take out what repeats and what no verdict rests on; keep data in files of their own beside the case"
    `)
    expect(said(`title: a\n${'? a\n'.repeat(300)}`)).toMatchInlineSnapshot(`
      "case.yaml:202:1: error[YA015] the file has more than 200 keys behind a question mark (\`?\`)
          ? a
          ^
        help: write keys and values plainly; if these characters belong to a text, put it in quotes"
    `)
    expect(said('# river\n%YAML 1.1\n---\ntitle: a')).toMatchInlineSnapshot(`
      "case.yaml:2:1: error[YA014] a line that starts with \`%\` is a directive, and the case language has none
          %YAML 1.1
          ^
        help: remove the line, and the line \`---\` below it; in a remark, put \`#\` before it"
    `)
    expect(said(`title: a\nb:\n  ${'- '.repeat(70)}`)).toMatchInlineSnapshot(`
      "case.yaml:3:123: error[YA005] nested deeper than 60 levels
           - - - - - - - - - - - - - - - - - - - - - - - - - - - - 
                                               ^
        help: close the brackets that are still open here, and take out aliases that repeat themselves"
    `)
  })

  test('files of a case share what they may hold', () => {
    const half = `a: [${'b, '.repeat(30_000)}]`
    const reading = readCase([
      { name: 'a.yaml', text: half },
      { name: 'b.yaml', text: half.replace('a', 'c') },
      { name: 'c.yaml', text: 'd: 1' }
    ])
    expect(reading.diagnostics.map((one) => [one.code, one.span?.file])).toEqual([
      ['YA016', 'b.yaml']
    ])
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
    const text = largeCase()
    expect(text.length).toBeGreaterThan(400_000)
    expect(codes(read(text))).toEqual([])
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

  test('a directive is refused; without one, `no` is no false', () => {
    const text = exampleText({
      graph: '{moves: {upland: {open: Open}}, states: {dry: {where: {upland.open: no}, title: no}}}'
    })
    expect(codes(read(text))).toEqual([])
    expect(codes(read(`%YAML 1.1\n---\n${text}`))).toEqual(['YA014'])
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

test.each(['~', 'null', ''])('`%s` names no entry', (key) => {
  const reading = read(
    exampleText({ proposals: `\n  ${key}: {title: Half each, by: talks, terms: {water: half}}` })
  )
  expect(codes(reading)).toContain('YA008')
  expect(reading.sound).toBe(false)
})
