import { visible } from '../diagnostic/text.ts'
import type { Verdict } from '../worth/verdict.ts'
import type { Block } from './blocks.ts'
import { cells, leastCells, wrap } from './cells.ts'
import type { Rich } from './words/index.ts'
import { joined, lettersOf, partsOf } from './words/index.ts'

/** How wide, and whether colours may be used. */
export interface PlainOptions {
  readonly width?: number
  readonly colour?: boolean
}

interface Page {
  readonly width: number
  /** A line as it is written to the terminal. */
  readonly line: (text: Rich) => string
}

/** Renders a report as plain text of at most `width` columns. */
export function renderPlain(
  blocks: readonly Block<Rich>[],
  { width = 80, colour = false }: PlainOptions = {}
): string {
  const page = { width, line: colour ? painted : lettersOf }
  const text = blocks
    .map((block) => renderBlock(block, page))
    .filter((part) => part !== '')
    .join('\n')
  return `${text}\n`
}

function renderBlock(block: Block<Rich>, page: Page): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, page)
    case 'paragraph':
      return lines(block.text, page)
    case 'list':
      return block.items.map((item) => hang('  - ', item, page)).join('\n')
    case 'facts':
      return renderFacts(block.rows, page)
    case 'table':
      return renderTable(block, page)
    case 'literal':
      return visible(block.text)
    case 'figure':
      return lines(`${block.title}. ${block.text}`, page)
  }
}

/** A case's words must not drive the reader's terminal: its control characters are shown. */
const shown = (text: Rich): Rich =>
  typeof text === 'string'
    ? visible(text)
    : text.map((part) => (typeof part === 'string' ? visible(part) : part))

const lines = (text: Rich, { width, line }: Page): string =>
  wrap(shown(text), width).map(line).join('\n')

function renderHeading(
  { level, text }: Extract<Block<Rich>, { kind: 'heading' }>,
  { width, line }: Page
): string {
  const title = shown(text)
  const under = (mark: string): string => mark.repeat(Math.min(width, cells(title)))
  if (level === 1) return `${line(title)}\n${under('=')}`
  return level === 2 ? `\n${line(title)}\n${under('-')}` : `\n${line(title)}`
}

/** Labels stand in a column of at most so many cells. */
const MOST_LABEL = 18

function renderFacts(rows: readonly (readonly [string, Rich])[], page: Page): string {
  const labels = Math.min(MOST_LABEL, Math.max(0, ...rows.map(([label]) => cells(label))))
  return rows
    .map(([label, text]) => hang(`  ${padded(visible(label), labels)}  `, text, page))
    .join('\n')
}

/** Text after a prefix, later lines indented to match; text may hold line breaks of its own. */
function hang(prefix: string, text: Rich, { width, line }: Page): string {
  const indent = cells(prefix)
  return paragraphs(shown(text))
    .flatMap((part) => wrap(part, width - indent))
    .map((part, i) => `${i === 0 ? prefix : ' '.repeat(indent)}${line(part)}`.trimEnd())
    .join('\n')
}

/** A text taken apart at its line breaks. */
function paragraphs(text: Rich): readonly Rich[] {
  const found: (readonly Rich[])[] = [[]]
  for (const part of partsOf(text)) {
    const [first = '', ...more] = typeof part === 'string' ? part.split('\n') : [[part]]
    found.push([...(found.pop() ?? []), first], ...more.map((one) => [one]))
  }
  return found.map((parts) => joined(parts, ''))
}

const padded = (text: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - cells(text)))}`

/** A table in columns; where it is too wide, its longest texts are broken over lines. */
function renderTable(
  block: Pick<Extract<Block<Rich>, { kind: 'table' }>, 'head' | 'rows'>,
  { width, line }: Page
): string {
  const head = block.head.map(shown)
  const rows = block.rows.map((row) => row.map(shown))
  const widths = columnWidths([head, ...rows], width - 2)
  const right = head.map((_, column) => column > 0 && rows.every((row) => isNumber(row[column])))
  const render = (row: readonly Rich[]): string => {
    const broken = row.map((cell, column) => wrap(cell, widths[column] ?? 1))
    const height = Math.max(...broken.map((cell) => cell.length))
    return Array.from({ length: height }, (_, at) => {
      const parts = broken.map((cell, column) => {
        const text = cell[at] ?? ''
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - cells(text)))
        return right[column] ? `${space}${line(text)}` : `${line(text)}${space}`
      })
      return `  ${parts.join('  ')}`.trimEnd()
    }).join('\n')
  }
  return [
    render(head),
    `  ${widths.map((one) => '-'.repeat(one)).join('  ')}`,
    ...rows.map(render)
  ].join('\n')
}

const isNumber = (cell: Rich = ''): boolean => /^[-+<>~]?[\d.,]*( .*)?$|^-?$/.test(lettersOf(cell))

function columnWidths(rows: readonly (readonly Rich[])[], width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0
  const widest = (measure: (cell: Rich) => number): number[] =>
    Array.from({ length: columns }, (_, column) =>
      Math.max(...rows.map((row) => measure(row[column] ?? '')))
    )
  const [widths, least] = [widest(cells), widest(leastCells)]
  const room = (column: number): boolean => (widths[column] ?? 0) > (least[column] ?? 0)
  let total = widths.reduce((sum, one) => sum + one, 0) + 2 * (columns - 1)
  while (total > width) {
    const [column] = [...widths.keys()]
      .filter(room)
      .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))
    if (column === undefined) break
    widths[column] = (widths[column] ?? 1) - 1
    total--
  }
  return widths
}

const PAINTS: Readonly<Record<Verdict, string>> = {
  'dead-on-arrival': '31;1',
  unlikely: '33;1',
  contested: '33;1',
  likely: '32;1',
  robust: '32;1'
}

const painted = (text: Rich): string =>
  partsOf(text)
    .map((part) =>
      typeof part === 'string' ? part : `\u001b[${PAINTS[part.verdict]}m${part.text}\u001b[0m`
    )
    .join('')
