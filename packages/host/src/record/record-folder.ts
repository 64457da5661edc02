import { randomBytes } from 'node:crypto'
import { access, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RecordStore } from '@truce/core'
import { readCase } from '@truce/core/case'
import type { Diagnostic } from '@truce/core/diagnostic'
import { RecordBook } from '@truce/core/record'
import { loadCase } from '../load.ts'
import { verifier } from '../signing/index.ts'
import { SqliteRecordStore } from './sqlite-record-store.ts'

const STORE = 'record.sqlite'
const CASE = 'case'

/** Thrown where a folder is no record, or not one that can be made. */
export class RecordRefused extends Error {}

/** A record in a folder: the store, and the texts of the case it is kept under. */
export interface RecordFolder {
  readonly book: RecordBook
  readonly store: RecordStore
  /** SHA-256 of the case's texts. */
  readonly caseHash: string
  readonly close: () => Promise<void>
}

/** What the host puts under a book. The hour may be another one in an exercise. */
export interface RecordHost {
  readonly now?: () => number
}

/** Makes a folder for a record, with a copy of the case's texts; it must not exist or be empty. */
export async function makeRecordFolder(path: string, casePath: string): Promise<void> {
  const there = await readdir(path).catch(() => [])
  if (there.length > 0)
    throw new RecordRefused(`${path} exists and is not empty; nothing was written`)
  const loaded = await loadCase(casePath)
  for (const { name, text } of loaded.files) {
    const file = join(path, CASE, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  }
}

/** Opens the record of a folder. */
export async function openRecordFolder(path: string, host: RecordHost = {}): Promise<RecordFolder> {
  const loaded = await loadCase(join(path, CASE)).catch(() => {
    throw new RecordRefused(`${path} holds no record: there is no folder ${CASE} in it`)
  })
  const reading = readCase(loaded.files, loaded.diagnostics)
  if (!reading.sound || reading.case === undefined)
    throw new RecordRefused(broken(path, reading.diagnostics))
  const store = await SqliteRecordStore.open(join(path, STORE))
  const book = await RecordBook.open(
    {
      store,
      verifier,
      now: host.now ?? Date.now,
      random: (length) => new Uint8Array(randomBytes(length))
    },
    reading.case
  )
  return { book, store, caseHash: loaded.hash, close: () => book.close() }
}

/**
 * Opens what a folder keeps of a record, and folds nothing: for whoever verifies it, entries may be
 * damaged in any way.
 */
export const openRecordStore = (path: string): Promise<RecordStore> =>
  SqliteRecordStore.open(join(path, STORE))

/** Whether a folder has a record's store. */
export async function isRecordFolder(path: string): Promise<boolean> {
  return access(join(path, STORE)).then(
    () => true,
    () => false
  )
}

const broken = (path: string, diagnostics: readonly Diagnostic[]): string =>
  `the case of the record in ${path} has errors (${diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be read'}): run truce check ${join(path, CASE)}`
