import type { SourceFile } from '@truce/core'
import { isDrawingFile } from '@truce/core/model'
import type { Document, Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml'
import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { documentFrom } from './yaml-text.ts'

/** A parsed file of a case. */
export interface Parsed {
  readonly file: SourceFile
  readonly document: Document.Parsed
}

/** Where a pointer leads in one file: the nodes on the way, as deep as it goes. */
export interface Way {
  readonly parsed: Parsed
  /** The node of each step that was found, the root first. */
  readonly nodes: readonly (ParsedNode | null)[]
  /** The steps as keys of maps and indices of lists, as many as were found. */
  readonly found: readonly (string | number)[]
}

/** A place in a text, offsets from its start. */
export interface Stretch {
  readonly file: string
  readonly start: number
  readonly end: number
}

const parsedTexts = new WeakMap<SourceFile, Parsed>()

/** Parses a file as core does; remembered for each text. */
export function parsed(file: SourceFile): Parsed {
  const known = parsedTexts.get(file) ?? {
    file,
    document: documentFrom(file.text)
  }
  parsedTexts.set(file, known)
  return known
}

/**
 * The way of a pointer such as `stances/russia/redlines/no-nato/firmness` through the file in which
 * it leads deepest; the first file by name where several do. Steps into lists are indices, or the
 * `id` (or `body`) of an item. A case's maps may be spread over its files.
 */
export function wayOf(files: readonly SourceFile[], at: string): Way | undefined {
  const steps = at === '' ? [] : at.split('/')
  const ways = files
    .filter(({ name }) => !isDrawingFile(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((file) => walk(parsed(file), steps))
  return ways.reduce<Way | undefined>(
    (best, way) => (best && best.found.length >= way.found.length ? best : way),
    undefined
  )
}

/**
 * The stretch of text that a pointer leads to, key included; of what is nearest to it where it
 * leads nowhere.
 */
export function stretchOf(files: readonly SourceFile[], at: string): Stretch | undefined {
  const way = wayOf(files, at)
  const node = way?.nodes.at(-1)
  if (!way || !node) return undefined
  const parent = way.nodes.at(-2)
  const key = isMap(parent)
    ? (pairOf(parent, String(way.found.at(-1)))?.key as ParsedNode | undefined)
    : undefined
  const [start, end] = node.range
  return { file: way.parsed.file.name, start: key?.range[0] ?? start, end }
}

/** What is written at a pointer, as plain data; undefined when nothing is. */
export function writtenAt(files: readonly SourceFile[], at: string): unknown {
  const way = wayOf(files, at)
  return way && reaches(way, at)
    ? (way.nodes.at(-1)?.toJS(way.parsed.document) as unknown)
    : undefined
}

/** Whether a way leads to the end of its pointer. */
export const reaches = ({ found }: Way, at: string): boolean =>
  found.length === at.split('/').length

function walk(from: Parsed, steps: readonly string[]): Way {
  const nodes: (ParsedNode | null)[] = [from.document.contents]
  const found: (string | number)[] = []
  for (const one of steps) {
    const node = nodes.at(-1)
    if (isMap(node)) {
      const pair = pairOf(node, one)
      if (!pair) break
      nodes.push((pair.value as ParsedNode | null) ?? null)
      found.push(one)
    } else if (isSeq(node)) {
      const index = indexIn(node, one)
      if (index === undefined) break
      nodes.push(node.items[index] as ParsedNode)
      found.push(index)
    } else break
  }
  return { parsed: from, nodes, found }
}

/** The pair of a key; numbers are names too, such as a year. */
export function pairOf(map: YAMLMap | YAMLMap.Parsed, key: string): Pair | undefined {
  return (map.items as Pair[]).find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
}

function indexIn(list: YAMLSeq | YAMLSeq.Parsed, step: string): number | undefined {
  const named = list.items.findIndex(
    (item) =>
      isMap(item) && [item.get('id'), item.get('body')].some((id) => String(id ?? '') === step)
  )
  if (named >= 0) return named
  return /^\d+$/.test(step) && Number(step) < list.items.length ? Number(step) : undefined
}

/** The pointer of what stands at a stretch of a text: as deep as it goes, lists by position. */
export function pointerAt(files: readonly SourceFile[], span: Stretch): string {
  const file = files.find(({ name }) => name === span.file)
  const steps: string[] = []
  let node: unknown = file && parsed(file).document.contents
  while (isMap(node) || isSeq(node)) {
    const below = isMap(node) ? inMap(node, span.start) : inList(node, span.start)
    if (!below) break
    steps.push(below.step)
    node = below.node
  }
  return steps.join('/')
}

interface Below {
  readonly step: string
  readonly node: unknown
}

function inMap(map: YAMLMap, offset: number): Below | undefined {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    const from = key.range?.[0] ?? Number.POSITIVE_INFINITY
    const to = isNode(value) ? (value.range?.[1] ?? from) : (key.range?.[1] ?? from)
    if (offset >= from && (offset < to || offset === from)) {
      const isAtKey = offset < (key.range?.[1] ?? from)
      return { step: String(key.value), node: isAtKey ? undefined : value }
    }
  }
  return undefined
}

function inList(list: YAMLSeq, offset: number): Below | undefined {
  const index = list.items.findIndex(
    (item) => isNode(item) && item.range && offset >= item.range[0] && offset < item.range[1]
  )
  return index < 0 ? undefined : { step: String(index), node: list.items[index] }
}
