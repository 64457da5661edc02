import { describe, expect, it } from 'vitest'
import { bandOf, pathOf, placing, reachOf } from '../src/rooms/strategy/lines.ts'

const frame = { left: 40, right: 240, top: 10, bottom: 110 }
const at = placing(frame, { x: [0, 4], y: [0, 1] })

describe('lines in a frame', () => {
  it('have the ends of their axes at the edges, and what is more stands higher', () => {
    expect([at.across(0), at.across(4), at.across(1)]).toEqual([40, 240, 90])
    expect([at.down(0), at.down(1), at.down(0.5)]).toEqual([110, 10, 60])
  })

  it('lie in the middle where an axis has no length', () => {
    expect(placing(frame, { x: [3, 3], y: [0, 1] }).across(3)).toBe(140)
  })

  it('reach from the first to the last of all points', () => {
    const line = (...xs: readonly number[]) => ({
      id: '',
      color: '',
      points: xs.map((x) => ({ x, y: 0 }))
    })
    expect(reachOf([line(2, 5), line(1, 3)])).toEqual([1, 5])
  })

  it('are paths through their points; a band goes along the upper ends and back along the lower', () => {
    const points = [
      { x: 0, y: 0.5, low: 0, high: 1 },
      { x: 4, y: 0.5, low: 0.5, high: 0.5 }
    ]
    expect(pathOf(points, at, 0)).toBe('M40.0 60.0L240.0 60.0')
    expect(pathOf(points, at, 2)).toBe('M40.0 62.0L240.0 62.0')
    expect(bandOf(points, at)).toBe('M40.0 10.0L240.0 60.0L240.0 60.0L40.0 110.0Z')
    expect(bandOf([{ x: 0, y: 1 }], at)).toBe('')
  })
})
