import type { Case } from '@truce/core'

/**
 * A party's look: the same in every room. Colours are equal in weight; the mark tells parties apart
 * without colour.
 */
export interface Hue {
  /** A CSS colour that follows the colour scheme. */
  readonly color: string
  /** A pale ground of the same hue that follows the colour scheme. */
  readonly ground: string
  /** The same two as plain values, for pictures that leave the page. */
  readonly light: string
  readonly dark: string
  /** A shape of Observable Plot. */
  readonly mark: 'circle' | 'triangle' | 'square' | 'diamond' | 'star' | 'cross' | 'wye' | 'hexagon'
  /** The same mark as a letter. */
  readonly glyph: string
}

/**
 * Hues of one lightness (OKLCH 0.53 light, 0.78 dark), 4.5:1 on the page. The first ones differ
 * along the axis that every kind of colour-blindness keeps; none is the red or the amber that mean
 * something here.
 */
const LOOKS: readonly Pick<Hue, 'light' | 'dark' | 'mark' | 'glyph'>[] = [
  { light: '#884baf', dark: '#d0a0f5', mark: 'circle', glyph: '●' },
  { light: '#8e6300', dark: '#d6b172', mark: 'triangle', glyph: '▲' },
  { light: '#087c77', dark: '#7fc7c1', mark: 'square', glyph: '■' },
  { light: '#a84078', dark: '#f197c2', mark: 'diamond', glyph: '◆' },
  { light: '#3e7d2f', dark: '#94c888', mark: 'star', glyph: '★' },
  { light: '#5560c1', dark: '#a1b1ff', mark: 'cross', glyph: '✚' },
  { light: '#995933', dark: '#e2a989', mark: 'wye', glyph: '▼' },
  { light: '#576f81', dark: '#a6bbca', mark: 'hexagon', glyph: '⬢' }
]

/** How many parties look different; beyond them hues come again. */
export const HUES = LOOKS.length

/** The party's hue: by its place among the parties of the case. */
export function hueOf(source: Pick<Case, 'parties'> | undefined, party: string): Hue {
  return hueAt(Math.max(0, [...(source?.parties.keys() ?? [])].indexOf(party)))
}

/** The hue of the party at a place, from 0. */
export function hueAt(index: number): Hue {
  const look = LOOKS[index % HUES] as (typeof LOOKS)[number]
  const color = `light-dark(${look.light}, ${look.dark})`
  return { ...look, color, ground: `color-mix(in oklch, ${color} 14%, transparent)` }
}
