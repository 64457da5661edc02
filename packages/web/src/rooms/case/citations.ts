import type { SourceFile } from '@truce/core'
import { isDrawingFile } from '@truce/core/model'
import type { Node } from 'yaml'
import { isMap, isScalar, isSeq } from 'yaml'
import { documentOf } from './places.ts'

/**
 * A place that rests on a source: who claims it, whose figures it carries, or who put it forward.
 */
export interface Citation {
  readonly at: string
  /** The pointer with ids in place of list positions, for people. */
  readonly named: readonly string[]
  readonly as: 'source' | 'numbers' | 'by'
}

/** What cites each source, by the source's id. Works on any text that parses, sound or not. */
export function citationsIn(
  files: readonly SourceFile[]
): ReadonlyMap<string, readonly Citation[]> {
  const found = new Map<string, Citation[]>()
  const add = (id: string, citation: Citation): void => {
    found.set(id, [...(found.get(id) ?? []), citation])
  }
  for (const file of files)
    if (!isDrawingFile(file.name)) walk(documentOf(file).contents, { at: [], named: [] }, add)
  return found
}

interface Step {
  readonly at: readonly string[]
  readonly named: readonly string[]
}

function walk(
  node: Node | null,
  { at, named }: Step,
  add: (id: string, citation: Citation) => void
): void {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const id = isMap(item) ? (item.get('id') ?? item.get('body')) : undefined
      walk(
        item as Node,
        { at: [...at, String(index)], named: [...named, String(id ?? index + 1)] },
        add
      )
    }
    return
  }
  if (!isMap(node)) return
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue
    const word = String(key.value)
    if (cites(word, at) && isScalar(value) && value.value !== 'authors')
      add(String(value.value), { at: at.join('/'), named, as: word as Citation['as'] })
    else walk(value as Node | null, { at: [...at, word], named: [...named, word] }, add)
  }
}

/** `by` names a source only in a proposal; elsewhere it is a party. */
const cites = (key: string, at: readonly string[]): boolean =>
  key === 'source' ||
  key === 'numbers' ||
  (key === 'by' && at[0] === 'proposals' && at.length === 2)
