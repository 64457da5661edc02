import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFile } from '@truce/core'
import { loadCase } from '@truce/host'

/** The cases that ship with Truce: read, never written. */
export class Library {
  private readonly folder: string
  private found: Promise<readonly string[]> | undefined

  /** Of a folder; one that does not exist is empty. */
  constructor(folder: string) {
    this.folder = folder
  }

  /**
   * The folders that hold a case.yaml, as paths with slashes, without those of the back-test; looked
   * for once, for they do not change under us.
   */
  ids(): Promise<readonly string[]> {
    this.found ??= casesBelow(this.folder, []).then((all) =>
      all.filter((id) => id.split('/')[0] !== SCORING)
    )
    return this.found
  }

  /** The id of the case that is meant: by its id, or by that of its copies, which have dashes for slashes. */
  async named(name: string): Promise<string | undefined> {
    return (await this.ids()).find((id) => id === name || id.replaceAll('/', '-') === name)
  }

  /** The files of a case, or undefined when the library has none of this id. */
  async files(id: string): Promise<readonly SourceFile[] | undefined> {
    if (!(await this.ids()).includes(id)) return undefined
    return (await loadCase(join(this.folder, ...id.split('/')))).files
  }
}

const DEEPEST = 4

/** The folder of small cases that score the tool by past proposals: not for the shelf. */
const SCORING = 'backtest'

async function casesBelow(folder: string, path: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(join(folder, ...path), { withFileTypes: true }).catch(() => [])
  if (entries.some(({ name }) => name === 'case.yaml')) return [path.join('/')]
  if (path.length >= DEEPEST) return []
  const folders = entries.filter((entry) => entry.isDirectory())
  const below = await Promise.all(folders.map(({ name }) => casesBelow(folder, [...path, name])))
  return below.flat().sort()
}
