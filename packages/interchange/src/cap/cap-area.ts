import type { CapElement } from './cap-elements.ts'
import { FOOT, NAMELESS_AREA } from './cap-names.ts'

/** What a message speaks of on the ground, as a record has it. */
export interface CapExtent {
  readonly text?: string
  readonly polygon?: readonly (readonly [number, number])[]
  readonly circle?: { readonly centre: readonly [number, number]; readonly km: number }
  readonly leastM?: number
  readonly mostM?: number
}

/** The area of an information block: one at most, with one polygon or circle at most of each. */
export function extentOf(info: CapElement): CapExtent {
  const [area, second] = info.within('area')
  if (!area) return {}
  if (second)
    throw second.wrong('it has several areas, and a message of a record has one: send one for each')
  const [polygons, circles] = [area.all('polygon'), area.all('circle')]
  for (const shapes of [polygons, circles])
    if (shapes[1])
      throw area.wrong(
        `the area has several of \`${shapes[1].name}\`, and a message of a record has one: send one for each`,
        shapes[1]
      )
  const name = area.written('areaDesc') ?? ''
  if (name.trim() === '') throw area.wrong('`area` has no `areaDesc`: give it')
  const [polygon] = polygons
  const [circle] = circles
  return {
    ...(name === NAMELESS_AREA ? {} : { text: name }),
    ...(polygon ? { polygon: ringIn(area, polygon) } : {}),
    ...(circle ? { circle: circleIn(area, circle) } : {}),
    ...heightsIn(area)
  }
}

type Shape = ReturnType<CapElement['all']>[number]

function ringIn(area: CapElement, shape: Shape): readonly (readonly [number, number])[] {
  const positions = shape.text
    .trim()
    .split(/\s+/)
    .map((pair) => positionIn(area, shape, pair))
  const [first, last] = [positions[0], positions.at(-1)]
  if (positions.length < 4 || !first || !last || first[0] !== last[0] || first[1] !== last[1])
    throw area.wrong('a polygon has at least four positions, and the last is the first', shape)
  return positions.slice(0, -1)
}

function circleIn(area: CapElement, shape: Shape): NonNullable<CapExtent['circle']> {
  const [pair = '', radius = '', more] = shape.text.trim().split(/\s+/)
  const km = numberIn(radius)
  if (more !== undefined || km === undefined || km <= 0)
    throw area.wrong(
      'a circle is `latitude,longitude radius` in kilometres, the radius above 0',
      shape
    )
  return { centre: positionIn(area, shape, pair), km }
}

/** CAP writes latitude first. */
function positionIn(area: CapElement, shape: Shape, pair: string): readonly [number, number] {
  const [lat, lon, more] = pair.split(',').map(numberIn)
  if (
    lat === undefined ||
    lon === undefined ||
    more !== undefined ||
    Math.abs(lat) > 90 ||
    Math.abs(lon) > 180
  )
    throw area.wrong(
      `\`${pair.slice(0, 60)}\` is no position: it is latitude,longitude in degrees`,
      shape
    )
  return [lon, lat]
}

/** Feet above mean sea level in metres, to the millimetre. An altitude without a ceiling is that height alone. */
function heightsIn(area: CapElement): Pick<CapExtent, 'leastM' | 'mostM'> {
  const [altitude, ceiling] = [area.word('altitude'), area.word('ceiling')]
  if (altitude === undefined && ceiling === undefined) return {}
  if (altitude === undefined) throw area.wrong('a `ceiling` stands only with an `altitude`')
  const [least, most] = [numberIn(altitude), numberIn(ceiling ?? altitude)]
  if (least === undefined || most === undefined || most < least)
    throw area.wrong(
      '`altitude` and `ceiling` are numbers of feet, the ceiling not below the altitude'
    )
  const metres = (feet: number): number => Math.round(feet * FOOT * 1000) / 1000
  return { leastM: metres(least), mostM: metres(most) }
}

const numberIn = (text: string): number | undefined =>
  /^[+-]?\d{1,9}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined
