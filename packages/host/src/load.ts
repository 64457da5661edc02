import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { SourceFile } from '@truce/core'
import { folderPages as pages } from '@truce/core/case'
import type { Diagnostic, Report } from '@truce/core/diagnostic'
import { collector } from '@truce/core/diagnostic'
import { isDrawingFile } from '@truce/core/model'

/** What a case may weigh: the reader refuses a file over 2 MB itself. */
const LIMITS = { files: 200, file: 2_000_000, all: 8_000_000, depth: 6 } as const

/** The files of a case as found on disk, and what was wrong with finding them. */
export interface Loaded {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** SHA-256 over names and contents, sorted by name. */
  readonly hash: string
}

/** Thrown when there is no such file or folder: the command could not run at all. */
export class NoSuchCase extends Error {}

/**
 * Reads a case from a folder or a single file. Links out of the folder are refused, other problems
 * reported.
 */
export async function loadCase(path: string): Promise<Loaded> {
  const info = await stat(path).catch(() => undefined)
  if (!info) throw new NoSuchCase(`there is no file or folder ${path}`)
  const { report, found } = collector()
  const files = info.isDirectory()
    ? await new Folder(path, report).read()
    : await single(path, report)
  if (files.every(({ name }) => isDrawingFile(name)) && found.length === 0)
    report(pages.noYaml, {}, { path })
  return { files, diagnostics: found, hash: hashOf(files) }
}

async function single(path: string, report: Report): Promise<readonly SourceFile[]> {
  const text = await readText(path, basename(path), report)
  return text === undefined ? [] : [{ name: basename(path), text }]
}

class Folder {
  private readonly root: string
  private readonly report: Report
  private readonly files: SourceFile[] = []
  private size = 0
  private full = false

  constructor(root: string, report: Report) {
    this.root = root
    this.report = report
  }

  async read(): Promise<readonly SourceFile[]> {
    await this.visit(this.root, 0)
    const cases = this.files.flatMap(({ name }) =>
      name.endsWith('/case.yaml') ? [name.slice(0, -'/case.yaml'.length)] : []
    )
    if (cases.length < 2) return this.files
    // A shelf of cases is not one case: merged, every key would stand twice.
    this.report(pages.severalCases, {}, { path: this.root, cases })
    return []
  }

  private async visit(folder: string, depth: number): Promise<void> {
    if (depth > LIMITS.depth) return
    const names = (await readdir(folder).catch(() => [])).sort()
    for (const name of names) {
      if (this.full) return
      if (name.startsWith('.') || name === 'expected' || name === 'node_modules') continue
      await this.entry(join(folder, name), depth)
    }
  }

  private async entry(path: string, depth: number): Promise<void> {
    const name = relative(this.root, path).split(sep).join('/')
    const info = await lstat(path)
    const isFile = name.endsWith('.yaml') || isDrawingFile(name)
    const matters = isFile || info.isDirectory() || name.endsWith('.yml') || info.isSymbolicLink()
    if (matters && info.isSymbolicLink() && !(await this.isInside(path)))
      return this.report(pages.outside, {}, { path: name })
    const target = info.isSymbolicLink() ? await stat(path).catch(() => undefined) : info
    // A linked folder is not entered, not even inside the case: it could lead in a circle.
    if (target?.isDirectory())
      return info.isSymbolicLink() ? undefined : this.visit(path, depth + 1)
    if (name.endsWith('.yml')) return this.report(pages.yml, {}, { path: name })
    if (isFile) await this.file(path, name)
  }

  private async isInside(path: string): Promise<boolean> {
    const [root, target] = await Promise.all([realpath(this.root), realpath(path).catch(() => '')])
    return target.startsWith(root + sep)
  }

  private async file(path: string, name: string): Promise<void> {
    const text = await readText(path, name, this.report)
    if (text === undefined) return
    this.size += text.length
    this.files.push({ name, text })
    if (this.files.length <= LIMITS.files && this.size <= LIMITS.all) return
    this.full = true
    this.report(pages.tooManyFiles, {}, { path: this.root, limit: `${LIMITS.files} files or 8 MB` })
  }
}

async function readText(path: string, name: string, report: Report): Promise<string | undefined> {
  try {
    const info = await stat(path)
    if (!info.isFile())
      return void report(pages.unreadable, {}, { path: name, problem: 'it is not a plain file' })
    // One byte past the limit is enough for the reader to refuse it; a huge file is never read
    // whole.
    if (info.size > 2 * LIMITS.file) return '#'.repeat(LIMITS.file + 1)
    return new TextDecoder('utf-8').decode(await readFile(path))
  } catch (error) {
    return void report(
      pages.unreadable,
      {},
      { path: name, problem: error instanceof Error ? error.message : String(error) }
    )
  }
}

/** SHA-256 over file names and contents, sorted by name; the same on every system. */
export function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${name}\0${text.length}\0${text}\0`)
  return `sha256:${hash.digest('hex')}`
}
