import type { LineDrawing } from '@truce/core/ask/zones'
import { Undrawable } from '@truce/core/geo'
import { readDrawing } from '@truce/host'
import { importDrawing, isDrawing } from '@truce/interchange'
import type { Opened } from '../open.ts'

/** The drawings that the lines of a case name, by line. */
export async function drawingsOf(
  path: string,
  opened: Opened
): Promise<ReadonlyMap<string, LineDrawing>> {
  const drawings = new Map<string, LineDrawing>()
  for (const { id, geometry } of opened.case?.process.lines.values() ?? [])
    if (geometry !== undefined) drawings.set(id, await drawingOf(path, geometry))
  return drawings
}

async function drawingOf(path: string, name: string): Promise<LineDrawing> {
  if (!isDrawing(name)) return 'unknown'
  const found = await readDrawing(path, name)
  if ('problem' in found) return found.problem
  try {
    return importDrawing(name, found.text)
  } catch (error) {
    if (error instanceof Undrawable) return error
    throw error
  }
}
