import type { Block } from '@truce/core/report'
import { aside, HAS_ROOM } from '../aside.ts'
import type { Drawing } from './png.ts'

/** The width of a page's text in pixels, as Word counts them. */
const PIXELS = 620
/** How tall a picture may be, so that its caption stands on the same page. */
const TALLEST = 860
/** Dots to a pixel, 200 to the inch. */
const DOTS = 2

/** The pictures of a report as PNG, by their SVG: fallbacks for programs that draw none. */
export type Pictures = ReadonlyMap<string, Uint8Array>

/** The size at which a picture is shown, in pixels. */
export function shownSize(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const slope = Number(height) / Number(width)
  const across = Math.round(Math.min(PIXELS, TALLEST / slope))
  return { width: across, height: Math.round(slope * across) }
}

/** Draws the pictures of a report, half of them aside where there is a processor for it. */
export async function picturesOf(blocks: readonly Block[]): Promise<Pictures> {
  const drawings = blocks.flatMap((block): readonly Drawing[] =>
    block.kind === 'figure' ? [{ svg: block.svg, width: DOTS * shownSize(block.svg).width }] : []
  )
  const own = HAS_ROOM ? Math.ceil(drawings.length / 2) : drawings.length
  const others = drawings.slice(own)
  const pngs = await Promise.all([
    others.length > 0
      ? aside<readonly Uint8Array[]>('./png-thread', import.meta.url, others)
      : ([] as const),
    own > 0 ? import('./png.ts').then(({ pngsOf }) => pngsOf(drawings.slice(0, own))) : []
  ])
  const inOrder = pngs.toReversed().flat()
  return new Map(drawings.map(({ svg }, i) => [svg, inOrder[i] as Uint8Array]))
}
