import { readBody } from '../../log/commitment.ts'
import type { LogLeaf } from '../../log/envelope.ts'
import type { KeyRing } from '../../log/ring.ts'
import { RING_KINDS } from '../../log/ring-entries.ts'
import type { Coming } from '../door/door.ts'

/** Whether an entry is the log's own business: which keys there are. */
export const isOfTheLog = (kind: string): boolean => RING_KINDS.some((one) => one === kind)

/**
 * A leaf with its number, and its body where one has it, as the door of the record takes it. The
 * role is that of its key. The body has to be what the leaf commits to: that is for the log to say.
 */
export function comingOf(
  { entry, received }: LogLeaf,
  {
    number,
    ring,
    body
  }: { readonly number: number; readonly ring: KeyRing; readonly body?: Uint8Array | undefined }
): Coming {
  const { id, kind, author, recorded, audience, supersedes } = entry
  const content = entry.content ?? (body && readBody(body)?.content)
  return {
    number,
    id,
    kind,
    author: { ...author, role: ring.get(author.key)?.role ?? 'witness' },
    recorded,
    received,
    ...(audience && { audience }),
    ...(supersedes !== undefined && { supersedes }),
    ...(content && { content })
  }
}
