import type { Area, LonLat, SidedLine } from '../../geo/index.ts'
import { apart } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { element, INK, picture, svgText, tenths } from '../briefing/svg.ts'
import type { DrawnZone } from '../geo/zones-report.ts'
import { hueOfPlace } from '../hues.ts'
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

const WIDTH = 640
const MARGIN = 14
const TALLEST = 460
const ROW = 17
const LETTERS = 92

/** The bands and the lines that they count from, each line numbered; no ground, no borders, to scale. */
export function zonesMap(drawn: ZonesDrawn, said: ZonesWords): string {
  const { source, zones, lines } = drawn
  const used = drawn.numbered ?? countedFrom(zones)
  const courses = used.map((id) => lines.get(id)?.courses ?? [])
  const frame = frameOf([
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
        d: areaPath(band, frame),
        class: part,
        fill: colour,
        'fill-rule': 'evenodd',
        opacity: '0.25'
      })
    })
  const strokes = courses.flatMap((parts, at) =>
    parts.map(({ points, closed }) =>
      element('path', {
        d: pathOf(points, frame) + (closed ? 'Z' : ''),
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
        x: MARGIN,
        y: y - 9,
        width: 14,
        height: 10,
        class: part,
        fill: colour,
        opacity: '0.5'
      }),
      svgText(MARGIN + 22, y, { words: said.party(party) })
    )
  }
  used.forEach((id, at) => {
    wrappedWords(said.line(id), LETTERS).forEach((words, row) => {
      y += ROW
      if (row === 0) below.push(svgText(MARGIN, y, { words: String(at + 1), 'font-weight': 600 }))
      below.push(svgText(MARGIN + 22, y, { words }))
    })
  })
  return picture({ width: WIDTH, height: y + 12, words: said.words }, [
    ...bands,
    ...strokes,
    ...numbers,
    ...below
  ])
}

/** The lines from which bands count; by their ids, for no order of a file decides. */
const countedFrom = (zones: readonly DrawnZone[]): readonly string[] =>
  [...new Set(zones.flatMap(({ zone }) => zone.bands.map(({ line }) => line)))].sort()

/** How degrees lie on the picture: north is up, and a kilometre is as long either way in its middle. */
interface Frame {
  readonly height: number
  readonly at: (place: LonLat) => readonly [x: number, y: number]
  /** How many km a pixel is. */
  readonly km: number
}

function frameOf(places: readonly LonLat[]): Frame {
  const bounds = places.reduce(
    ({ west, south, east, north }, [lon, lat]) => ({
      west: Math.min(west, lon),
      south: Math.min(south, lat),
      east: Math.max(east, lon),
      north: Math.max(north, lat)
    }),
    { west: 360, south: 90, east: -360, north: -90 }
  )
  const { west, south, east, north } = bounds
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const perDegree = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max((east - west) * narrow, 1e-6),
    (TALLEST - 2 * MARGIN) / Math.max(north - south, 1e-6)
  )
  const left = (WIDTH - (east - west) * narrow * perDegree) / 2
  const middle = (south + north) / 2
  return {
    height: (north - south) * perDegree + 2 * MARGIN,
    at: ([lon, lat]) => [
      left + (lon - west) * narrow * perDegree,
      MARGIN + (north - lat) * perDegree
    ],
    km: apart([west, middle], [west + 1 / (narrow * perDegree), middle]).km
  }
}

/** Vertices closer than half a pixel to the one before are left out. */
function pathOf(points: readonly LonLat[], { at }: Frame): string {
  let last: readonly [number, number] | undefined
  const steps: string[] = []
  for (const point of points) {
    const here = at(point)
    if (last && Math.hypot(here[0] - last[0], here[1] - last[1]) < 0.5) continue
    steps.push(`${last ? 'L' : 'M'}${tenths(here[0])} ${tenths(here[1])}`)
    last = here
  }
  return steps.join('')
}

const areaPath = (area: Area, frame: Frame): string =>
  area.flatMap((rings) => rings.map((ring) => `${pathOf(ring, frame)}Z`)).join('')

/** Numbers of lines stand at different places along them, for lines may run close together. */
function numberOn(points: readonly LonLat[], place: number, { at }: Frame): string {
  const found = points[Math.floor((points.length - 1) * (place % 2 === 0 ? 0.35 : 0.65))]
  if (!found) return ''
  const [x, y] = at(found)
  return [
    element('circle', { cx: x, cy: y, r: 8, fill: '#ffffff', stroke: INK.ink, 'stroke-width': 1 }),
    svgText(x, y + 4, { words: String(place + 1), 'text-anchor': 'middle', class: 'on-white' })
  ].join('\n')
}

/** A bar of a round number of km, about a fifth of the picture wide. */
function scaleBar({ km }: Frame, y: number, said: ZonesWords): string {
  const wanted = (km * WIDTH) / 5
  const power = 10 ** Math.floor(Math.log10(wanted))
  const round = [5, 2, 1].map((one) => one * power).find((one) => one <= wanted) ?? power
  const end = MARGIN + round / km
  return [
    element('path', {
      d: `M${MARGIN} ${tenths(y - 10)}V${tenths(y - 4)}H${tenths(end)}V${tenths(y - 10)}`,
      class: 'line',
      fill: 'none',
      stroke: INK.ink,
      'stroke-width': 1
    }),
    svgText(end + 8, y - 3, { words: `${said.km(round)}. ${said.north}` })
  ].join('\n')
}
