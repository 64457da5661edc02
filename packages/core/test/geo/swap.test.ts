import { expect, test } from 'vitest'
import { difference } from '../../src/geo/clip.ts'
import { squareKm } from '../../src/geo/geodesic.ts'
import type { LonLat, Trace } from '../../src/geo/ground.ts'
import { reversed } from '../../src/geo/ground.ts'
import { inside } from '../../src/geo/inside.ts'
import { sideAt } from '../../src/geo/sides.ts'
import { betweenLines, NotComparable } from '../../src/geo/swap.ts'

const line = (...points: readonly LonLat[]): Trace => ({ points, closed: false })
const north = line([30, 50], [32, 50])
const bulging = line([30, 50], [31, 51], [32, 50])
const winding = line([30, 49.5], [30.5, 50.5], [31.5, 49.5], [32, 50.5])

test('what a line gains beyond another lies on the side it bulges to', () => {
  // walked eastward, the north is the left: the bulge lies left of the first line, right of the second
  const { left, right, joined } = betweenLines([north], [bulging])
  expect(squareKm(right)).toBe(0)
  expect(inside(left, [31, 50.5])).toBe(true)
  expect(joined).toEqual([0, 0])
})

test('lines that cross give land both ways, and the other way round the other way', () => {
  const there = betweenLines([north], [winding])
  const back = betweenLines([winding], [north])
  expect(squareKm(there.left)).toBeGreaterThan(100)
  expect(squareKm(there.right)).toBeGreaterThan(100)
  expect(squareKm(back.right)).toBeCloseTo(squareKm(there.left), 3)
  expect(squareKm(back.left)).toBeCloseTo(squareKm(there.right), 3)
  const turned = betweenLines([reversed(north)], [reversed(winding)])
  expect(squareKm(turned.right)).toBeCloseTo(squareKm(there.left), 3)
})

test('of areas: what one has and the other has not', () => {
  const square = (west: number): Trace => ({
    points: [
      [west, 50],
      [west + 2, 50],
      [west + 2, 51],
      [west, 51]
    ],
    closed: true
  })
  const [one, other] = [square(30), square(31)]
  const { left, right } = betweenLines([one], [other])
  const ring = ({ points }: Trace) => [[[...points, points[0] ?? [0, 0]] as readonly LonLat[]]]
  expect(squareKm(left)).toBeCloseTo(squareKm(difference(ring(one), ring(other))), 6)
  expect(squareKm(right)).toBeCloseTo(squareKm(difference(ring(other), ring(one))), 6)
})

test('a line and an area cannot be laid over each other', () => {
  const area: Trace = {
    points: [
      [30, 50],
      [31, 50],
      [31, 51]
    ],
    closed: true
  }
  expect(() => betweenLines([north], [area])).toThrow(NotComparable)
})

test('the side of a place is told by the land, not by the order of vertices', () => {
  for (const course of [north, bulging, winding]) {
    expect(sideAt([course], [31, 54])).toBe('left')
    expect(sideAt([course], [31, 46])).toBe('right')
    expect(sideAt([reversed(course)], [31, 54])).toBe('right')
  }
})

test('a line in parts, in whatever order, is as the whole with straight edges across its gaps', () => {
  const points: readonly LonLat[] = [
    [30, 50],
    [31, 50.4],
    [32, 49.8],
    [33, 50.2],
    [34, 50]
  ]
  const whole: Trace = { points, closed: false }
  const parts = [points.slice(0, 2), points.slice(2, 3).concat(points.slice(3, 4)), points.slice(4)]
  const [a, b, c] = parts.map((some): Trace => ({ points: some, closed: false }))
  if (!a || !b || !c) throw new Error('three parts')
  const straight: Trace = {
    points: [
      [30, 50],
      [34, 50]
    ],
    closed: false
  }
  const asWhole = betweenLines([whole], [straight])
  for (const order of [
    [a, b, c],
    [c, a, b],
    [b, c, a]
  ]) {
    const { left, right, joined } = betweenLines(order, [straight])
    expect(squareKm(left)).toBeCloseTo(squareKm(asWhole.left), 6)
    expect(squareKm(right)).toBeCloseTo(squareKm(asWhole.right), 6)
    expect(joined).toHaveLength(4)
  }
})
