// What a record says of its incidents and its days, counted again from the entries alone: each
// question goes through the whole list.
import type { Case } from '../../src/model/case.ts'
import type { EntryOf, SeenEntry } from '../../src/record/index.ts'

type Kind = SeenEntry['kind']

/** Entries that were received by an instant (ms since 1970). */
export const heardBy = (all: readonly SeenEntry[], now: number): readonly SeenEntry[] =>
  all.filter(({ received }) => Date.parse(received) <= now)

/** The first of a chain of replacements. */
export function firstOf(all: readonly SeenEntry[], entry: SeenEntry): SeenEntry {
  const before = all.find(({ id }) => id === entry.supersedes)
  return before ? firstOf(all, before) : entry
}

/** Entries of some kinds that nothing replaced; a replacement stands where the first one stood. */
export function standingOf<K extends Kind>(
  all: readonly SeenEntry[],
  ...kinds: readonly K[]
): readonly EntryOf<K>[] {
  return all
    .filter((one): one is SeenEntry & EntryOf<K> => kinds.some((kind) => kind === one.kind))
    .filter((one) => one.content !== undefined && !all.some((two) => two.supersedes === one.id))
    .map((one) => ({ one, place: all.indexOf(firstOf(all, one)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

/** Of each author the last. */
export const lastByAuthor = <E extends { readonly author: { readonly party: string } }>(
  entries: readonly E[]
): readonly E[] =>
  entries.filter(
    (one, at) => !entries.slice(at + 1).some(({ author }) => author.party === one.author.party)
  )

const STEPS = [
  'incident.logged',
  'incident.acknowledged',
  'incident.assessed',
  'incident.verified',
  'incident.attributed',
  'incident.discussed',
  'incident.found',
  'incident.remedied',
  'incident.closed',
  'incident.disputed'
] as const

const incidentsIn = (all: readonly SeenEntry[]): readonly string[] => [
  ...new Set(
    all.filter(({ kind }) => kind === 'incident.reported').map((one) => firstOf(all, one).id)
  )
]

/** How many incidents are how far: by the last step of each but a joining. */
export function recountedStatus(all: readonly SeenEntry[]): Readonly<Record<string, number>> {
  const tally: Record<string, number> = { reported: 0 }
  for (const step of STEPS) tally[step.slice('incident.'.length)] = 0
  for (const id of incidentsIn(all)) {
    const last = standingOf(all, ...STEPS).findLast(({ content }) => content.incident === id)
    const word = last ? last.kind.slice('incident.'.length) : 'reported'
    tally[word] = (tally[word] ?? 0) + 1
  }
  return tally
}

/** Incidents in heaps: each heap is what somebody joined, directly or by way of others. */
function heapsOf(all: readonly SeenEntry[]): readonly (readonly string[])[] {
  let heaps: readonly (readonly string[])[] = incidentsIn(all).map((id) => [id])
  for (const { content } of standingOf(all, 'incident.joined')) {
    const meant = heaps.filter(
      (heap) => heap.includes(content.incident) || heap.includes(content.with)
    )
    heaps = [...heaps.filter((heap) => !meant.includes(heap)), meant.flat()]
  }
  return heaps
}

/** What an account may call an event that is no violation of a ceasefire by itself. */
const BESIDE = [
  'weapons-beyond-line',
  'freedom-of-movement',
  'interference-with-monitors',
  'harm-to-civilians',
  'detention',
  'damage-to-works',
  'other'
]
const ONE_EACH = [
  'explosion',
  'projectile',
  'burst',
  'shot',
  'muzzle-flash',
  'flare',
  'flight',
  'violation'
]

/** One event on its day. */
interface Counted {
  readonly day: string
  readonly low: number
  readonly high: number
  readonly unsure: boolean
  readonly by: readonly string[]
}

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant on the clocks of a zone, by the platform's own calendar. */
export function dayIn(ms: number, zone: string): string {
  const made = calendars.get(zone)
  const own = made ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  calendars.set(zone, own)
  return own.format(ms)
}

const counted = new WeakMap<readonly SeenEntry[], readonly Counted[]>()

/** The violations that count, each on its day; for one list of entries they are counted once. */
function countedIn(all: readonly SeenEntry[], source: Case, zone: string): readonly Counted[] {
  const found = counted.get(all) ?? countedEvents(all, source, zone)
  counted.set(all, found)
  return found
}

function countedEvents(all: readonly SeenEntry[], source: Case, zone: string): readonly Counted[] {
  const { permitted = [], prohibited = [] } = source.process.ceasefire ?? {}
  const isFree = (act: string): boolean =>
    permitted.some((one) => one.act === act) && !prohibited.some((one) => one.act === act)
  return heapsOf(all).flatMap((heap): readonly Counted[] => {
    const accounts = standingOf(all, 'incident.reported', 'incident.account').filter((one) =>
      heap.includes(one.kind === 'incident.account' ? one.content.incident : firstOf(all, one).id)
    )
    const steps = standingOf(all, ...STEPS, 'incident.joined').filter(
      ({ kind, content }) =>
        heap.includes(content.incident) ||
        (kind === 'incident.joined' && 'with' in content && heap.includes(content.with))
    )
    const categories = accounts.map(({ content }) => content.category)
    if (categories.every((one) => BESIDE.includes(one) || isFree(one))) return []
    const looks = standingOf(all, 'incident.verified').filter((one) =>
      heap.includes(one.content.incident)
    )
    const found = lastByAuthor(
      standingOf(all, 'incident.found').filter((one) => heap.includes(one.content.incident))
    ).map(({ content }) => content.violation)
    const outcomes = lastByAuthor(looks).map(({ content }) => content.outcome)
    const [yes, no] = [outcomes.includes('confirmed'), outcomes.includes('not-confirmed')]
    const isLead = accounts.every((one) => 'lead' in one.content && one.content.lead === true)
    const bodyDiffers = found.includes(true) && found.includes(false)
    if (!bodyDiffers && (found.includes(false) || (no && !yes) || (isLead && !yes))) return []
    const disputed =
      steps.some(
        ({ kind, content }) =>
          kind === 'incident.disputed' ||
          (kind === 'incident.attributed' &&
            'outcome' in content &&
            content.outcome === 'contested')
      ) ||
      standingOf(all, 'dissent').some(({ content }) =>
        [...accounts, ...steps].some(({ id }) => id === content.about)
      )
    const seen = lastByAuthor(looks).flatMap(({ content }) => content.occurred ?? [])
    const times = seen.length > 0 ? seen : accounts.map(({ content }) => content.occurred)
    const isLoose = times.every(
      ({ at, until = at, precision }) =>
        !['minute', 'hour', 'day'].includes(precision) ||
        Date.parse(until) - Date.parse(at) > 25 * 3_600_000
    )
    const counts = accounts.flatMap(({ content: { observed } }) =>
      observed && ONE_EACH.includes(observed.of) ? [observed.count] : []
    )
    const each = counts.length > 0 ? counts : [1]
    return [
      {
        day: dayIn(Math.min(...times.map(({ at }) => Date.parse(at))), zone),
        low: Math.min(...each),
        high: Math.max(...each),
        unsure: disputed || isLoose || bodyDiffers || (yes && no),
        by: [...accounts, ...looks.filter(({ content }) => content.outcome === 'confirmed')].map(
          ({ author }) => author.party
        )
      }
    ]
  })
}

/** What may be written without having been out there: none of it says that somebody watched. */
const FROM_A_DESK =
  /^(dissent|gate|message|signal|overture|holding|line|delivery\.d|minutes\.signed|meeting\.(c|r)|incident\.(reported|account|joined|disputed))/

/** Judges one day: too many for sure, perhaps too many, few enough, or nobody whose word does was there. */
export function recountedDay(
  all: readonly SeenEntry[],
  day: string,
  {
    source,
    zone,
    atMost,
    barred
  }: {
    readonly source: Case
    readonly zone: string
    readonly atMost: number
    readonly barred: readonly string[]
  }
): 'breached' | 'contested' | 'quiet' | 'unwatched' {
  const events = countedIn(all, source, zone).filter((one) => one.day === day)
  const sum = (of: (one: Counted) => number): number =>
    events.reduce((whole, one) => whole + of(one), 0)
  const isSure = ({ unsure, by }: Counted): boolean =>
    !unsure && by.some((party) => !barred.includes(party))
  if (sum((one) => (isSure(one) ? one.low : 0)) > atMost) return 'breached'
  if (sum(({ high }) => high) > atMost) return 'contested'
  const watched = all.some(
    ({ kind, author, recorded }) =>
      !FROM_A_DESK.test(kind) &&
      !barred.includes(author.party) &&
      dayIn(Date.parse(recorded), zone) === day
  )
  return watched ? 'quiet' : 'unwatched'
}
