import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { HOSTILE, largeCase, many } from './hostile.ts'
import { codes, covered, read } from './reading.ts'

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

test.each(['~', 'null', ''])('`%s` names no entry', (key) => {
  const reading = read(
    exampleText({ proposals: `\n  ${key}: {title: Half each, by: talks, terms: {water: half}}` })
  )
  expect(codes(reading)).toContain('YA008')
  expect(reading.sound).toBe(false)
})
