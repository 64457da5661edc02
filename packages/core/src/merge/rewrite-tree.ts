import type { Document } from 'yaml'
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import type { MapNode, Node } from '../case/node-tree.ts'
import { entriesById } from './same-node.ts'

/**
 * Theirs' text written anew so that it says what the merged value says: remarks and order stay,
 * the layout is the writer's. For what cannot be spliced into a text.
 */
export function rewrittenTree(theirs: string, merged: Node): string {
  const document = parseDocument(theirs, {
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'core',
    resolveKnownTags: false
  })
  document.contents = brought(document, document.contents, merged) as typeof document.contents
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A node of the document made to say what is meant; itself where it can. */
function brought(document: Document.Parsed, node: unknown, meant: Node): unknown {
  if (isMap(node) && meant.kind === 'map') {
    const pairs = new Map(
      node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair])
    )
    node.items = [...meant.entries].map(([key, { value }]) => {
      const pair = pairs.get(key)
      if (!pair) return document.createPair(key, plainOf(value))
      pair.value = brought(document, pair.value, value) as typeof pair.value
      return pair
    })
    return node
  }
  if (isSeq(node) && meant.kind === 'list' && entriesById(meant)) {
    const items = new Map(node.items.map((item) => [idIn(item), item]))
    node.items = [...(entriesById(meant) ?? [])].map(([id, value]) =>
      brought(document, items.get(id), value)
    )
    return node
  }
  if (isScalar(node) && meant.kind === 'scalar' && node.value === meant.value) return node
  const made = document.createNode(plainOf(meant))
  if (isNode(node) && isNode(made)) {
    made.comment = node.comment ?? null
    made.commentBefore = node.commentBefore ?? null
  }
  return made
}

const idIn = (item: unknown): string =>
  isMap(item) ? String(item.get('id') ?? item.get('body') ?? '') : ''

function plainOf(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainOf)
  return plainMap(node)
}

const plainMap = ({ entries }: MapNode): ReadonlyMap<string, unknown> =>
  new Map([...entries].map(([key, { value }]) => [key, plainOf(value)]))
