import { expect, test } from 'vitest'
import { cutAtAntimeridian, onFirstTurn } from '../../src/geo/antimeridian.ts'
import { around } from '../../src/geo/around.ts'
import { squareKm } from '../../src/geo/geodesic.ts'
import type { LonLat, Trace } from '../../src/geo/ground.ts'
import { inside } from '../../src/geo/inside.ts'
import { shapeOf } from '../../src/geo/read-shape.ts'
import { dice, slowDistance } from './drawn-lines.ts'

const line = (west: number): Trace => ({
  points: [
    [west, 51],
    [west + 1, 51.3],
    [west + 2, 51]
  ],
  closed: false
})

test.each([
  ['across', 179],
  ['along its west', 178],
  ['from beyond', -181],
  ['ending on it', 177.9]
])('a zone %s of the antimeridian is cut there and covers the same ground', (_, west) => {
  const area = around(line(west), 20)
  const cut = cutAtAntimeridian(area)
  for (const [lon] of cut.flat(2)) expect(Math.abs(lon)).toBeLessThanOrEqual(180)
  expect(squareKm(cut) / squareKm(area)).toBeCloseTo(1, 5)
  const roll = dice(west)
  for (let trial = 0; trial < 200; trial++) {
    const place: LonLat = [west - 1 + roll(4), 50.5 + roll(1.3)]
    const far = slowDistance(line(west), place)
    if (Math.abs(far / 20 - 1) < 0.01) continue
    expect(inside(cut, onFirstTurn(place))).toBe(far < 20)
  }
})

test('what does not cross it is left as it is', () => {
  const area = around(line(30), 20)
  expect(cutAtAntimeridian(area)).toBe(area)
})

test('a line that jumps from 180 to -180 runs on; its zone is that of a line elsewhere', () => {
  const jumping = shapeOf([
    {
      type: 'LineString',
      coordinates: [
        [179, 51],
        [180, 51.3],
        [-179, 51]
      ],
      feature: 1
    }
  ])
  expect(jumping.remarks.map(({ what }) => what)).toEqual(['antimeridian'])
  const [course = line(0)] = jumping.courses
  expect(squareKm(around(course, 20)) / squareKm(around(line(30), 20))).toBeCloseTo(1, 6)
  expect(cutAtAntimeridian(around(course, 20)).length).toBe(2)
})
