import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HUES } from '@truce/core/report/hues'
import { describe, expect, it } from 'vitest'
import type { Placement } from '../src/rooms/deals/labels.ts'
import { readable } from '../src/rooms/deals/labels.ts'
import { theme, variables } from '../src/ui/theme.ts'

const source = join(import.meta.dirname, '../src')
const sheets = globSync('**/*.css', { cwd: source })
const read = (file: string): string => readFileSync(join(source, file), 'utf8')

/** What a property is given in a style sheet, beside `inherit`; a face says what it is cut for. */
const given = (file: string, property: RegExp): readonly string[] =>
  [
    ...read(file)
      .replace(/@font-face \{[^}]*\}/g, '')
      .matchAll(property)
  ]
    .map(([, value]) => value ?? '')
    .filter((value) => value !== 'inherit')

describe('letters', () => {
  it.each(sheets)('are of the five sizes and two weights in %s', (file) => {
    const sizes = given(file, /font-size:\s*([^;]+);/g)
    expect(
      sizes.filter((one) => !/^var\(--truce-(small|text|lead|head|title)\)$/.test(one))
    ).toEqual(file === 'ui/base.css' ? ['9.5pt'] : [])
    const weights = given(file, /font-weight:\s*([^;]+);/g)
    expect(weights.filter((one) => !/^var\(--truce-(regular|strong)\)$/.test(one))).toEqual([])
    expect(given(file, /\bfont:\s*([^;]+);/g)).toEqual([])
  })

  it('are five sizes and two weights, and the theme has no others', () => {
    const base = read('ui/base.css')
    const named = [...base.matchAll(/--truce-(small|text|lead|head|title): ([\d.]+)rem;/g)]
    expect(named.map(([, name]) => name)).toEqual(['small', 'text', 'lead', 'head', 'title'])
    const sizes = named.map(([, , size]) => Number(size))
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    const used = [
      ...Object.values(theme.fontSizes ?? {}),
      ...Object.values(theme.headings?.sizes ?? {}).map((one) => one?.fontSize)
    ]
    expect(used.filter((one) => !/^var\(--truce-/.test(String(one)))).toEqual([])
  })

  it('come with the page, in Latin and Cyrillic, and are free to be passed on', () => {
    const face = read('ui/face.css')
    const files = [...face.matchAll(/url\("(@fontsource\/[^"]+)"\)/g)].map(([, path]) => path ?? '')
    expect(files).toHaveLength(4)
    expect(face).not.toMatch(/https?:/)
    const modules = join(source, '../../../node_modules')
    const bytes = files.map((path) => readFileSync(join(modules, path)).length)
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(52_000)
    const about: { license?: string } = JSON.parse(
      readFileSync(join(modules, '@fontsource/source-sans-3/package.json'), 'utf8')
    )
    expect(about.license).toBe('OFL-1.1')
  })
})

const TONES = ['dead', 'unlikely', 'contested', 'likely', 'robust']
const schemes = (['light', 'dark'] as const).map((scheme) => {
  const colours = variables(undefined as never)[scheme]
  return [scheme, (name: string): string => colours[`--truce-${name}`] ?? ''] as const
})

describe('verdicts', () => {
  it.each(schemes)('can be read on both grounds, %s', (_, colour) => {
    for (const tone of TONES)
      for (const ground of ['paper', 'raised'])
        expect(contrast(colour(tone), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(schemes)('have five tones, none of them that of a party, %s', (scheme, colour) => {
    expect(new Set(TONES.map(colour)).size).toBe(TONES.length)
    const parties = HUES.map((hue) => hue[scheme])
    expect(TONES.filter((tone) => parties.includes(colour(tone)))).toEqual([])
  })
})

/** Contrast by WCAG 2.2, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('names in a picture', () => {
  it('stand clear of one another: a later one that would not is left out', () => {
    const name = (id: string, x: number): Placement => ({
      id,
      x,
      y: 0,
      width: 30,
      height: 16,
      far: false
    })
    const kept = readable([name('a', 0), name('b', 20), name('c', 30), name('d', 45)])
    expect(kept.map(({ id }) => id)).toEqual(['a', 'c'])
  })
})
