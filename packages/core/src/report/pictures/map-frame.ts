import type { Area, LonLat } from '../../geo/index.ts'
import { apart } from '../../geo/index.ts'
import { element, INK, svgText, tenths } from '../briefing/svg.ts'

/** How wide a map is, and what is left free around it, in pixels. */
export const MAP_WIDTH = 640
/** What is left free around a map, in pixels. */
export const MAP_MARGIN = 14
const TALLEST = 460

/** What the bar under a map says. */
export interface MapWords {
  readonly km: (km: number) => string
  readonly north: string
}

/** How degrees lie on the picture: north is up, and a kilometre is as long either way in its middle. */
export interface MapFrame {
  readonly height: number
  readonly at: (place: LonLat) => readonly [x: number, y: number]
  /** How many km a pixel is. */
  readonly km: number
}

/** The frame that holds all places. */
export function mapFrame(places: readonly LonLat[]): MapFrame {
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
    (MAP_WIDTH - 2 * MAP_MARGIN) / Math.max((east - west) * narrow, 1e-6),
    (TALLEST - 2 * MAP_MARGIN) / Math.max(north - south, 1e-6)
  )
  const left = (MAP_WIDTH - (east - west) * narrow * perDegree) / 2
  const middle = (south + north) / 2
  return {
    height: (north - south) * perDegree + 2 * MAP_MARGIN,
    at: ([lon, lat]) => [
      left + (lon - west) * narrow * perDegree,
      MAP_MARGIN + (north - lat) * perDegree
    ],
    km: apart([west, middle], [west + 1 / (narrow * perDegree), middle]).km
  }
}

/** A line on the picture. Vertices closer than half a pixel to the one before are left out. */
export function pathOnMap(points: readonly LonLat[], { at }: MapFrame): string {
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

/** The outline of an area. */
export const areaOnMap = (area: Area, frame: MapFrame): string =>
  area.flatMap((rings) => rings.map((ring) => `${pathOnMap(ring, frame)}Z`)).join('')

/** A bar of a round number of km, about a fifth of the picture wide. */
export function scaleBar({ km }: MapFrame, y: number, said: MapWords): string {
  const wanted = (km * MAP_WIDTH) / 5
  const power = 10 ** Math.floor(Math.log10(wanted))
  const round = [5, 2, 1].map((one) => one * power).find((one) => one <= wanted) ?? power
  const end = MAP_MARGIN + round / km
  return [
    element('path', {
      d: `M${MAP_MARGIN} ${tenths(y - 10)}V${tenths(y - 4)}H${tenths(end)}V${tenths(y - 10)}`,
      class: 'line',
      fill: 'none',
      stroke: INK.ink,
      'stroke-width': 1
    }),
    svgText(end + 8, y - 3, { words: `${said.km(round)}. ${said.north}` })
  ].join('\n')
}
