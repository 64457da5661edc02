import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RecordStore, Signer, SourceFile } from '@truce/core'
import { loadCase } from '../load.ts'
import { clockAhead, keepClockAhead } from './exercise-clock.ts'
import { readKeyFile } from './key-file.ts'
import { isRecordFolder } from './record-folder.ts'
import { type KeptKey, type Look, type MovableShelf, RECORD_ID } from './record-shelf.ts'
import { keepSeedFile, keyInSeedFile } from './server-key.ts'
import { SqliteRecordStore } from './sqlite-record-store.ts'

const [READS, KEYS, OPERATOR] = ['reads.jsonl', 'keys', 'operator.key']

/**
 * The folder in which records lie, a folder for each case. Each record in it is a folder as `truce
 * record` keeps it, with the text of its case as it was when it began; beside that, by how much its
 * clock was moved, and who read what.
 */
export class FolderShelf implements MovableShelf {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  async ids(of: string): Promise<readonly string[]> {
    const names = await readdir(join(this.folder, of)).catch(() => [])
    const found = await Promise.all(names.map((name) => isRecordFolder(this.path(of, name))))
    // A folder that no address can name is none of the server's.
    return names.filter((name, place) => found[place] && RECORD_ID.test(name)).sort()
  }

  async has(of: string, id: string): Promise<boolean> {
    return (await this.ids(of)).includes(id)
  }

  async playedKey(of: string, id: string): Promise<Signer | undefined> {
    const folder = this.path(of, id, KEYS)
    const names = await readdir(folder).catch(() => [])
    const own = names.find((name) => name.endsWith('-operator.pem'))
    return own === undefined ? undefined : readKeyFile(join(folder, own))
  }

  async entries(of: string, id: string): Promise<RecordStore> {
    return SqliteRecordStore.open(this.path(of, id, 'record.sqlite'))
  }

  async ground(of: string, id: string): Promise<readonly SourceFile[]> {
    return (await loadCase(this.path(of, id, 'case'))).files
  }

  async keepGround(of: string, id: string, files: readonly SourceFile[]): Promise<void> {
    for (const { name, text } of files) {
      const path = this.path(of, id, 'case', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { flag: 'wx' })
    }
  }

  async ahead(of: string, id: string): Promise<number> {
    return clockAhead(this.path(of, id))
  }

  async keepAhead(of: string, id: string, ahead: number): Promise<void> {
    await keepClockAhead(this.path(of, id), ahead)
  }

  async note(of: string, id: string, look: Look): Promise<void> {
    await this.keepLines(of, id, [JSON.stringify(look)])
  }

  async looks(of: string, id: string): Promise<readonly Look[]> {
    return (await this.lines(of, id)).map((line): Look => JSON.parse(line))
  }

  /** Readable by its owner alone. */
  async key(): Promise<Signer> {
    return keyInSeedFile(join(this.folder, OPERATOR))
  }

  async owners(): Promise<readonly string[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch(() => [])
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    const some = await Promise.all(names.map(async (name) => (await this.ids(name)).length > 0))
    return names.filter((_, at) => some[at]).sort()
  }

  async lines(of: string, id: string): Promise<readonly string[]> {
    const text = await readFile(this.path(of, id, READS), 'utf8').catch(() => '')
    return text.split('\n').filter((line) => line !== '')
  }

  async keepLines(of: string, id: string, lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return
    await appendFile(this.path(of, id, READS), lines.map((line) => `${line}\n`).join(''))
  }

  async keys(of: string, id: string): Promise<readonly KeptKey[]> {
    const folder = this.path(of, id, KEYS)
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    return Promise.all(
      names.sort().map(async (name) => ({
        name,
        bytes: new Uint8Array(await readFile(join(folder, name)))
      }))
    )
  }

  async keepKey(of: string, id: string, { name, bytes }: KeptKey): Promise<void> {
    const path = this.path(of, id, KEYS, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
  }

  async seed(): Promise<Uint8Array | undefined> {
    return readFile(join(this.folder, OPERATOR)).then(
      (bytes) => new Uint8Array(bytes),
      () => undefined
    )
  }

  async keepSeed(seed: Uint8Array): Promise<void> {
    await keepSeedFile(join(this.folder, OPERATOR), seed)
  }

  private path(of: string, id: string, ...within: readonly string[]): string {
    return join(this.folder, of, id, ...within)
  }
}
