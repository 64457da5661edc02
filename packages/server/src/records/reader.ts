import type { LogEntry } from '@truce/core'
import { isLeaf, readLeaf } from '@truce/core/log'

/** Who reads a record: whoever sits at this computer, or somebody who is to see what a party may. */
export type Reader = { readonly sees: 'all' } | { readonly sees: 'party'; readonly party: string }

/** The reader of a request. There are no accounts yet, so only a narrower look can be asked for. */
export const readerOf = (party: string | undefined): Reader =>
  party === undefined ? { sees: 'all' } : { sees: 'party', party }

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
    (leaf.entry.author.party === reader.party || (leaf.entry.audience ?? []).includes(reader.party))
  return mine ? entry : { leaf: entry.leaf }
}
