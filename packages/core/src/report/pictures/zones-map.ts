import type { LonLat, SidedLine } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { element, INK, picture, svgText } from '../briefing/svg.ts'
import type { DrawnZone } from '../geo/zones-report.ts'
import { hueOfPlace } from '../hues.ts'
import type { MapFrame } from './map-frame.ts'
import { areaOnMap, MAP_MARGIN, MAP_WIDTH, mapFrame, pathOnMap, scaleBar } from './map-frame.ts'
import { wrappedWords } from './wrapped-words.ts'

/** What the picture shows. */
export interface ZonesDrawn {
  readonly source: Case
  readonly zones: readonly DrawnZone[]
  readonly lines: ReadonlyMap<string, SidedLine>
  /** The lines that the picture shows, in the order of their numbers; those of the bands unless given. */
  readonly numbered?: readonly string[]
}

/** What the picture says, in words. */
export interface ZonesWords {
  /** The whole of it, for those who cannot see it. */
  readonly words: string
  /** By line: what it is, of what day and by whom. */
  readonly line: (id: string) => string
  readonly party: (id: string) => string
  readonly km: (km: number) => string
  readonly north: string
}

const ROW = 17
const LETTERS = 92

/** The bands and the lines that they count from, each line numbered; no ground, no borders, to scale. */
export function zonesMap(drawn: ZonesDrawn, said: ZonesWords): string {
  const { source, zones, lines } = drawn
  const used = drawn.numbered ?? countedFrom(zones)
  const courses = used.map((id) => lines.get(id)?.courses ?? [])
  const frame = mapFrame([
    ...zones.flatMap(({ zone }) => zone.all.flat(2)),
    ...courses.flat().flatMap(({ points }) => points)
  ])
  const order = [...source.parties.keys()]
  const parties = [...new Set(zones.flatMap(({ zone }) => zone.bands.map(({ party }) => party)))]
  const hue = (party: string) => hueOfPlace(order.indexOf(party))
  const bands = zones
    .toSorted((one, other) => other.zone.km - one.zone.km)
    .flatMap(({ zone }) =>
      zone.bands.map((one) => ({ ...one, key: [one.party, one.line, zone.fromKm, zone.km].join() }))
    )
    .filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at)
    .map(({ party, band }) => {
      const { class: part, colour } = hue(party)
      return element('path', {
        d: areaOnMap(band, frame),
        class: part,
        fill: colour,
        'fill-rule': 'evenodd',
        opacity: '0.25'
      })
    })
  const strokes = courses.flatMap((parts, at) =>
    parts.map(({ points, closed }) =>
      element('path', {
        d: pathOnMap(points, frame) + (closed ? 'Z' : ''),
        class: 'line',
        fill: 'none',
        stroke: INK.ink,
        'stroke-width': 2,
        ...(at === 0 ? {} : { 'stroke-dasharray': `${6 / at} ${3 * at}` })
      })
    )
  )
  const numbers = courses.map((parts, at) => numberOn(parts[0]?.points ?? [], at, frame))
  let y = frame.height + 22
  const below = [scaleBar(frame, y, said)]
  for (const party of parties) {
    y += ROW
    const { class: part, colour } = hue(party)
    below.push(
      element('rect', {
        x: MAP_MARGIN,
        y: y - 9,
        width: 14,
        height: 10,
        class: part,
        fill: colour,
        opacity: '0.5'
      }),
      svgText(MAP_MARGIN + 22, y, { words: said.party(party) })
    )
  }
  used.forEach((id, at) => {
    wrappedWords(said.line(id), LETTERS).forEach((words, row) => {
      y += ROW
      if (row === 0)
        below.push(svgText(MAP_MARGIN, y, { words: String(at + 1), 'font-weight': 600 }))
      below.push(svgText(MAP_MARGIN + 22, y, { words }))
    })
  })
  return picture({ width: MAP_WIDTH, height: y + 12, words: said.words }, [
    ...bands,
    ...strokes,
    ...numbers,
    ...below
  ])
}

/** The lines from which bands count; by their ids, for no order of a file decides. */
const countedFrom = (zones: readonly DrawnZone[]): readonly string[] =>
  [...new Set(zones.flatMap(({ zone }) => zone.bands.map(({ line }) => line)))].sort()

/** Numbers of lines stand at different places along them, for lines may run close together. */
function numberOn(points: readonly LonLat[], place: number, { at }: MapFrame): string {
  const found = points[Math.floor((points.length - 1) * (place % 2 === 0 ? 0.35 : 0.65))]
  if (!found) return ''
  const [x, y] = at(found)
  return [
    element('circle', { cx: x, cy: y, r: 8, fill: '#ffffff', stroke: INK.ink, 'stroke-width': 1 }),
    svgText(x, y + 4, { words: String(place + 1), 'text-anchor': 'middle', class: 'on-white' })
  ].join('\n')
}
