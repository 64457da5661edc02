import type { Choice } from '../../check/readings/index.ts'
import { CUTS } from '../../worth/conventions.ts'
import type { Verdict } from '../../worth/verdict.ts'
import type { InWords } from '../words/index.ts'
import { choiceWords, inPercent, optionWords } from '../words/index.ts'

/** The readings of one proposal that a curve is drawn of, from the least chance to the greatest. */
export interface CurveDrawn {
  readonly curve: readonly {
    readonly p: number
    readonly verdict: Verdict
    /** The option taken of each choice, by its place, in the order of the choices. */
    readonly takes: readonly number[]
  }[]
  readonly choices: readonly Choice[]
  /** What is told of the choices, what moves the chance most first. */
  readonly told: readonly Pick<Choice, 'kind' | 'about'>[]
}

/** One part of the picture; what colour it has is for whoever draws it. */
export type CurveShape =
  | { readonly kind: 'rule'; readonly x1: number; readonly x2: number; readonly y: number }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly verdict: Verdict }
  | { readonly kind: 'mark'; readonly x: number; readonly y: number; readonly width: number }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly words: string
      /** It ends at its place instead of beginning there. */
      readonly isEnd: boolean
      readonly isHead: boolean
    }

/** A picture of a size in pixels. */
export interface CurvePicture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly CurveShape[]
}

/** Marks are as high as this, from their place down. */
export const MARK_HEIGHT = 9

const TOP = 16
const CURVE = 160
const GAP = 8
const EDGE = 14
/** A letter takes about so much of the height of its line. */
const BREADTH = 0.53

/** How wide a picture may be, and how high its letters are, in pixels. */
export interface CurveRoom {
  readonly width: number
  readonly letters: number
}

/** Where things are at a width: beside the marks there is room for labels, or only above them. */
interface Layout extends CurveRoom {
  readonly row: number
  readonly left: number
  readonly isNarrow: boolean
}

const layoutIn = ({ width, letters }: CurveRoom): Layout => {
  const isNarrow = width < 44 * letters
  const left = Math.round((isNarrow ? 4 : 20) * letters)
  return { width, letters, row: Math.round(letters * 1.2), left, isNarrow }
}

/**
 * A specification curve (Simonsohn, Simmons and Nelson 2020): above, the joint chance of every
 * fiftieth reading from the least to the greatest, with the cuts between verdicts; below, which
 * option of each choice that reading takes.
 */
export function readingsCurve(about: InWords, drawn: CurveDrawn, room: CurveRoom): CurvePicture {
  const layout = layoutIn(room)
  const { width, left } = layout
  const { curve } = drawn
  const across = (point: number): number =>
    left + (point / Math.max(1, curve.length - 1)) * (width - EDGE - left)
  const rows = rowsOf(about, drawn, layout)
  const foot = (rows.at(-1)?.y ?? TOP + CURVE) + 12
  return {
    width,
    height: foot,
    shapes: [
      ...cuts(layout),
      ...curve.map(({ p, verdict }, point) => dot(across(point), p, verdict)),
      ...rows.flatMap((row) => [label(row, layout), ...marks(row, across, layout)])
    ]
  }
}

const up = (p: number): number => TOP + CURVE - p * CURVE

const dot = (x: number, p: number, verdict: Verdict): CurveShape => ({
  kind: 'dot',
  x,
  y: up(p),
  verdict
})

/** Lines at the cuts between verdicts, each with its chance. */
const cuts = ({ width, left }: Layout): readonly CurveShape[] =>
  [0, CUTS.contested, CUTS.likely, CUTS.robust].flatMap((p): CurveShape[] => [
    { kind: 'rule', x1: left, x2: width - EDGE, y: up(p) },
    { kind: 'text', x: left - 8, y: up(p) + 4, words: inPercent(p), isEnd: true, isHead: false }
  ])

interface Row {
  /** The line of its label. */
  readonly y: number
  readonly label: string
  readonly isHead: boolean
  /** Points of the curve whose reading takes this option. */
  readonly taken: readonly number[]
}

/** A head for each choice, what moves the chance most first, and a row for each of its options. */
function rowsOf(
  about: InWords,
  { curve, choices, told }: CurveDrawn,
  { isNarrow, row: line }: Layout
): readonly Row[] {
  let y = TOP + CURVE + 12
  return told.flatMap((one): Row[] => {
    const place = choices.findIndex(({ kind, about: of }) => kind === one.kind && of === one.about)
    const choice = choices[place]
    if (!choice) return []
    y += GAP + line
    const head = { y, label: choiceWords(about, choice), isHead: true, taken: [] }
    const options = choice.options.map((option, number): Row => {
      y += line
      const row = { y, label: optionWords(about, choice, option), isHead: false }
      // Above its marks a label takes a line of its own.
      if (isNarrow) y += line
      const taken = [...curve.keys()].filter((point) => curve[point]?.takes[place] === number)
      return { ...row, taken }
    })
    return [head, ...options]
  })
}

function label(
  { y, label: words, isHead }: Row,
  { width, left, isNarrow, letters }: Layout
): CurveShape {
  const x = isHead ? 4 : 16
  const most = Math.floor(((isNarrow || isHead ? width : left) - x - 4) / (BREADTH * letters))
  return { kind: 'text', x, y: y + 4, words: cut(words, most), isEnd: false, isHead }
}

const marks = (
  { y, taken }: Row,
  across: (point: number) => number,
  { isNarrow, row }: Layout
): readonly CurveShape[] =>
  taken.map((point) => ({
    kind: 'mark',
    x: across(point) - 2,
    y: isNarrow ? y + row - 5 : y - 4,
    width: 4
  }))

/** A text that fits beside the figure. */
const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, Math.max(1, most - 1))}\u2026`
