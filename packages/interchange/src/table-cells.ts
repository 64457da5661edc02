import type { Figure } from './deal-case.ts'
import { Refusal } from './deal-case-refusal.ts'
import { plainText } from './patterns.ts'

/**
 * Words that mean something in a table; a name that is one of them is written with an apostrophe in
 * front.
 */
const KEYWORDS = ['weight', 'weights', 'no-deal', 'no deal', 'issue', 'issues', 'option', 'options']

/** What a spreadsheet would run as a formula, or what our own apostrophe would be taken for. */
const RISKY = /^(?:[=+\-@]|'[=+\-@'])/

/** A text on one line, its spaces evened out. */
export const lineOf = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim()

/**
 * A name as a cell: an apostrophe in front where a spreadsheet would take it for a formula, or the
 * reader for a keyword.
 */
export function cellOf(name: string): string {
  const text = lineOf(name)
  return RISKY.test(text) || KEYWORDS.includes(bare(text)) ? `'${text}` : text
}

/** The name a cell holds. */
export function nameIn(cell: string): string {
  const text = lineOf(cell)
  return text.startsWith("'") &&
    (RISKY.test(text.slice(1)) || text[1] === "'" || KEYWORDS.includes(bare(text)))
    ? text.slice(1)
    : text
}

/** Whether a cell is one of these keywords, in any case; a name in an apostrophe is none. */
export function isKeyword(cell: string, ...words: readonly string[]): boolean {
  return words.includes(plainText(cell).toLowerCase())
}

const bare = (text: string): string => text.toLowerCase().replace(/^'+/, '')

/** Which numbers a cell may hold, and how its decimals are written. */
export interface Wanted {
  readonly what: string
  readonly least: number
  readonly most: number
  readonly decimalComma: boolean
}

/** The number or range (`20..40`, `20..30..40`) of a cell; a Refusal begins with `where`. */
export function figureIn(where: string, cell: string, wanted: Wanted): Figure {
  const text = plainText(cell).replace(/^'/, '')
  const parts = text.split('..').map((part) => numberOf(where, part.trim(), wanted))
  const [low, mode, high] = parts
  if (low === undefined || parts.length > 3)
    throw new Refusal(`${where}: \`${shown(cell)}\` is no range: write it as 20..40 or 20..30..40`)
  if (parts.some((part, k) => k > 0 && part < (parts[k - 1] ?? part)))
    throw new Refusal(
      `${where}: the range \`${shown(cell)}\` does not rise: write the lowest number first`
    )
  return mode === undefined ? low : high === undefined ? [low, mode] : [low, mode, high]
}

function numberOf(
  where: string,
  text: string,
  { what, least, most, decimalComma }: Wanted
): number {
  const pointed = decimalComma && !text.includes('.') ? text.replace(',', '.') : text
  // word processors set a minus as U+2212 or as a dash; per cent are the points of a table
  const plain = pointed.replace(/[\u2212\u2013]/g, '-').replace(/ ?%$/, '')
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
  if (value >= least && value <= most) return value + 0
  if (Number.isFinite(value))
    throw new Refusal(`${where}: ${what} is ${shown(text)}: give a number from ${least} to ${most}`)
  const hint = hintFor(plain)
  throw new Refusal(`${where}: ${what} is \`${shown(text)}\`, which is no number: ${hint}`)
}

function hintFor(text: string): string {
  if (/^#[A-Z/0!?]+$/.test(text))
    return 'the spreadsheet could not work it out; put its formula right'
  if (/^\d[\d.,]* ?- ?\d/.test(text)) return 'write a range as 20..40'
  return text.includes(',')
    ? 'write decimals with a point, and no thousands separators'
    : 'write a number such as 12.5'
}

/** Whether a cell holds a figure in per cent. */
export const isPercent = (cell: string): boolean => plainText(cell).includes('%')

const shown = (text: string): string => plainText(text).slice(0, 40)

/** The letter of a column as spreadsheets show it, from 0: A, B, .. Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
