import { CST, Lexer } from 'yaml'
import type { MapNode, Node } from '../case/node-tree.ts'
import { lineAround } from './node-text.ts'
import { entriesById } from './same-node.ts'

/** A text with what it says. */
export interface ReadText {
  readonly text: string
  readonly root: MapNode
}

interface Remark {
  readonly text: string
  readonly start: number
}

/** The remarks of a text that may be parsed, in their order. */
function remarksOf(text: string): readonly Remark[] {
  const found: Remark[] = []
  let at = 0
  let wordComes = false
  for (const piece of new Lexer().lex(text)) {
    // The first step of the parser adds signs that stand nowhere; behind one of them comes a word.
    const isSign: boolean = !wordComes && SIGNS.has(piece)
    if (!isSign) {
      if (!wordComes && CST.tokenType(piece) === 'comment') found.push({ text: piece, start: at })
      at += piece.length
    }
    wordComes = isSign && piece === CST.SCALAR
  }
  return found
}

const SIGNS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR])

/**
 * A merged text with the remarks that it lost: those that a side added, and those that both kept.
 * Each stands above the entry that it stood at, or above the nearest that is still there.
 */
export function withRemarks(
  merged: ReadText,
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', ReadText>>
): string {
  const there = countOf(remarksOf(merged.text))
  const [old, own, other] = [base, mine, theirs].map(({ text }) => countOf(remarksOf(text)))
  const meant = (name: string): number => {
    const [b, m, t] = [old, own, other].map((counts) => counts?.get(name) ?? 0)
    return wanted(b ?? 0, m ?? 0, t ?? 0)
  }
  const lines: { readonly at: number; readonly line: string }[] = []
  for (const side of [theirs, mine])
    for (const remark of remarksOf(side.text)) {
      const name = remark.text.trim()
      const missing = meant(name) - (there.get(name) ?? 0)
      if (missing <= 0) continue
      there.set(name, (there.get(name) ?? 0) + 1)
      lines.push(lineFor(merged, side, remark))
    }
  return lines
    .map((one, index) => ({ ...one, index }))
    .toSorted((a, b) => b.at - a.at || b.index - a.index)
    .reduce((text, { at, line }) => text.slice(0, at) + line + text.slice(at), merged.text)
}

/** How often a remark is to stand: what one side changed is as that side has it. */
const wanted = (base: number, mine: number, theirs: number): number =>
  mine === base ? theirs : theirs === base ? mine : Math.max(mine, theirs)

function countOf(remarks: readonly Remark[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of remarks) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1)
  return counts
}

function lineFor(
  merged: ReadText,
  side: ReadText,
  { text, start }: Remark
): { readonly at: number; readonly line: string } {
  const entries = placesIn(side.root)
  const line = lineAround(side.text, start)
  const isAlone = side.text.slice(line.start, start).trim() === ''
  const owner = isAlone
    ? entries.find((one) => one.start > start)
    : entries.findLast((one) => one.start < start)
  const there = new Map(placesIn(merged.root).map((one) => [one.way.join('/'), one.start]))
  for (let way = owner?.way ?? []; way.length > 0; way = way.slice(0, -1)) {
    const at = there.get(way.join('/'))
    if (at === undefined) continue
    const place = lineAround(merged.text, at)
    const before = merged.text.slice(place.start, at)
    if (/^ *$/.test(before)) return { at: place.start, line: `${before}${text.trim()}\n` }
  }
  const gap = merged.text === '' || merged.text.endsWith('\n') ? '' : '\n'
  return { at: merged.text.length, line: `${gap}${text.trim()}\n` }
}

interface Place {
  readonly way: readonly string[]
  readonly start: number
}

/** Every key of a text in their order, lists by the ids of their entries. */
function placesIn(root: Node): readonly Place[] {
  const places: Place[] = []
  const walk = (node: Node, way: readonly string[]): void => {
    if (node.kind === 'map')
      for (const [key, entry] of node.entries) {
        places.push({ way: [...way, key], start: entry.key.start })
        walk(entry.value, [...way, key])
      }
    if (node.kind === 'list')
      for (const [id, item] of entriesById(node) ?? []) walk(item, [...way, id])
  }
  walk(root, [])
  return places
}
