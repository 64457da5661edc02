/** Letters up to which a column is as wide as its widest text. */
const NARROW = 24
/** How much wider than others the letters of a head are. */
const BOLD = 1.15
/** Letters beyond which more text does not make a column wider. */
const WIDE = 60

/**
 * A column of a table: how wide it should be against the others, in letters, and whether it holds
 * numbers.
 */
export interface Column {
  readonly letters: number
  /** Letters of its longest word: a column as narrow as that breaks no word. */
  readonly least: number
  readonly narrow: boolean
  readonly numeric: boolean
}

/** How to set the columns of a table: short ones get what they need, long ones share the rest. */
export function columnsOf({
  head,
  rows
}: {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): readonly Column[] {
  return head.map((title, column) => {
    const texts = rows.map((row) => row[column] ?? '')
    const isEmpty = texts.every((text) => text === '')
    const longest = Math.max(1, ...texts.map((text) => text.length))
    const word = Math.ceil(BOLD * longestWord(title))
    // a second column without a word is there to be written in by hand
    const isForm = isEmpty && column > 0 && head.length === 2
    return {
      letters: isForm ? WIDE : Math.min(WIDE, Math.max(longest, word)),
      least: Math.min(WIDE, Math.max(word, ...texts.map(longestWord))),
      narrow: !isForm && longest <= NARROW,
      numeric: column > 0 && !isEmpty && texts.every((text) => NUMBER.test(text))
    }
  })
}

const longestWord = (text: string): number =>
  Math.max(1, ...text.split(' ').map((part) => part.length))

/** Lines up to which long texts are broken before short ones are broken too. */
const TALL = 4
/** What the margins of a cell take, in letters. */
const MARGIN = 2.5

/**
 * How many letters each column gets of a table that has room for so many, margins included: in as
 * few lines as can be, no word broken unless nothing else helps.
 */
export function widthsIn(columns: readonly Column[], room: number): readonly number[] {
  const inLines = (lines: number, isNarrowKept: boolean): readonly number[] =>
    columns.map(({ letters, least, narrow, numeric }) => {
      const isWhole = numeric || (narrow && isNarrowKept)
      return (isWhole ? letters : Math.max(least, Math.ceil(letters / lines))) + MARGIN
    })
  const tries = [true, false].flatMap((isNarrowKept) =>
    Array.from({ length: TALL }, (_, at) => inLines(at + 1, isNarrowKept))
  )
  const found = tries.find((widths) => sum(widths) <= room) ?? inLines(WIDE, false)
  const isLoose = columns.some(({ narrow }) => !narrow)
  const spread = sum(found.filter((_, at) => !isLoose || columns[at]?.narrow === false))
  const over = room - sum(found)
  if (over < 0) return found.map((one) => (one * room) / sum(found))
  return found.map((one, at) =>
    isLoose && columns[at]?.narrow === true ? one : one + (over * one) / spread
  )
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

const NUMBER = /^[-+<>]?[\d.,]+%?(?:(?: to | \u00b1 )[-+<>]?[\d.,]+)?$|^-?$/
