import type { SourceFile } from '@truce/core'
import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml'
import { Document, isAlias, isMap, isScalar, isSeq, visit } from 'yaml'
import type { Way } from './pointer.ts'
import { parsed, wayOf } from './pointer.ts'
import { documentFrom } from './yaml-text.ts'

/**
 * Thrown when a place cannot be set: the way to it leads through something that holds no values.
 */
export class CannotSet extends Error {}

/**
 * The files with another value at a pointer; `undefined` takes the entry away. Everything else of
 * the text stays as it is, to the letter, where the value can be laid in place; else the file is
 * written anew from its nodes, comments and order kept.
 */
export function setAt(
  files: readonly SourceFile[],
  at: string,
  value: unknown
): readonly SourceFile[] {
  const steps = at.split('/')
  const way = wayOf(files, at)
  if (!way || way.parsed.document.errors.length > 0)
    throw new CannotSet(`${at}: the file cannot be read; mend it as text first`)
  const { file } = way.parsed
  if (value === undefined && way.found.length < steps.length) return files
  const path = [...way.found, ...steps.slice(way.found.length)]
  const spliced = splice(way, path, value)
  const text =
    spliced !== undefined && says(spliced, path, value) ? spliced : rewritten(way, path, value)
  return files.map((one) => (one === file ? { ...one, text } : one))
}

/** The text with only the value's own stretch changed; undefined where that takes more. */
function splice(
  { parsed: { file }, nodes, found }: Way,
  path: readonly (string | number)[],
  value: unknown
): string | undefined {
  const { text } = file
  const node = nodes.at(-1)
  if (value === undefined) return undefined
  if (found.length === path.length)
    return node && !isBlock(node) ? replaced(text, node, value) : undefined
  if (found.length !== path.length - 1 || !node) return undefined
  const key = path.at(-1)
  if (isMap(node))
    return isBlock(node)
      ? blockAdded(text, node, `${inline(String(key))}: ${inline(value)}`)
      : flowAdded(text, node, `${inline(String(key))}: ${inline(value)}`)
  return isSeq(node) && !isBlock(node) ? flowAdded(text, node, inline(value)) : undefined
}

function replaced(text: string, node: ParsedNode, value: unknown): string {
  const [start, end] = node.range
  // A value that is left out has no stretch of its own: a blank goes before the one that comes.
  const gap = start === end && !/\s/.test(text.charAt(start - 1)) ? ' ' : ''
  return text.slice(0, start) + gap + inline(value) + text.slice(end)
}

function flowAdded(text: string, node: YAMLMap | YAMLSeq, entry: string): string | undefined {
  const end = (node.range?.[1] ?? 0) - 1
  const last = node.items.at(-1)
  const close = text.slice(0, end).trimEnd().length
  return last === undefined
    ? `${text.slice(0, end)}${entry}${text.slice(end)}`
    : `${text.slice(0, close)}, ${entry}${text.slice(close)}`
}

/** A line of its own behind the last entry, as far in as the others. */
function blockAdded(text: string, node: YAMLMap, entry: string): string | undefined {
  const first = (node.items[0]?.key as ParsedNode | undefined)?.range[0]
  const last = node.items.at(-1)
  const end = ((last?.value ?? last?.key) as ParsedNode | undefined)?.range[1]
  if (first === undefined || end === undefined) return undefined
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))
  const newline = text.indexOf('\n', Math.max(end - 1, 0))
  const line = newline < 0 ? text.length : newline
  return `${text.slice(0, line)}\n${indent}${entry}${text.slice(line)}`
}

/** Whether the text reads as meant. */
function says(text: string, path: readonly (string | number)[], value: unknown): boolean {
  const document = documentFrom(text)
  if (document.errors.length > 0) return false
  const node = document.getIn(path, true)
  const plain = isScalar(node) || isMap(node) || isSeq(node) ? node.toJS(document) : node
  return JSON.stringify(plain) === JSON.stringify(value)
}

function rewritten(
  { parsed: { file } }: Way,
  path: readonly (string | number)[],
  value: unknown
): string {
  const { document } = parsed({ ...file })
  try {
    if (value === undefined) document.deleteIn(path)
    else document.setIn(path, nodeOf(value))
  } catch {
    throw new CannotSet(`${path.join('/')}: nothing can be set there`)
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function nodeOf(value: unknown): unknown {
  const document = new Document(value)
  visit(document, {
    Collection: (_, node) => {
      if (node !== document.contents || isSeq(node)) node.flow = true
    }
  })
  return document.contents
}

/** A value in one line, quoted as it must be between brackets. */
function inline(value: unknown): string {
  const document = new Document([value])
  visit(document, {
    Collection: (_, node) => {
      node.flow = true
    }
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}

const isBlock = (node: ParsedNode | YAMLMap | YAMLSeq): boolean =>
  !isAlias(node) &&
  (isMap(node) || isSeq(node)
    ? node.flow !== true
    : isScalar(node) && /^BLOCK/.test(node.type ?? ''))
