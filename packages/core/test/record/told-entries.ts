import type { ContentOf, EntryKind, SeenEntry } from '../../src/record/index.ts'
import { RecordState } from '../../src/record/index.ts'
import { caseIn } from '../folder.ts'

const flagship = caseIn('ukraine/2024-maitra')

/** An entry as a test writes it: who, what, and if wanted its id and what it replaces. */
export interface Told<K extends EntryKind = EntryKind> {
  readonly party: string
  readonly kind: K
  readonly content: ContentOf<K>
  readonly id: string
  readonly supersedes?: string
  readonly received?: string
}

/** Typed, so that a content fits its kind. */
export const told = <K extends EntryKind>(entry: Told<K>): Told<K> => entry

/** A record of the flagship case folded from entries without signatures. */
export function folded(entries: readonly Told[], source = flagship): RecordState {
  const state = new RecordState(source)
  for (const [number, { party, id, kind, content, supersedes, received }] of entries.entries())
    state.apply({
      number: number + 1,
      id,
      author: { party, key: `${party}-key`, role: 'observer' },
      recorded: received ?? '2025-02-01T00:00:00.000Z',
      received: received ?? '2025-02-01T00:00:00.000Z',
      kind,
      content,
      ...(supersedes && { supersedes })
    } as SeenEntry)
  return state
}
