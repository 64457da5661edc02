import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/index.ts'
import type { CurveDrawn, CurveShape } from '../../src/report/pictures/index.ts'
import { readingsCurve } from '../../src/report/pictures/index.ts'
import { words } from '../../src/report/words/index.ts'

const { case: source } = readCase([
  {
    name: 'case.yaml',
    text: 'truce: 1\ntitle: A\nas-of: 2024-01-01\nsources: {}\nparties: {}\n'
  }
])
if (!source) throw new Error('the case was not read')

const DRAWN: CurveDrawn = {
  curve: [
    { p: 0, verdict: 'dead-on-arrival', takes: [0, 1] },
    { p: 0.5, verdict: 'contested', takes: [1, 1] },
    { p: 1, verdict: 'robust', takes: [1, 0] }
  ],
  choices: [
    { kind: 'undecided', about: '', options: ['as-stated', 'split'] },
    { kind: 'dependence', about: '', options: ['as-stated', 'party'] }
  ],
  told: [
    { kind: 'dependence', about: '' },
    { kind: 'undecided', about: '' }
  ]
}
const ROOMS = [
  { width: 640, letters: 12 },
  { width: 330, letters: 14 },
  { width: 760, letters: 14 }
]

const kind = <K extends CurveShape['kind']>(shapes: readonly CurveShape[], wanted: K) =>
  shapes.filter((shape): shape is Extract<CurveShape, { kind: K }> => shape.kind === wanted)

describe.each(ROOMS)('a curve of readings, $width wide', (room) => {
  const { width, height, shapes } = readingsCurve({ words: words(), source }, DRAWN, room)

  it('rises as the chances do, with a mark below each reading for each choice', () => {
    const dots = kind(shapes, 'dot')
    expect(dots.map(({ verdict }) => verdict)).toEqual(DRAWN.curve.map(({ verdict }) => verdict))
    for (const [index, { x, y }] of dots.entries()) {
      const before = dots[index - 1]
      if (before) expect([x > before.x, y < before.y]).toEqual([true, true])
      // A mark is centred on its reading.
      const below = kind(shapes, 'mark').filter(
        (mark) => Math.abs(mark.x + mark.width / 2 - x) < 0.01
      )
      expect(below).toHaveLength(DRAWN.choices.length)
    }
  })

  it('tells what moves the chance most first, in words', () => {
    const heads = kind(shapes, 'text').filter(({ isHead }) => isHead)
    expect(heads).toHaveLength(2)
    expect(heads[0]?.words).toMatch(/^whether one party/)
  })

  it('stays within its edges, and no label lies over marks', () => {
    for (const shape of shapes) {
      if (shape.kind === 'rule') expect(shape.x2).toBeLessThanOrEqual(width)
      else expect([shape.x >= 0, shape.x <= width, shape.y <= height]).toEqual([true, true, true])
    }
    const labels = kind(shapes, 'text').filter(({ isEnd }) => !isEnd)
    for (const { x, y, words: text } of labels)
      for (const mark of kind(shapes, 'mark')) {
        const isBeside = x + text.length * room.letters * 0.53 <= mark.x
        const isApart = mark.y >= y || mark.y + 9 <= y - room.letters * 0.7
        expect(isBeside || isApart).toBe(true)
      }
  })
})
