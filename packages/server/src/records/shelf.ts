import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RecordStore, Signer, SourceFile } from '@truce/core'
import { loadCase } from '@truce/host'
import {
  clockAhead,
  isRecordFolder,
  keepClockAhead,
  readKeyFile,
  SqliteRecordStore,
  seededSigner
} from '@truce/host/record'

const SEED = 32

/** What a record's folder may be called, as it stands in an address. */
export const RECORD_ID = /^[a-z0-9][a-z0-9-]{0,63}$/

/** One look at a record: by whom, at what, and when. */
export interface Look {
  readonly at: string
  readonly reader: string
  readonly what: 'bodies' | 'export'
  readonly from: number
  readonly to: number
}

/**
 * The folder in which records lie, a folder for each case. Each record in it is a folder as `truce
 * record` keeps it, with the text of its case as it was when it began; beside that, by how much its
 * clock was moved, and who read what.
 */
export class Shelf {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** The ids of the records of a case, in the order of their names. */
  async ids(of: string): Promise<readonly string[]> {
    const names = await readdir(join(this.folder, of)).catch(() => [])
    const found = await Promise.all(names.map((name) => isRecordFolder(this.path(of, name))))
    // A folder that no address can name is none of the server's.
    return names.filter((name, place) => found[place] && RECORD_ID.test(name)).sort()
  }

  /**
   * The operator's key that lies beside a record which was played from a script; undefined where
   * there is none, as beside every other.
   */
  async playedKey(of: string, id: string): Promise<Signer | undefined> {
    const folder = this.path(of, id, 'keys')
    const names = await readdir(folder).catch(() => [])
    const own = names.find((name) => name.endsWith('-operator.pem'))
    return own === undefined ? undefined : readKeyFile(join(folder, own))
  }

  /** Opens the entries of a record, or makes a place for them. */
  async entries(of: string, id: string): Promise<RecordStore> {
    return SqliteRecordStore.open(this.path(of, id, 'record.sqlite'))
  }

  /** The case's text that a record was begun under. */
  async ground(of: string, id: string): Promise<readonly SourceFile[]> {
    return (await loadCase(this.path(of, id, 'case'))).files
  }

  /** Makes the folder of a record, with that text. */
  async keepGround(of: string, id: string, files: readonly SourceFile[]): Promise<void> {
    for (const { name, text } of files) {
      const path = this.path(of, id, 'case', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { flag: 'wx' })
    }
  }

  /** By how many milliseconds the clock of an exercise is ahead of this computer's. */
  async ahead(of: string, id: string): Promise<number> {
    return clockAhead(this.path(of, id))
  }

  /** Keeps that. */
  async keepAhead(of: string, id: string, ahead: number): Promise<void> {
    await keepClockAhead(this.path(of, id), ahead)
  }

  /** Notes that somebody read what not everybody may, or took a copy. */
  async note(of: string, id: string, look: Look): Promise<void> {
    await appendFile(this.path(of, id, 'reads.jsonl'), `${JSON.stringify(look)}\n`)
  }

  /** Who read what, oldest first. */
  async looks(of: string, id: string): Promise<readonly Look[]> {
    const text = await readFile(this.path(of, id, 'reads.jsonl'), 'utf8').catch(() => '')
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Look => JSON.parse(line))
  }

  /**
   * The key with which this server keeps its records: made when it is first needed, readable by its
   * owner alone, and never sent.
   */
  async key(): Promise<Signer> {
    await mkdir(this.folder, { recursive: true })
    const path = join(this.folder, 'operator.key')
    const seed = crypto.getRandomValues(new Uint8Array(SEED))
    await writeFile(path, seed, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
    return seededSigner(new Uint8Array(await readFile(path)))
  }

  private path(of: string, id: string, ...within: readonly string[]): string {
    return join(this.folder, of, id, ...within)
  }
}
