import { visible } from '../diagnostic/text.ts'
import type { Block } from './blocks.ts'

/** How wide, and whether colours may be used. */
export interface PlainOptions {
  readonly width?: number
  readonly colour?: boolean
}

/** Renders a report as plain text of at most `width` columns. */
export function renderPlain(
  blocks: readonly Block[],
  { width = 80, colour = false }: PlainOptions = {}
): string {
  const text = blocks
    .map((block) => renderBlock(block, width))
    .filter((part) => part !== '')
    .join('\n')
  return `${colour ? painted(visible(text)) : visible(text)}\n`
}

function renderBlock(block: Block, width: number): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? `${block.text}\n${'='.repeat(Math.min(width, block.text.length))}`
        : `\n${block.text}${block.level === 2 ? `\n${'-'.repeat(Math.min(width, block.text.length))}` : ''}`
    case 'paragraph':
      return wrap(block.text, width).join('\n')
    case 'list':
      return block.items.map((item) => hang('  - ', item, width)).join('\n')
    case 'facts':
      return renderFacts(block.rows, width)
    case 'table':
      return renderTable(block, width)
    case 'literal':
      return block.text
    case 'figure':
      return wrap(`${block.title}. ${block.text}`, width).join('\n')
  }
}

function renderFacts(rows: readonly (readonly [string, string])[], width: number): string {
  const labels = Math.min(18, Math.max(0, ...rows.map(([label]) => label.length)))
  return rows.map(([label, text]) => hang(`  ${label.padEnd(labels)}  `, text, width)).join('\n')
}

/** Text after a prefix, later lines indented to match; text may hold line breaks of its own. */
function hang(prefix: string, text: string, width: number): string {
  const lines = text.split('\n').flatMap((part) => wrap(part, width - prefix.length))
  return lines
    .map((line, i) => `${i === 0 ? prefix : ' '.repeat(prefix.length)}${line}`.trimEnd())
    .join('\n')
}

/** Breaks a text at spaces into lines of at most `width`; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** A table in columns; where it is too wide, its longest texts are broken over lines. */
function renderTable(
  { head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] },
  width: number
): string {
  const widths = columnWidths([head, ...rows], width - 2)
  const numeric = head.map(
    (_, column) =>
      column > 0 && rows.every((row) => /^[-+<>~]?[\d.,]*( .*)?$|^-?$/.test(row[column] ?? ''))
  )
  const render = (row: readonly string[]): string => {
    const cells = row.map((cell, column) => wrap(cell, widths[column] ?? 1))
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, line) => {
      const parts = cells.map((cell, column) =>
        pad(cell[line] ?? '', widths[column] ?? 0, numeric[column] === true)
      )
      return `  ${parts.join('  ')}`.trimEnd()
    }).join('\n')
  }
  return [
    render(head),
    `  ${widths.map((one) => '-'.repeat(one)).join('  ')}`,
    ...rows.map(render)
  ].join('\n')
}

const pad = (text: string, width: number, right: boolean): string =>
  right ? text.padStart(width) : text.padEnd(width)

function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length))
  )
  const least = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.flatMap((row) => (row[column] ?? '').split(' ').map((word) => word.length)))
  )
  let total = widths.reduce((sum, one) => sum + one, 0) + 2 * (columns - 1)
  while (total > width) {
    const widest = widths.reduce(
      (best, one, column) =>
        one > (least[column] ?? 0) && one > (widths[best] ?? 0)
          ? column
          : (widths[best] ?? 0) > (least[best] ?? 0)
            ? best
            : column,
      0
    )
    if ((widths[widest] ?? 0) <= (least[widest] ?? 0)) break
    widths[widest] = (widths[widest] ?? 1) - 1
    total--
  }
  return widths
}

const PAINTS: readonly (readonly [RegExp, string])[] = [
  [/\bDEAD ON ARRIVAL\b/g, '31;1'],
  [/\bUNLIKELY\b/g, '33;1'],
  [/\bCONTESTED\b/g, '33;1'],
  [/\bLIKELY\b/g, '32;1'],
  [/\bROBUST\b/g, '32;1']
]

function painted(text: string): string {
  return PAINTS.reduce(
    (all, [word, paint]) => all.replace(word, (found) => `\u001b[${paint}m${found}\u001b[0m`),
    text
  )
}
