import type { KeyRole } from '../log/ring.ts'
import type { ContentOf, EntryKind } from './kinds/kinds.ts'

/** Who wrote an entry: for what party, by which key, in what role. */
export interface Author {
  readonly party: string
  readonly key: string
  readonly role: KeyRole
}

/** What every entry has: its number in the record, who wrote it and when, and who may read it. */
export interface EntryHead {
  /** Its place in the record, from 0. */
  readonly number: number
  readonly id: string
  readonly author: Author
  /** By the author's clock, UTC. */
  readonly recorded: string
  /** By the clock of whoever keeps the record, UTC; never before that of the entry before. */
  readonly received: string
  /** Parties that may read the content; left out: all. */
  readonly audience?: readonly string[]
  /** The entry that this one replaces. */
  readonly supersedes?: string
}

/** An entry of one kind. */
export type EntryOf<K extends EntryKind> = K extends EntryKind
  ? EntryHead & { readonly kind: K; readonly content: ContentOf<K> }
  : never

/** An entry whose content is at hand. */
export type RecordEntry = EntryOf<EntryKind>

/** An entry of which only the envelope is known: whoever reads is not among its audience. */
export interface HiddenEntry extends EntryHead {
  readonly kind: EntryKind
  readonly content?: undefined
}

/** An entry as somebody sees it. */
export type SeenEntry = RecordEntry | HiddenEntry

/** Whether an entry is of one of these kinds, and its content at hand. */
export function isOf<K extends EntryKind>(
  entry: SeenEntry,
  ...kinds: readonly K[]
): entry is EntryOf<K> {
  return entry.content !== undefined && (kinds as readonly string[]).includes(entry.kind)
}

/** Milliseconds since 1970 of an instant of the record. */
export const msOf = (instant: string): number => Date.parse(instant)
