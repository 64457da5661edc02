import type { LonLat, Trace } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Daily, RecordedEvent } from '../../record/index.ts'
import { counts } from '../../record/index.ts'
import type { Figure } from '../blocks.ts'
import { figure } from '../blocks.ts'
import { element, INK, picture, svgText } from '../briefing/svg.ts'
import { inKm } from '../geo/km-words.ts'
import type { MapFrame } from '../pictures/map-frame.ts'
import { MAP_MARGIN, MAP_WIDTH, mapFrame, pathOnMap, scaleBar } from '../pictures/map-frame.ts'
import { words } from '../words/index.ts'

const ROW = 17

/** About 5 km of ground around the outermost places, so that a single one has a scale. */
const AROUND = 0.05

/** The course of a line of the case, by its id. */
export type LineCourses = ReadonlyMap<string, readonly Trace[]>

/**
 * Where the events of a report were, on the lines of the case: no ground, no borders. Undefined
 * where none has a place.
 */
export function dailyMap(source: Case, about: Daily, lines: LineCourses): Figure | undefined {
  const { say, list } = words()
  const events = about.events.filter(counts)
  const spots = events.flatMap((event) => spotsOf(event).map((at) => ({ event, at })))
  if (spots.length === 0) return undefined
  const courses = [...lines.values()].flat()
  const frame = mapFrame([
    ...spots.flatMap(({ at: [lon, lat] }): LonLat[] => [
      [lon - AROUND, lat - AROUND],
      [lon + AROUND, lat + AROUND]
    ]),
    ...courses.flatMap(({ points }) => points)
  ])
  const named = [...lines.keys()].flatMap((id) => source.process.lines.get(id) ?? [])
  const shown = new Set(spots.map(({ event }) => event.id)).size
  const said = say('daily.map.words', {
    n: shown,
    all: events.length,
    lines:
      named.length === 0
        ? ''
        : say('daily.map.lines', {
            lines: list(
              named.map(({ title, id, asOf }) =>
                say('daily.map.line', { title: title ? textIn(title) : id, day: asOf })
              )
            )
          })
  }).trim()
  const y = frame.height + 22
  return figure({
    id: 'map',
    title: say('daily.map'),
    text: said,
    svg: picture({ width: MAP_WIDTH, height: y + 2 * ROW + 12, words: said }, [
      ...courses.map(({ points, closed }) =>
        element('path', {
          d: pathOnMap(points, frame) + (closed ? 'Z' : ''),
          class: 'line',
          fill: 'none',
          stroke: INK.ink,
          'stroke-width': 2
        })
      ),
      ...spots.map(({ event, at }) => dot(frame, at, event.standing === 'confirmed')),
      scaleBar(frame, y, { km: inKm, north: say('daily.map.north') }),
      mark(MAP_MARGIN + 5, y + ROW - 4, true),
      svgText(MAP_MARGIN + 22, y + ROW, { words: say('daily.map.confirmed') }),
      mark(MAP_MARGIN + 5, y + 2 * ROW - 4, false),
      svgText(MAP_MARGIN + 22, y + 2 * ROW, { words: say('daily.map.other') })
    ])
  })
}

/** Where accounts of an event say it was, each place once. */
function spotsOf({ accounts }: RecordedEvent): readonly LonLat[] {
  const spots = new Map<string, LonLat>()
  for (const { content } of accounts) {
    const { lon, lat } = content.place
    if (lon !== undefined && lat !== undefined) spots.set(`${lon} ${lat}`, [lon, lat])
  }
  return [...spots.values()]
}

function dot(frame: MapFrame, place: LonLat, full: boolean): string {
  const [x, y] = frame.at(place)
  return mark(x, y, full)
}

const mark = (x: number, y: number, full: boolean): string =>
  element('circle', {
    cx: x,
    cy: y,
    r: 3.5,
    class: full ? 'dot' : 'ring',
    fill: full ? INK.ink : 'none',
    stroke: INK.ink,
    'stroke-width': 1.2
  })
