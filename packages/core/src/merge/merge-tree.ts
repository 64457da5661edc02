import type { Entry, ListNode, MapNode, Node } from '../case/node-tree.ts'
import type { EntryOrders } from './entry-order.ts'
import { placedIn, reordered } from './entry-order.ts'
import type { Clash, Settling, Written } from './merged.ts'
import { settleClash } from './merged.ts'
import { entriesById, sameNode } from './same-node.ts'

/** One place in the three texts; nothing where a text does not have it. */
export interface NodeSides {
  readonly base: Node | undefined
  readonly mine: Node | undefined
  readonly theirs: Node | undefined
}

/** What the merging of one file needs to know. */
export interface TreeMerging extends Settling {
  readonly file: string
  /** A place as it is written in the three texts. */
  readonly written: (sides: NodeSides) => Written
}

/**
 * The value that three values come to: what one side changed is as that side has it, what both
 * changed to different values is a conflict. Parts that come from one text are that text's own
 * nodes, so that their places are known.
 */
export function mergeTree(
  sides: NodeSides,
  way: readonly string[],
  merging: TreeMerging
): Node | undefined {
  const { base, mine, theirs } = sides
  if (sameNode(mine, theirs) || sameNode(base, mine)) return theirs
  if (sameNode(base, theirs)) return mine
  const maps = mapsIn(sides)
  if (maps) return mergedMap(maps, way, merging)
  const lists = listsIn(sides)
  if (lists) return mergedList(lists, way, merging)
  return sides[clash(merging, { what: 'value', at: way.join('/') }, merging.written(sides))]
}

const clash = (
  merging: TreeMerging,
  place: Pick<Clash, 'what' | 'at'>,
  written: Written
): 'mine' | 'theirs' => settleClash(merging, { file: merging.file, ...place, ...written })

interface Sides<T> {
  readonly base: T | undefined
  readonly mine: T
  readonly theirs: T
}

/**
 * Three maps. Two that are new are merged only where they hold nothing but entries: of one new
 * entry half from here and half from there would be what nobody wrote.
 */
function mapsIn({ base, mine, theirs }: NodeSides): Sides<MapNode> | undefined {
  if (mine?.kind !== 'map' || theirs?.kind !== 'map') return undefined
  if (base?.kind === 'map') return { base, mine, theirs }
  return base === undefined && holdsEntries(mine) && holdsEntries(theirs)
    ? { base, mine, theirs }
    : undefined
}

const holdsEntries = ({ entries }: MapNode): boolean =>
  [...entries.values()].every(
    ({ value }) => value.kind === 'map' || (value.kind === 'list' && isOfEntries(value))
  )

const isOfEntries = (list: ListNode): boolean =>
  list.items.length > 0 && entriesById(list) !== undefined

interface EntryList {
  readonly list: ListNode
  readonly entries: ReadonlyMap<string, Node>
}

function listsIn({ base, mine, theirs }: NodeSides): Sides<EntryList> | undefined {
  const [first, second] = [entryList(mine), entryList(theirs)]
  const before = entryList(base)
  if (!first || !second || (base !== undefined && !before)) return undefined
  return { base: before, mine: first, theirs: second }
}

function entryList(node: Node | undefined): EntryList | undefined {
  const entries = node?.kind === 'list' ? entriesById(node) : undefined
  return node?.kind === 'list' && entries ? { list: node, entries } : undefined
}

function mergedMap(
  { base, mine, theirs }: Sides<MapNode>,
  way: readonly string[],
  merging: TreeMerging
): Node {
  const [own, other] = [[...mine.entries.keys()], [...theirs.entries.keys()]]
  const merged = new Map<string, Entry>()
  for (const key of new Set([...other, ...own])) {
    const value = mergeTree(
      {
        base: base?.entries.get(key)?.value,
        mine: mine.entries.get(key)?.value,
        theirs: theirs.entries.get(key)?.value
      },
      [...way, key],
      merging
    )
    const entry = theirs.entries.get(key) ?? mine.entries.get(key)
    if (value && entry) merged.set(key, { key: entry.key, value })
  }
  const order = placedIn(other, own, (key) => merged.has(key))
  const entries = order.flatMap((key): readonly (readonly [string, Entry])[] => {
    const entry = merged.get(key)
    return entry ? [[key, entry]] : []
  })
  return { ...theirs, entries: new Map(entries) }
}

function mergedList(
  { base, mine, theirs }: Sides<EntryList>,
  way: readonly string[],
  merging: TreeMerging
): Node {
  const orders: EntryOrders = {
    base: [...(base?.entries.keys() ?? [])],
    mine: [...mine.entries.keys()],
    theirs: [...theirs.entries.keys()]
  }
  const merged = new Map<string, Node>()
  for (const id of new Set([...orders.theirs, ...orders.mine])) {
    const sides = {
      base: base?.entries.get(id),
      mine: mine.entries.get(id),
      theirs: theirs.entries.get(id)
    }
    const value = mergeTree(sides, [...way, id], merging)
    if (value) merged.set(id, value)
  }
  const isMine = ordersMine(orders, way, merging)
  const [first, second] = isMine ? [orders.mine, orders.theirs] : [orders.theirs, orders.mine]
  const order = placedIn(first, second, (id) => merged.has(id))
  return { ...theirs.list, items: order.flatMap((id) => merged.get(id) ?? []) }
}

/** Whether the entries stand in mine's order. */
function ordersMine(orders: EntryOrders, way: readonly string[], merging: TreeMerging): boolean {
  const who = reordered(orders)
  if (who !== 'both') return who === 'mine'
  const written = {
    base: orders.base.join(', '),
    mine: orders.mine.join(', '),
    theirs: orders.theirs.join(', ')
  }
  return clash(merging, { what: 'order', at: way.join('/') }, written) === 'mine'
}
