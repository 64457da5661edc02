import type { NamedGround } from '../../geo/index.ts'
import { areaOf } from '../../geo/index.ts'
import { msOf } from '../entry.ts'
import type { Occurred } from '../kinds/common.ts'
import type { Restriction } from '../record-lists.ts'
import type { Account, Incident } from '../state/incident.ts'
import type { RecordState } from '../state/record-state.ts'
import { jointIncidents } from './joint.ts'
import type { CasualtyRange, CountRange } from './ranges.ts'
import { casualtiesOf, observedOf } from './ranges.ts'
import type { EventStanding } from './standings.ts'
import { eventStanding, isContested, lastOfEach } from './standings.ts'

/** What an event is counted as: an act that a ceasefire prohibits, or something beside it. */
export const RECORDED_KINDS = ['violation', 'weapons', 'movement', 'civilians', 'other'] as const
/** One of `RECORDED_KINDS`. */
export type RecordedKind = (typeof RECORDED_KINDS)[number]

/** What an account may call an event. */
export type EventCategory = Account['content']['category']

const BESIDE: Readonly<Partial<Record<EventCategory, RecordedKind>>> = {
  'weapons-beyond-line': 'weapons',
  'freedom-of-movement': 'movement',
  'interference-with-monitors': 'movement',
  'harm-to-civilians': 'civilians',
  detention: 'civilians',
  'damage-to-works': 'other',
  other: 'other'
}

/** One event as it is counted: an incident, or several that somebody joined, with all accounts of it. */
export interface RecordedEvent {
  /** The first of its incidents by id. */
  readonly id: string
  readonly incidents: readonly string[]
  /** Side by side, by id. */
  readonly accounts: readonly Account[]
  readonly kind: RecordedKind
  /** What its accounts call it, each once. */
  readonly categories: readonly EventCategory[]
  /**
   * When it began, in seconds since 1970: as whoever verified it says, else the earliest that an
   * account says.
   */
  readonly from: number
  /** Its time is known no closer than to some days, or it lasted for longer than a day. */
  readonly loose: boolean
  /** Areas that its accounts name, or its places lie in; several where they differ. */
  readonly areas: readonly string[]
  readonly standing: EventStanding
  /** Whether a party dissents or disputes; beside the standing, never in place of it. */
  readonly contested: boolean
  /** How many violations it is: the fewest and the most that an account counts, one where none does. */
  readonly violations: CountRange
  readonly killed?: CasualtyRange
  readonly injured?: CasualtyRange
  readonly restrictions: readonly Restriction[]
  /** The entries that make it: its accounts, and what came of looking. */
  readonly entries: readonly string[]
}

/** Every event of a record, by id; areas are found by their ground where no account names one. */
export function eventsOf(
  state: RecordState,
  grounds: readonly NamedGround[] = []
): readonly RecordedEvent[] {
  const lieIn = areaOf(grounds)
  const permitted = permittedBy(state)
  return jointIncidents(state).flatMap((ids) => {
    const incidents = ids.flatMap((id) => state.incidents.get(id) ?? [])
    const accounts = incidents
      .flatMap((one) => one.accounts)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    if (accounts.length === 0) return []
    const categories = distinct(accounts.map(({ content }) => content.category))
    return [
      {
        id: ids[0] ?? '',
        incidents: ids,
        accounts,
        categories,
        kind: kindOf(categories, permitted),
        ...timeOf(incidents, accounts),
        areas: areasOf(accounts, lieIn),
        standing: eventStanding(incidents),
        contested: isContested(state, incidents),
        violations: observedOf(accounts),
        ...casualtiesOf(accounts),
        restrictions: distinct(accounts.flatMap(({ content }) => content.restriction ?? [])),
        entries: [...accounts.map(({ id }) => id), ...lookedInto(incidents)]
      }
    ]
  })
}

/** Acts that the case's ceasefire permits and does not prohibit. */
function permittedBy({ source }: RecordState): ReadonlySet<string> {
  const { permitted = [], prohibited = [] } = source.process.ceasefire ?? {}
  const banned = new Set(prohibited.map(({ act }) => act))
  return new Set(permitted.flatMap(({ act }) => (act && !banned.has(act) ? [act] : [])))
}

/** A violation where any account says so; else the first of what they say. */
function kindOf(
  categories: readonly EventCategory[],
  permitted: ReadonlySet<string>
): RecordedEvent['kind'] {
  const kinds = categories.map((one) => BESIDE[one] ?? (permitted.has(one) ? 'other' : 'violation'))
  return RECORDED_KINDS.find((kind) => kinds.includes(kind)) ?? 'other'
}

const DAY_MS = 86_400_000
const CLOSE: ReadonlySet<Occurred['precision']> = new Set(['minute', 'hour', 'day'])

function timeOf(
  incidents: readonly Incident[],
  accounts: readonly Account[]
): Pick<RecordedEvent, 'from' | 'loose'> {
  const verified = lastOfEach(
    incidents.flatMap(({ steps }) => steps),
    'incident.verified'
  ).flatMap(({ content }) => content.occurred ?? [])
  const said = verified.length > 0 ? verified : accounts.map(({ content }) => content.occurred)
  const from = Math.min(...said.map(({ at }) => msOf(at)))
  return {
    from: from / 1000,
    loose: said.every(
      ({ at, until = at, precision }) =>
        !CLOSE.has(precision) || msOf(until) - msOf(at) > DAY_MS + 3_600_000
    )
  }
}

function areasOf(
  accounts: readonly Account[],
  lieIn: ReturnType<typeof areaOf>
): readonly string[] {
  const named = accounts.flatMap(({ content }) => content.place.area ?? [])
  if (named.length > 0) return distinct(named)
  return distinct(
    accounts.flatMap(({ content: { place } }) =>
      place.lon === undefined || place.lat === undefined ? [] : lieIn([place.lon, place.lat])
    )
  )
}

const lookedInto = (incidents: readonly Incident[]): readonly string[] =>
  incidents
    .flatMap(({ steps }) => steps)
    .flatMap(({ id, kind }) =>
      kind === 'incident.verified' || kind === 'incident.found' || kind === 'incident.joined'
        ? [id]
        : []
    )
    .filter((id, at, all) => all.indexOf(id) === at)
    .sort()

const distinct = <T extends string>(all: readonly T[]): readonly T[] => [...new Set(all)].sort()
