import { visible } from '../../diagnostic/text.ts'

/**
 * A text without what XML forbids: control characters, halves of pairs, two that are no characters.
 */
export const clean = (text: string): string =>
  visible(text.toWellFormed()).replace(/[\ufffe\uffff]/g, '\ufffd')

/** A text as XML holds it, in an element or an attribute. */
export const xml = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** One element with its attributes and what stands in it; numbers are cut to a tenth. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner = ''
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? tenths(value) : xml(value)}"`
  )
  return inner === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner}</${name}>`
}

/** A number as pictures need it: tenths of a pixel, and no minus zero. */
export const tenths = (value: number): string => String(Math.round(value * 10) / 10 + 0)

/** A text at a place; `class` tells its part, so that a page may colour it anew. */
export const svgText = (
  x: number,
  y: number,
  { words, ...more }: { readonly words: string } & Readonly<Record<string, string | number>>
): string => element('text', { x, y, class: 'ink', fill: INK.ink, ...more }, xml(words))

/** What is drawn in what colour where a page says nothing else. */
export const INK = { ink: '#1a1a1a', faint: '#5c5c5c', rule: '#c9c9c9' } as const

/**
 * A picture that stands alone, of that size in pixels, with its words for those who cannot see it.
 */
export function picture(
  {
    width,
    height,
    words
  }: { readonly width: number; readonly height: number; readonly words: string },
  parts: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${tenths(height)}`,
      width,
      height,
      role: 'img',
      'aria-label': words,
      'font-family': "'Source Serif 4', 'Source Serif Pro', Georgia, serif",
      'font-size': 12
    },
    parts.join('\n')
  )
}

/** Maps numbers onto a stretch of the picture. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** A scale that holds all values on round numbers, about five of them marked. */
export function scaleOver(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [0, 0]
  )
  const step = stepOver(most - least || 1)
  const low = Math.floor(least / step) * step
  const high = Math.ceil((most || 1) / step) * step
  const ticks = Array.from(
    { length: Math.round((high - low) / step) + 1 },
    (_, k) => low + k * step + 0
  )
  return { low, high, ticks, at: (value) => from + ((value - low) / (high - low)) * (to - from) }
}

/** 1, 2 or 5 times a power of ten, so that about five steps fit. */
function stepOver(range: number): number {
  const rough = range / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return factor * power
}
