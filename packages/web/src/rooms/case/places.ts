import type { SourceFile } from '@truce/core'
import type { Document } from 'yaml'
import { parsed, reaches, stretchOf, wayOf } from '../../state/pointer.ts'

export { writtenAt } from '../../state/pointer.ts'

/** Where something stands in the files; offsets from 0, `line` from 1. */
export interface Located {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly line: number
  /** False when the pointer leads nowhere and the nearest thing around it was taken. */
  readonly exact: boolean
}

/** A file's YAML as far as it can be parsed, remembered for as long as the file stays the same. */
export const documentOf = (file: SourceFile): Document.Parsed => parsed(file).document

/**
 * The place a pointer such as `stances/russia/redlines/no-nato` leads to; in lists by position or
 * by `id`.
 */
export function locate(files: readonly SourceFile[], at: string): Located | undefined {
  const stretch = stretchOf(files, at)
  const text = files.find(({ name }) => name === stretch?.file)?.text
  if (!stretch || text === undefined) return undefined
  const way = wayOf(files, at)
  const exact = way !== undefined && reaches(way, at)
  return { ...stretch, line: lineOf(text, stretch.start), exact }
}

/** The line of an offset, counted from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++
  return line
}
