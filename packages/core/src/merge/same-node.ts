import type { ListNode, MapNode, Node } from '../case/node-tree.ts'
import { child, scalarName } from '../case/node-tree.ts'

/** Whether two values say the same: maps in any order of keys, lists in theirs. */
export function sameNode(a: Node | undefined, b: Node | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b
  if (a.kind === 'scalar') return b.kind === 'scalar' && Object.is(a.value, b.value)
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => sameNode(item, b.items[i]))
    )
  return (
    b.kind === 'map' &&
    a.entries.size === b.entries.size &&
    [...a.entries].every(([key, { value }]) => sameNode(value, b.entries.get(key)?.value))
  )
}

/**
 * A list of entries by their `id` (or `body`, as pointers have it); undefined where an item has
 * none, or two have the same.
 */
export function entriesById(list: ListNode): ReadonlyMap<string, Node> | undefined {
  const entries = new Map<string, Node>()
  for (const item of list.items) {
    const id = scalarName(child(item, 'id')) ?? scalarName(child(item, 'body'))
    if (id === undefined || entries.has(id)) return undefined
    entries.set(id, item)
  }
  return entries
}

/** What lies below a node by name: a map's values, a list's entries; undefined for one value. */
export function below(node: Node | undefined): ReadonlyMap<string, Node> | undefined {
  if (node?.kind === 'map') return valuesOf(node)
  return node?.kind === 'list' ? entriesById(node) : undefined
}

const valuesOf = (map: MapNode): ReadonlyMap<string, Node> =>
  new Map([...map.entries].map(([key, { value }]) => [key, value]))

/** In how many places two values differ: an entry that is only in one counts once. */
export function differences(a: Node | undefined, b: Node | undefined): number {
  if (sameNode(a, b)) return 0
  const [olds, nows] = [below(a), below(b)]
  if (!olds || !nows || a?.kind !== b?.kind) return 1
  const keys = new Set([...olds.keys(), ...nows.keys()])
  const sum = [...keys].reduce((n, key) => n + differences(olds.get(key), nows.get(key)), 0)
  // Entries that are the same in another order are one change.
  return Math.max(sum, 1)
}
