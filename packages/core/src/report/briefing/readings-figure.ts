import type { ReadingsResult } from '../../check/check-result.ts'
import type { Figure } from '../blocks.ts'
import { figure } from '../blocks.ts'
import type { CurveShape } from '../pictures/index.ts'
import { MARK_HEIGHT, readingsCurve } from '../pictures/index.ts'
import { inPercent, proposalTitle, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'
import { element, INK, picture, svgText } from './svg.ts'

const ROOM = { width: 640, letters: 12 }

/** The curve of one proposal's readings, and what each of them takes. */
export function readingsFigure(
  material: Material,
  proposal: string,
  { proposals, choices }: ReadingsResult
): Figure | undefined {
  const read = proposals.get(proposal)
  if (!read || choices.length === 0) return undefined
  const own = wordsOf(material)
  const { curve, told } = read
  const about = { words: own, source: material.source }
  const drawn = { curve, choices, told: told.map(({ choice }) => choice) }
  const { width, height, shapes } = readingsCurve(about, drawn, ROOM)
  const title = proposalTitle(material.source, proposal)
  const words = own.say('figure.readings.words', {
    proposal: title,
    least: inPercent(read.least),
    median: inPercent(read.median),
    greatest: inPercent(read.greatest)
  })
  return figure({
    id: `readings-${proposal}`,
    title: own.say('figure.readings', { proposal: title }),
    text: words,
    svg: picture({ width, height, words }, shapes.map(svgShape))
  })
}

function svgShape(shape: CurveShape): string {
  const ink = { class: 'ink', fill: INK.ink }
  switch (shape.kind) {
    case 'rule': {
      const { x1, x2, y } = shape
      const line = { class: 'rule', stroke: INK.rule, 'stroke-width': 1 }
      return element('line', { x1, x2, y1: y, y2: y, ...line })
    }
    case 'dot':
      return element('circle', { cx: shape.x, cy: shape.y, r: 2, ...ink })
    case 'mark': {
      const { x, y, width } = shape
      return element('rect', { x, y, width, height: MARK_HEIGHT, ...ink })
    }
    case 'text': {
      const { x, y, words, isEnd, isHead } = shape
      return svgText(x, y, {
        words,
        ...(isEnd ? { 'text-anchor': 'end' } : {}),
        ...(isHead ? { 'font-weight': 600 } : {})
      })
    }
  }
}
