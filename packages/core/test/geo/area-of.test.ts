import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Area, LonLat } from '../../src/geo/index.ts'
import { areaOf, inside } from '../../src/geo/index.ts'
import { tried } from '../laws.ts'

const star = fc
  .record({
    lon: fc.double({ min: -185, max: 185, noNaN: true }),
    lat: fc.double({ min: -60, max: 60, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: 3, maxLength: 12 })
  })
  .map(({ lon, lat, radii }): Area => {
    const points = radii.map((radius, at): LonLat => {
      const turn = (2 * Math.PI * at) / radii.length
      return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)]
    })
    return [[[...points, points[0] as LonLat]]]
  })

describe('the areas of a place', () => {
  it('are those that enclose it, tried one by one', () => {
    const place = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -70, max: 70, noNaN: true })
    )
    const law = fc.property(
      fc.array(star, { maxLength: 12 }),
      fc.array(place, { minLength: 20, maxLength: 20 }),
      (areas, places) => {
        const grounds = areas.map((area, at) => ({ name: `zone ${at}`, area }))
        const find = areaOf(grounds)
        for (const at of places)
          expect(find(at)).toEqual(
            grounds.flatMap(({ name, area }) => (inside(area, at) ? [name] : [])).sort()
          )
      }
    )
    tried(law, { seed: 3, runs: 100, seeds: 10 })
  })

  it('are none where there are no areas, and outside a hole', () => {
    expect(areaOf([])([0, 0])).toEqual([])
    const square = (half: number): readonly LonLat[] => [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half]
    ]
    const find = areaOf([{ name: 'ring', area: [[square(2), square(1)]] }])
    expect(find([0, 0])).toEqual([])
    expect(find([1.5, 0])).toEqual(['ring'])
  })
})
