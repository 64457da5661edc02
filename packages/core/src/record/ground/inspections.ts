import type { Calendar } from '../../calendar/calendar.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import { localAt } from '../../time/counted.ts'
import { occurrences } from '../../time/recurrence.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { InspectionOutcome } from '../record-lists.ts'
import { siteKey } from './counted-back.ts'

/** Inspections of what a party put into store. Instants in ms since 1970. */
export interface InspectionsStand {
  readonly sites: readonly SiteStand[]
  /** Where the case says how often: in how many of the periods that ended one was made. */
  readonly cadence?: {
    readonly due: number
    readonly done: number
    /** When the periods began in which none was. */
    readonly missed: readonly number[]
    /** When the running period ends. */
    readonly next: number
  }
  /** Last inspections of a site that found something missing, or were not let in. */
  readonly wanting: readonly string[]
}

/** One site by its last inspection. */
export interface SiteStand {
  readonly site: string
  readonly outcome: InspectionOutcome
  readonly at: number
  readonly by: readonly string[]
  readonly declared?: number
  readonly counted?: number
  /** Since which inspection something has been missing without a break, where it is. */
  readonly missingSince?: number
  readonly entry: string
}

/** What inspections are read for. */
export interface InspectionsAsked {
  readonly withdrawal: Withdrawal
  readonly calendar: Calendar
  readonly now: number
}

/** What came of inspecting the sites of one party under one withdrawal. */
export function inspectionsOf(
  entries: readonly EntryOf<'inspection.made'>[],
  { withdrawal, calendar, now }: InspectionsAsked
): InspectionsStand {
  const inOrder = [...entries].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1))
  const sites = [...Map.groupBy(inOrder, ({ content }) => siteKey(content.site))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([site, own]) => siteStand(site, own))
  const cadence = cadenceOf(inOrder, { withdrawal, calendar, now })
  return {
    sites,
    ...(cadence ? { cadence } : {}),
    wanting: sites
      .filter(({ outcome }) => outcome === 'missing' || outcome === 'no-access')
      .map(({ entry }) => entry)
  }
}

const timeOf = ({ content }: EntryOf<'inspection.made'>): number => msOf(content.occurred.at)

function siteStand(site: string, own: readonly EntryOf<'inspection.made'>[]): readonly SiteStand[] {
  const last = own.at(-1)
  if (!last) return []
  const { outcome, by, declared, counted } = last.content
  const present = own.findLastIndex(({ content }) => content.outcome !== 'missing')
  const missing = outcome === 'missing' ? own[present + 1] : undefined
  return [
    {
      site,
      outcome,
      at: timeOf(last),
      by,
      ...(declared === undefined ? {} : { declared }),
      ...(counted === undefined ? {} : { counted }),
      ...(missing ? { missingSince: timeOf(missing) } : {}),
      entry: last.id
    }
  ]
}

/** Periods from the start of the withdrawal on, one after the other; one inspection in each is due. */
function cadenceOf(
  entries: readonly EntryOf<'inspection.made'>[],
  { withdrawal: { starts, storage }, calendar, now }: InspectionsAsked
): InspectionsStand['cadence'] {
  const first = calendar.instantOf(starts)
  const cadence = storage?.inspections
  if (!cadence || !first || first.seconds * 1000 > now) return undefined
  const time = localAt(first.seconds, first.zone).slice(11, 16)
  const year = 367 * 86_400
  const edges = occurrences({ first, cadence, time }, now / 1000 + year).map(
    ({ seconds }) => seconds * 1000
  )
  const over = edges.filter((edge) => edge <= now).length - 1
  const missed = edges
    .slice(0, over)
    .filter((from, at) => !entries.some((one) => isIn(timeOf(one), [from, edges[at + 1] ?? now])))
  return { due: over, done: over - missed.length, missed, next: edges[over + 1] ?? now }
}

const isIn = (at: number, [from, to]: readonly [number, number]): boolean => from <= at && at < to
