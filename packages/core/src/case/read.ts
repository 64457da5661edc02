import type { Diagnostic, Report } from '../diagnostic/diagnostic.ts'
import { collector, sorted } from '../diagnostic/diagnostic.ts'
import type { Case } from '../model/case.ts'
import type { SourceFile, Span } from '../model/span.ts'
import { isDrawingFile } from '../model/span.ts'
import { bounded, unlessStopped } from './bounded.ts'
import { mergeFiles } from './merge-files.ts'
import type { Names } from './names.ts'
import { collectNames } from './names.ts'
import type { MapNode } from './node-tree.ts'
import { child, spanAt, textOf } from './node-tree.ts'
import { parseYaml } from './parse-yaml.ts'
import { readBySchema } from './read-by-schema.ts'
import { resolve } from './resolve/resolve.ts'
import * as pages from './rules/syntax.ts'
import type { PiecesLeft } from './scan-yaml.ts'
import { SCAN_LIMITS } from './scan-yaml.ts'
import { document } from './schema/document.ts'
import { withoutSlips } from './spelling.ts'
import { TEXT_LIMITS } from './text-limits.ts'

/**
 * A case as read: what could be understood, everything that was found, and the way back into the
 * text.
 */
export interface Reading {
  /**
   * Present unless the text is too broken to say what the parties or sources are. May hold gaps
   * when there are errors.
   */
  readonly case?: Case
  /** True when there is no error, so that `case` is whole. */
  readonly sound: boolean
  readonly title?: string
  readonly diagnostics: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
  readonly names: Names
  /** The place a pointer (`at`) leads to. */
  readonly spanOf: (at: string) => Span
}

/**
 * Reads the files of a case. Never throws on bad input; reports every problem at once. Order of
 * files does not matter. Courses of lines lie among the files and are read when they are asked for.
 */
export function readCase(files: readonly SourceFile[], extra: readonly Diagnostic[] = []): Reading {
  const { report, found } = collector()
  const limited = bounded(report)
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  const written = inOrder.filter(({ name }) => !isDrawingFile(name))
  const text = unlessStopped(() => gather(written, limited)) ?? NOTHING
  const source = text.whole ? unlessStopped(() => understand(text, limited)) : undefined
  const title = textOf(child(text.root, 'title'))
  const diagnostics = sorted([...extra, ...withoutSlips(withoutEchoes(found), written)])
  return {
    sound: source !== undefined && !diagnostics.some((one) => one.severity === 'error'),
    diagnostics,
    files: inOrder,
    names: text.names,
    spanOf: (at) => spanAt(text.root, at),
    ...(source ? { case: source } : {}),
    ...(title === undefined ? {} : { title })
  }
}

/** The files as one tree, and what it names. */
interface Gathered {
  readonly root: MapNode
  readonly names: Names
  /**
   * Whether every file could be parsed; otherwise there are holes, and what is missing says nothing
   * about the case.
   */
  readonly whole: boolean
}

const EMPTY = mergeFiles([], () => {})
const NOTHING: Gathered = { root: EMPTY, names: collectNames(EMPTY), whole: false }

function gather(files: readonly SourceFile[], report: Report): Gathered {
  const pieces = { left: SCAN_LIMITS.pieces }
  const roots = files.flatMap((file) => guarded(file, report, pieces) ?? [])
  const root = mergeFiles(roots, report)
  return {
    root,
    names: collectNames(root),
    whole: roots.length === files.length && roots.length > 0
  }
}

function understand({ root, names }: Gathered, report: Report): Case | undefined {
  const { value, used, broken } = readBySchema(root, document, { names, report })
  const { sources, parties } = value
  if (!sources || !parties) return undefined
  return resolve(
    { ...STAND_INS, ...value, sources, parties },
    { root, names, report, used, broken }
  )
}

/**
 * What a case without these keys is read with, so that everything else in it is still looked at.
 */
const STAND_INS = { truce: 1, title: '', 'as-of': '9999' } as const

/**
 * The parser recurses; text that exhausts the stack in spite of the limits is refused like text
 * that nests too deeply.
 */
function guarded(file: SourceFile, report: Report, pieces: PiecesLeft): MapNode | undefined {
  try {
    return parseYaml(file, report, pieces)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    report(
      pages.tooDeep,
      { span: { file: file.name, start: 0, end: 1 } },
      { limit: TEXT_LIMITS.depth }
    )
    return undefined
  }
}

/**
 * Findings about absence (uncited, unused, left out) are only meant when nothing was dropped
 * because of an error.
 */
function withoutEchoes(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const broken = found.some((one) => one.severity === 'error')
  const missing = new Set(
    found.filter(({ code }) => code === 'SC002').map(({ span }) => `${span?.file}:${span?.start}`)
  )
  // Where a source is missing outright, that nobody answers for the judgement is the same news
  // twice.
  const isEcho = ({ code, span }: Diagnostic): boolean =>
    ABSENCES.has(code) || (code === 'EV001' && missing.has(`${span?.file}:${span?.start}`))
  return broken ? found.filter((one) => !isEcho(one)) : found
}

const ABSENCES = new Set(['EV002', 'IS001', 'IS003'])
