import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCase } from '@truce/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesToRead } from '../../../scripts/cases.ts'
import { STOPS } from '../src/app/tour-steps.ts'
import { idFrom, importCase, textOf } from '../src/library/import-case.ts'
import { inOrder, SHIPPED } from '../src/library/shipped.ts'
import { fill } from '../src/messages/catalogue.ts'
import en from '../src/messages/en/app.ts'
import { LANGUAGES } from '../src/messages/index.ts'
import { numbersIn } from '../src/ui/numbers.ts'
import { hueOf } from '../src/ui/parties.ts'

describe('texts', () => {
  it('are filled, and choose their form by the number', () => {
    const text = '{name}: {n, plural, =0 {none} one {# issue} other {# issues}}'
    expect([0, 1, 1200].map((n) => fill(text, { name: 'A', n }, 'en'))).toEqual([
      'A: none',
      'A: 1 issue',
      'A: 1,200 issues'
    ])
    const errors = '{n, plural, one {# помилка} few {# помилки} other {# помилок}}'
    expect(fill(errors, { n: 3 }, 'uk')).toBe('3 помилки')
    expect(fill('{there} {not-there} {missing}', { there: '{x}' }, 'en')).toBe(
      '{x} {not-there} {missing}'
    )
  })

  it('are offered in no language that some room does not speak', () => {
    const folders = readdirSync(join(import.meta.dirname, '../src/messages'), {
      withFileTypes: true
    }).filter((one) => one.isDirectory())
    const rooms = (language: string): readonly string[] =>
      readdirSync(join(import.meta.dirname, '../src/messages', language)).sort()
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(LANGUAGES).sort())
    for (const { name } of folders) expect(rooms(name)).toEqual(rooms('en'))
  })

  it('tell every stop of the tour', () => {
    for (const { text } of STOPS) expect(en).toHaveProperty([text.replace('app.', '')])
  })
})

describe('numbers', () => {
  const { percent, chance, gain, range, points } = numbersIn('en')

  it('never say for certain what is not', () => {
    expect([0, 0.001, 0.62, 0.999, 1].map(percent)).toEqual([
      '0%',
      '<\u202f1%',
      '62%',
      '>\u202f99%',
      '100%'
    ])
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        (p) => !['0%', '100%'].includes(percent(p))
      )
    )
  })

  it('show the error of a sample, the sign of a gain, the ends of a range', () => {
    expect([chance(0.62, 0.005), chance(0.06, 0.0015), chance(1, 0)]).toEqual([
      '62% ±\u202f1',
      '6% ±\u202f0.3',
      '100%'
    ])
    expect([gain(4.4), gain(-12), gain(-0.2)]).toEqual(['+4', '\u221212', '0'])
    expect([range({ low: 20, high: 40 }), range({ low: 0.5, high: 0.5 }), points(-0.4)]).toEqual([
      '20\u201340',
      '0.5',
      '0'
    ])
  })
})

describe('parties', () => {
  it('keep their hue by their place in the case, whoever asks', () => {
    const parties = new Map(
      ['a', 'b'].map((id) => [id, { id, name: id, kind: 'state' as const, roles: [], at: '' }])
    )
    expect(hueOf({ parties }, 'b')).toEqual(hueOf({ parties }, 'b'))
    expect(hueOf({ parties }, 'a').light).not.toBe(hueOf({ parties }, 'b').light)
  })

  it('stand out from the page by 4.5 to 1, light and dark', () => {
    const parties = new Map(
      Array.from({ length: 8 }, (_, k) => [
        String(k),
        { id: String(k), name: '', kind: 'state' as const, roles: [], at: '' }
      ])
    )
    for (const id of parties.keys()) {
      const { light, dark } = hueOf({ parties }, id)
      expect(contrast(light, '#fdfcfa'), light).toBeGreaterThan(4.5)
      expect(contrast(dark, '#191918'), dark).toBeGreaterThan(4.5)
    }
  })
})

describe('the library', () => {
  it('says what each case holds', async () => {
    const folders = await casesToRead()
    expect(Object.keys(SHIPPED).sort()).toEqual(
      folders.map((folder) => folder.replaceAll('\\', '/').replace('cases/', '')).sort()
    )
    for (const [id, contents] of Object.entries(SHIPPED)) {
      const folder = join('cases', id)
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.yaml')
      )
      const { case: source } = readCase(
        names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
      )
      const { parties, issues, proposals, graph } = source ?? {}
      expect({
        parties: parties?.size,
        issues: issues?.length,
        proposals: proposals?.length,
        graph: graph !== undefined
      }).toEqual(contents)
    }
    expect(
      inOrder([{ id: 'new/one' }, { id: 'classics/chicken' }, { id: 'ukraine/2024-maitra' }]).map(
        ({ id }) => id
      )
    ).toEqual(['ukraine/2024-maitra', 'classics/chicken', 'new/one'])
  })

  it('makes a case of a table, and says what it cannot read', async () => {
    const rows = 'issue,option,A,B\nWater,Half,50,60\nWater,All,0,100\n'
    const made = await importCase([{ name: 'river.csv', text: rows }], '2024-06-01')
    expect('files' in made && readCase(made.files).sound).toBe(true)
    for (const names of [['a.xlsx'], ['a.txt'], ['a.xml', 'b.json'], [], ['a.gmcr', 'b.gmcr']])
      expect(
        await importCase(
          names.map((name) => ({ name, text: '' })),
          '2024-06-01'
        )
      ).toHaveProperty('refused')
  })

  it('reads texts as older programs write them, and names folders plainly', () => {
    expect(textOf(new Uint8Array([0x63, 0x61, 0x66, 0xe9]))).toBe('café')
    expect(textOf(new TextEncoder().encode('café'))).toBe('café')
    expect([idFrom('Rivière d’or (2).csv'), idFrom('.xml'), idFrom('x'.repeat(90))]).toEqual([
      'Rivie-re-d-or-2',
      'imported',
      'x'.repeat(60)
    ])
  })
})

function contrast(a: string, b: string): number {
  const [one = 0, other = 0] = [a, b].map(luminance).sort((x, y) => y - x)
  return (one + 0.05) / (other + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
