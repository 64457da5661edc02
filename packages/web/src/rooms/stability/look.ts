import type { Box, Laid, Point } from './placing.ts'

/** Line patterns of the movers, by their place: with the hue, never instead of it. */
const DASHES = ['', '9 4', '2 4', '12 4 2 4', '5 3', '12 3 2 3 2 3', '1 3', '16 5'] as const

/** The line pattern of a party among those that move. */
export const dashOf = (parties: readonly string[], party: string): string =>
  DASHES[parties.indexOf(party) % DASHES.length] ?? ''

/** The words on a state's box, and which of them is its name. */
export interface Caption {
  readonly label: string
  /** What is written in place of the label where there is no name. */
  readonly short?: string
  readonly name?: string
  readonly quo?: string
}

const LETTER = 8.2
const LINE = 17

/** The lines of a caption from above: what it is, how it is called or numbered. */
export const linesOf = ({
  quo,
  name,
  short,
  label
}: Caption): readonly { readonly kind: 'quo' | 'name' | 'label'; readonly text: string }[] => [
  ...(quo ? [{ kind: 'quo', text: quo } as const] : []),
  name ? { kind: 'name', text: name } : { kind: 'label', text: short ?? label }
]

/** The room a caption takes. */
export function boxOf(caption: Caption): Box {
  const lines = linesOf(caption)
  const longest = Math.max(...lines.map(({ text }) => text.length))
  return {
    id: caption.label,
    width: Math.max(56, Math.ceil(longest * LETTER) + 24),
    height: lines.length * LINE + 14
  }
}

/** Where a line of a caption stands in its box. */
export const baseline = (box: Box & Point, line: number): Point => ({
  x: box.x + box.width / 2,
  y: box.y + 7 + LINE * line + 13
})

/** The room a picture needs, rings included. */
export const frameOf = ({ width, height }: Laid): string =>
  `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`
