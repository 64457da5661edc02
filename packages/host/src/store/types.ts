import type { SourceFile } from '@truce/core'
import type { Diagnostic } from '@truce/core/diagnostic'

/**
 * How a version came to be: with the case, by a save, or by a change of the files made elsewhere.
 */
export type Origin = 'created' | 'saved' | 'outside'

/** One version of a case as the store lists it. Versions of a case are numbered from 1. */
export interface Version {
  readonly version: number
  readonly origin: Origin
  /**
   * Kept beside the line of versions: a save that arrived on a version that was no longer the
   * newest.
   */
  readonly aside: boolean
  /** The version it was made from; null for the first. */
  readonly base: number | null
  /** When, ISO 8601 in UTC. */
  readonly at: string
  /** SHA-256 over names and contents, as `truce check` prints it. */
  readonly hash: string
}

/** A version with its texts. */
export interface VersionText extends Version {
  readonly files: readonly SourceFile[]
}

/** A case as it lies on disk now, which is its newest version. */
export interface CaseState {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly changed: string
  readonly versions: number
  /** The case of the library that it was copied from, or null. */
  readonly shippedFrom: string | null
  readonly files: readonly SourceFile[]
  /**
   * What was wrong with finding the files: links that lead out, files too large or not readable.
   */
  readonly diagnostics: readonly Diagnostic[]
  /**
   * Files that no save may replace, because their bytes are not what was shown: not UTF-8, or too
   * large to read.
   */
  readonly sealed: readonly string[]
}

/**
 * What came of a save: the new state, or what stood in its way and the number under which the sent
 * text is kept.
 */
export type Saved =
  | { readonly outcome: 'saved'; readonly state: CaseState }
  | { readonly outcome: 'stale' | 'outside'; readonly state: CaseState; readonly aside: number }

/** Says that a case has another newest version. */
export interface Change {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly origin: Origin
}

/** Why the store refuses something. */
export type StoreCode =
  | 'held'
  | 'unreadable-store'
  | 'no-such-case'
  | 'no-such-version'
  | 'bad-id'
  | 'bad-name'
  | 'too-large'
  | 'taken'
  | 'sealed'
  | 'link'
  | 'disk-full'
  | 'unwritable'
  | 'not-a-folder'

/** A refusal of the store: what is wrong, and what to do. Nothing was overwritten. */
export class StoreRefusal extends Error {
  readonly code: StoreCode
  readonly help: string

  constructor(code: StoreCode, message: string, help: string) {
    super(message)
    this.code = code
    this.help = help
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const SQLITE_FULL = 13
const SQLITE_IOERR = 10

/** What a failure of the disk or of the database means to a person; refusals pass as they are. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof StoreRefusal || !(error instanceof Error)) return error
  const { code = '', errcode = 0 } = error as NodeJS.ErrnoException & { readonly errcode?: number }
  const primary = errcode & 0xff
  if (FULL.has(code) || primary === SQLITE_FULL)
    return new StoreRefusal(
      'disk-full',
      'the disk of the workspace is full; nothing that was there is lost',
      'free some space and save again'
    )
  if (/^E[A-Z]+$/.test(code) || primary === SQLITE_IOERR)
    return new StoreRefusal(
      'unwritable',
      `the workspace cannot be written (${primary === SQLITE_IOERR ? `SQLite ${errcode}` : code})`,
      'see who may write to the folder and its files, then save again'
    )
  return error
}
