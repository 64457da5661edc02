import type { z } from 'zod'
import { deedKinds } from './deed-kinds.ts'
import { groundKinds } from './ground-kinds.ts'
import { incidentKinds } from './incident-kinds.ts'
import { meetingKinds } from './meeting-kinds.ts'
import { messageKinds } from './message-kinds.ts'

/**
 * What an entry of each kind holds, beside its envelope. Keys of the log itself (`record.opened`,
 * `key.added`, `key.revoked`) are read by the log.
 */
export const ENTRY_KINDS = {
  ...incidentKinds,
  ...messageKinds,
  ...meetingKinds,
  ...groundKinds,
  ...deedKinds
} as const

/** The name of a kind of entry, such as `incident.reported`. */
export type EntryKind = keyof typeof ENTRY_KINDS

/** What an entry of some kind holds. */
export type ContentOf<K extends EntryKind> = z.output<(typeof ENTRY_KINDS)[K]>

/** Whether a word names a kind of entry. */
export const isEntryKind = (word: string): word is EntryKind => Object.hasOwn(ENTRY_KINDS, word)
