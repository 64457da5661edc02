import { describe, expect, test } from 'vitest'
import { around } from '../../src/geo/around.ts'
import { difference } from '../../src/geo/clip.ts'
import { lengthOf, squareKm } from '../../src/geo/geodesic.ts'
import type { LonLat, Trace } from '../../src/geo/ground.ts'
import { reversed } from '../../src/geo/ground.ts'
import { inside } from '../../src/geo/inside.ts'
import { nearestOn } from '../../src/geo/nearest.ts'
import { bands } from '../../src/geo/sides.ts'
import { sampled } from '../laws.ts'
import { dice, drawnLine, geodesicKm, slowDistance } from './drawn-lines.ts'

const SEEDS = Array.from({ length: sampled(12, 6) }, (_, at) => 20_250_101 + at)
const distances = [2, 25, 50] as const
/** One line in each degree of latitude from 33 to 60 N, by default in every third, whatever its seed drew. */
const LATITUDES = Array.from({ length: 28 }, (_, at) => 33 + at).filter(
  (_, at) => at % sampled(1, 3) === 0
)

function drawnAt(lat: number): Trace {
  const { points, closed } = drawnLine(20_260_600 + lat)
  const by = lat - (points[20]?.[1] ?? lat)
  return { points: points.map(([x, y]): LonLat => [x, y + by]), closed }
}

const each = SEEDS.map((seed, at) => [seed, distances[at % distances.length] ?? 2] as const)

/** Places along the border: its vertices and the middles between them. */
const border = (course: Trace, km: number): readonly LonLat[] =>
  around(course, km)
    .flat()
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x, y], at): LonLat[] => {
        const [u, v] = ring[at] ?? [x, y]
        return [
          [x, y],
          [(x + u) / 2, (y + v) / 2]
        ]
      })
    )

describe('what lies near a line', () => {
  test.each(each)(
    'ends at the distance, by brute force within 0.5 %, from 33 to 60 N (seed %i, %i km)',
    (seed, km) => {
      const course = drawnLine(seed)
      const places = border(course, km)
      const step = Math.ceil(places.length / 120)
      const off = places
        .filter((_, at) => at % step === 0)
        .map((place) => Math.abs(slowDistance(course, place) / km - 1))
      expect(Math.max(...off)).toBeLessThan(0.005)
    }
  )

  test.each(LATITUDES)('is as wide at %i N: by brute force within 0.5 %', (lat) => {
    const [course, km] = [drawnAt(lat), [2, 10, 25, 50, 70][lat % 5] ?? 2]
    const places = border(course, km)
    const step = Math.ceil(places.length / 40)
    const off = places
      .filter((_, at) => at % step === 0)
      .map((place) => Math.abs(slowDistance(course, place) / km - 1))
    expect(Math.max(...off)).toBeLessThan(0.005)
  })

  test.each(each)('holds what is nearer and nothing farther (seed %i, %i km)', (seed, km) => {
    const course = drawnLine(seed)
    const area = around(course, km)
    const roll = dice(seed)
    for (let trial = 0; trial < 60; trial++) {
      const [lon, lat] = course.points[Math.floor(roll(course.points.length))] ?? [0, 0]
      const place: LonLat = [lon + (roll(4) - 2) * (km / 80), lat + (roll(4) - 2) * (km / 111)]
      const far = slowDistance(course, place)
      if (Math.abs(far / km - 1) > 0.005) expect(inside(area, place)).toBe(far < km)
    }
  })

  test('a place is a circle of its area', () => {
    const circle = around({ points: [[30, 50]], closed: false }, 50)
    expect(squareKm(circle) / (Math.PI * 50 ** 2)).toBeCloseTo(1, 2)
  })

  test('a straight line: length times width and a circle', () => {
    const course: Trace = {
      points: [
        [127, 38],
        [127, 40]
      ],
      closed: false
    }
    expect(lengthOf(course)).toBeCloseTo(geodesicKm([127, 38], [127, 40]), 6)
    const expected = lengthOf(course) * 4 + Math.PI * 4
    expect(squareKm(around(course, 2)) / expected).toBeCloseTo(1, 3)
  })

  test.each(SEEDS)('a shift in longitude changes no area (seed %i)', (seed) => {
    const { points, closed } = drawnLine(seed)
    const shifted = { points: points.map(([lon, lat]): LonLat => [lon + 97.123, lat]), closed }
    const [here, there] = [{ points, closed }, shifted].map((one) => squareKm(around(one, 25)))
    expect((there ?? 0) / (here ?? 1)).toBeCloseTo(1, 6)
  })

  test.each(SEEDS)('wider contains narrower, on each side too (seed %i)', (seed) => {
    const course = drawnLine(seed)
    const [narrow, wide] = [bands([course], 10), bands([course], 10.1)]
    expect(squareKm(difference(narrow.both, wide.both))).toBeLessThan(1e-3)
    for (const side of ['left', 'right'] as const)
      expect(squareKm(difference(narrow.on(side), wide.on(side)))).toBeLessThan(1e-2)
  })

  test.each(SEEDS)(
    'both sides are the whole and do not overlap; reversed they swap (seed %i)',
    (seed) => {
      const course = drawnLine(seed)
      const [forth, back] = [bands([course], 15), bands([reversed(course)], 15)]
      const [left, right] = [squareKm(forth.on('left')), squareKm(forth.on('right'))]
      expect((left + right) / squareKm(forth.both)).toBeCloseTo(1, 6)
      expect(squareKm(back.on('right')) / left).toBeCloseTo(1, 4)
      expect(squareKm(back.on('left')) / right).toBeCloseTo(1, 4)
    }
  )

  test('of a ring that runs counterclockwise the left is the inside', () => {
    const square: readonly LonLat[] = [
      [30, 48],
      [31, 48],
      [31, 49],
      [30, 49]
    ]
    const { on } = bands([{ points: square, closed: true }], 5)
    expect(inside(on('left'), [30.02, 48.5])).toBe(true)
    expect(inside(on('right'), [29.98, 48.5])).toBe(true)
    expect(inside(on('left'), [29.98, 48.5])).toBe(false)
    expect(inside(on('left'), [30.5, 48.5])).toBe(false)
  })
})

describe('the nearest place of a line', () => {
  test.each(SEEDS)('is as near as brute force finds (seed %i)', (seed) => {
    const course = drawnLine(seed)
    const nearest = nearestOn([course])
    const roll = dice(seed)
    for (let trial = 0; trial < 20; trial++) {
      const [lon, lat] = course.points[Math.floor(roll(course.points.length))] ?? [0, 0]
      const from: LonLat = [lon + roll(2) - 1, lat + roll(2) - 1]
      const { km, place } = nearest(from)
      const slow = slowDistance(course, from)
      expect(km).toBeLessThan(slow + 0.001)
      // pieces of 100 m miss the foot by at most 50 m along the line
      expect(km).toBeGreaterThan(slow - 0.051)
      expect(geodesicKm(from, place)).toBeCloseTo(km, 6)
    }
  })
})
