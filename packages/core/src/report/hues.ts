/** A hue in two lightnesses: for a light ground and for a dark one. */
export interface Shades {
  readonly light: string
  readonly dark: string
}

/**
 * Hues of parties, in pictures, briefings and on the page: alike in weight, 4.5:1 on either ground,
 * and told apart by people who see fewer colours; never red against blue.
 */
export const HUES: readonly Shades[] = [
  { light: '#00757f', dark: '#4fb8c2' },
  { light: '#8a4a9e', dark: '#c08ad3' },
  { light: '#8a6400', dark: '#cfa23a' },
  { light: '#4f6d1f', dark: '#98ba60' },
  { light: '#a34a6b', dark: '#dc8aa9' },
  { light: '#55637a', dark: '#9fb0cb' }
]

/** The shades at a place, from 0; after the last they come again. */
export const shadesAt = (place: number): Shades => HUES[Math.max(0, place) % HUES.length] as Shades

/**
 * The hue of a party by its place in the case; the class lets a page choose the dark shade on a
 * dark ground.
 */
export const hueOfPlace = (place: number): { readonly class: string; readonly colour: string } => ({
  class: `hue${Math.max(0, place) % HUES.length}`,
  colour: shadesAt(place).light
})
