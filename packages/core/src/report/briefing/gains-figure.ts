import type { PartyResult } from '../../check/check-result.ts'
import type { Figure } from '../blocks.ts'
import { figure } from '../blocks.ts'
import { hueOfPlace } from '../hues.ts'
import type { Words } from '../words/index.ts'
import { nameOf, points, proposalTitle, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'
import type { Scale } from './svg.ts'
import { element, INK, picture, scaleOver, svgText } from './svg.ts'

const WIDTH = 640
const ROW = 20
const HEAD = 26
const LEFT = 170
const RIGHT = 590
const MOST_LETTERS = 84

/** What a party gains by a proposal, with the ends of its range. */
interface Bar {
  readonly party: string
  readonly gain: NonNullable<PartyResult['gain']>
}

/**
 * Bars of each proposal's gains from the worst to the best reading of the ranges; undefined where
 * no gain is known.
 */
export function gainsFigure(material: Material): Figure | undefined {
  const groups = material.check.proposals
    .map(({ proposal, parties }) => ({
      id: proposal.id,
      bars: [...parties.values()].flatMap(({ party, gain }): Bar[] =>
        gain ? [{ party, gain }] : []
      )
    }))
    .filter(({ bars }) => bars.length > 0)
  if (groups.length === 0) return undefined
  const own = wordsOf(material)
  const all = groups.flatMap(({ bars }) => bars.map(({ gain }) => gain))
  const scale = scaleOver(
    all.flatMap(({ low, high }) => [low, high]),
    [LEFT, RIGHT]
  )
  let y = 8
  const parts = groups.map(({ id, bars }) => {
    const top = y
    y += HEAD + bars.length * ROW
    return group(material, { title: proposalTitle(material.source, id), bars }, { top, scale })
  })
  const words = own.say('figure.gains.words')
  return figure({
    id: 'gains',
    title: own.say('figure.gains'),
    text: words,
    svg: picture({ width: WIDTH, height: y + 42, words }, [...grid(own, scale, y), ...parts])
  })
}

function group(
  { source }: Material,
  { title, bars }: { readonly title: string; readonly bars: readonly Bar[] },
  { top, scale }: { readonly top: number; readonly scale: Scale }
): string {
  const rows = bars.flatMap(({ party, gain }, row) => {
    const y = top + HEAD + row * ROW + 4
    const { class: part, colour } = hueOfPlace([...source.parties.keys()].indexOf(party))
    const [from, to] = [scale.at(gain.low), scale.at(gain.high)]
    return [
      svgText(LEFT - 10, y + 4, { words: cut(nameOf(source, party), 26), 'text-anchor': 'end' }),
      element('rect', {
        x: from,
        y: y - 3,
        width: Math.max(1, to - from),
        height: 6,
        class: part,
        fill: colour,
        opacity: '0.55'
      }),
      element('rect', {
        x: scale.at(gain.central) - 1.5,
        y: y - 7,
        width: 3,
        height: 14,
        class: 'ink',
        fill: INK.ink
      }),
      svgText(RIGHT + 46, y + 4, { words: points(gain.central), 'text-anchor': 'end' })
    ]
  })
  return [
    svgText(4, top + 12, { words: cut(title, MOST_LETTERS), 'font-weight': 600 }),
    ...rows
  ].join('\n')
}

/** Lines at round numbers; the one at no deal is darker and says so. */
function grid({ say }: Words, scale: Scale, bottom: number): readonly string[] {
  return [
    ...scale.ticks.flatMap((tick) => [
      element('line', {
        x1: scale.at(tick),
        x2: scale.at(tick),
        y1: 22,
        y2: bottom,
        class: tick === 0 ? 'line' : 'rule',
        stroke: tick === 0 ? INK.ink : INK.rule,
        'stroke-width': 1
      }),
      svgText(scale.at(tick), bottom + 16, { words: points(tick), 'text-anchor': 'middle' })
    ]),
    svgText(scale.at(0), bottom + 32, {
      words: say('figure.no-deal'),
      'text-anchor': 'middle',
      'font-style': 'italic'
    })
  ]
}

/** A text of so many letters at most. */
const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1)}\u2026`
