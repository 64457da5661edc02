import type { Case } from '@truce/core'
import { shadesAt } from '@truce/core/report/hues'

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

/** There are more marks than hues: where a hue comes again, its mark is another. */
const MARKS: readonly Pick<Hue, 'mark' | 'glyph'>[] = [
  { mark: 'circle', glyph: '●' },
  { mark: 'triangle', glyph: '▲' },
  { mark: 'square', glyph: '■' },
  { mark: 'diamond', glyph: '◆' },
  { mark: 'star', glyph: '★' },
  { mark: 'cross', glyph: '✚' },
  { mark: 'wye', glyph: '▼' },
  { mark: 'hexagon', glyph: '⬢' }
]

/** The party's hue: by its place among the parties of the case. */
export function hueOf(source: Pick<Case, 'parties'> | undefined, party: string): Hue {
  return hueAt(Math.max(0, [...(source?.parties.keys() ?? [])].indexOf(party)))
}

/** The hue of the party at a place, from 0; in pictures and briefings it is the same. */
export function hueAt(place: number): Hue {
  const shades = shadesAt(place)
  const look = MARKS[place % MARKS.length] as (typeof MARKS)[number]
  const color = `light-dark(${shades.light}, ${shades.dark})`
  return { ...shades, ...look, color, ground: `color-mix(in oklch, ${color} 14%, transparent)` }
}
