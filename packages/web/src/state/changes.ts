import type { SourceFile } from '@truce/core'
import { isDrawingFile } from '@truce/core/model'
import { parsed } from './pointer.ts'

/** What differs between two texts of a case at one place; `at` names items of lists by their ids. */
export type Change =
  | { readonly kind: 'added' | 'removed'; readonly at: string }
  | { readonly kind: 'changed'; readonly at: string; readonly from: string; readonly to: string }

type Entries = ReadonlyMap<string, unknown>

/**
 * What was added, removed and changed from one text of a case to another, by what they say: comments,
 * layout and the files that entries lie in make no difference. Texts that cannot be read are compared
 * as far as they can be.
 */
export function changesBetween(
  before: readonly SourceFile[],
  after: readonly SourceFile[]
): readonly Change[] {
  return walk([], dataOf(before), dataOf(after))
}

/** The data of all files as one map: a case may be spread over its files in any way. */
function dataOf(files: readonly SourceFile[]): Entries {
  const maps = files.map((file) =>
    isDrawingFile(file.name) ? weighed(file) : entriesOf(plain(file))
  )
  return maps.reduce<Entries>((all, map) => merged(all, map ?? new Map()), new Map())
}

/** The course of a line in few words: as long as it is, and a sum in which every letter counts. */
function weighed({ name, text }: SourceFile): Entries {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum = (31 * sum + text.charCodeAt(at)) >>> 0
  return new Map([[name, `${text.length} characters (${sum.toString(36)})`]])
}

/** A file as plain data; nothing where its references lead too far to be followed. */
function plain(file: SourceFile): unknown {
  try {
    return parsed(file).document.toJS() as unknown
  } catch {
    return undefined
  }
}

function merged(a: Entries, b: Entries): Entries {
  const both = new Map(a)
  for (const [key, value] of b) {
    const [old, now] = [entriesOf(both.get(key)), entriesOf(value)]
    both.set(key, old && now ? merged(old, now) : value)
  }
  return both
}

/** A map, or a list of things with ids, as entries; undefined for whatever is one value. */
function entriesOf(value: unknown): Entries | undefined {
  if (value instanceof Map) return value as Entries
  if (Array.isArray(value)) {
    const keys = value.map((item: unknown) =>
      isMap(item) ? (item['id'] ?? item['body']) : undefined
    )
    const isList = value.length > 0 && value.every(isMap)
    return isList ? new Map(value.map((item, i) => [String(keys[i] ?? i + 1), item])) : undefined
  }
  return isMap(value) ? new Map(Object.entries(value)) : undefined
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function walk(way: readonly string[], before: Entries, after: Entries): readonly Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys.flatMap((key): readonly Change[] => {
    const here = [...way, key]
    const at = here.join('/')
    const [old, now] = [before.get(key), after.get(key)]
    if (!before.has(key)) return [{ kind: 'added', at }]
    if (!after.has(key)) return [{ kind: 'removed', at }]
    const [olds, nows] = [entriesOf(old), entriesOf(now)]
    if (olds && nows) return walk(here, olds, nows)
    const [from, to] = [shown(old), shown(now)]
    return from === to ? [] : [{ kind: 'changed', at, from, to }]
  })
}

/** A value in few words; a range as it is written. */
function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? value : (JSON.stringify(value) ?? '').replaceAll(',', ', ')
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

const MOST = 120
