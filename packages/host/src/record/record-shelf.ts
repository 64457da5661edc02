import type { RecordStore, Signer, SourceFile } from '@truce/core'

/** What a record may be called, as it stands in an address. */
export const RECORD_ID = /^[a-z0-9][a-z0-9-]{0,63}$/

/** One look at a record: by whom, at what, and when. */
export interface Look {
  readonly at: string
  readonly reader: string
  readonly what: 'bodies' | 'export'
  readonly from: number
  readonly to: number
}

/** Where the records of cases are kept, with all that lies beside their entries. */
export interface RecordShelf {
  /** The ids of the records of a case, in the order of their names. */
  readonly ids: (of: string) => Promise<readonly string[]>
  /** Whether there is such a record. */
  readonly has: (of: string, id: string) => Promise<boolean>
  /**
   * The operator's key beside a record that was played from a script; undefined where there is none,
   * as beside every other.
   */
  readonly playedKey: (of: string, id: string) => Promise<Signer | undefined>
  /** Opens the entries of a record, or makes a place for them. */
  readonly entries: (of: string, id: string) => Promise<RecordStore>
  /** The case's text that a record was begun under. */
  readonly ground: (of: string, id: string) => Promise<readonly SourceFile[]>
  /** Makes a place for a record, with that text. */
  readonly keepGround: (of: string, id: string, files: readonly SourceFile[]) => Promise<void>
  /** By how many milliseconds the clock of an exercise is ahead of this computer's. */
  readonly ahead: (of: string, id: string) => Promise<number>
  /** Keeps that. */
  readonly keepAhead: (of: string, id: string, ahead: number) => Promise<void>
  /**
   * Calls back soon after somebody else has written into a record, until the returned is called; not
   * for sure, so that it is looked now and then besides. Without it that is all there is.
   */
  readonly watch?: (of: string, id: string, written: () => void) => () => void
  /** Notes that somebody read what not everybody may, or took a copy. */
  readonly note: (of: string, id: string, look: Look) => Promise<void>
  /** Who read what, oldest first. */
  readonly looks: (of: string, id: string) => Promise<readonly Look[]>
  /** The key with which this server keeps its records; made when it is first needed, never sent. */
  readonly key: () => Promise<Signer>
}

/** A key as it lies in its file. */
export interface KeptKey {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a shelf gives and takes where records are moved, besides. */
export interface MovableShelf extends RecordShelf {
  /** The cases that have records, in the order of their ids. */
  readonly owners: () => Promise<readonly string[]>
  /** The lines of the log of who read what, as they are. */
  readonly lines: (of: string, id: string) => Promise<readonly string[]>
  /** Adds lines to it. */
  readonly keepLines: (of: string, id: string, lines: readonly string[]) => Promise<void>
  /** The keys beside a record. */
  readonly keys: (of: string, id: string) => Promise<readonly KeptKey[]>
  /** Keeps one that is not there yet. */
  readonly keepKey: (of: string, id: string, key: KeptKey) => Promise<void>
  /** The seed of the server's own key, where it lies here. */
  readonly seed: () => Promise<Uint8Array | undefined>
  /** Keeps that, where there is none yet. */
  readonly keepSeed: (seed: Uint8Array) => Promise<void>
}
