import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder of published results, named from outside; absent on most machines. */
export interface Published {
  /**
   * False where the results are not at hand; then their tests are skipped. It is an error to be
   * without them where they are required.
   */
  readonly there: boolean
  /** Why a test is skipped, for its title. */
  readonly why: string
  readonly folder: string
  /** One of its JSON files, as it is. */
  readonly read: <T>(path: string) => T
}

/** The published results in a folder of `TRUCE_VECTORS`, known by a file or folder in it. */
export function published(name: string, knownBy = ''): Published {
  const root = process.env['TRUCE_VECTORS']
  const folder = join(root ?? '', name)
  const there = root !== undefined && existsSync(join(folder, knownBy))
  if (!there && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('vectors'))
    throw new Error(
      `TRUCE_REQUIRE asks for the vectors, but TRUCE_VECTORS names no folder with ${join(name, knownBy)}`
    )
  return {
    there,
    why: `TRUCE_VECTORS names no folder with ${join(name, knownBy)}`,
    folder,
    read: <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
  }
}
