import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFile } from '@truce/core'
import type { Diagnostic } from '@truce/core/diagnostic'
import { loadCase } from '../load.ts'

/** The files of a case as they lie on disk now. */
export interface OnDisk {
  readonly files: readonly SourceFile[]
  readonly hash: string
  readonly diagnostics: readonly Diagnostic[]
  readonly sealed: readonly string[]
}

/** Reads a case folder; undefined when there is none. */
export async function readFolder(folder: string, id: string): Promise<OnDisk | undefined> {
  const info = await stat(folder).catch(() => undefined)
  if (!info?.isDirectory()) return undefined
  const { files, hash, diagnostics } = await loadCase(folder)
  const sealed: string[] = []
  for (const file of files) if (await isSealed(folder, file)) sealed.push(file.name)
  return { files, hash, diagnostics: diagnostics.map((found) => named(found, folder, id)), sealed }
}

/**
 * What a decoded text looks like when it may not be the file's bytes: replaced characters, or a
 * stand-in for a huge file.
 */
async function isSealed(folder: string, { name, text }: SourceFile): Promise<boolean> {
  if (!text.includes('\uFFFD') && !/^#{2000001}$/.test(text)) return false
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  return bytes === undefined || !bytes.equals(Buffer.from(text))
}

/**
 * The same finding with the case's id for its folder: where a workspace lies is nobody's business.
 */
function named(found: Diagnostic, folder: string, id: string): Diagnostic {
  const short = (text: string): string => text.replaceAll(folder, id)
  return {
    ...found,
    message: short(found.message),
    why: found.why.map(short),
    ...(found.help === undefined ? {} : { help: short(found.help) })
  }
}
