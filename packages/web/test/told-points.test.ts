import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GAIN } from '../src/judged/helping.ts'
import { toldPoints } from '../src/rooms/desk/told-points.ts'

const point = fc.record({
  chance: fc.record({ p: fc.double({ min: 0, max: 1, noNaN: true }) }),
  changes: fc.constant([]),
  rises: fc.boolean(),
  repairs: fc.boolean()
})

describe('the points of a price that are told', () => {
  test('each rises, and shows more than the one told before it or opens agreement', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), (points) => {
        const told = toldPoints(points)
        const all = [points[0], ...told]
        told.forEach((one, i) => {
          const before = all[i]
          expect(one.rises).toBe(true)
          const gains = one.chance.p > (before?.chance.p ?? 0) + GAIN
          expect(gains || (one.repairs && !before?.repairs)).toBe(true)
        })
      })
    )
  })

  test('none that rises is left out but for one that shows no more', () => {
    const of = (p: number, repairs = false) => ({
      chance: { p },
      changes: [],
      rises: true,
      repairs
    })
    const [start, one, same, more, open] = [of(0.1), of(0.2), of(0.202), of(0.3), of(0.301, true)]
    expect(toldPoints([start, one, same, more, open])).toEqual([one, more, open])
  })
})
