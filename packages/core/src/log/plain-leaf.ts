import { isJsonObject } from './canonical-json.ts'
import type { LogLeaf, SeenHead, SignedEntry } from './envelope.ts'
import {
  isBytes,
  isCount,
  isEntryId,
  isKeyId,
  isKind,
  isPartyId,
  isRecordName,
  isStamp
} from './forms.ts'

/**
 * The leaf that a value certainly is, of the commonest form: its content open to all. Undefined says
 * nothing: then `leafShape` has to be asked, which takes six times as long. Fields come in that
 * shape's order.
 */
export function plainLeaf(told: unknown): LogLeaf | undefined {
  if (!isJsonObject(told)) return undefined
  const { received, clock } = told
  const entry = plainEntry(told['entry'])
  if (entry === undefined || !isStamp(received)) return undefined
  if (clock === undefined) return holds(told, 2) ? { entry, received } : undefined
  return isStamp(clock) && holds(told, 3) ? { entry, received, clock } : undefined
}

function plainEntry(told: unknown): SignedEntry | undefined {
  if (!isJsonObject(told)) return undefined
  const { v, record, id, kind, sequence, recorded, signature, content, seen, supersedes } = told
  const author = plainAuthor(told['author'])
  if (v !== 1 || !isRecordName(record) || !isEntryId(id) || !isKind(kind)) return undefined
  if (author === undefined || !isCount(sequence) || !isStamp(recorded)) return undefined
  if (!isBytes(signature, 64) || !isJsonObject(content)) return undefined
  const open = { v, record, id, kind, author, sequence, recorded } as const
  if (seen === undefined && supersedes === undefined)
    return holds(told, 9) ? { ...open, signature, content } : undefined
  // A field that is there and undefined is no field that JSON can bring.
  const head = plainHead(seen)
  if (seen !== undefined && head === undefined) return undefined
  if (supersedes !== undefined && !isEntryId(supersedes)) return undefined
  if (!holds(told, 9 + (head ? 1 : 0) + (supersedes === undefined ? 0 : 1))) return undefined
  return {
    ...open,
    ...(head && { seen: head }),
    ...(supersedes === undefined ? {} : { supersedes }),
    signature,
    content
  }
}

function plainAuthor(told: unknown): SignedEntry['author'] | undefined {
  if (!isJsonObject(told) || !holds(told, 2)) return undefined
  const { party, key } = told
  return isPartyId(party) && isKeyId(key) ? { party, key } : undefined
}

function plainHead(told: unknown): SeenHead | undefined {
  if (!isJsonObject(told) || !holds(told, 2)) return undefined
  const { size, root } = told
  return isCount(size) && size > 0 && isBytes(root, 32) ? { size, root } : undefined
}

/** Whether there are so many keys: with those that were read, no other. */
const holds = (told: object, count: number): boolean => Object.keys(told).length === count
