import { CST, Lexer } from 'yaml'
import type { Data, Page } from '../diagnostic/diagnostic.ts'
import { directive, tooDeep, tooManyMarks, tooManyPieces } from './rules/syntax.ts'

/**
 * What a text may hold before it is parsed. Pieces are words, marks, gaps and line ends, and the
 * lines of longer texts: the parser's time and memory go by their number and hardly by the length
 * of the text. The largest shipped case has 15,000, one of 30 parties and 60 issues 140,000.
 */
export const SCAN_LIMITS = { pieces: 150_000, depth: 60 } as const

/** What a refusal says, and the offset of what it speaks of. */
export interface Refusal {
  readonly page: Page
  readonly at: number
  readonly data: Data
}

/** How many pieces the files of a case may still have between them. */
export interface PiecesLeft {
  left: number
}

/** Marks that a case needs rarely: how many it may have, and the words for them. */
const RARE: ReadonlyMap<string, readonly [most: number, what: string]> = new Map([
  ['tag', [100, 'tags (`!`)']],
  ['anchor', [2000, 'anchors (`&`)']],
  ['alias', [2000, 'aliases (`*`)']],
  ['explicit-key-ind', [200, 'keys behind a question mark (`?`)']],
  ['doc-start', [100, 'beginnings of documents (`---`)']],
  ['doc-end', [100, 'ends of documents (`...`)']]
])

/** Words for what a text may have most of; what is not here is a word of the text. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['newline', 'line ends'],
  ['space', 'gaps between words'],
  ['comment', 'remarks (`#`)'],
  ['comma', 'commas'],
  ['seq-item-ind', 'dashes (`- `)'],
  ['map-value-ind', 'colons'],
  ['flow-map-start', 'braces'],
  ['flow-map-end', 'braces'],
  ['flow-seq-start', 'brackets'],
  ['flow-seq-end', 'brackets']
])

/** What a text was cut into, for the parser to go on with; or why it is too hard for it. */
export type Scanned =
  | { readonly pieces: readonly string[]; readonly refusal?: undefined }
  | { readonly refusal: Refusal }

/**
 * Cuts a text into pieces as the parser's own first step does, and looks at one after the other, so
 * that quoted texts, block texts and remarks may hold any character. That step does not nest, and
 * ends with the first thing that is too much.
 */
export function scanYaml(text: string, left: PiecesLeft): Scanned {
  const scan = new Scan(left)
  const pieces: string[] = []
  let wordComes = false
  for (const piece of new Lexer().lex(text)) {
    pieces.push(piece)
    const sign: boolean = !wordComes && SIGNS.has(piece)
    if (sign) scan.sign(piece)
    else {
      const refusal = scan.next(piece, wordComes ? 'scalar' : (CST.tokenType(piece) ?? 'scalar'))
      if (refusal) return { refusal: { ...refusal, at: scan.at } }
      scan.pass(piece)
    }
    wordComes = sign && piece === CST.SCALAR
  }
  return { pieces }
}

/** Pieces that the first step adds: they say how to take the next one, and stand nowhere. */
const SIGNS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR])

class Scan {
  /** Offset of the piece that is looked at. */
  at = 0
  private lineStart = 0
  /** Columns of the levels that are open around it, outside brackets. */
  private readonly columns: number[] = []
  private brackets = 0
  /** Whether a level may begin here: at a line's first word, and behind the marks before it. */
  private opens = true
  private readonly counts = new Map<string, number>()
  private readonly pieces: PiecesLeft

  constructor(pieces: PiecesLeft) {
    this.pieces = pieces
  }

  next(piece: string, type: string): Omit<Refusal, 'at'> | undefined {
    const count = (this.counts.get(type) ?? 0) + 1
    this.counts.set(type, count)
    this.pieces.left -= linesOf(piece)
    if (this.pieces.left < 0) return this.tooMany()
    const [most, what] = RARE.get(type) ?? [Number.POSITIVE_INFINITY, '']
    if (count > most) return { page: tooManyMarks, data: { what, limit: most } }
    if (type === 'directive-line') return { page: directive, data: { line: piece } }
    this.level(type)
    // The outermost map is no level of its own.
    return this.columns.length + this.brackets > SCAN_LIMITS.depth + 1
      ? { page: tooDeep, data: { limit: SCAN_LIMITS.depth } }
      : undefined
  }

  /** Brackets that a line at the margin cuts off are open no longer. */
  sign(piece: string): void {
    if (piece === CST.FLOW_END) this.brackets = 0
  }

  /** Goes on behind a piece; quoted and block texts may hold lines. */
  pass(piece: string): void {
    const newline = piece.lastIndexOf('\n')
    if (newline >= 0) this.lineStart = this.at + newline + 1
    this.at += piece.length
  }

  private tooMany(): Omit<Refusal, 'at'> {
    const [commonest = ''] = [...this.counts].sort(([, a], [, b]) => b - a)[0] ?? []
    const what = COMMON.get(commonest) ?? RARE.get(commonest)?.[1] ?? 'words'
    return { page: tooManyPieces, data: { limit: SCAN_LIMITS.pieces, what } }
  }

  private level(type: string): void {
    if (type === 'newline') this.opens = true
    else if (this.brackets > 0 || type.startsWith('flow-')) this.bracket(type)
    else if (this.opens && !NO_LEVEL.has(type)) this.open(type)
  }

  private bracket(type: string): void {
    if (type.endsWith('-start')) this.brackets++
    if (type.endsWith('-end')) this.brackets = Math.max(0, this.brackets - 1)
  }

  private open(type: string): void {
    const column = this.at - this.lineStart
    while ((this.columns.at(-1) ?? -1) >= column) this.columns.pop()
    this.columns.push(column)
    this.opens = LEADING.has(type)
  }
}

/** How many lines a piece lies on: quoted and block texts may lie on many. */
function linesOf(piece: string): number {
  let lines = 1
  for (let i = piece.indexOf('\n'); i >= 0 && i + 1 < piece.length; i = piece.indexOf('\n', i + 1))
    lines++
  return lines
}

/** What may stand before the word or mark that opens a level. */
const NO_LEVEL: ReadonlySet<string> = new Set([
  'space',
  'comment',
  'anchor',
  'tag',
  'byte-order-mark'
])

/** Marks behind which another level may begin on the same line. */
const LEADING: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind'])
