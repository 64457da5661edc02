import type { CST, Document, ParsedNode } from 'yaml'
import { Composer, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml'
import type { Page, Report } from '../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../model/span.ts'
import type { Entry, MapNode, Node } from './node-tree.ts'
import * as pages from './rules/syntax.ts'
import type { PiecesLeft } from './scan-yaml.ts'
import { SCAN_LIMITS, scanYaml } from './scan-yaml.ts'
import { TEXT_LIMITS } from './text-limits.ts'

/**
 * YAML 1.2 core whatever the file's directives say: `no` stays a text, and no tag builds anything.
 */
const PARSING = {
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  schema: 'core',
  resolveKnownTags: false
} as const

/** So many of the parser's errors are looked at; of these a few are told. */
const LOOKED_AT = 200

/** Keys that would reach into JavaScript's objects instead of the case. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Parses one file. Every problem is reported; undefined when there is no map to go on with. */
export function parseYaml(
  file: SourceFile,
  report: Report,
  pieces: PiecesLeft = { left: SCAN_LIMITS.pieces }
): MapNode | undefined {
  const whole: Span = { file: file.name, start: 0, end: Math.min(file.text.length, 1) }
  if (file.text.length > TEXT_LIMITS.fileLength)
    return void report(pages.tooLarge, { span: whole }, { limit: '2 MB' })
  const broken = file.text.search(/[\0\uFFFD]/)
  if (broken >= 0) {
    return void report(pages.notText, { span: { file: file.name, start: broken, end: broken + 1 } })
  }
  // The file before said that there is too much; once is enough.
  if (pieces.left < 0) return undefined
  const scanned = scanYaml(file.text, pieces)
  if (scanned.refusal) {
    const { refusal } = scanned
    const span = { file: file.name, start: refusal.at, end: refusal.at + 1 }
    return void report(refusal.page, { span }, refusal.data)
  }
  return new Builder(file, report).build(scanned.pieces)
}

class Builder {
  private readonly file: SourceFile
  private readonly report: Report
  private readonly anchors = new Map<string, ParsedNode>()
  private count = 0
  private refused = false

  constructor(file: SourceFile, report: Report) {
    this.file = file
    this.report = report
  }

  build(pieces: readonly string[]): MapNode | undefined {
    const documents = withoutTraces(() => documentsOf(pieces))
    const [first, second] = documents
    for (const document of documents) this.syntax(document)
    if (documents.some((document) => document.errors.length > 0)) return undefined
    if (second?.contents)
      return void this.report(pages.severalDocuments, { span: this.span(second.contents.range) })
    if (!first?.contents || (isScalar(first.contents) && first.contents.value === null)) {
      return void this.report(pages.notAMap, { span: this.span([0, 1]) }, { what: 'nothing' })
    }
    const node = this.node(first.contents, 0)
    if (this.refused) return undefined
    if (node?.kind === 'map') return node
    if (node)
      this.report(
        pages.notAMap,
        { span: node.span },
        { what: node.kind === 'list' ? 'a list' : 'a single value' }
      )
    return undefined
  }

  /**
   * One diagnostic for each indented block that the parser stumbles over: its later errors are
   * mostly echoes.
   */
  private syntax({ errors, contents }: ParsedDocument): void {
    const seen = new Set<number>()
    for (const error of errors.slice(0, LOOKED_AT)) {
      if (seen.size >= TEXT_LIMITS.syntaxErrors) return
      const isOpenQuote = error.code === 'MISSING_CHAR' && error.message.includes('closing')
      const start = (isOpenQuote ? lastScalar(contents)?.range?.[0] : undefined) ?? error.pos[0]
      const block = this.blockStart(start)
      if (seen.has(block)) continue
      seen.add(block)
      this.report(
        pages.syntax,
        { span: this.span([start, isOpenQuote ? start + 1 : error.pos[1]]) },
        { reason: pages.plainReason(error) }
      )
    }
  }

  /** Offset of the unindented line that starts the block around `offset`. */
  private blockStart(offset: number): number {
    const { text } = this.file
    let start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
    // A negative place would be taken for the first one.
    while (start > 0 && /^[\s#]?$/.test(text.charAt(start)))
      start = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1
    return start
  }

  private node(source: ParsedNode | null, depth: number): Node | undefined {
    if (this.refused || source === null) return undefined
    if (++this.count > TEXT_LIMITS.nodes)
      return this.refuse(pages.tooManyNodes, [0, 1], TEXT_LIMITS.nodes)
    if (depth > TEXT_LIMITS.depth)
      return this.refuse(pages.tooDeep, source.range, TEXT_LIMITS.depth)
    if (isAlias(source)) return this.alias(source.source, source.range, depth)
    if ('anchor' in source && source.anchor) this.anchors.set(source.anchor, source)
    if ('tag' in source && source.tag) this.tag(source.tag, source.range[0])
    if (isMap(source)) return this.map(source as unknown as MapSource, depth)
    if (isSeq(source)) {
      const items = source.items.flatMap((item) => this.node(item as ParsedNode, depth + 1) ?? [])
      return { kind: 'list', span: this.span(source.range), items }
    }
    const value = isScalar(source) ? source.value : null
    return { kind: 'scalar', span: this.span(source.range), value: scalar(value) }
  }

  private refuse(page: Page, range: readonly number[], limit: number): undefined {
    this.refused = true
    this.report(page, { span: this.span(range) }, { limit })
  }

  /** Tags stand before their value; an alias repeats the value and not its tag. */
  private tag(tag: string, before: number): void {
    const start = this.file.text.lastIndexOf('!', before - 1)
    const first = this.file.text.charAt(start - 1) === '!' ? start - 1 : start
    const text = /^!(?:<[^>]*>|[^\s,[\]{}]*)/.exec(this.file.text.slice(first, before))?.[0] ?? ''
    this.report(
      pages.foreignTag,
      { span: this.span([first, first + text.length]) },
      { tag: text || tag }
    )
  }

  private alias(
    name: string,
    range: readonly number[] | null | undefined,
    depth: number
  ): Node | undefined {
    const target = this.anchors.get(name)
    if (!target) return void this.report(pages.unknownAlias, { span: this.span(range) }, { name })
    return this.node(target, depth + 1)
  }

  private map(source: MapSource, depth: number): MapNode {
    const entries = new Map<string, Entry>()
    for (const pair of source.items) {
      const key = keyOf(pair.key)
      const span = this.span((pair.key as ParsedNode | null)?.range ?? source.range)
      if (key === undefined || key === '<<') this.report(pages.oddKey, { span })
      else if (FORBIDDEN_KEYS.has(key)) this.report(pages.forbiddenKey, { span }, { key })
      else this.entry(entries, { key, span, value: pair.value, depth })
    }
    return { kind: 'map', span: this.span(source.range), entries }
  }

  private entry(
    entries: Map<string, Entry>,
    {
      key,
      span,
      value,
      depth
    }: {
      readonly key: string
      readonly span: Span
      readonly value: ParsedNode | null
      readonly depth: number
    }
  ): void {
    const earlier = entries.get(key)
    if (earlier) {
      const related = [{ span: earlier.key, message: 'it stands here first' }]
      this.report(pages.duplicateKey, { span, related }, { key })
      return
    }
    const empty: Node = { kind: 'scalar', span: { ...span, start: span.end }, value: null }
    const node = value === null ? empty : this.node(value, depth + 1)
    if (node) entries.set(key, { key: span, value: node })
  }

  private span(range: readonly number[] | null | undefined): Span {
    const { length } = this.file.text
    const start = Math.min(range?.[0] ?? 0, length)
    return {
      file: this.file.name,
      start,
      end: Math.min(Math.max(start, range?.[1] ?? start), length)
    }
  }
}

/** The text's documents; those behind the two-hundredth thing that stands in none are left out. */
function documentsOf(pieces: readonly string[]): readonly Document.Parsed[] {
  const composer = new Composer(PARSING)
  const documents: Document.Parsed[] = []
  let astray = 0
  for (const token of tokensOf(pieces)) {
    if (token.type === 'error' && ++astray > LOOKED_AT) break
    documents.push(...composer.next(token))
  }
  documents.push(...composer.end())
  return documents
}

/** As the parser makes them of a text, whose pieces are at hand already. */
function* tokensOf(pieces: readonly string[]): Generator<CST.Token> {
  const parser = new Parser()
  for (const piece of pieces) yield* parser.next(piece)
  yield* parser.end()
}

/**
 * Works without noting where in the program an error came from: the parser makes one for each thing
 * it stumbles over, and the notes cost more than all the rest.
 */
function withoutTraces<T>(work: () => T): T {
  const before: unknown = Reflect.get(Error, 'stackTraceLimit')
  Reflect.set(Error, 'stackTraceLimit', 0)
  try {
    return work()
  } finally {
    Reflect.set(Error, 'stackTraceLimit', before)
  }
}

type ParsedDocument = Pick<Document.Parsed, 'errors' | 'contents'>

/** The scalar the text ends in: where a quote was left open, it starts there. */
function lastScalar(
  node: unknown
): { readonly range?: readonly number[] | null | undefined } | undefined {
  if (isScalar(node)) return node
  if (isSeq(node)) return lastScalar(node.items.at(-1))
  const last = isMap(node) ? node.items.at(-1) : undefined
  return last && lastScalar(last.value ?? last.key)
}

interface MapSource {
  readonly range: readonly number[] | null | undefined
  readonly items: readonly { readonly key: unknown; readonly value: ParsedNode | null }[]
}

function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return value === null || value === undefined ? null : String(value)
}

/** A key's text; none for a list, a map, or nothing (`~`, `null`), which name no entry. */
function keyOf(key: unknown): string | undefined {
  return isScalar(key) && key.value !== null ? String(key.value) : undefined
}
