import { expect, test } from 'vitest'
import { squareKm } from '../../src/geo/geodesic.ts'
import type { LonLat, Trace } from '../../src/geo/ground.ts'
import { shapeOf } from '../../src/geo/read-shape.ts'
import { zoneOf } from '../../src/geo/zones.ts'
import { dice } from './drawn-lines.ts'

const line = (lat: number): readonly LonLat[] =>
  Array.from({ length: 31 }, (_, at) => [30 + at / 10, lat + 0.05 * Math.sin(at)])

/** Every fifth edge left out: six parts, two kilometres apart and more. */
const parts = (lat: number): readonly (readonly LonLat[])[] =>
  Array.from({ length: 6 }, (_, at) => line(lat).slice(at * 5, at * 5 + 5))

const drawn = (coordinates: readonly (readonly LonLat[])[]) =>
  shapeOf([{ type: 'MultiLineString', coordinates, feature: 1 }])

const zone = (upper: readonly Trace[], lower: readonly Trace[]) =>
  zoneOf(
    [
      { party: 'upland', line: 'upper', courses: upper, place: [31, 50] },
      { party: 'lowland', line: 'lower', courses: lower, place: [31, 46] }
    ],
    10
  )

const [upper, lower] = [drawn(parts(48.3)), drawn(parts(48))]

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'in whatever order and direction the parts of two lines were drawn, the zone is the same (seed %i)',
  (seed) => {
    const roll = dice(seed)
    const shuffled = parts(48.3)
      .map((part) => ({ part: roll(2) < 1 ? part : part.toReversed(), key: roll(1) }))
      .toSorted((one, other) => one.key - other.key)
      .map(({ part }) => part)
    const plain = zone(upper.courses, lower.courses)
    const mixed = zone(drawn(shuffled).courses, lower.courses)
    expect(mixed.squareKm / plain.squareKm).toBeCloseTo(1, 6)
    const [facing] = mixed.facing
    expect(facing?.betweenSquareKm).toBeCloseTo(plain.facing[0]?.betweenSquareKm ?? 0, 3)
    expect(facing?.claimedByBothSquareKm).toBeCloseTo(0, 3)
  }
)

test('what lies between two lines in parts is, but for the gaps, what lies between the whole lines', () => {
  const whole = zone(drawn([line(48.3)]).courses, drawn([line(48)]).courses).facing[0]
  const cut = zone(upper.courses, lower.courses).facing[0]
  expect((cut?.betweenSquareKm ?? 0) / (whole?.betweenSquareKm ?? 1)).toBeCloseTo(1, 1)
  expect(squareKm(cut?.between ?? [])).toBeCloseTo(cut?.betweenSquareKm ?? 0, 6)
})

test('parts that were drawn the other way are turned, and that is said', () => {
  const [first = [], ...rest] = parts(48)
  const { remarks } = drawn([first.toReversed(), ...rest])
  expect(remarks).toContainEqual({ what: 'parts-turned', count: 1 })
  expect(lower.remarks).toEqual([])
})

test('separation is measured from both sides: the least is the same, the most need not be', () => {
  const long = drawn([line(48)])
  const short = drawn([line(48.3).slice(0, 8)])
  const facing = zone(short.courses, long.courses).facing[0]
  expect(facing?.lines.least.km).toBeCloseTo(facing?.linesBack.least.km ?? 0, 0)
  expect(facing?.linesBack.most.km).toBeGreaterThan(2 * (facing?.lines.most.km ?? 0))
})
