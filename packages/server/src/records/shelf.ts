import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordStore, Signer, SourceFile } from '@truce/core'
import { SqliteRecordStore } from '@truce/host/record'
import { seededSigner } from '@truce/host/signing'

const ENDING = '.sqlite'
const SEED = 32

/** One look at a record: by whom, at what, and when. */
export interface Look {
  readonly at: string
  readonly reader: string
  readonly what: 'bodies' | 'export'
  readonly from: number
  readonly to: number
}

/** What a record begins with beside its entries: the case it is kept under, as it was then. */
export interface Ground {
  readonly files: readonly SourceFile[]
}

/**
 * The folder in which records lie, a folder for each case: of every record its entries, the text of
 * the case it is kept under, by how much its clock was moved, and who read what.
 */
export class Shelf {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** The ids of the records of a case, oldest name first. */
  async ids(of: string): Promise<readonly string[]> {
    const names = await readdir(join(this.folder, of)).catch(() => [])
    return names
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .sort()
  }

  /** Opens the entries of a record, or makes a place for them. */
  async entries(of: string, id: string): Promise<RecordStore> {
    await mkdir(join(this.folder, of), { recursive: true })
    return SqliteRecordStore.open(this.path(of, id, ENDING))
  }

  /** The case's text that a record was begun under. */
  async ground(of: string, id: string): Promise<Ground> {
    return JSON.parse(await readFile(this.path(of, id, '.case.json'), 'utf8'))
  }

  /** Keeps that text, once. */
  async keepGround(of: string, id: string, ground: Ground): Promise<void> {
    await mkdir(join(this.folder, of), { recursive: true })
    await writeFile(this.path(of, id, '.case.json'), JSON.stringify(ground), { flag: 'wx' })
  }

  /** By how many milliseconds the clock of an exercise is ahead of this computer's. */
  async ahead(of: string, id: string): Promise<number> {
    const text = await readFile(this.path(of, id, '.clock'), 'utf8').catch(() => '0')
    const read = Number(text)
    return Number.isFinite(read) ? read : 0
  }

  /** Keeps that. */
  async keepAhead(of: string, id: string, ahead: number): Promise<void> {
    await writeFile(this.path(of, id, '.clock'), String(ahead))
  }

  /** Notes that somebody read what not everybody may, or took a copy. */
  async note(of: string, id: string, look: Look): Promise<void> {
    await appendFile(this.path(of, id, '.reads.jsonl'), `${JSON.stringify(look)}\n`)
  }

  /** Who read what, oldest first. */
  async looks(of: string, id: string): Promise<readonly Look[]> {
    const text = await readFile(this.path(of, id, '.reads.jsonl'), 'utf8').catch(() => '')
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

  private path(of: string, id: string, ending: string): string {
    return join(this.folder, of, `${id}${ending}`)
  }
}
