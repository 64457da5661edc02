import type { LogEntry } from '@truce/core'
import { isLeaf, readLeaf } from '@truce/core/log'

/** Who reads a record: whoever sits at this computer, or somebody who is to see what parties may. */
export type Reader =
  | { readonly sees: 'all' }
  | { readonly sees: 'parties'; readonly parties: readonly string[] }

/** What may be done with a record beyond reading it: read the text of its case, hand entries in, keep it, look who read it. */
export type RecordVerb = 'read' | 'text' | 'file' | 'keep' | 'share' | 'audit'

/** As whom somebody comes to a record. */
export interface Stand {
  readonly reader: Reader
  /** How a look at it is noted. */
  readonly name: string
  /** Whether entries of this party are taken from them; its key has to have signed them besides. */
  readonly speaksFor: (party: string) => boolean
}

/** The reader without accounts, who sees all; only a narrower look can be asked for. */
export const readerOf = (party: string | undefined): Reader =>
  party === undefined ? { sees: 'all' } : { sees: 'parties', parties: [party] }

/**
 * An entry as a reader may have it. The leaf goes to everybody, for without it nobody could check
 * the tree; it shows no more than that there is something, whose it is and who may read it. The body
 * goes to its audience and to the party that wrote it.
 */
export function seenBy(reader: Reader, entry: LogEntry): LogEntry {
  if (entry.body === undefined || reader.sees === 'all') return entry
  const leaf = readLeaf(entry.leaf)
  const mine =
    isLeaf(leaf) &&
    [leaf.entry.author.party, ...(leaf.entry.audience ?? [])].some((party) =>
      reader.parties.includes(party)
    )
  return mine ? entry : { leaf: entry.leaf }
}
