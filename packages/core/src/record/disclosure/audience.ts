import type { KeyRing, KeyRole } from '../../log/ring.ts'
import type { EntryHead, SeenEntry } from '../entry.ts'
import { RecordState } from '../state/record-state.ts'

/** For whom something of a record is told. */
export type Audience =
  /** Whoever keeps it: everything that is there. */
  | { readonly of: 'whole' }
  | { readonly of: 'party'; readonly party: string }
  /** Those who keep, watch and mediate: what any of their parties may read. */
  | { readonly of: 'mission'; readonly parties: readonly string[] }
  | { readonly of: 'public' }

const OF_THE_MISSION: ReadonlySet<KeyRole> = new Set(['operator', 'observer', 'mediator'])

/** Parties that keep a record, watch or mediate by one of its keys, each once, by name. */
export const missionOf = (ring: KeyRing): readonly string[] =>
  [
    ...new Set(ring.all().flatMap(({ party, role }) => (OF_THE_MISSION.has(role) ? [party] : [])))
  ].sort()

/**
 * Whether an audience may read the content of an entry. What is for some parties is for them and
 * for whoever wrote it; the public reads none of it.
 */
export function mayRead(
  told: Audience,
  {
    audience,
    author
  }: Pick<EntryHead, 'audience'> & { readonly author: { readonly party: string } }
): boolean {
  if (told.of === 'whole' || audience === undefined) return true
  if (told.of === 'public') return false
  const parties = told.of === 'party' ? [told.party] : told.parties
  return parties.some((party) => party === author.party || audience.includes(party))
}

/** A record as an audience may read it, and how many entries keep their content from it. */
export interface Readable {
  readonly state: RecordState
  readonly withheld: number
}

/** A record without the contents that are not for an audience; that there are such entries stays. */
export function readableBy(whole: RecordState, told: Audience): Readable {
  if (told.of === 'whole') return { state: whole, withheld: 0 }
  const state = new RecordState(whole.source)
  let withheld = 0
  for (const entry of whole.entries()) {
    const open = mayRead(told, entry)
    if (!open) withheld++
    state.apply(open ? entry : withoutContent(entry))
  }
  return { state, withheld }
}

function withoutContent({ content: _, ...head }: SeenEntry): SeenEntry {
  return head
}
