import type { LineDrawing } from '@truce/core/ask/zones'
import { Undrawable } from '@truce/core/geo'
import type { Case, SourceFile } from '@truce/core/model'
import { importDrawing, isDrawing } from './drawing.ts'

/** The course of each line that names a file, by line, or why there is none; from files at hand. */
export function drawingsAmong(
  { process: { lines } }: Case,
  files: readonly SourceFile[]
): ReadonlyMap<string, LineDrawing> {
  const texts = new Map(files.map(({ name, text }) => [name, text]))
  return new Map(
    [...lines.values()].flatMap(({ id, geometry }) => {
      if (geometry === undefined) return []
      const text = texts.get(geometry)
      return [[id, text === undefined ? 'missing' : drawingIn(geometry, text)] as const]
    })
  )
}

/** The course that a file holds, or why there is none. */
export function drawingIn(name: string, text: string): LineDrawing {
  if (!isDrawing(name)) return 'unknown'
  try {
    return importDrawing(name, text)
  } catch (error) {
    if (error instanceof Undrawable) return error
    throw error
  }
}
