import { fingerprint, utf8 } from '../../log/bytes.ts'
import type { EntryOf } from '../entry.ts'
import type { Account } from '../state/incident.ts'
import type { RecordedEvent } from '../violations/events.ts'
import type { CutOff } from '../violations/periods.ts'
import type { Audience } from './audience.ts'
import type { PlaceTold, TimeTold } from './coarse.ts'
import { coarseInstant, coarsePlace, coarseTime, stretchOf } from './coarse.ts'

/** For whom a report is made, and how closely it tells. */
export interface Disclosure {
  readonly audience: Audience
  readonly place: PlaceTold
  readonly time: TimeTold
  readonly authors: 'named' | 'hidden'
}

const PUBLIC_CELL_KM = 10

/**
 * How closely an audience is told unless somebody says otherwise. Parties and the mission hold the
 * open entries themselves, signed and whole; the public holds none.
 */
export const disclosureFor = (audience: Audience): Disclosure =>
  audience.of === 'public'
    ? { audience, place: { cellKm: PUBLIC_CELL_KM }, time: 'day', authors: 'hidden' }
    : { audience, place: 'exact', time: 'exact', authors: 'named' }

/** Whether anything is left out of what its audience may read: then texts and ids are too. */
export const isCoarse = ({ audience, place, time, authors }: Disclosure): boolean =>
  audience.of === 'public' || place !== 'exact' || time !== 'exact' || authors === 'hidden'

/**
 * Events as a report for an audience tells them. Where anything is told less closely, each account
 * is made anew of what may be told: its text, names of places, exhibits, where the observer stood,
 * where a row came from and who is said to have done it are not among that. Entries are called by
 * numbers that say nothing of when they came. No event changes its day, so all counts stay.
 */
export function disclosed(
  events: readonly RecordedEvent[],
  disclosure: Disclosure,
  cutOff: CutOff
): readonly RecordedEvent[] {
  if (!isCoarse(disclosure)) return events
  const ids = numbered(events)
  const named = (list: readonly string[]): readonly string[] =>
    list.map((id) => ids.get(id) ?? NOT_TOLD).sort()
  const { time } = disclosure
  return events.map((event) => ({
    ...event,
    id: ids.get(event.id) ?? NOT_TOLD,
    incidents: named(event.incidents),
    accounts: event.accounts
      .map((one) => coarseAccount(one, { disclosure, cutOff, ids }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    from: time === 'exact' ? event.from : stretchOf(event.from, time, cutOff).from,
    entries: named(event.entries)
  }))
}

interface Closeness {
  readonly disclosure: Disclosure
  readonly cutOff: CutOff
  readonly ids: ReadonlyMap<string, string>
}

/** Only what is listed here is told: a key that an account has beside these is not. */
function coarseAccount(
  { id, number, author, received, content }: Account,
  { disclosure: { place, time, authors }, cutOff, ids }: Closeness
): EntryOf<'incident.reported'> {
  const { category, weapon, observed, killed, injured, restriction, means } = content
  const at = coarseInstant(received, { time, cutOff })
  return {
    number,
    id: ids.get(id) ?? NOT_TOLD,
    author: { party: authors === 'named' ? author.party : HIDDEN, key: '', role: 'observer' },
    recorded: at,
    received: at,
    kind: 'incident.reported',
    content: {
      occurred: coarseTime(content.occurred, { time, cutOff }),
      place: coarsePlace(content.place, place),
      category,
      ...(weapon && { weapon }),
      ...(observed && { observed }),
      ...(killed && { killed }),
      ...(injured && { injured }),
      ...(restriction && { restriction }),
      means
    }
  }
}

const NOT_TOLD = 'not-told'

/** What no party of a case can be called. */
const HIDDEN = '?'

/** Whether an author is not told. */
export const isHidden = ({ party }: { readonly party: string }): boolean => party === HIDDEN

/** Names for entries, in an order that has nothing to do with when they came. */
function numbered(events: readonly RecordedEvent[]): ReadonlyMap<string, string> {
  const all = new Set(events.flatMap(({ incidents, entries }) => [...incidents, ...entries]))
  const ids = [...all].map((id) => ({ id, by: fingerprint(utf8(id)) }))
  ids.sort((one, other) => (one.by < other.by ? -1 : 1))
  const digits = Math.max(4, String(ids.length).length)
  return new Map(ids.map(({ id }, at) => [id, `e${String(at + 1).padStart(digits, '0')}`]))
}
