import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../model/span.ts'

/**
 * Keeps cases and every version of each. Versions of a case are numbered from 1, and none is ever
 * changed or deleted. What resolved is kept for good. Rejects with `StoreRefusal` where it refuses;
 * then nothing was written over.
 */
export interface CaseStore {
  /** The ids of all cases in the order of their code units, and what else lies there. */
  readonly list: () => Promise<CaseList>
  /** A case as it is now. */
  readonly read: (id: string) => Promise<CaseState>
  /**
   * Makes texts the newest version if `base` is the newest until now; otherwise they are kept aside
   * and nothing is written over. Of several saves on one base exactly one goes through. Texts that
   * are the newest version already make no version, whatever their base.
   */
  readonly save: (sent: CaseSave) => Promise<SavedCase>
  /**
   * Makes a case under the wished id, or that id with a number behind it when it is taken, be it in
   * other letters (`River` for `river`).
   */
  readonly create: (wished: NewCase) => Promise<CaseState>
  /**
   * Sets a case aside: it is listed no more, its id stays taken, and nothing of it is deleted.
   */
  readonly remove: (id: string) => Promise<void>
  /** The ids of the cases set aside, in the order of their code units. */
  readonly removed: () => Promise<readonly string[]>
  /** Lists a case again that was set aside; refuses as `taken` where another bears its id by now. */
  readonly putBack: (id: string) => Promise<CaseState>
  /** All versions of a case, oldest first, also of one that is no longer listed. */
  readonly history: (id: string) => Promise<readonly CaseVersion[]>
  /** Resolves for every case that `history` tells of, and refuses any other as that does. */
  readonly known: (id: string) => Promise<void>
  /** One version with its texts. */
  readonly version: (id: string, version: number) => Promise<CaseVersionText>
  /**
   * Calls back for every new newest version of a case from when this resolves; what it resolves to
   * ends that.
   */
  readonly follow: (id: string, changed: (change: CaseChange) => void) => Promise<() => void>
  /** Ends what is under way, then lets go. */
  readonly close: () => Promise<void>
}

/** What a store lists. */
export interface CaseList {
  readonly ids: readonly string[]
  readonly passedBy: readonly PassedBy[]
}

/** What lies where cases lie and is none, and why. */
export interface PassedBy {
  readonly name: string
  readonly why: string
}

/** A new case: its wished id, its texts, and where they come from. */
export interface NewCase {
  readonly id: string
  readonly files: readonly SourceFile[]
  /** The case of the library that it is a copy of, or null. */
  readonly shippedFrom: string | null
}

/** Texts for a case that exists, and the version they were made from. */
export interface CaseSave {
  readonly id: string
  readonly files: readonly SourceFile[]
  readonly base: number
}

/**
 * What came of a save: the new state, or what stood in its way and the number under which the sent
 * text is kept. `stale`: another save came first. `outside`: a change made without the store did.
 */
export type SavedCase =
  | { readonly outcome: 'saved'; readonly state: CaseState }
  | { readonly outcome: 'stale' | 'outside'; readonly state: CaseState; readonly aside: number }

/**
 * How a version came to be: with the case, by a save, or by a change of the files made elsewhere.
 */
export type VersionOrigin = 'created' | 'saved' | 'outside'

/** One version of a case as the store lists it. */
export interface CaseVersion {
  readonly version: number
  readonly origin: VersionOrigin
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
export interface CaseVersionText extends CaseVersion {
  readonly files: readonly SourceFile[]
}

/** A case as it is now, which is its newest version. */
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

/** Says that a case has another newest version. */
export interface CaseChange {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly origin: VersionOrigin
}
