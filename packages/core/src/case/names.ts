import type { MapNode, Node } from './node-tree.ts'
import { child, idsOf, scalarName, textOf } from './node-tree.ts'

/** The kinds of thing a case names. */
export const KINDS = [
  'source',
  'party',
  'scenario',
  'issue',
  'poll',
  'proposal',
  'line',
  'gate',
  'withdrawal',
  'deliverable',
  'meeting',
  'channel',
  'track',
  'overture',
  'rung',
  'state',
  'redline'
] as const
/** One kind of thing a case names. */
export type Kind = (typeof KINDS)[number]

/** An issue as far as conditions need it. */
export interface IssueNames {
  readonly id: string
  readonly options: readonly string[]
  readonly ordered: boolean
  readonly divisible?: { readonly from: number; readonly to: number; readonly step?: number }
}

/**
 * All names of a case, collected before anything is checked, so that order and files do not matter.
 */
export interface Names {
  readonly of: ReadonlyMap<Kind, ReadonlySet<string>>
  readonly issues: ReadonlyMap<string, IssueNames>
  readonly moves: ReadonlyMap<string, ReadonlySet<string>>
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>
}

const PLACES: readonly (readonly [Kind, string])[] = [
  ['source', 'sources'],
  ['party', 'parties'],
  ['scenario', 'scenarios'],
  ['issue', 'issues'],
  ['poll', 'polls'],
  ['proposal', 'proposals'],
  ['line', 'lines'],
  ['gate', 'gates'],
  ['withdrawal', 'withdrawals'],
  ['deliverable', 'deliverables'],
  ['meeting', 'meetings'],
  ['channel', 'channels'],
  ['track', 'tracks'],
  ['overture', 'overtures']
]

/** Walks the merged tree once and collects what it names; tolerates anything malformed. */
export function collectNames(root: MapNode): Names {
  const of = new Map<Kind, ReadonlySet<string>>(
    PLACES.map(([kind, key]) => [kind, new Set(idsOf(child(root, key)))])
  )
  const graph = child(root, 'graph')
  of.set(
    'state',
    new Set([...idsOf(child(graph, 'states')), ...listOfTexts(child(graph, 'nodes'))])
  )
  of.set('rung', new Set(rungsOf(child(child(root, 'escalation'), 'ladder'))))
  return {
    of,
    issues: mapOf(child(root, 'issues'), issueNames),
    moves: mapOf(child(graph, 'moves'), (moves) => new Set(idsOf(moves))),
    answers: mapOf(child(root, 'polls'), (poll) => new Set(idsOf(child(poll, 'answers'))))
  }
}

/** The ladder's rungs; `kahn` stands for the 44 of Kahn's ladder, named `kahn-1` to `kahn-44`. */
function rungsOf(ladder: Node | undefined): readonly string[] {
  if (textOf(ladder) === 'kahn')
    return Array.from({ length: 44 }, (_, index) => `kahn-${index + 1}`)
  return idsOf(ladder)
}

function issueNames(node: Node, id: string): IssueNames {
  const divisible = child(node, 'divisible')
  const ordered = child(node, 'ordered')
  const from = numberOf(child(divisible, 'from'))
  const to = numberOf(child(divisible, 'to'))
  const step = numberOf(child(divisible, 'step'))
  const range =
    from === undefined || to === undefined
      ? {}
      : { divisible: { from, to, ...(step === undefined ? {} : { step }) } }
  const isOrdered =
    divisible !== undefined || (ordered?.kind === 'scalar' && ordered.value === true)
  return { id, options: optionIds(child(node, 'options')), ordered: isOrdered, ...range }
}

/**
 * Options stand as a map. Of a list, which is refused where it stands, the names are taken all the
 * same, so that nobody is told at every use that an option does not exist.
 */
function optionIds(node: Node | undefined): readonly string[] {
  if (node?.kind !== 'list') return idsOf(node)
  return node.items.flatMap((item) =>
    item.kind === 'map' && !item.entries.has('id')
      ? [...item.entries.keys()].slice(0, 1)
      : (scalarName(item.kind === 'map' ? child(item, 'id') : item) ?? [])
  )
}

function mapOf<T>(
  node: Node | undefined,
  read: (value: Node, key: string) => T
): ReadonlyMap<string, T> {
  if (node?.kind !== 'map') return new Map()
  return new Map(
    [...node.entries]
      .filter(([key]) => key !== 'note')
      .map(([key, entry]) => [key, read(entry.value, key)])
  )
}

function listOfTexts(node: Node | undefined): readonly string[] {
  return node?.kind === 'list' ? node.items.flatMap((item) => scalarName(item) ?? []) : []
}

/** A scalar's number, if the node is one. */
export function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
}
