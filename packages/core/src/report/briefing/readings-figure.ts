import type { ReadingsResult } from '../../check/check-result.ts'
import type { Choice, ReadingSummary } from '../../check/readings/index.ts'
import { CUTS } from '../../worth/conventions.ts'
import type { Figure } from '../blocks.ts'
import { figure } from '../blocks.ts'
import { chance, choiceWords, optionWords, proposalTitle, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'
import { element, INK, picture, svgText } from './svg.ts'

const WIDTH = 640
const LEFT = 236
const RIGHT = 626
const TOP = 16
const BOTTOM = 176
const ROW = 14
const GAP = 8

/** What the figure of one proposal is drawn from. */
interface Drawn {
  readonly read: ReadingSummary
  readonly choices: readonly Choice[]
}

/**
 * A specification curve: above, the joint chance of every fiftieth reading from the least to the
 * greatest, with the cuts between verdicts; below, which option of each choice that reading takes.
 */
export function readingsFigure(
  material: Material,
  proposal: string,
  { proposals, choices }: ReadingsResult
): Figure | undefined {
  const read = proposals.get(proposal)
  if (!read || choices.length === 0) return undefined
  const own = wordsOf(material)
  const across = (point: number): number =>
    LEFT + (point / Math.max(1, read.curve.length - 1)) * (RIGHT - LEFT)
  const rows = rowsOf(material, { read, choices })
  const height = (rows.at(-1)?.y ?? BOTTOM) + 12
  const title = proposalTitle(material.source, proposal)
  const words = own.say('figure.readings.words', {
    proposal: title,
    least: chance(read.least),
    median: chance(read.median),
    greatest: chance(read.greatest)
  })
  return figure({
    id: `readings-${proposal}`,
    title: own.say('figure.readings', { proposal: title }),
    text: words,
    svg: picture({ width: WIDTH, height, words }, [
      ...cuts(),
      ...dots(read, across),
      ...rows.flatMap(({ y, label, isHead, taken }) => [
        svgText(isHead ? 4 : 16, y + 4, {
          words: cut(label),
          ...(isHead ? { 'font-weight': 600 } : {})
        }),
        ...taken.map((point) =>
          element('rect', {
            x: across(point) - 2,
            y: y - 4,
            width: 4,
            height: 9,
            class: 'ink',
            fill: INK.ink
          })
        )
      ])
    ])
  })
}

const up = (p: number): number => BOTTOM - p * (BOTTOM - TOP)

/** Lines at the cuts between verdicts, each with its chance. */
const cuts = (): readonly string[] =>
  [0, CUTS.contested, CUTS.likely, CUTS.robust].flatMap((p) => [
    element('line', {
      x1: LEFT,
      x2: RIGHT,
      y1: up(p),
      y2: up(p),
      class: 'rule',
      stroke: INK.rule,
      'stroke-width': 1
    }),
    svgText(LEFT - 8, up(p) + 4, { words: p.toFixed(2), 'text-anchor': 'end' })
  ])

const dots = ({ curve }: ReadingSummary, across: (point: number) => number): readonly string[] =>
  curve.map(({ p }, point) =>
    element('circle', { cx: across(point), cy: up(p), r: 2, class: 'ink', fill: INK.ink })
  )

interface Row {
  readonly y: number
  readonly label: string
  readonly isHead: boolean
  /** Points of the curve whose reading takes this option. */
  readonly taken: readonly number[]
}

/** A head for each choice, what moves the chance most first, and a row for each of its options. */
function rowsOf(material: Material, { read, choices }: Drawn): readonly Row[] {
  const about = { words: wordsOf(material), source: material.source }
  let y = BOTTOM + 12
  return read.told.flatMap(({ choice }): Row[] => {
    const place = choices.indexOf(choice)
    y += GAP + ROW
    const head = { y, label: choiceWords(about, choice), isHead: true, taken: [] }
    const options = choice.options.map((option, number): Row => {
      y += ROW
      const taken = [...read.curve.keys()].filter(
        (point) => read.curve[point]?.takes[place] === number
      )
      return { y, label: optionWords(about, choice, option), isHead: false, taken }
    })
    return [head, ...options]
  })
}

/** A text that fits beside the figure. */
const cut = (words: string): string =>
  words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS - 1)}\u2026`

const MOST_LETTERS = 36
