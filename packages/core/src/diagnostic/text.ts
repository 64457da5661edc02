import type { SourceFile, Span } from '../model/span.ts'
import type { Diagnostic } from './diagnostic.ts'

/** A place as a reader counts: lines and columns from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Line and column of an offset, in the text as its author wrote it (`origin`: what was put in front
 * of it).
 */
export function position(file: SourceFile, offset: number): Position {
  const before = file.text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - (before.lastIndexOf('\n') + 1) + 1
  const { lines = 0, columns = 0 } = file.origin ?? {}
  return { line: Math.max(1, line - lines), column: Math.max(1, column - columns) }
}

/** How to print: colours only where the reader has asked for them. */
export interface TextOptions {
  readonly colour?: boolean
  readonly width?: number
}

const PAINT = { error: 31, warning: 33, note: 36 } as const

/**
 * A text without control characters but line ends: a case's words must not drive the reader's
 * terminal.
 */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\ufffd')
}

/** A diagnostic as text: where, what, the line with a caret, why, what to do. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  files: readonly SourceFile[],
  options: TextOptions = {}
): string {
  const { code, severity, span, message, why, help, sources, related } = diagnostic
  const paint = (text: string): string =>
    options.colour ? `\u001b[${PAINT[severity]}m${text}\u001b[0m` : text
  const lines = [
    `${where(span, files)}${severity}[${code}] ${message}`,
    ...(span ? frame(span, files, options.width ?? 80) : []),
    ...why.map((reason) => `  why: ${reason}`),
    ...related.map((other) => `  see ${where(other.span, files)}${other.message}`),
    ...(sources.length > 0 ? [`  source: ${sources.join(', ')}`] : []),
    ...(help ? [`  help: ${help}`] : [])
  ].join('\n')
  return visible(lines).replace(`${severity}[${code}]`, paint)
}

function where(span: Span | undefined, files: readonly SourceFile[]): string {
  const file = files.find(({ name }) => name === span?.file)
  if (!span || !file) return span?.file ? `${span.file}: ` : ''
  const { line, column } = position(file, span.start)
  return `${file.name}:${line}:${column}: `
}

/** The line of the text with carets under the span, cut to the width around the caret. */
function frame(span: Span, files: readonly SourceFile[], width: number): readonly string[] {
  const file = files.find(({ name }) => name === span.file)
  if (!file || file.text.length === 0) return []
  const start = file.text.lastIndexOf('\n', span.start - 1) + 1
  const newline = file.text.indexOf('\n', span.start)
  const end = newline < 0 ? file.text.length : newline
  const column = span.start - start
  const room = Math.max(20, width - 6)
  const cut = column > room * 0.7 ? column - Math.floor(room / 2) : 0
  const line = file.text
    .slice(start + cut, Math.min(end, start + cut + room))
    .replace(/[\t\r]/g, ' ')
  if (line.trim() === '') return []
  const length = Math.max(1, Math.min(Math.min(span.end, end) - span.start, room - (column - cut)))
  return [`    ${line}`, `    ${' '.repeat(column - cut)}${'^'.repeat(length)}`]
}
