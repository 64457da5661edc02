import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml'
import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Way } from './pointer.ts'
import { pairOf } from './pointer.ts'
import { inline, itemOf, laidOut } from './yaml-lines.ts'

type Step = string | number
type Nodes = readonly (ParsedNode | null)[]

/** The text with only a value's own stretch changed; undefined where that takes more. */
export function splicedIn(way: Way, path: readonly Step[], value: unknown): string | undefined {
  const { nodes, found } = way
  const { text } = way.parsed.file
  const node = nodes.at(-1)
  if (found.length === path.length) return replaced(way, value)
  if (!node) return undefined
  const key = String(path[found.length])
  const nested = path
    .slice(found.length + 1)
    .reduceRight((inner, step) => ({ [step]: inner }), value)
  if (isVoid(node)) return filled(way, isSeq(node) ? [nested] : { [key]: nested })
  if (isMap(node))
    return isBlock(node)
      ? lineAdded(text, node, (indent) => `${inline(key)}:${laidOut(nested, indent + 2)}`)
      : flowAdded(text, node, `${inline(key)}: ${inline(nested)}`)
  if (!isSeq(node)) return undefined
  return isBlock(node)
    ? lineAdded(text, node, (indent) => `- ${itemOf(nested, indent)}`)
    : flowAdded(text, node, inline(nested))
}

/** The text without the entry that the way leads to; undefined where its lines hold more. */
export function cutOut({ parsed, nodes }: Way): string | undefined {
  const { text } = parsed.file
  const [parent, node] = [nodes.at(-2), nodes.at(-1)]
  if (!isMap(parent) && !isSeq(parent)) return undefined
  const index = parent.items.findIndex(
    (item) => item === node || ('value' in item && item.value === node)
  )
  if (index < 0 || parent.items.length < 2) return undefined
  return isBlock(parent) ? linesCut(text, parent, index) : flowCut(text, parent, index)
}

function replaced({ parsed: { file }, nodes, found }: Way, value: unknown): string | undefined {
  const { text } = file
  const [parent, node] = [nodes.at(-2), nodes.at(-1)]
  if (!node) return undefined
  const [start, end] = node.range
  if (!isBlock(node)) {
    // A value that is left out has no stretch of its own: a blank goes before the one that comes.
    const gap = start === end && !/\s/.test(text.charAt(start - 1)) ? ' ' : ''
    return text.slice(0, start) + gap + inline(value) + text.slice(end)
  }
  const key = isMap(parent) && isBlock(parent) ? keyOf(parent, String(found.at(-1))) : undefined
  if (!key) return undefined
  const indent = columnOf(text, key.range[0])
  const colon = text.indexOf(':', key.range[1])
  return text.slice(0, colon + 1) + laidOut(value, indent + 2) + text.slice(endOf(text, node))
}

/** What is empty, `{}` or nothing, filled with lines where lines may stand, else in brackets. */
function filled({ parsed: { file }, nodes, found }: Way, value: unknown): string | undefined {
  const { text } = file
  const node = nodes.at(-1)
  const parent = nodes.at(-2)
  if (!node || !isMap(parent)) return undefined
  const key = keyOf(parent, String(found.at(-1)))
  if (!key) return undefined
  const colon = text.indexOf(':', key.range[1])
  const shown = isBlock(parent)
    ? laidOut(value, columnOf(text, key.range[0]) + 2)
    : ` ${inline(value)}`
  return text.slice(0, colon + 1) + shown + text.slice(Math.max(node.range[1], colon + 1))
}

function flowAdded(text: string, node: YAMLMap | YAMLSeq, entry: string): string | undefined {
  const end = (node.range?.[1] ?? 0) - 1
  const close = text.slice(0, end).trimEnd().length
  return `${text.slice(0, close)}, ${entry}${text.slice(close)}`
}

/** Lines of its own behind the last entry, as far in as the others. */
function lineAdded(
  text: string,
  node: YAMLMap | YAMLSeq,
  entry: (indent: number) => string
): string | undefined {
  const first = startOf(text, node, 0)
  if (first === undefined) return undefined
  const indent = columnOf(text, first)
  const line = lineEnd(text, endOf(text, node))
  return `${text.slice(0, line)}\n${' '.repeat(indent)}${entry(indent)}${text.slice(line)}`
}

function linesCut(text: string, parent: YAMLMap | YAMLSeq, index: number): string | undefined {
  const start = startOf(text, parent, index)
  if (start === undefined) return undefined
  const line = start - columnOf(text, start)
  // The first key of an item stands behind the item's dash, which is to stay.
  if (text.slice(line, start).trim() !== '') return undefined
  const end = lineEnd(text, endOf(text, parent.items[index]))
  return text.slice(0, line) + text.slice(Math.min(end + 1, text.length))
}

function flowCut(text: string, parent: YAMLMap | YAMLSeq, index: number): string | undefined {
  const start = (at: number): number => startOf(text, parent, at) ?? 0
  const [from, to] =
    index + 1 < parent.items.length
      ? [start(index), start(index + 1)]
      : [endOf(text, parent.items[index - 1]), endOf(text, parent.items[index])]
  const gone = text.slice(from, to)
  return /(^|\s)#/.test(gone) ? undefined : text.slice(0, from) + text.slice(to)
}

/** Where an entry begins: at its key, at its dash, or between brackets at itself. */
function startOf(text: string, parent: YAMLMap | YAMLSeq, index: number): number | undefined {
  const item: unknown = parent.items[index]
  if (isMap(parent)) return rangeOf(keyIn(item))?.[0]
  const start = rangeOf(item)?.[0]
  if (start === undefined || !isBlock(parent)) return start
  const dash = text.lastIndexOf('-', start - 1)
  return dash < 0 ? undefined : dash
}

/** Where the last thing that is written in a node ends, without the blanks behind it. */
function endOf(text: string, node: unknown): number {
  if (isCollection(node) && isBlock(node)) return endOf(text, node.items.at(-1))
  const inner = rangeOf(node)
  if (inner) return text.slice(0, inner[1]).trimEnd().length
  const value =
    typeof node === 'object' && node !== null && 'value' in node ? node.value : undefined
  const end = rangeOf(value) ? endOf(text, value) : 0
  return Math.max(end, rangeOf(keyIn(node))?.[1] ?? 0)
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1)

const keyOf = (map: YAMLMap, key: string): ParsedNode | undefined =>
  pairOf(map, key)?.key as ParsedNode | undefined

const keyIn = (pair: unknown): unknown =>
  typeof pair === 'object' && pair !== null && 'key' in pair ? pair.key : undefined

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return isCollection(node) || isScalar(node) || isAlias(node)
    ? (node.range ?? undefined)
    : undefined
}

const isVoid = (node: Nodes[number]): boolean =>
  (isScalar(node) && node.value === null) || (isCollection(node) && node.items.length === 0)

const isBlock = (node: ParsedNode | YAMLMap | YAMLSeq): boolean =>
  !isAlias(node) &&
  (isCollection(node)
    ? node.flow !== true && node.items.length > 0
    : isScalar(node) && /^BLOCK/.test(node.type ?? ''))
