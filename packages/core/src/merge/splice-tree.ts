import type { Entry, Node } from '../case/node-tree.ts'
import type { TextRange } from './node-text.ts'
import {
  columnAt,
  inBrackets,
  leading,
  lineAround,
  moved,
  rangeOfEntry,
  rangeOfItem,
  rangeOfValue,
  remarksAbove
} from './node-text.ts'
import { entriesById } from './same-node.ts'

/** The two texts that a merged value is written from. */
export interface Texts {
  readonly mine: string
  readonly theirs: string
}

interface Splice extends TextRange {
  readonly text: string
}

/** A part of a map or list, with the stretch that it has in its own text. */
interface Part {
  readonly value: Node
  readonly range: TextRange
}

/**
 * Theirs' text with what the merged value has of mine written into it, place by place, as mine has
 * it: each part in its own words, remarks and layout. It may not read as meant where one text
 * stands in brackets and the other in lines; whoever asks looks.
 */
export function splicedTree(texts: Texts, theirs: Node, merged: Node): string {
  const splices: Splice[] = []
  splice({ texts, add: (one) => splices.push(one) }, theirs, merged)
  const inOrder = splices
    .map((one, index) => ({ ...one, index }))
    .toSorted((a, b) => a.start - b.start || a.index - b.index)
  let out = ''
  let done = 0
  for (const { start, end, text } of inOrder) {
    out += texts.theirs.slice(done, Math.max(done, start)) + text
    done = Math.max(done, end)
  }
  return out + texts.theirs.slice(done)
}

interface Splicing {
  readonly texts: Texts
  readonly add: (splice: Splice) => void
}

function splice(splicing: Splicing, theirs: Node, merged: Node): void {
  if (theirs === merged) return
  const { texts, add } = splicing
  const [olds, nows] = [partsOf(texts.theirs, theirs), entriesIn(merged)]
  if (!olds || !nows) return
  for (const [name, old] of olds) if (!nows.has(name)) add(cut(texts, theirs, { olds, old }))
  let before: Part | undefined
  for (const [name, now] of nows) {
    const old = olds.get(name)
    if (!old) add(putIn(texts, theirs, { olds, before, now: partIn(texts.mine, now) }))
    else if (now.value.span.file === 'mine') add(replaced(texts, old, now.value))
    else splice(splicing, old.value, now.value)
    before = old ?? before
  }
}

/** An entry of a map, or an item of a list, which has no key. */
interface Named {
  readonly key?: Entry['key']
  readonly value: Node
}

function entriesIn(node: Node): ReadonlyMap<string, Named> | undefined {
  if (node.kind === 'map') return node.entries
  const entries = node.kind === 'list' ? entriesById(node) : undefined
  return entries && new Map([...entries].map(([id, value]) => [id, { value }]))
}

/** The parts of a map or list of a text, by name. */
function partsOf(text: string, node: Node): ReadonlyMap<string, Part> | undefined {
  const entries = entriesIn(node)
  return entries && new Map([...entries].map(([name, one]) => [name, partIn(text, one)]))
}

const partIn = (text: string, { key, value }: Named): Part => ({
  value,
  range: key ? rangeOfEntry(text, { key, value }) : rangeOfItem(text, value)
})

/** A value in the place of another: in lines of its own below its key, or where the other stood. */
function replaced({ theirs, mine }: Texts, old: Part, value: Node): Splice {
  const line = lineAround(mine, value.span.start)
  const own = rangeOfValue(mine, value)
  const start = valueStart(theirs, old)
  const end = Math.max(start, old.range.end)
  const indent = leading(theirs, lineAround(theirs, old.range.start))
  if (mine.slice(line.start, own.start).trim() !== '') {
    const from = line.start + leading(mine, line)
    const text = moved(mine, { start: from, end: own.end }, indent).slice(own.start - from)
    const gap = /\s/.test(theirs.charAt(start - 1)) || start === old.range.start ? '' : ' '
    return { start, end, text: gap + text }
  }
  const column = columnAt(theirs, old.range.start) + 2
  const text = moved(mine, own, column)
  return { start, end, text: `\n${' '.repeat(column)}${text}` }
}

/** Where a value begins: behind its colon where it stands in lines of its own below. */
function valueStart(text: string, { value, range }: Part): number {
  if (value.span.end <= value.span.start) return range.end
  const between = text.slice(range.start, value.span.start)
  return between.includes('\n') ? range.start + between.indexOf(':') + 1 : value.span.start
}

/** Takes an entry out: its lines with the remarks above that mine has no more, or up to its comma. */
function cut(
  { theirs: text, mine }: Texts,
  parent: Node,
  { olds, old }: { readonly olds: ReadonlyMap<string, Part>; readonly old: Part }
): Splice {
  const { start, end } = old.range
  if (inBrackets(text, parent)) {
    const parts = [...olds.values()]
    const index = parts.indexOf(old)
    const [before, after] = [parts[index - 1], parts[index + 1]]
    if (after) return { start, end: after.range.start, text: '' }
    return { start: before?.range.end ?? start, end, text: '' }
  }
  const line = lineAround(text, start)
  const remarks = remarksAbove(text, line.start)
  const gone = text
    .slice(remarks.start, remarks.end)
    .split('\n')
    .every((one) => !mine.includes(one.trim()) || one.trim() === '')
  const last = lineAround(text, end).end
  return {
    start: gone ? remarks.start : line.start,
    end: Math.min(last + 1, text.length),
    text: ''
  }
}

interface Putting {
  readonly olds: ReadonlyMap<string, Part>
  readonly before: Part | undefined
  readonly now: Part
}

/** Puts an entry of mine behind the one that it has before it, else before the first. */
function putIn({ theirs, mine }: Texts, parent: Node, { olds, before, now }: Putting): Splice {
  const [first] = olds.values()
  const place = before ?? first
  if (!place) return { start: parent.span.start, end: parent.span.start, text: '' }
  if (inBrackets(theirs, parent)) {
    const own = mine.slice(now.range.start, now.range.end)
    const at = before ? before.range.end : place.range.start
    return { start: at, end: at, text: before ? `, ${own}` : `${own}, ` }
  }
  const column = columnAt(theirs, place.range.start)
  const line = lineAround(mine, now.range.start)
  const isInLines = mine.slice(line.start, now.range.start).trim() === ''
  const whole = isInLines
    ? { start: now.range.start, end: lineAround(mine, now.range.end).end }
    : now.range
  const above = isInLines ? remarksAbove(mine, line.start) : { start: 0, end: 0 }
  const indent = ' '.repeat(column)
  const remarks = mine
    .slice(above.start, above.end)
    .split('\n')
    .slice(0, -1)
    .map((one) => `${indent}${one.trim()}\n`)
  const text = `${remarks.join('')}${indent}${moved(mine, whole, column)}`
  if (before) {
    const { end } = lineAround(theirs, before.range.end)
    return { start: end, end, text: `\n${text}` }
  }
  const { start } = remarksAbove(theirs, lineAround(theirs, place.range.start).start)
  return { start, end: start, text: `${text}\n` }
}
