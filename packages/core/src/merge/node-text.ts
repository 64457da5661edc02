import type { Entry, MapNode, Node } from '../case/node-tree.ts'

/** A stretch of a text, its end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Whether a map or list stands in brackets, or a value within a line. */
export const inBrackets = (text: string, { span }: Node): boolean =>
  '[{'.includes(text.charAt(span.start) || ' ')

/** Where the last thing that is written in a value ends, without the blanks behind it. */
export function endOfNode(text: string, node: Node): number {
  if (node.kind !== 'scalar' && !inBrackets(text, node)) {
    const last = node.kind === 'map' ? lastEntry(node) : node.items.at(-1)
    if (last) return 'kind' in last ? endOfNode(text, last) : rangeOfEntry(text, last).end
  }
  return Math.max(node.span.start, text.slice(0, node.span.end).trimEnd().length)
}

const lastEntry = ({ entries }: MapNode): Entry | undefined => [...entries.values()].at(-1)

/** A key with its value; where no value is written, with its colon. */
export function rangeOfEntry(text: string, { key, value }: Entry): TextRange {
  if (value.span.end > value.span.start) return { start: key.start, end: endOfNode(text, value) }
  const colon = text.indexOf(':', key.end)
  return { start: key.start, end: colon < 0 ? key.end : colon + 1 }
}

/** An item of a list: from its dash on, where it has one. */
export function rangeOfItem(text: string, item: Node): TextRange {
  const before = text.slice(lineAround(text, item.span.start).start, item.span.start).trimEnd()
  const dash = before.endsWith('-') ? text.lastIndexOf('-', item.span.start - 1) : item.span.start
  return { start: dash, end: endOfNode(text, item) }
}

/** A value as it is written, without the blanks behind it. */
export const rangeOfValue = (text: string, value: Node): TextRange => ({
  start: value.span.start,
  end: endOfNode(text, value)
})

/** Where the line of an offset begins, and where it ends before its line break. */
export function lineAround(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}

/** How many blanks a line begins with. */
export function leading(text: string, { start, end }: TextRange): number {
  const line = text.slice(start, end)
  return line.length - line.trimStart().length
}

/** How far into its line an offset is. */
export const columnAt = (text: string, offset: number): number =>
  offset - lineAround(text, offset).start

/** A stretch of a text whose first line goes elsewhere, the lines below moved along with it. */
export function moved(text: string, range: TextRange, column: number): string {
  const shift = column - columnAt(text, range.start)
  const [first = '', ...others] = text.slice(range.start, range.end).split('\n')
  return [first, ...others.map((line) => shifted(line, shift))].join('\n')
}

function shifted(line: string, shift: number): string {
  if (line.trim() === '') return line
  if (shift >= 0) return ' '.repeat(shift) + line
  const blanks = line.length - line.trimStart().length
  return line.slice(Math.min(blanks, -shift))
}

/** The lines of remarks that stand right above a line. */
export function remarksAbove(text: string, lineStart: number): TextRange {
  let start = lineStart
  while (start > 0) {
    const above = lineAround(text, start - 1)
    if (!text.slice(above.start, above.end).trimStart().startsWith('#')) break
    start = above.start
  }
  return { start, end: lineStart }
}
