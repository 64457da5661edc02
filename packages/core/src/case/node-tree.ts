import type { Span } from '../model/span.ts'

/** YAML as the reader walks it: maps, lists and scalars, each with its place in the text. */
export type Node = MapNode | ListNode | ScalarNode

/** A map: keys in the order of the file, each with its own place. */
export interface MapNode {
  readonly kind: 'map'
  readonly span: Span
  readonly entries: ReadonlyMap<string, Entry>
}

/** A key and its value. */
export interface Entry {
  readonly key: Span
  readonly value: Node
}

/** A list. */
export interface ListNode {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Node[]
}

/** A single value; null where nothing stands. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly span: Span
  readonly value: string | number | boolean | null
}

/** The value under a key, if `node` is a map that has it. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined
}

/** The node under a pointer such as `stances/russia/redlines/0`; undefined when there is none. */
export function nodeAt(root: Node, at: string): Node | undefined {
  let node: Node | undefined = root
  for (const step of at === '' ? [] : at.split('/')) {
    node = node?.kind === 'list' ? node.items[Number(step)] : child(node, step)
  }
  return node
}

/**
 * A pointer as a reader says it: `deliverables.pull-back` rather than `deliverables/3`, where the
 * entries have ids.
 */
export function namedPath(root: Node, at: string): string {
  const steps = at.split('/')
  return steps
    .map(
      (step, index) =>
        scalarName(child(nodeAt(root, steps.slice(0, index + 1).join('/')), 'id')) ?? step
    )
    .join('.')
}

/** The span of a pointer; of the nearest ancestor when the pointer itself leads nowhere. */
export function spanAt(root: Node, at: string): Span {
  let node: Node = root
  for (const step of at === '' ? [] : at.split('/')) {
    const next: Node | undefined =
      node.kind === 'list' ? node.items[Number(step)] : child(node, step)
    if (!next) return node.span
    node = next
  }
  return node.span
}

/** The span of the key that leads to a pointer, or of the value where it is a list's item. */
export function keySpanAt(root: Node, at: string): Span {
  const cut = at.lastIndexOf('/')
  const parent = nodeAt(root, cut < 0 ? '' : at.slice(0, cut))
  const entry = parent?.kind === 'map' ? parent.entries.get(at.slice(cut + 1)) : undefined
  return entry?.key ?? spanAt(root, at)
}

/**
 * The ids of a map's keys (`note` is a remark), or of the `id` fields of a list's maps, in order.
 */
export function idsOf(node: Node | undefined): readonly string[] {
  if (node?.kind === 'map') return [...node.entries.keys()].filter((key) => key !== 'note')
  if (node?.kind !== 'list') return []
  return node.items.flatMap((item) => scalarName(child(item, 'id')) ?? [])
}

/** A scalar's text as a name; numbers are names too, such as a year. */
export function scalarName(node: Node | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean')
    return undefined
  return String(node.value)
}

/** A scalar's text, if the node is a scalar text. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}
