import type { LineDrawing } from '@truce/core/ask/zones'
import { readDrawing } from '@truce/host'
import { drawingIn, isDrawing } from '@truce/interchange'
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

/** A file that is no drawing is not even read. */
async function drawingOf(path: string, name: string): Promise<LineDrawing> {
  if (!isDrawing(name)) return 'unknown'
  const found = await readDrawing(path, name)
  return 'problem' in found ? found.problem : drawingIn(name, found.text)
}
