import type { CarriedOut } from '../../plan/index.ts'
import { element, INK, picture, svgText } from '../briefing/svg.ts'
import { hueOfPlace } from '../hues.ts'
import { handedWords, planFound } from '../plan/index.ts'
import { titleOf, words } from '../words/index.ts'
import type { GanttShape } from './plan-gantt.ts'
import { planGantt } from './plan-gantt.ts'

const ROOM = { width: 760, letters: 12 }
/** What says that breaking pays; red for nothing else. */
const BREAKS = '#b3261e'

/** The order of a path as a picture that stands alone; undefined where no order was found. */
export function planPicture(result: CarriedOut): string | undefined {
  const own = words()
  const { source, proposal } = result.path
  const about = { words: own, source }
  const { found } = planFound(result)
  if (!found) return undefined
  const { width, height, shapes } = planGantt(about, found, ROOM)
  const steps = found.periods.map((period) => handedWords(about, period))
  const title = own.say('plan.gantt', { proposal: titleOf(own, source, proposal.id) })
  const places = [...source.parties.keys()]
  return `${picture({ width, height, words: `${title}: ${steps.join('; ')}` }, [
    element('rect', { width: '100%', height: '100%', fill: '#ffffff' }),
    ...shapes.map((shape) => svgShape(shape, places))
  ])}\n`
}

function svgShape(shape: GanttShape, places: readonly string[]): string {
  switch (shape.kind) {
    case 'rule': {
      const { x, y1, y2 } = shape
      return element('line', { x1: x, x2: x, y1, y2, stroke: INK.rule, 'stroke-width': 1 })
    }
    case 'bar': {
      const { party, x, y, width, height } = shape
      return element('rect', {
        x,
        y,
        width,
        height,
        fill: hueOfPlace(places.indexOf(party)).colour
      })
    }
    case 'frame': {
      const { x, y, width, height } = shape
      const line = { fill: 'none', stroke: INK.ink, 'stroke-width': 1.5, rx: 3 }
      return element('rect', { x, y, width, height, ...line })
    }
    case 'gate': {
      const { x, y, size } = shape
      const way = `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`
      return element('path', { d: way, fill: INK.ink })
    }
    case 'text': {
      const { x, y, words: said, tone, isEnd } = shape
      const fill = { plain: INK.ink, faint: INK.faint, breaks: BREAKS }[tone]
      return svgText(x, y, { words: said, fill, ...(isEnd ? { 'text-anchor': 'end' } : {}) })
    }
  }
}
