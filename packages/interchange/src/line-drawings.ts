import type { LineDrawing } from '@truce/core/ask/zones'
import { Undrawable } from '@truce/core/geo'
import type { Case, SourceFile } from '@truce/core/model'
import { importDrawing, isDrawing } from './drawing.ts'

/** The course of each line that names a file, by line, or why there is none; from files at hand. */
export function drawingsAmong(
  { process: { lines } }: Case,
  files: readonly SourceFile[]
): ReadonlyMap<string, LineDrawing> {
  return new Map(
    [...lines.values()].flatMap(({ id, geometry }) =>
      geometry === undefined ? [] : [[id, drawingAmong(geometry, files)] as const]
    )
  )
}

function drawingAmong(geometry: string, files: readonly SourceFile[]): LineDrawing {
  const text = files.find(({ name }) => name === geometry)?.text
  if (text === undefined) return 'missing'
  if (!isDrawing(geometry)) return 'unknown'
  try {
    return importDrawing(geometry, text)
  } catch (error) {
    if (error instanceof Undrawable) return error
    throw error
  }
}
