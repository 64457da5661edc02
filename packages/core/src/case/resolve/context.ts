import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Evidence, Judgement } from '../../model/judgement.ts'
import type { Span } from '../../model/span.ts'
import type { Names } from '../names.ts'
import type { MapNode } from '../node-tree.ts'
import { keySpanAt, nodeAt, spanAt } from '../node-tree.ts'

/** What every resolver needs: the tree for places, the names, and the way to report. */
export interface Context {
  readonly root: MapNode
  readonly names: Names
  readonly report: Report
  readonly used: ReadonlyMap<string, ReadonlySet<string>>
  /** Pointers at or below which the walk found trouble; nothing is said to be missing there. */
  readonly broken: ReadonlySet<string>
}

/** Which of these keys stand in the text under a pointer, sound or not. */
export function written<Key extends string>(
  context: Context,
  at: string,
  keys: readonly Key[]
): readonly Key[] {
  const node = nodeAt(context.root, at)
  return keys.filter((key) => node?.kind === 'map' && node.entries.has(key))
}

/** The place of the value under a pointer. */
export const valueAt = ({ root }: Context, at: string): { span: Span } => ({
  span: spanAt(root, at)
})

/** The place of the key that leads to a pointer. */
export const keyAt = ({ root }: Context, at: string): { span: Span } => ({
  span: keySpanAt(root, at)
})

/** A list's sound entries with the pointer of each; broken ones were reported and left as holes. */
export function entries<T>(
  list: readonly (T | undefined)[] | undefined,
  at: string
): readonly { readonly item: T; readonly at: string }[] {
  return (list ?? []).flatMap((item, index) =>
    item === undefined ? [] : [{ item, at: `${at}/${index}` }]
  )
}

/** A list's sound entries alone. */
export const solid = <T>(list: readonly (T | undefined)[] | undefined): readonly T[] =>
  entries(list, '').map(({ item }) => item)

/** A map as written, with its keys in the order of the text. */
export const mapOf = <T>(
  written: Readonly<Record<string, T>> | undefined
): ReadonlyMap<string, T> => new Map(Object.entries(written ?? {}))

/** Keeps the keys that have a value. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** Evidence as written in a map, over what is inherited. */
export function evidenceOf(own: object, inherited: Evidence = {}): Evidence {
  const { source, numbers, because } = own as Evidence
  return { ...inherited, ...present({ source, numbers, because }) }
}

/** Judgements by party or id that know who answers for them. */
export const sourcedMap = (
  judgements: Readonly<Record<string, Judgement>> | undefined,
  evidence: Evidence
): ReadonlyMap<string, Judgement> =>
  new Map([...mapOf(judgements)].map(([id, judgement]) => [id, sourced(judgement, evidence)]))

/** A judgement that knows who answers for it. */
export function sourced<T extends Judgement | undefined>(judgement: T, evidence: Evidence): T {
  return judgement && { ...judgement, ...evidence }
}

/** The line that `lines.<id>` names. */
export const lineId = (reference: `lines.${string}`): string => reference.slice('lines.'.length)
