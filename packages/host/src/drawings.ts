import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { MOST_GEOMETRY } from '@truce/core/geo'

/** The text of a drawing that a case names, or why there is none. */
export type DrawingText =
  | { readonly text: string }
  | { readonly problem: 'missing' | 'outside' | 'unreadable' | 'too-large' }

/**
 * Reads a file that a case names by its path within the folder of the case. A path or a link that
 * leads out of the folder is refused, and so is what is larger than 5 MB.
 */
export async function readDrawing(casePath: string, name: string): Promise<DrawingText> {
  const info = await stat(casePath)
  const folder = await realpath(info.isDirectory() ? casePath : dirname(casePath))
  const wanted = resolve(folder, name)
  if (!wanted.startsWith(folder + sep)) return { problem: 'outside' }
  const path = await realpath(wanted).catch(() => undefined)
  if (path === undefined) return { problem: 'missing' }
  if (!path.startsWith(folder + sep)) return { problem: 'outside' }
  const found = await stat(path)
  if (!found.isFile()) return { problem: 'unreadable' }
  if (found.size > 2 * MOST_GEOMETRY) return { problem: 'too-large' }
  return await readFile(path, 'utf8').then(
    (text): DrawingText => ({ text }),
    (): DrawingText => ({ problem: 'unreadable' })
  )
}
