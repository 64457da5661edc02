import type { MapNode, Node } from '../case/node-tree.ts'
import { parseYaml } from '../case/parse-yaml.ts'
import { mergePieces } from './merge-pieces.ts'
import type { NodeSides } from './merge-tree.ts'
import { mergeTree } from './merge-tree.ts'
import type { FileSides, Settling, Written } from './merged.ts'
import { settleClash } from './merged.ts'
import { rangeOfValue } from './node-text.ts'
import type { ReadText } from './remarks.ts'
import { withRemarks } from './remarks.ts'
import { rewrittenTree } from './rewrite-tree.ts'
import { sameNode } from './same-node.ts'
import { splicedTree } from './splice-tree.ts'

/** The texts of one file that all three have. */
interface Three {
  readonly name: string
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/** What one file's texts come to; nothing where the file is gone. */
export function mergeFile(sides: FileSides, settling: Settling): string | undefined {
  const { name, base, mine, theirs } = sides
  if (mine === theirs || base === mine) return theirs
  if (base === theirs) return mine
  // A file that is gone on one side and changed on the other has no fields to compare.
  if (mine === undefined || theirs === undefined) return wholeFile(sides, settling)
  const three = { name, base: base ?? '', mine, theirs }
  const trees = treesOf(three)
  const text = trees ? byFields(three, trees, settling) : byLines(three, settling)
  return text ?? wholeFile(sides, settling)
}

const wholeFile = (
  { name, base, mine, theirs }: FileSides,
  settling: Settling
): string | undefined => {
  const taken = settleClash(settling, { file: name, what: 'file', at: '', base, mine, theirs })
  return taken === 'mine' ? mine : theirs
}

type Trees = Readonly<Record<'base' | 'mine' | 'theirs', ReadText>>

/** The text by fields; undefined, and no conflict told, where no text was found that says so. */
function byFields(three: Three, trees: Trees, settling: Settling): string | undefined {
  const found: Settling = { chosen: settling.chosen, conflicts: [] }
  const meant = mergeTree(
    { base: trees.base.root, mine: trees.mine.root, theirs: trees.theirs.root },
    [],
    { ...found, file: three.name, written: (sides) => writtenIn(three, sides) }
  )
  const text = meant?.kind === 'map' ? textFor(trees, meant) : undefined
  if (text !== undefined) settling.conflicts.push(...found.conflicts)
  return text
}

function treesOf({ base, mine, theirs }: Three): Trees | undefined {
  const span = { file: 'base', start: 0, end: 0 }
  const empty: MapNode = { kind: 'map', span, entries: new Map() }
  const [own, other] = [rootOf('mine', mine), rootOf('theirs', theirs)]
  const before = base.trim() === '' ? empty : rootOf('base', base)
  if (!own || !other || !before) return undefined
  return {
    base: { text: base, root: before },
    mine: { text: mine, root: own },
    theirs: { text: theirs, root: other }
  }
}

/** What a text says, under the reader's limits; nothing where the reader would say something of it. */
function rootOf(side: string, text: string): MapNode | undefined {
  let isPlain = true
  const root = parseYaml({ name: side, text }, () => {
    isPlain = false
  })
  return isPlain ? root : undefined
}

function writtenIn(three: Three, { base, mine, theirs }: NodeSides): Written {
  const cut = (text: string, node: Node | undefined): string | undefined => {
    if (!node) return undefined
    const { start, end } = rangeOfValue(text, node)
    return text.slice(start, end)
  }
  return {
    base: cut(three.base, base),
    mine: cut(three.mine, mine),
    theirs: cut(three.theirs, theirs)
  }
}

/**
 * The text that says what is meant. The ways to it are tried from the one that keeps most of both
 * texts to the one that keeps least; what does not read as meant is passed by.
 */
function textFor(trees: Trees, meant: MapNode): string | undefined {
  const { base, mine, theirs } = trees
  const inPieces = (cut: (text: string) => readonly string[]) => () =>
    mergePieces(
      { base: cut(base.text), mine: cut(mine.text), theirs: cut(theirs.text) },
      () => 'theirs'
    )
  const ways: readonly (() => string | undefined)[] = [
    inPieces(linesOf),
    inPieces(wordsOf),
    () => splicedTree({ mine: mine.text, theirs: theirs.text }, theirs.root, meant),
    () => rewrittenTree(theirs.text, meant)
  ]
  for (const way of ways) {
    const text = reading(way(), meant)
    const whole = text && reading(withRemarks(text, trees), meant)
    if (whole) return whole.text
  }
  return undefined
}

function reading(text: string | undefined, meant: MapNode): ReadText | undefined {
  const root = text === undefined ? undefined : rootOf('theirs', text)
  return root && text !== undefined && sameNode(root, meant) ? { text, root } : undefined
}

/** A text line by line, line breaks included. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** A text by words, gaps and marks. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/\n *|[^\S\n]+|[\p{L}\p{N}_.-]+|./gsu) ?? []

/** Texts without fields: what lies in different lines is laid together. */
function byLines({ name, ...three }: Three, settling: Settling): string | undefined {
  const [base, mine, theirs] = [three.base, three.mine, three.theirs].map(linesOf)
  if (!base || !mine || !theirs) return undefined
  return mergePieces({ base, mine, theirs }, ({ from, to, ...written }) =>
    settleClash(settling, {
      file: name,
      what: 'lines',
      at: `${from + 1}-${Math.max(from + 1, to)}`,
      ...written
    })
  )
}
