/**
 * What one file of a workbook may hold. A text counts once however many cells show it, but whoever
 * reads the cells looks at it in each: that is why texts are bounded and not their sum alone.
 */
const SHEET_LIMITS = {
  text: 10_000,
  tags: 2_000_000,
  cells: 200_000,
  area: 1_000_000,
  open: 100
} as const

const [LESS, GREATER] = [0x3c, 0x3e]

/**
 * What in a file of a workbook would keep its reader busy, in words: a text longer than any cell
 * needs, or more tags, more cells, or a larger stretch of rows and columns than a table has.
 */
export function sheetExcess(content: Buffer): string | undefined {
  let [tags, from] = [0, 0]
  for (let at = 0; at < content.length; at++) {
    const unit = content[at]
    if (unit !== LESS && unit !== GREATER) continue
    if (at - from > SHEET_LIMITS.text) return TOO_LONG
    from = at + 1
    if (unit === LESS && ++tags > SHEET_LIMITS.tags) return TOO_MANY_CELLS
  }
  if (content.length - from > SHEET_LIMITS.text) return TOO_LONG
  const text = content.toString('latin1')
  return textsExcess(text) ?? cellsExcess(text)
}

const TOO_LONG = `has a cell of more than ${SHEET_LIMITS.text} characters`
const TOO_MANY_CELLS = `has more than ${SHEET_LIMITS.cells} cells`

/**
 * A text may be put together from many stretches, each in a style of its own, with marks between
 * them; what stands in the remarks of XML could hide where it ends.
 */
function textsExcess(text: string): string | undefined {
  for (const { 0: tag, 1: kind, index } of text.matchAll(/<(?:[\w-]+:)?(si|is)(?=[\s>])/g)) {
    if (text.includes('<!')) return 'has remarks in its XML, which no spreadsheet writes'
    const end = text.indexOf(`${tag.slice(1, -2)}${kind}>`, index + tag.length)
    if ((end < 0 ? text.length : end) - index > 4 * SHEET_LIMITS.text) return TOO_LONG
  }
  return undefined
}

/** The reader makes a cell for every column up to the last one of any row. */
function cellsExcess(text: string): string | undefined {
  let [cells, rows, widest, open] = [0, 0, 0, 0]
  const ends = new Map<string, number>()
  for (const { 0: tag, 1: kind = '', index } of text.matchAll(
    /<(?:[\w-]+:)?(c|row)(?=[\s/>])[^>]*/g
  )) {
    if (kind === 'row') {
      rows++
      continue
    }
    const column = columnOf(tag)
    if (column === undefined) return 'has a cell beyond the last column of a sheet'
    widest = Math.max(widest, column)
    if (++cells > SHEET_LIMITS.cells) return TOO_MANY_CELLS
    const [name = ''] = /^[\w:-]+/.exec(tag.slice(1)) ?? []
    const end = ends.get(name) ?? text.lastIndexOf(`</${name}>`)
    ends.set(name, end)
    // Whoever looks for the end of each looks through all the rest each time.
    if (index > end && !tag.endsWith('/') && ++open > SHEET_LIMITS.open)
      return 'has cells that do not end'
  }
  return Math.max(1, rows) * widest > SHEET_LIMITS.area
    ? `spans ${rows} rows and ${widest} columns`
    : undefined
}

/** The column of a cell from 1; 0 where it names none, nothing where it is no column of a sheet. */
function columnOf(tag: string): number | undefined {
  const place = /\sr\s*=\s*["']([A-Z]{1,3})\d{1,7}["']/i.exec(tag)?.[1]
  if (place === undefined) return /\sr\s*=/.test(tag) ? undefined : 0
  return [...place.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
