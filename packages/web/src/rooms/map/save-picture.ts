import { download } from '../../ui/download.ts'
import { svgOf } from '../../ui/svg-of.ts'
import type { Size } from './frame.ts'

/** A picture that leaves the page, with the words that must stay with it. */
export interface Leaving extends Size {
  readonly name: string
  readonly title: string
  /** Whose claim each line is, from which source, of which day. */
  readonly lines: readonly string[]
}

const LINE = 18
const EDGE = 10
/** Dots of a PNG for each pixel: sharp on paper. */
const SHARP = 2

/** Saves the map as SVG. */
export function saveSvg(map: SVGSVGElement, leaving: Leaving): void {
  const svg = new Blob([captioned(map, leaving)], { type: 'image/svg+xml' })
  download(`${leaving.name}.svg`, svg)
}

/** Saves the map as PNG. Rejects where the browser cannot draw it. */
export async function savePng(map: SVGSVGElement, leaving: Leaving): Promise<void> {
  const url = URL.createObjectURL(
    new Blob([captioned(map, leaving)], { type: 'image/svg+xml;charset=utf-8' })
  )
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = leaving.width * SHARP
    canvas.height = heightOf(leaving) * SHARP
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!png) throw new Error('no picture came of it')
    download(`${leaving.name}.png`, png)
  } finally {
    URL.revokeObjectURL(url)
  }
}

const heightOf = ({ height, lines }: Leaving): number => height + lines.length * LINE + 2 * EDGE

/** The map with the claims below it. */
function captioned(map: SVGSVGElement, leaving: Leaving): string {
  const { width, lines, title } = leaving
  const text = svgOf([map], { width, height: heightOf(leaving), title })
  const { color, fontFamily } = getComputedStyle(document.body)
  const file = new DOMParser().parseFromString(text, 'image/svg+xml')
  lines.forEach((line, place) => {
    const words = file.createElementNS('http://www.w3.org/2000/svg', 'text')
    words.textContent = line
    const y = leaving.height + EDGE + (place + 0.7) * LINE
    const look = { x: EDGE, y, fill: color, 'font-family': fontFamily, 'font-size': 13 }
    for (const [name, value] of Object.entries(look)) words.setAttribute(name, String(value))
    file.documentElement.append(words)
  })
  return new XMLSerializer().serializeToString(file)
}
