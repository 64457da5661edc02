import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Imported, NamedText } from '@truce/interchange'
import { Usage } from '../io.ts'

/** Larger files are not read; core refuses longer texts itself. */
const MOST_BYTES = 2_000_000

/** A file's text, undefined where it is too large to read; `legacy` where it was not in Unicode. */
export interface FileText {
  readonly text: string | undefined
  readonly legacy: boolean
}

/**
 * Reads a text in UTF-8, in UTF-16 where it is marked so, else in Windows-1252, as older
 * spreadsheets write it.
 */
export async function textOf(path: string): Promise<FileText> {
  await mustBeFile(path)
  if ((await stat(path)).size > MOST_BYTES) return { text: undefined, legacy: false }
  const bytes = await readFile(path)
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), legacy: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), legacy: false }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), legacy: true }
  }
}

/**
 * The texts of several files under their own names, and which were not in Unicode; a file that is
 * too large is named.
 */
export async function textsOf(paths: readonly string[]): Promise<{
  readonly texts: readonly NamedText[]
  readonly legacy: readonly string[]
  readonly large?: string
}> {
  const texts: NamedText[] = []
  const old: string[] = []
  for (const path of paths) {
    const { text, legacy } = await textOf(path)
    if (text === undefined) return { texts, legacy: old, large: path }
    texts.push({ name: basename(path), text })
    if (legacy) old.push(path)
  }
  return { texts, legacy: old }
}

/** Throws where there is no such file, or it is a folder. */
export async function mustBeFile(path: string): Promise<void> {
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) throw new Error(info ? `${path} is not a file` : `there is no file ${path}`)
}

/** Throws unless the folder is empty or not there yet. */
export async function mustBeEmpty(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => undefined)
  if (info && !info.isDirectory()) throw new Usage(`${folder} is not a folder; nothing was written`)
  if (info && (await readdir(folder)).length > 0)
    throw new Usage(`${folder} is not empty; nothing was written`)
}

/** Writes the files of a case into the folder; never over a file. */
export async function writeCase(folder: string, { files }: Imported): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { name, text } of files) await writeFile(join(folder, name), text, { flag: 'wx' })
}
