import stringWidth from 'string-width'
import type { Rich } from './words/index.ts'
import { lettersOf, partsOf } from './words/index.ts'

/** How many cells of a terminal a text takes: two for a Chinese letter, none for an accent put on. */
export const cells = (text: Rich): number => stringWidth(lettersOf(text))

/** Where a line may break without a space: between two letters of scripts that write without any. */
const BETWEEN =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u

/** A stretch of a text that a line may not break, and whether a space stands before it. */
interface Piece {
  readonly text: string
  readonly spaced: boolean
}

const pieces = (text: string): readonly Piece[] =>
  text
    .split(' ')
    .flatMap((word) => word.split(BETWEEN).map((part, at) => ({ text: part, spaced: at === 0 })))

/** The cells of the widest stretch that a line may not break. */
export const leastCells = (text: Rich): number =>
  Math.max(...pieces(lettersOf(text)).map((piece) => cells(piece.text)))

/** Breaks a text into lines of at most `width` cells; a longer stretch stands alone. */
export function wrap(text: Rich, width: number): readonly Rich[] {
  const letters = lettersOf(text)
  const lines: Rich[] = []
  // what was read ends at `at`, and the space before the first word is none
  let [from, to, used, at] = [0, 0, 0, -1]
  for (const { text: piece, spaced } of pieces(letters)) {
    const start = at + (spaced ? 1 : 0)
    const end = start + piece.length
    const own = cells(piece)
    const grown = used + start - at + own
    if (from < to && grown > width) {
      lines.push(slice(text, from, to))
      ;[from, used] = [start, own]
    } else if (from < to) used = grown
    else [from, used] = [start, own]
    to = end
    at = end
  }
  return [...lines, slice(text, from, to)]
}

/** The parts of a text between two of its letters. */
function slice(text: Rich, from: number, to: number): Rich {
  if (typeof text === 'string') return text.slice(from, to)
  let at = 0
  return partsOf(text).flatMap((part) => {
    const letters = typeof part === 'string' ? part : part.text
    const own = letters.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += letters.length
    if (own === '') return []
    return [typeof part === 'string' ? own : { ...part, text: own }]
  })
}
