import type { SourceFile } from '@truce/core'
import type { Diagnostic } from '@truce/core/diagnostic'
import { position } from '@truce/core/diagnostic'
import type { Finding, Place } from './protocol.ts'

/** A finding with its lines and columns worked out; without a place where its file is not there. */
export function findingOf(found: Diagnostic, files: readonly SourceFile[]): Finding {
  const file = files.find(({ name }) => name === found.span?.file)
  if (!file || !found.span) return found
  const { start, end } = found.span
  const [first, last] = [position(file, start), position(file, end)]
  const place: Place = {
    file: file.name,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
    start,
    end
  }
  return { ...found, place }
}
