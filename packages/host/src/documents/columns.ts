/** Letters up to which a column is as wide as its widest text. */
const NARROW = 24
/** Letters beyond which more text does not make a column wider. */
const WIDE = 60

/**
 * A column of a table: how wide it should be against the others, in letters, and whether it holds
 * numbers.
 */
export interface Column {
  readonly letters: number
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
    const longest = Math.max(1, ...texts.map((text) => text.length))
    const word = Math.max(1, ...title.split(' ').map((part) => part.length))
    return {
      letters: Math.min(WIDE, Math.max(longest, word)),
      narrow: longest <= NARROW,
      numeric: column > 0 && texts.every((text) => NUMBER.test(text))
    }
  })
}

const NUMBER = /^[-+<>]?[\d.,]+%?(?:(?: to | \u00b1 )[-+<>]?[\d.,]+)?$|^-?$/
