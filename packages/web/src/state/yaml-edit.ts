import type { SourceFile } from '@truce/core'
import { Document, isSeq, visit } from 'yaml'
import type { Way } from './pointer.ts'
import { parsed, wayOf } from './pointer.ts'
import { cutOut, splicedIn } from './yaml-splice.ts'
import { documentFrom } from './yaml-text.ts'

/** Another value at a place of the case; `undefined` takes the entry there away. */
export interface Change {
  readonly at: string
  readonly value: unknown
}

/**
 * Thrown when a place cannot be set: the way to it leads through something that holds no values.
 */
export class CannotSet extends Error {}

/** What changes have made of which files: a change is tried before it is made. */
const made = new WeakMap<
  readonly Change[],
  { readonly from: readonly SourceFile[]; readonly to: readonly SourceFile[] }
>()

/** The files with several changes, one after the other. */
export function setAll(
  files: readonly SourceFile[],
  changes: readonly Change[]
): readonly SourceFile[] {
  const known = made.get(changes)
  if (known?.from === files) return known.to
  const to = changes.reduce((texts, { at, value }) => setAt(texts, at, value), files)
  made.set(changes, { from: files, to })
  return to
}

/**
 * The files with another value at a pointer; `undefined` takes the entry away, and with it what
 * would stay behind empty. Everything else of the text stays as it is, to the letter, where that
 * can be; else the file is written anew from its nodes, comments and order kept.
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
  if (value === undefined && way.found.length < steps.length) return files
  const { file } = way.parsed
  const text = value === undefined ? without(way) : withValue(way, steps, value)
  return files.map((one) => (one === file ? { ...one, text } : one))
}

function withValue(way: Way, steps: readonly string[], value: unknown): string {
  const path = [...way.found, ...steps.slice(way.found.length)]
  const text = splicedIn(way, path, value)
  return text !== undefined && says(text, path, value) ? text : rewritten(way, path, value)
}

/** What a case cannot do without stays, empty; any other map or list goes with its last entry. */
const STAYS = new Set(['sources', 'parties', 'issues', 'stances', 'proposals'])

function without(way: Way): string {
  const { nodes, found } = way
  const parent = nodes.at(-2)
  const isLast =
    parent !== null && parent !== undefined && 'items' in parent && parent.items.length < 2
  if (isLast && found.length > 1) {
    const above: Way = { ...way, nodes: nodes.slice(0, -1), found: found.slice(0, -1) }
    const stays = found.length === 2 && STAYS.has(String(found[0]))
    return stays ? withValue(above, above.found.map(String), {}) : without(above)
  }
  const text = cutOut(way)
  const now = rewritten(way, found, undefined)
  return text !== undefined && isSame(text, now) ? text : now
}

/** Whether the text reads as meant. */
function says(text: string, path: readonly (string | number)[], value: unknown): boolean {
  const document = documentFrom(text)
  if (document.errors.length > 0) return false
  const node: unknown = path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined,
    document.toJS()
  )
  return JSON.stringify(node) === JSON.stringify(value)
}

const isSame = (text: string, other: string): boolean => {
  const [one, two] = [documentFrom(text), documentFrom(other)]
  return one.errors.length === 0 && JSON.stringify(one.toJS()) === JSON.stringify(two.toJS())
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
